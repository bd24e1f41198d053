// Reports: periods, routes through the bodies, hand-in days, feedback (DESIGN §3 Reports).
#include <algorithm>
#include <functional>
#include <set>

#include "dates/deadline_law.h"
#include "dates/terms.h"
#include "dates/working_days.h"
#include "plan/draft.h"
#include "plan/periods.h"
#include "plan/route_in_words.h"

namespace rytm {
namespace {

// A meeting by its place in the draft: RouteFound's Carrier::index counts these.
struct MeetingPlace {
  DraftSeries* series;
  std::size_t meeting;
  DraftMeeting& get() const { return series->meetings[meeting]; }
};

Day HandOver(const Hop& hop, const DraftMeeting& meeting) {
  if (hop.hand_over)
    return hop.hand_over->working ? AddWorkingDays(meeting.last_day(), hop.hand_over->days)
                                  : meeting.last_day() + Days{hop.hand_over->days};
  const DatedStep* minutes = meeting.FindStep("minutes");
  return minutes != nullptr ? minutes->day : meeting.last_day();
}

Day ItemDeadline(const DraftMeeting& meeting) {
  const DatedStep* deadline = meeting.FindStep("item-deadline");
  return deadline != nullptr ? deadline->day : meeting.day;
}

// One period of one report on its way.
class ReportOnItsWay {
 public:
  ReportOnItsWay(Draft& draft, const Report& report, const Period& period)
      : draft_(draft), report_(report), period_(period), ready_(ReadyDay(report, period)) {}

  // `after`: the meeting day of the report this one must not come before.
  RoutedReport Find(std::optional<Day> after) {
    std::vector<HopChoices> hops;
    for (const Hop& hop : report_.route) hops.push_back(ChoicesFor(hop));
    if (after && !hops.back().bodies.empty() &&
        (!hops.back().not_before || *hops.back().not_before < *after))
      hops.back().not_before = after;
    const bool latest = report_.prefer == Report::Prefer::kLatest && hops.back().by.has_value();
    RoutedReport routed{
        .report = &report_,
        .period = period_.id,
        .period_days = period_.days,
        .name = NameWithPeriod(report_, period_),
        .found =
            FindRoute(ready_, hops, latest ? RoutePreference::kLatest : RoutePreference::kEarliest),
        .meetings = {}};
    if (!draft_.work.used_up()) AddItems(routed);
    return routed;
  }

  // Whether every hop has somebody: a report without is no report of this organisation in that
  // period.
  bool Possible() const {
    return std::all_of(report_.route.begin(), report_.route.end(),
                       [&](const Hop& hop) { return IsParty(hop) || !BodiesOf(hop).empty(); });
  }

  // Whether the plan knows where a report from the years before the window went: rules that name
  // their dates know of none before the first, and everything would seem to wait for that meeting.
  bool Traceable() const {
    if (YearOf(ready_) >= YearOf(draft_.window.first)) return true;
    return std::all_of(report_.route.begin(), report_.route.end(), [&](const Hop& hop) {
      const std::vector<const Body*> bodies = BodiesOf(hop);
      return std::all_of(bodies.begin(), bodies.end(), [&](const Body* body) {
        return !Lives(*body, ready_) || body->from || HasMeetingBy(*body, ready_);
      });
    });
  }

 private:
  bool HasMeetingBy(const Body& body, Day day) const {
    const std::vector<const DraftSeries*> all = std::as_const(draft_).OrdinarySeriesOf(body.id);
    return std::any_of(all.begin(), all.end(), [&](const DraftSeries* series) {
      return !series->meetings.empty() && series->meetings.front().day <= day;
    });
  }

  static bool IsParty(const Hop& hop) {
    return hop.bodies.bodies.empty() && hop.bodies.kinds.empty();
  }

  // Bodies that live when the report is ready, or from its last day on; those without meetings take
  // no part.
  std::vector<const Body*> BodiesOf(const Hop& hop) const {
    const std::optional<Day> by =
        hop.by ? LimitDay(*hop.by, report_, period_, draft_.organisation) : std::nullopt;
    std::vector<const Body*> ready;
    std::vector<const Body*> later;
    for (const Body* body : Select(draft_.organisation, hop.bodies)) {
      if (draft_.OrdinarySeriesOf(body->id).empty()) continue;
      if (report_.before_period && !Lives(*body, period_.days.first))
        continue;  // not its budget any more
      if (Lives(*body, ready_))
        ready.push_back(body);
      else if (by && Lives(*body, *by))
        later.push_back(body);
    }
    std::vector<const Body*>& bodies = ready.empty() ? later : ready;
    std::sort(bodies.begin(), bodies.end(),
              [](const Body* a, const Body* b) { return a->id < b->id; });
    return bodies;
  }

