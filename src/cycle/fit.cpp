#include "cycle/fit.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/limits.h"
#include "cycle/expand.h"
#include "dates/iso_week.h"

namespace rytm {
namespace {

constexpr Days kMoveMax{21};         // further away it is another meeting
constexpr Days kReach{35};           // policies move days into the period from so far outside
constexpr std::size_t kFewDays = 8;  // with fewer meetings a year, months may be named one by one
constexpr int kWeeksApartMax = 9;    // between meetings, and between a meeting and its base
constexpr Days kBreakMin{40};        // a gap so long is a summer
constexpr std::size_t kOffsetsTried = 3;
constexpr std::array<int, 5> kNths = {1, 2, 3, 4, -1};

// What a less simple rule costs, in changes it must save.
constexpr double kForMonthsOneByOne = 0.5;
constexpr double kForTwoAMonth = 0.5;
constexpr double kForWeeks = 0.5;
constexpr double kForMonthsOfWeeks = 0.5;
constexpr double kForRestart = 0.75;
constexpr double kForOffset = 1.5;

std::string Joined(const std::vector<unsigned>& numbers) {
  std::string text;
  for (const unsigned number : numbers) {
    if (!text.empty()) text += ',';
    text += std::to_string(number);
  }
  return text;
}

unsigned MonthOf(Day day) { return static_cast<unsigned>(CivilOf(day).month()); }

// Monday of the ISO week.
Day MondayOf(Day day) { return day - Days{WeekdayOf(day).iso_encoding() - 1}; }

// Months a rule may be of, and what naming them costs.
struct Months {
  std::vector<unsigned> months;  // sorted
  double cost = 0;

  bool Has(unsigned month) const { return std::binary_search(months.begin(), months.end(), month); }
  std::string ByMonth() const { return months.size() == 12 ? "" : ";BYMONTH=" + Joined(months); }
};

class Fitter {
 public:
  explicit Fitter(const FitTask& task) : task_(task) {
    std::map<unsigned, std::size_t> counts;
    for (const Day day : task.days) ++counts[WeekdayOf(day).iso_encoding()];
    // A weekday that gives less than the share that is asked for can still be the rule's: holidays
    // move meetings. Less than a third cannot.
    for (const auto& [weekday, count] : counts)
      if (3 * count >= task.days.size()) weekdays_.push_back(Weekday{weekday % 7});
    FindBreak();
    FindMonths();
  }

  std::optional<FittedRule> Best() {
    TryMonthly();
    TryWeekly();
    TryOffsets();
    if (!best_ || !Good(*best_)) TryIsoWeeks();
    if (best_ && Good(*best_)) return std::move(best_);
    return std::nullopt;
  }

 private:
  bool Good(const FittedRule& rule) const {
    return ShareByRule(rule.changes.size(), task_.days.size()) >= kShareByRuleMin;
  }

  // The longest gap, if it is as long as a summer.
  void FindBreak() {
    for (std::size_t i = 1; i < task_.days.size(); ++i) {
      const Days gap = task_.days[i] - task_.days[i - 1];
      const bool longest =
          !after_break_ || gap > task_.days[*after_break_] - task_.days[*after_break_ - 1];
      if (gap >= kBreakMin && longest) after_break_ = i;
    }
  }

  // The year but for a summer, and then for a Christmas too; more breaks are no rule but a list,
  // for all but a few meetings.
  void FindMonths() {
    std::set<unsigned> seen;
    for (const Day day : task_.days) seen.insert(MonthOf(day));
    months_.push_back({MonthsBut(seen, 1), 0});
    months_.push_back({MonthsBut(seen, 2), kForMonthsOneByOne});
    if (task_.days.size() < kFewDays)
      months_.push_back({{seen.begin(), seen.end()}, kForMonthsOneByOne});
  }

  // The year but for its longest stretches without days.
  static std::vector<unsigned> MonthsBut(const std::set<unsigned>& seen, std::size_t breaks) {
    std::vector<std::vector<unsigned>> gaps(1);
    for (unsigned i = 0; i < 12; ++i) {
      const unsigned month = (*seen.begin() + i - 1) % 12 + 1;
      if (seen.contains(month)) gaps.emplace_back();
      if (!seen.contains(month)) gaps.back().push_back(month);
    }
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    gaps.resize(std::min(gaps.size(), breaks));
    std::vector<unsigned> months;
    for (unsigned month = 1; month <= 12; ++month) {
      const bool free = std::any_of(gaps.begin(), gaps.end(), [&](const auto& gap) {
        return std::find(gap.begin(), gap.end(), month) != gap.end();
      });
      if (!free) months.push_back(month);
    }
    return months;
  }

