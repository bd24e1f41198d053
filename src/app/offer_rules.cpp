#include "app/offer_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "cycle/day_facts.h"
#include "cycle/reason.h"

namespace rytm {
namespace {

using SeriesDays = std::map<SeriesRef, std::vector<Day>>;
using Dependencies = std::map<SeriesRef, std::set<SeriesRef>>;

// The days each series ends up with.
SeriesDays FinalDays(const Plan& plan, const std::vector<BodyPlan>& plans) {
  SeriesDays days;
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting && !item.cancelled)
      days[{item.body, item.origin}].push_back(item.day);
  for (const BodyPlan& body : plans) {
    std::vector<Day>& decided = days[body.series];
    decided.clear();
    for (const DecidedMeeting& meeting : body.meetings)
      if (!meeting.cancelled) decided.push_back(meeting.day);
  }
  return days;
}

std::set<SeriesRef> Needs(const std::string& body, const std::vector<When>& parts) {
  std::set<SeriesRef> needs;
  for (const When& part : parts) {
    if (const auto* offset = std::get_if<Offset>(&part.rule)) needs.insert(offset->from);
    if (const auto* on = std::get_if<OnMeetings>(&part.rule))
      needs.insert(on->from.value_or(SeriesRef{body, "meeting"}));
  }
  return needs;
}

bool HangsOn(const Dependencies& needs, const SeriesRef& series, const SeriesRef& wanted,
             std::set<SeriesRef>& seen) {
  if (series == wanted) return true;
  const auto found = needs.find(series);
  if (found == needs.end() || !seen.insert(series).second) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](const SeriesRef& base) { return HangsOn(needs, base, wanted, seen); });
}

class Offers {
 public:
  Offers(const Organisation& organisation, const Plan& plan, DaySpan period,
         const std::vector<BodyPlan>& plans)
      : organisation_(organisation),
        period_(period),
        days_(FinalDays(plan, plans)),
        facts_(organisation.calendars, period) {
    for (const Body& body : organisation.bodies) {
      for (const Series& series : body.series) {
        std::set<SeriesRef>& needs = needs_[{body.id, series.id}];
        needs = Needs(body.id, series.when);
        needs.insert(series.avoid.begin(), series.avoid.end());
      }
    }
  }

  void Offer(BodyPlan& plan) {
    const Body& body = *organisation_.FindBody(plan.series.body);
    const Series& series = *body.FindSeries(plan.series.series);
    std::vector<Day> wanted;
    for (const DecidedMeeting& meeting : plan.meetings) wanted.push_back(meeting.day);
    std::vector<Day> avoided;
    for (const SeriesRef& other : series.avoid)
      avoided.insert(avoided.end(), days_[other].begin(), days_[other].end());
    std::sort(avoided.begin(), avoided.end());
    const std::vector<FitBase> bases = BasesFor(plan.series);
    const FitTask task{.body = body,
                       .series = series,
                       .days = wanted,
                       .period = period_,
                       .bases = bases,
                       .avoided = avoided,
                       .facts = facts_};
    plan.offer = InForce(task);
    if (!plan.offer) plan.offer = Fitted(task);
    if (!plan.offer) return;
    const auto cancelled = std::count_if(plan.meetings.begin(), plan.meetings.end(),
                                         [](const auto& meeting) { return meeting.cancelled; });
    const std::size_t exceptions = plan.offer->changes.size() + static_cast<std::size_t>(cancelled);
    if (ShareByRule(exceptions, wanted.size()) < kShareByRuleMin || MovesCancelled(plan)) {
      plan.offer.reset();
      return;
    }
    const std::set<SeriesRef> needs = Needs(body.id, plan.offer->when);
    needs_[plan.series].insert(needs.begin(), needs.end());
  }

 private:
  // An exception moves a meeting or cancels it, not both.
  static bool MovesCancelled(const BodyPlan& plan) {
    const std::vector<DayChange>& changes = plan.offer->changes;
    return std::any_of(changes.begin(), changes.end(), [&](const DayChange& change) {
      if (!change.from || !change.to) return false;
      return std::any_of(plan.meetings.begin(), plan.meetings.end(), [&](const auto& meeting) {
        return meeting.cancelled && meeting.day == *change.to;
      });
    });
  }

  // All series but those that hang on this one, and itself.
  std::vector<FitBase> BasesFor(const SeriesRef& series) const {
    std::vector<FitBase> bases;
    for (const auto& [other, days] : days_) {
      std::set<SeriesRef> seen;
      if (!HangsOn(needs_, other, series, seen)) bases.push_back({other, days});
    }
    return bases;
  }

  std::optional<RuleOffer> InForce(const FitTask& task) const {
    const std::vector<When>& when = task.series.when;
    const bool list = std::any_of(when.begin(), when.end(), [](const When& part) {
      return std::holds_alternative<DateList>(part.rule);
    });
    if (list) return std::nullopt;
    const std::optional<std::vector<Day>> given = DaysGiven(task, when);
    if (!given) return std::nullopt;
    std::vector<DayChange> changes = ChangesBetween(*given, task.days);
    if (ShareByRule(changes.size(), task.days.size()) < kShareByRuleMin) return std::nullopt;
    return RuleOffer{true, when, WordsOf(when), std::move(changes)};
  }

  std::optional<RuleOffer> Fitted(const FitTask& task) const {
    std::optional<FittedRule> rule = FitRule(task);
    if (!rule) return std::nullopt;
    std::vector<When> when{std::move(rule->when)};
    Text words = WordsOf(when);
    return RuleOffer{false, std::move(when), std::move(words), std::move(rule->changes)};
  }

  Text WordsOf(const std::vector<When>& parts) const {
    Text words;
    for (const When& part : parts) {
      if (!words.empty()) words = words + Text("; ");
      words = words + WhenInWords(part, &organisation_);
    }
    return words;
  }

  const Organisation& organisation_;
  DaySpan period_;
  SeriesDays days_;
  DayFacts facts_;
  Dependencies needs_;
};

}  // namespace

void OfferRules(const Organisation& organisation, const Plan& plan, DaySpan period,
                std::vector<BodyPlan>& plans) {
  Offers offers(organisation, plan, period, plans);
  for (BodyPlan& body : plans) offers.Offer(body);
}

}  // namespace rytm
