#include "app/extend.h"

#include <algorithm>
#include <string>

#include "app/decided_departures.h"
#include "app/offer_rules.h"
#include "app/rule_file_edit.h"
#include "app/rules.h"
#include "base/limits.h"
#include "organisation/decided_series.h"
#include "plan/align.h"

namespace rytm {
namespace {

constexpr Days kSameWeekday{364};  // a year later

Error Refused(Day until, Day planned) {
  if (until > kLastDay) {
    const std::string last = FormatDay(kLastDay);
    return {ErrorCode::kBadInput,
            {"Det går att planera till " + last + ": efter det är ingen sommartid känd.",
             "Plans reach to " + last + ": no summer time is known after it."},
            {}};
  }
  const std::string day = FormatDay(planned);
  return {ErrorCode::kBadInput,
          {"Planen går redan till " + day + ". Ange en senare dag.",
           "The plan goes to " + day + " already. Name a later day."},
          {}};
}

// The same day one year earlier or later; 29 February is then 28 February.
Day YearsFrom(Day day, int years) {
  const date::year_month_day civil = CivilOf(day) + date::years{years};
  return civil.ok() ? Day{civil} : Day{civil.year() / civil.month() / date::last};
}

std::vector<Day> MeetingDays(const Plan& plan, const SeriesRef& series, DaySpan within) {
  std::vector<Day> days;
  for (const Item& item : plan.items)
    if (IsMeetingOf(item, series) && !item.cancelled && within.Contains(item.day))
      days.push_back(item.day);
  return days;
}

class Extending {
 public:
  Extending(const Planned& planned, const ExtendOptions& options, const StoredRules& rules)
      : planned_(planned),
        options_(options),
        name_(ImportedFileName(rules)),
        edit_(name_, std::string(ImportedFile(rules))) {
    const DaySpan window = planned.organisation->window;
    extension_.added = {window.last + Days{1}, options.until};
    extension_.as_rules = options.rules;
    last_year_ = {std::max(window.first, YearsFrom(window.last, -1) + Days{1}), window.last};
  }

  Result<Extension> Run(Database& database, bool preview, const Author& author, Instant now) {
    edit_.SetWindowUntil(options_.until);
    const std::vector<BodyPlan> decided = DecidedPlans();
    if (options_.rules)
      for (const BodyPlan& plan : decided)
        if (plan.offer) TakeOffer(plan);
    const std::string until = FormatDay(options_.until);
    Result<ImportReport> report = ImportRules(
        database, planned_,
        {name_, edit_.text(), {"Förlängde planen till " + until, "Extended the plan to " + until}},
        preview, author, now);
    if (!report.ok()) return report.error();
    extension_.report = std::move(report).value();
    for (const Body& body : planned_.organisation->bodies)
      for (const Series& series : body.series) AddSeries(body, series, decided);
    return std::move(extension_);
  }

 private:
  // The last year of each series that people decided.
  std::vector<BodyPlan> DecidedPlans() const {
    std::vector<BodyPlan> plans;
    for (const Body& body : planned_.organisation->bodies) {
      for (const Series& series : body.series) {
        if (!IsDecidedLately(series)) continue;
        BodyPlan plan{
            .series = {body.id, series.id}, .name = body.name, .meetings = {}, .offer = {}};
        for (const Day day : MeetingDays(planned_.plan, plan.series, last_year_))
          plan.meetings.push_back(
              {.body = body.id, .day = day, .at = {}, .lasts = {}, .place = {}});
        if (!plan.meetings.empty()) plans.push_back(std::move(plan));
      }
    }
    OfferRules(*planned_.organisation, planned_.plan, last_year_, plans);
    return plans;
  }

  bool IsDecidedLately(const Series& series) const {
    return std::any_of(series.when.begin(), series.when.end(), [&](const When& part) {
      const auto* list = std::get_if<DateList>(&part.rule);
      return list != nullptr && std::any_of(list->dates.begin(), list->dates.end(),
                                            [&](Day day) { return last_year_.Contains(day); });
    });
  }

  void TakeOffer(const BodyPlan& plan) {
    When rule = plan.offer->when.front();
    rule.from = extension_.added.first;
    edit_.SetSeries(plan.series, "when",
                    SpliceWhen(edit_.Series(plan.series).at("when"), extension_.added, rule, true));
  }

  void AddSeries(const Body& body, const Series& series, const std::vector<BodyPlan>& decided) {
    ExtendedSeries extended{.series = {body.id, series.id},
                            .body = body.name,
                            .name = series.name,
                            .pairs = {},
                            .offer = {}};
    for (Day first = extension_.added.first; first <= extension_.added.last;
         first = YearsFrom(first, 1)) {
      const DaySpan year{YearsFrom(first, -1), first - Days{1}};
      const DaySpan next{first, std::min(extension_.added.last, YearsFrom(first, 1) - Days{1})};
      const auto days = [&](DaySpan span) {
        return MeetingDays(extension_.report.plan, extended.series, span);
      };
      const std::vector<YearPair> pairs = BesideEachOther(days(year), days(next));
      extended.pairs.insert(extended.pairs.end(), pairs.begin(), pairs.end());
    }
    const auto plan = std::find_if(decided.begin(), decided.end(), [&](const BodyPlan& one) {
      return one.series == extended.series;
    });
    if (plan != decided.end()) {
      extended.decided = plan->meetings.size();
      extended.offer = plan->offer;
    }
    if (!extended.pairs.empty()) extension_.series.push_back(std::move(extended));
  }

  const Planned& planned_;
  const ExtendOptions& options_;
  const std::string name_;
  RuleFileEdit edit_;
  DaySpan last_year_{};
  Extension extension_;
};

}  // namespace

Result<Extension> ExtendPlan(Database& database, const Planned& planned,
                             const ExtendOptions& options, bool preview, const Author& author,
                             Instant now) {
  const Day last = planned.organisation->window.last;
  if (options.until <= last || options.until > kLastDay) return Refused(options.until, last);
  // Newer rules than `planned` knows are refused when they are saved.
  const Result<std::optional<StoredRules>> rules = database.store().Rules();
  if (!rules.ok()) return rules.error();
  return Extending(planned, options, *rules.value()).Run(database, preview, author, now);
}

std::vector<YearPair> BesideEachOther(const std::vector<Day>& year, const std::vector<Day>& next) {
  std::vector<AlignDay> expected;
  std::vector<AlignDay> given;
  for (const Day day : year) expected.push_back({day + kSameWeekday, {}});
  for (const Day day : next) given.push_back({day, {}});
  const std::vector<std::optional<std::size_t>> matches = Align(expected, given);
  std::vector<bool> goes_on(year.size());
  for (const std::optional<std::size_t>& match : matches)
    if (match) goes_on[*match] = true;
  std::vector<YearPair> pairs;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < year.size() || j < next.size()) {
    const bool ends = i < year.size() && !goes_on[i];
    const bool begins = j < next.size() && !matches[j];
    if (ends && !(begins && next[j] < expected[i].day))
      pairs.push_back({year[i++], std::nullopt});
    else if (begins)
      pairs.push_back({std::nullopt, next[j++]});
    else
      pairs.push_back({year[i++], next[j++]});
  }
  return pairs;
}

}  // namespace rytm