  HopChoices ChoicesFor(const Hop& hop) {
    HopChoices choices;
    if (hop.by) choices.by = LimitDay(*hop.by, report_, period_, draft_.organisation);
    if (hop.not_before)
      choices.not_before = LimitDay(*hop.not_before, report_, period_, draft_.organisation);
    if (IsParty(hop)) {
      if (hop.takes.working)
        choices.takes_working_days = hop.takes.days;
      else
        choices.takes = Days{hop.takes.days};
    }
    for (const Body* body : BodiesOf(hop)) choices.bodies.push_back(MeetingsOf(*body, hop));
    return choices;
  }

  HopChoices::BodyChoices MeetingsOf(const Body& body, const Hop& hop) {
    HopChoices::BodyChoices choices;
    for (DraftSeries* series : draft_.OrdinarySeriesOf(body.id)) {
      if (!draft_.work.TakeToCompare(series->meetings.size(), hop.pointer)) return choices;
      for (std::size_t i = 0; i < series->meetings.size(); ++i) {
        const DraftMeeting& meeting = series->meetings[i];
        if (!meeting.regular() || meeting.day < ready_) continue;
        choices.meetings.push_back({.index = places_.size(),
                                    .day = meeting.day,
                                    .item_deadline = ItemDeadline(meeting),
                                    .hand_over = HandOver(hop, meeting)});
        places_.push_back({series, i});
      }
    }
    std::sort(choices.meetings.begin(), choices.meetings.end(),
              [](const Carrier& a, const Carrier& b) { return a.day < b.day; });
    return choices;
  }

  std::string HopId(const Hop& hop, std::string_view body) const {
    return draft_.organisation.id + "." + report_.id + "." + period_.id + "." + std::string(body) +
           "." + hop.id;
  }

  void AddItems(RoutedReport& routed) {
    route_ = std::make_shared<const Route>(RouteOf(routed));
    route_in_words_ = RouteInWords(*route_, [](const RouteStop& stop) { return stop.day; });
    for (std::size_t i = 0; i < routed.found.hops.size(); ++i) {
      const Hop& hop = report_.route[i];
      const RouteFound::HopResult& result = routed.found.hops[i];
      if (IsParty(hop)) {
        AddPartyItem(hop, result, i, routed);
        continue;
      }
      for (const Carrier& carrier : result.meetings)
        if (TakeForItem(hop, routed)) AddBodyItem(hop, carrier, i, routed);
    }
  }

  Item NewItem(ItemKind kind, std::string id, Day day) const {
    Item item;
    item.id = std::move(id);
    item.kind = kind;
    item.origin = report_.id;
    item.day = day;
    item.levels = report_.levels;
    return item;
  }

  void AddBodyItem(const Hop& hop, const Carrier& carrier, std::size_t index,
                   RoutedReport& routed) {
    const MeetingPlace& place = places_[carrier.index];
    DraftMeeting& meeting = place.get();
    const Body& body = *place.series->body;
    Item item = NewItem(ItemKind::kHop, HopId(hop, body.id), carrier.item_deadline);
    item.body = body.id;
    item.parent = meeting.id;
    item.title = routed.name + Text(" till ", " to ") + body.name;
    item.route = route_;
    item.why.push_back({.kind = Reason::Kind::kRoute,
                        .pointer = hop.pointer,
                        .to = carrier.day,
                        .note = route_in_words_});
    meeting.business.push_back({.report = report_.id,
                                .period = period_.id,
                                .name = routed.name,
                                .does = hop.does,
                                .decides = index + 1 == report_.route.size()});
    routed.meetings.push_back(
        {.hop = index, .body = body.id, .item = meeting.id, .hop_item = item.id});
    if (hop.feedback_days) AddFeedback(hop, meeting, body, item, routed);
    if (Shown(meeting.day)) draft_.items.push_back(std::move(item));
  }

  void AddFeedback(const Hop& hop, const DraftMeeting& meeting, const Body& body,
                   const Item& hop_item, const RoutedReport& routed) {
    const Day nominal = meeting.last_day() + Days{*hop.feedback_days};
    Item item =
        NewItem(ItemKind::kFeedback, hop_item.id + ".feedback", WorkingDayOnOrAfter(nominal));
    item.body = body.id;
    item.parent = meeting.id;
    item.title = Text("Återkoppling: ", "Feedback: ") + routed.name;
    item.description =
        Text("Berätta för dem som skrev: vad tog ", "Tell those who wrote it: what did the ") +
        body.name +
        Text(" med sig, vad vill ni ha mer av, och vad klarar ni er utan?",
             " take with them, what do you want more of, and what could you do without?");
    item.why.push_back({.kind = Reason::Kind::kOffset,
                        .pointer = hop.pointer,
                        .from = meeting.last_day(),
                        .to = nominal,
                        .days = *hop.feedback_days});
    if (item.day != nominal)
      item.why.push_back({.kind = Reason::Kind::kMovedToWorkingDay,
                          .pointer = hop.pointer,
                          .from = nominal,
                          .to = item.day});
    if (Shown(meeting.day)) draft_.items.push_back(std::move(item));
  }