  void TryMonthly() {
    for (const Months& months : months_) {
      for (const Weekday weekday : weekdays_) {
        const std::string day(FormatWeekday(weekday));
        for (std::size_t i = 0; i < kNths.size(); ++i) {
          const std::string first = "FREQ=MONTHLY;BYDAY=" + std::to_string(kNths[i]) + day;
          Try(RuleOf(first + months.ByMonth()), months.cost);
          for (std::size_t j = i + 1; j < kNths.size(); ++j) {
            const std::string second = "," + std::to_string(kNths[j]) + day;
            Try(RuleOf(first + second + months.ByMonth()), months.cost + kForTwoAMonth);
          }
        }
      }
    }
  }

  static Recurrence RuleOf(std::string rrule, std::optional<Day> anchor = std::nullopt) {
    return {.rrule = std::move(rrule), .anchor = anchor, .restarts = {}};
  }

  void TryWeekly() {
    for (const Weekday weekday : weekdays_) {
      for (int weeks = 1; weeks <= kWeeksApartMax; ++weeks) {
        // The rhythm counts from one of the first meetings: one of them may be moved.
        for (std::size_t i = 0; i < std::min<std::size_t>(3, task_.days.size()); ++i)
          TryWeeksFrom(MondayOf(task_.days[i]) + Days{weekday.iso_encoding() - 1}, weeks);
      }
    }
  }

  void TryWeeksFrom(Day meeting, int weeks) {
    // From the first in the period, so that the days before it are given too.
    const Days step{7 * weeks};
    Day anchor = meeting;
    while (anchor - step >= task_.period.first) anchor -= step;
    const std::string rrule = "FREQ=WEEKLY;INTERVAL=" + std::to_string(weeks) +
                              ";BYDAY=" + std::string(FormatWeekday(WeekdayOf(anchor)));
    TryRestarts(RuleOf(rrule, anchor), kForWeeks);
    for (const Months& months : months_) {
      if (months.months.size() == 12) continue;
      // The anchor is a day of the rule.
      const Day first = months.Has(MonthOf(anchor)) ? anchor : meeting;
      if (!months.Has(MonthOf(first))) continue;
      TryRestarts(RuleOf(rrule + months.ByMonth(), first),
                  kForWeeks + kForMonthsOfWeeks + months.cost);
    }
  }

  void TryRestarts(Recurrence rule, double cost) {
    Try(rule, cost);
    if (!after_break_) return;
    const Day again = task_.days[*after_break_];
    for (const bool after_recess : {true, false}) {
      rule.restarts = {{.after_recess = after_recess, .iso_week = IsoWeekOf(again).week}};
      if (!after_recess || RecessBefore(again)) Try(rule, cost + kForRestart);
    }
  }

  bool RecessBefore(Day day) const {
    const std::optional<Day> recess = task_.facts.RecessBegunBefore(MondayOf(day));
    return recess && *recess > task_.days[*after_break_ - 1];
  }

  // The distances that most days have to some meeting of another series.
  void TryOffsets() {
    for (const FitBase& base : task_.bases) {
      std::map<std::pair<int, unsigned>, std::size_t> in_weeks;
      std::map<int, std::size_t> in_days;
      for (const Day day : task_.days) {
        for (const Day meeting : base.days) {
          const auto weeks = static_cast<int>((MondayOf(day) - MondayOf(meeting)).count() / 7);
          if (std::abs(weeks) > kWeeksApartMax) continue;
          ++in_weeks[{weeks, WeekdayOf(day).iso_encoding()}];
          ++in_days[static_cast<int>((day - meeting).count())];
        }
      }
      for (const auto& [weeks, weekday] : MostCommon(in_weeks)) {
        Offset offset{.from = base.series,
                      .weeks = weeks,
                      .weekday = Weekday{weekday % 7},
                      .days = {},
                      .working_days = {}};
        Try(offset, kForOffset);
      }
      for (const int days : MostCommon(in_days)) {
        Offset offset{
            .from = base.series, .weeks = {}, .weekday = {}, .days = days, .working_days = {}};
        Try(offset, kForOffset);
      }
    }
  }

  template <class Key>
  std::vector<Key> MostCommon(const std::map<Key, std::size_t>& counts) const {
    std::vector<std::pair<std::size_t, Key>> sorted;
    for (const auto& [key, count] : counts)
      if (2 * count >= task_.days.size()) sorted.emplace_back(count, key);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Key> keys;
    for (std::size_t i = 0; i < std::min(sorted.size(), kOffsetsTried); ++i)
      keys.push_back(sorted[i].second);
    return keys;
  }

  // Of one year: in two years the same meeting is in other weeks.
  void TryIsoWeeks() {
    if (IsoWeekOf(task_.days.front()).year != IsoWeekOf(task_.days.back()).year) return;
    for (const Weekday weekday : weekdays_) {
      IsoWeeks rule{.weeks = {}, .weekday = weekday};
      for (const Day day : task_.days) rule.weeks.push_back(IsoWeekOf(day).week);
      rule.weeks.erase(std::unique(rule.weeks.begin(), rule.weeks.end()), rule.weeks.end());
      Try(std::move(rule), 0);
    }
  }

