#include "cycle/route.h"

#include <algorithm>
#include <tuple>

#include "dates/working_days.h"

// Why no search is needed: what a hop does to the hops after it is told by one day, the day they
// get the report, and earlier is never worse. So the whole route is decided by two passes: how
// early a hop can have the report (forward), and how late it may have it (backward).

namespace rytm {
namespace {

// No limit.
constexpr Day kNever = Day::max();

bool WithinLimits(const HopChoices& hop, Day day) {
  return (!hop.by || day <= *hop.by) && (!hop.not_before || *hop.not_before <= day);
}

// The best of the body's meetings that `fits`, or nullptr; `better` is a strict order, and of
// equals the first stands.
template <class Fits, class Better>
const Carrier* Choose(const HopChoices::BodyChoices& body, const Fits& fits, const Better& better) {
  const Carrier* best = nullptr;
  for (const Carrier& carrier : body.meetings) {
    if (fits(carrier) && (best == nullptr || better(carrier, *best))) best = &carrier;
  }
  return best;
}

bool HandsOverFirst(const Carrier& a, const Carrier& b) {
  return std::tie(a.hand_over, a.day) < std::tie(b.hand_over, b.day);
}
bool MeetsFirst(const Carrier& a, const Carrier& b) {
  return std::tie(a.day, a.hand_over) < std::tie(b.day, b.hand_over);
}
bool MeetsLast(const Carrier& a, const Carrier& b) {
  return std::tie(a.day, a.item_deadline) > std::tie(b.day, b.item_deadline);
}
bool TakesInLast(const Carrier& a, const Carrier& b) { return a.item_deadline > b.item_deadline; }

Day PartyDone(const HopChoices& party, Day gets) {
  const Day last = party.takes_working_days ? AddWorkingDays(gets, *party.takes_working_days)
                                            : gets + party.takes;
  return party.not_before ? std::max(last, *party.not_before) : last;
}

// The last day a party can get the report and still be done by `last`.
Day PartyMustGet(const HopChoices& party, Day last) {
  if (last == kNever) return kNever;
  if (!party.takes_working_days) return last - party.takes;
  if (*party.takes_working_days == 0) return last;
  // So that its working days end on or before `last`: the day before the first of them.
  return AddWorkingDays(last + Days{1}, -*party.takes_working_days) - Days{1};
}

// One hop whose meetings are chosen by `choose(body)`; nullopt if a body has none.
template <class ChooseFor>
std::optional<RouteFound::HopResult> Pass(const HopChoices& hop, Day gets,
                                          const ChooseFor& choose) {
  RouteFound::HopResult result{{}, gets, gets};
  if (hop.bodies.empty()) {
    result.done = PartyDone(hop, gets);
    return result;
  }
  result.done = Day::min();
  for (const HopChoices::BodyChoices& body : hop.bodies) {
    const Carrier* carrier = choose(body);
    if (carrier == nullptr) return std::nullopt;
    result.meetings.push_back(*carrier);
    result.done = std::max(result.done, carrier->hand_over);
  }
  return result;
}

// The hop done as soon as can be, within its limits; nullopt if it cannot be.
std::optional<RouteFound::HopResult> PassSoonest(const HopChoices& hop, Day gets) {
  const auto in_time = [&](const Carrier& carrier) {
    return gets <= carrier.item_deadline && WithinLimits(hop, carrier.day);
  };
  auto result = Pass(hop, gets, [&](const HopChoices::BodyChoices& body) {
    return Choose(body, in_time, HandsOverFirst);
  });
  if (result && hop.bodies.empty() && !WithinLimits(hop, result->done)) return std::nullopt;
  return result;
}

// The hop at its first meetings, whatever `by` says; nullopt if a body has none left.
std::optional<RouteFound::HopResult> PassLate(const HopChoices& hop, Day gets) {
  const auto left = [&](const Carrier& carrier) {
    return gets <= carrier.item_deadline && (!hop.not_before || *hop.not_before <= carrier.day);
  };
  return Pass(hop, gets,
              [&](const HopChoices::BodyChoices& body) { return Choose(body, left, MeetsFirst); });
}

// The last day the hop may get the report so that it can be done by `done_by`: its meetings chosen
// by `better` among those within its limits that a report here on `soonest` still reaches. The
// route must fit.
template <class Better>
Day MustGet(const HopChoices& hop, Day soonest, Day done_by, const Better& better,
            std::vector<Carrier>* chosen) {
  if (hop.bodies.empty()) return PartyMustGet(hop, hop.by ? std::min(done_by, *hop.by) : done_by);
  Day must_get = kNever;
  const auto fits = [&](const Carrier& carrier) {
    return soonest <= carrier.item_deadline && WithinLimits(hop, carrier.day) &&
           carrier.hand_over <= done_by;
  };
  for (const HopChoices::BodyChoices& body : hop.bodies) {
    const Carrier& carrier = *Choose(body, fits, better);
    must_get = std::min(must_get, carrier.item_deadline);
    if (chosen != nullptr) chosen->push_back(carrier);
  }
  return must_get;
}

// `soonest` is the route that fits, each hop done as soon as can be.
RouteFound Latest(const std::vector<HopChoices>& hops, RouteFound soonest) {
  std::vector<std::vector<Carrier>> chosen(hops.size());
  Day done_by = kNever;
  for (std::size_t i = hops.size(); i-- > 0;) {
    done_by = MustGet(hops[i], soonest.hops[i].gets, done_by, MeetsLast, &chosen[i]);
  }
  RouteFound found;
  found.fits = true;
  for (std::size_t i = 0; i < hops.size(); ++i) {
    const Day gets = i == 0 ? soonest.hops[0].gets : found.hops[i - 1].done;
    auto next = chosen[i].begin();
    found.hops.push_back(
        *Pass(hops[i], gets, [&](const HopChoices::BodyChoices&) { return &*next++; }));
  }
  return found;
}

RouteFound Earliest(Day ready, const std::vector<HopChoices>& hops, const RouteFound& soonest) {
  std::vector<Day> done_by(hops.size(), kNever);
  for (std::size_t i = hops.size(); i-- > 1;) {
    done_by[i - 1] = MustGet(hops[i], soonest.hops[i].gets, done_by[i], TakesInLast, nullptr);
  }
  RouteFound found;
  found.fits = true;
  Day gets = ready;
  for (std::size_t i = 0; i < hops.size(); ++i) {
    const auto fits = [&](const Carrier& carrier) {
      return gets <= carrier.item_deadline && WithinLimits(hops[i], carrier.day) &&
             carrier.hand_over <= done_by[i];
    };
    found.hops.push_back(*Pass(hops[i], gets, [&](const HopChoices::BodyChoices& body) {
      return Choose(body, fits, MeetsFirst);
    }));
    gets = found.hops.back().done;
  }
  return found;
}

// How much earlier the report must come to the hop to be in time there.
std::optional<Days> EarlierAt(const HopChoices& hop, Day gets) {
  if (hop.bodies.empty()) {
    if (hop.not_before && hop.by && *hop.by < *hop.not_before) return std::nullopt;
    return gets - PartyMustGet(hop, *hop.by);
  }
  Days earlier{0};
  const auto within = [&](const Carrier& carrier) { return WithinLimits(hop, carrier.day); };
  for (const HopChoices::BodyChoices& body : hop.bodies) {
    const Carrier* last = Choose(body, within, TakesInLast);
    if (last == nullptr) return std::nullopt;
    earlier = std::max(earlier, gets - last->item_deadline);
  }
  return earlier;
}

// `found` holds the hops before the one that cannot be in time.
void TellWhatIsMissing(Day ready, const std::vector<HopChoices>& hops, RouteFound& found) {
  found.stuck_at = found.hops.size();
  Day gets = found.hops.empty() ? ready : found.hops.back().done;
  found.earlier = EarlierAt(hops[found.stuck_at], gets);
  for (std::size_t i = found.stuck_at; i < hops.size(); ++i) {
    auto late = PassLate(hops[i], gets);
    if (!late) return;
    if (i == found.stuck_at) {
      Day last = hops[i].bodies.empty() ? late->done : Day::min();
      for (const Carrier& carrier : late->meetings) last = std::max(last, carrier.day);
      found.gap = last - *hops[i].by;
    }
    gets = late->done;
    found.hops.push_back(*std::move(late));
  }
}

}  // namespace

RouteFound FindRoute(Day ready, const std::vector<HopChoices>& hops, RoutePreference preference) {
  RouteFound soonest;
  Day gets = ready;
  for (const HopChoices& hop : hops) {
    auto result = PassSoonest(hop, gets);
    if (!result) {
      TellWhatIsMissing(ready, hops, soonest);
      return soonest;
    }
    gets = result->done;
    soonest.hops.push_back(*std::move(result));
  }
  if (hops.empty()) {
    soonest.fits = true;
    return soonest;
  }
  return preference == RoutePreference::kEarliest ? Earliest(ready, hops, soonest)
                                                  : Latest(hops, std::move(soonest));
}

}  // namespace rytm