  // Each item tells the whole way, and each is looked up among those before it.
  bool TakeForItem(const Hop& hop, const RoutedReport& routed) {
    return draft_.work.Take(Work::kItemSteps + route_in_words_.sv.size() / 4, hop.pointer) &&
           draft_.work.TakeToCompare(routed.meetings.size(), hop.pointer);
  }

  void AddPartyItem(const Hop& hop, const RouteFound::HopResult& result, std::size_t index,
                    const RoutedReport& routed) {
    Item item = NewItem(ItemKind::kHop, HopId(hop, "party"), WorkingDayOnOrAfter(result.gets));
    item.body = BodyBeside(index, routed);
    item.title = routed.name + Text(" till ", " to ") + hop.party;
    item.description = Text("Klart senast ", "Done by ") + DayWithYear(result.done) + Text(".");
    item.route = route_;
    item.why.push_back({.kind = Reason::Kind::kRoute,
                        .pointer = hop.pointer,
                        .to = result.gets,
                        .note = route_in_words_});
    if (Shown(result.gets) && !item.body.empty()) draft_.items.push_back(std::move(item));
  }

  // A party has no calendar of its own: its item stands in the calendar of the body that comes
  // after it, else before.
  std::string BodyBeside(std::size_t index, const RoutedReport& routed) const {
    for (std::size_t i = index + 1; i < routed.found.hops.size(); ++i)
      if (!routed.found.hops[i].meetings.empty())
        return places_[routed.found.hops[i].meetings.front().index].series->body->id;
    for (std::size_t i = index; i-- > 0;)
      if (!routed.found.hops[i].meetings.empty())
        return places_[routed.found.hops[i].meetings.front().index].series->body->id;
    return {};
  }

  bool Shown(Day day) const { return draft_.window.Contains(day); }

  Route RouteOf(const RoutedReport& routed) const {
    Route route;
    for (std::size_t i = 0; i < routed.found.hops.size(); ++i) {
      if (IsParty(report_.route[i]))
        route.push_back(
            {.hop = i, .name = report_.route[i].party, .body = "", .meeting = "", .day = {}});
      for (const Carrier& carrier : routed.found.hops[i].meetings) {
        const MeetingPlace& place = places_[carrier.index];
        route.push_back({.hop = i,
                         .name = place.series->body->name,
                         .body = place.series->body->id,
                         .meeting = place.get().id,
                         .day = place.get().day});
      }
    }
    return route;
  }

  Draft& draft_;
  const Report& report_;
  const Period& period_;
  Day ready_;
  std::vector<MeetingPlace> places_;
  std::shared_ptr<const Route> route_;
  Text route_in_words_;
};

// Reports that others come after go first; the order of the file plays no part.
std::vector<const Report*> InOrder(const Organisation& organisation) {
  std::vector<const Report*> sorted;
  for (const Report& report : organisation.reports) sorted.push_back(&report);
  std::sort(sorted.begin(), sorted.end(),
            [](const Report* a, const Report* b) { return a->id < b->id; });
  std::vector<const Report*> order;
  std::set<const Report*> seen;
  const std::function<void(const Report*)> visit = [&](const Report* report) {
    if (report == nullptr || !seen.insert(report).second) return;
    if (!report->after.empty()) visit(organisation.FindReport(report->after));
    order.push_back(report);
  };
  for (const Report* report : sorted) visit(report);
  return order;
}

// The day the report `id` was decided for the same period, by the last of its bodies; none if it
// has no meeting there.
std::optional<Day> DecisionDay(const std::vector<RoutedReport>& reports, std::string_view id,
                               const std::string& period) {
  std::optional<Day> decided;
  for (const RoutedReport& routed : reports)
    if (routed.report->id == id && routed.period == period && !routed.found.hops.empty())
      for (const Carrier& carrier : routed.found.hops.back().meetings)
        decided = std::max(decided.value_or(carrier.day), carrier.day);
  return decided;
}

}  // namespace

void ArrangeReports(Draft& draft) {
  for (const Report* report : InOrder(draft.organisation)) {
    for (const Period& period : PeriodsIn(*report, draft.organisation, draft.reach)) {
      const std::size_t asked = report->route.size() * draft.organisation.bodies.size();
      if (!draft.work.TakeToCompare(16 + asked, report->pointer)) return;
      ReportOnItsWay on_its_way(draft, *report, period);
      if (!on_its_way.Possible() || !on_its_way.Traceable()) continue;
      draft.reports.push_back(on_its_way.Find(
          report->after.empty() ? std::nullopt
                                : DecisionDay(draft.reports, report->after, period.id)));
    }
  }
}

}  // namespace rytm