  template <class Rule>
  void Try(Rule rule, double cost) {
    When when{.from = {}, .until = {}, .rule = std::move(rule), .pointer = {}};
    const std::optional<std::vector<Day>> given = DaysGiven(task_, {when});
    if (!given) return;
    std::vector<DayChange> changes = ChangesBetween(*given, task_.days);
    const double score = static_cast<double>(changes.size()) + cost;
    if (best_ && score >= best_score_) return;
    best_ = FittedRule{std::move(when), std::move(changes)};
    best_score_ = score;
  }

  const FitTask& task_;
  std::vector<Weekday> weekdays_;
  std::vector<Months> months_;
  std::optional<std::size_t> after_break_;  // the first day after the summer
  std::optional<FittedRule> best_;
  double best_score_ = 0;
};

// The meetings an offset counts from.
std::vector<BaseDay> BasesOf(const FitTask& task, const When& part) {
  std::vector<BaseDay> bases;
  const auto* offset = std::get_if<Offset>(&part.rule);
  if (offset == nullptr) return bases;
  for (const FitBase& base : task.bases) {
    if (base.series != offset->from) continue;
    for (const Day day : base.days) bases.push_back({.index = bases.size(), .day = day});
  }
  return bases;
}

bool StandsOnTask(const When& part) {
  return !std::holds_alternative<TermPoint>(part.rule) &&
         !std::holds_alternative<LawDay>(part.rule) &&
         !std::holds_alternative<OnMeetings>(part.rule);
}

}  // namespace

std::vector<DayChange> ChangesBetween(const std::vector<Day>& given,
                                      const std::vector<Day>& wanted) {
  // cost[i][j]: changes, then days moved, for what comes after the first i and j.
  using Cost = std::pair<std::size_t, Days::rep>;
  const std::size_t rows = given.size() + 1;
  const std::size_t columns = wanted.size() + 1;
  std::vector<Cost> costs(rows * columns);
  const auto cost = [&](std::size_t i, std::size_t j) -> Cost& { return costs[i * columns + j]; };
  const auto apart = [&](std::size_t i, std::size_t j) {
    return given[i] < wanted[j] ? wanted[j] - given[i] : given[i] - wanted[j];
  };
  const auto paired = [&](std::size_t i, std::size_t j) {
    Cost after = cost(i + 1, j + 1);
    if (given[i] != wanted[j]) ++after.first;
    after.second += apart(i, j).count();
    return after;
  };
  const auto alone = [](Cost after) { return Cost{after.first + 1, after.second}; };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      const bool has_given = i < given.size();
      const bool has_wanted = j < wanted.size();
      if (!has_given && !has_wanted) continue;
      std::optional<Cost> least;
      const auto offer = [&](Cost other) { least = least ? std::min(*least, other) : other; };
      if (has_given) offer(alone(cost(i + 1, j)));
      if (has_wanted) offer(alone(cost(i, j + 1)));
      if (has_given && has_wanted && apart(i, j) <= kMoveMax) offer(paired(i, j));
      cost(i, j) = *least;
    }
  }
  std::vector<DayChange> changes;
  for (std::size_t i = 0, j = 0; i < given.size() || j < wanted.size();) {
    const bool both = i < given.size() && j < wanted.size();
    if (both && apart(i, j) <= kMoveMax && cost(i, j) == paired(i, j)) {
      if (given[i] != wanted[j]) changes.push_back({given[i], wanted[j]});
      ++i;
      ++j;
    } else if (i < given.size() && cost(i, j) == alone(cost(i + 1, j))) {
      changes.push_back({given[i++], std::nullopt});
    } else {
      changes.push_back({std::nullopt, wanted[j++]});
    }
  }
  return changes;
}

std::optional<std::vector<Day>> DaysGiven(const FitTask& task, const std::vector<When>& parts) {
  const DaySpan reach{std::max(kFirstDay, task.period.first - kReach),
                      std::min(kLastDay, task.period.last + kReach)};
  std::vector<Day> days;
  for (const When& part : parts) {
    if (!StandsOnTask(part)) return std::nullopt;
    const Result<std::vector<NominalDay>> nominal =
        Expand(part, 0, task.body, BasesOf(task, part), {}, task.facts, reach);
    if (!nominal.ok()) return std::nullopt;
    for (const NominalDay& one : nominal.value()) {
      const PolicyResult policy = ApplyPolicies(task.series, one, task.avoided, task.facts);
      if (!policy.skipped && task.period.Contains(policy.day) && Lives(task.body, policy.day))
        days.push_back(policy.day);
    }
  }
  std::sort(days.begin(), days.end());
  if (std::adjacent_find(days.begin(), days.end()) != days.end()) return std::nullopt;
  return days;
}

double ShareByRule(std::size_t changes, std::size_t days) {
  return days == 0 ? 0 : 1 - static_cast<double>(changes) / static_cast<double>(days);
}

std::optional<FittedRule> FitRule(const FitTask& task) {
  if (task.days.size() < kDaysFittedMin) return std::nullopt;
  return Fitter(task).Best();
}

}  // namespace rytm
