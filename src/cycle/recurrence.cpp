#include "cycle/recurrence.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/limits.h"
#include "dates/iso_week.h"
#include "organisation/recurrence_rule.h"

// How it is kept quick and true: what a rule leaves to DTSTART (RFC 5545 §3.3.10: the weekday of a
// weekly rule without BYDAY, and so on) is written into the rule. Then DTSTART may be the start of
// any period that is a whole number of intervals from the anchor's, and the iterator begins beside
// the days asked for, however far away the anchor is.
//
// What libical 3.0.16 gets wrong is kept away from it; the tests hold the result to the RFC.

namespace rytm {
namespace {

// libical 3.0.16 is not proven thread-safe.
std::mutex& LibicalMutex() {
  static std::mutex mutex;
  return mutex;
}

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, FreeIterator>;

using Frequency = RecurrenceRule::Frequency;

icaltimetype DateOf(Day day) {
  const date::year_month_day civil = CivilOf(day);
  icaltimetype time = icaltime_null_time();  // icaltime_null_date has hour -1: a trap in iterators
  time.is_date = 1;
  time.year = static_cast<int>(civil.year());
  time.month = static_cast<int>(static_cast<unsigned>(civil.month()));
  time.day = static_cast<int>(static_cast<unsigned>(civil.day()));
  return time;
}

Day DayOf(const icaltimetype& time) {
  return MakeDay(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day));
}

// A stretch of one rhythm: it counts from `start` and gives days in `days`.
struct Stretch {
  Day start;
  DaySpan days;
};

// The rule with everything in it that it would take from DTSTART.
std::string FilledIn(const std::string& rrule, const RecurrenceRule& rule, Day anchor) {
  const date::year_month_day civil = CivilOf(anchor);
  const std::string month = std::to_string(static_cast<unsigned>(civil.month()));
  const std::string day = std::to_string(static_cast<unsigned>(civil.day()));
  const bool no_day = rule.by_day.empty() && rule.by_month_day.empty() && rule.by_year_day.empty();
  std::string filled = rrule;
  if (rule.frequency == Frequency::kWeekly && rule.by_day.empty()) {
    filled.append(";BYDAY=").append(FormatWeekday(WeekdayOf(anchor)));
  }
  if (rule.frequency == Frequency::kYearly && rule.by_month.empty()) {
    if (no_day) filled += ";BYMONTH=" + month;
    // Days of the month without a month are days of every month; libical takes that of DTSTART.
    if (!rule.by_month_day.empty()) filled += ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";
  }
  const bool by_month =
      rule.frequency == Frequency::kMonthly || rule.frequency == Frequency::kYearly;
  if (by_month && no_day) filled += ";BYMONTHDAY=" + day;
  return filled;
}

// The part of time INTERVAL counts.
Day PeriodStart(const RecurrenceRule& rule, Day day) {
  const date::year_month_day civil = CivilOf(day);
  switch (rule.frequency) {
    case Frequency::kDaily:
      return day;
    case Frequency::kWeekly:
      return day - (WeekdayOf(day) - rule.week_start);
    case Frequency::kMonthly:
      return Day{civil.year() / civil.month() / 1};
    case Frequency::kYearly:
      return MakeDay(YearOf(day), 1, 1);
  }
  return day;
}

// The start of the last period, not after that of `until`, which is a whole number of intervals
// from the period of `start`; start <= until.
Day WholeIntervalsFrom(const RecurrenceRule& rule, Day start, Day until) {
  const auto whole = [&](int count) { return count - count % rule.interval; };
  const Day from = PeriodStart(rule, start);
  const Day to = PeriodStart(rule, until);
  const date::year_month_day first = CivilOf(from);
  const date::year_month_day last = CivilOf(to);
  switch (rule.frequency) {
    case Frequency::kDaily:
      return from + Days{whole((to - from).count())};
    case Frequency::kWeekly:
      return from + Days{7 * whole((to - from).count() / 7)};
    case Frequency::kMonthly: {
      const date::year_month month{first.year(), first.month()};
      const date::months away = date::year_month{last.year(), last.month()} - month;
      return Day{(month + date::months{whole(away.count())}) / 1};
    }
    case Frequency::kYearly:
      return Day{(first.year() + date::years{whole((last.year() - first.year()).count())}) / 1 / 1};
  }
  return from;
}

bool Names(const RecurrenceRule& rule, Weekday weekday, Day anchor) {
  if (rule.by_day.empty()) return WeekdayOf(anchor) == weekday;
  return std::any_of(rule.by_day.begin(), rule.by_day.end(),
                     [&](const RecurrenceRule::ByDay& by) { return by.weekday == weekday; });
}

// The first day that the rule names in the seven days from `day`.
Day FirstNamedDay(const RecurrenceRule& rule, Day day, Day anchor) {
  while (!Names(rule, WeekdayOf(day), anchor)) day += Days{1};
  return day;
}

// Whether the day is in BYMONTH and BYMONTHDAY.
bool FitsMonthAndDay(const RecurrenceRule& rule, Day day) {
  const date::year_month_day civil = CivilOf(day);
  const int month = static_cast<int>(static_cast<unsigned>(civil.month()));
  const int from_front = static_cast<int>(static_cast<unsigned>(civil.day()));
  const int from_behind = (day - Day{civil.year() / civil.month() / date::last}).count() - 1;
  const auto has = [](const std::vector<int>& numbers, int number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  };
  return (rule.by_month.empty() || has(rule.by_month, month)) &&
         (rule.by_month_day.empty() || has(rule.by_month_day, from_front) ||
          has(rule.by_month_day, from_behind));
}

// Whether BYSETPOS is applied here: libical passes it by in daily and weekly rules, sees too few
// days where BYYEARDAY meets other parts, and numbers a day twice that BYMONTHDAY names from both
// ends of the month.
bool ChoosesHere(const RecurrenceRule& rule) {
  if (rule.by_set_pos.empty()) return false;
  if (rule.frequency == Frequency::kDaily || rule.frequency == Frequency::kWeekly) return true;
  if (!rule.by_year_day.empty()) return true;
  const auto from_behind = [](int number) { return number < 0; };
  return std::any_of(rule.by_month_day.begin(), rule.by_month_day.end(), from_behind) &&
         !std::all_of(rule.by_month_day.begin(), rule.by_month_day.end(), from_behind);
}

// Of the days of each period those that BYSETPOS numbers.
std::vector<Day> AtSetPositions(const RecurrenceRule& rule, const std::vector<Day>& days) {
  std::vector<Day> chosen;
  for (auto begin = days.begin(); begin != days.end();) {
    const Day period = PeriodStart(rule, *begin);
    const auto end =
        std::find_if(begin, days.end(), [&](Day day) { return PeriodStart(rule, day) != period; });
    for (auto day = begin; day != end; ++day) {
      const bool named = std::any_of(rule.by_set_pos.begin(), rule.by_set_pos.end(), [&](int pos) {
        return pos == day - begin + 1 || pos == day - end;
      });
      if (named) chosen.push_back(*day);
    }
    begin = end;
  }
  return chosen;
}

class Rhythm {
 public:
  Rhythm(const std::string& rrule, RecurrenceRule rule, Day anchor)
      : rule_(std::move(rule)),
        anchor_(anchor),
        ical_rule_(icalrecurrencetype_from_string(FilledIn(rrule, rule_, anchor).c_str())) {
    // Looked at here: libical knows no negative BYMONTHDAY in daily rules, and mistakes the parts
    // when BYYEARDAY meets them.
    if (rule_.frequency == Frequency::kDaily || !rule_.by_year_day.empty()) {
      ical_rule_.by_month_day[0] = ICAL_RECURRENCE_ARRAY_MAX;
    }
    if (!rule_.by_year_day.empty()) ical_rule_.by_month[0] = ICAL_RECURRENCE_ARRAY_MAX;
    if (ChoosesHere(rule_)) ical_rule_.by_set_pos[0] = ICAL_RECURRENCE_ARRAY_MAX;
  }

  void AddDays(const Stretch& stretch, std::vector<Day>& days) {
    const DaySpan span{std::max(stretch.start, stretch.days.first), stretch.days.last};
    if (span.last < span.first) return;
    Day begin = WholeIntervalsFrom(rule_, stretch.start, span.first);
    // From another day of the week than the first it names libical slips a week.
    if (rule_.frequency == Frequency::kWeekly) begin = FirstNamedDay(rule_, begin, anchor_);
    // A period that is begun is needed whole where days are numbered in it.
    std::vector<Day> given = DaysFrom(begin, span.last + Days{ChoosesHere(rule_) ? 366 : 0});
    if (ChoosesHere(rule_)) given = AtSetPositions(rule_, given);
    for (const Day day : given) {
      if (span.Contains(day)) days.push_back(day);
    }
  }

 private:
  std::vector<Day> DaysFrom(Day begin, Day last) {
    std::vector<Day> days;
    ical_rule_.until = DateOf(last);  // else a rule without days is looked for until the year 2582
    const Iterator iterator(icalrecur_iterator_new(ical_rule_, DateOf(begin)));
    if (!iterator) return days;                              // an impossible rule: 30 February
    for (Day step = begin; step <= last; step += Days{1}) {  // at most one a day
      const icaltimetype time = icalrecur_iterator_next(iterator.get());
      if (icaltime_is_null_time(time)) break;
      const Day day = DayOf(time);
      if (last < day) break;
      if (FitsMonthAndDay(rule_, day)) days.push_back(day);
    }
    return days;
  }

  RecurrenceRule rule_;
  Day anchor_;
  icalrecurrencetype ical_rule_;
};

// The stretches of a rhythm that starts anew in some weeks of every year: each ends the day before
// the next begins, or where the recess before that begins.
std::vector<Stretch> StretchesOf(const Recurrence& recurrence, const RecurrenceRule& rule,
                                 const DayFacts& facts, Day anchor, DaySpan within) {
  struct Restart {
    Day day;
    std::optional<Day> recess;  // where the old rhythm stops, if it had begun by then
  };
  std::vector<Restart> restarts;
  for (int year = YearOf(within.first) - 2; year <= YearOf(within.last) + 1; ++year) {
    for (const Recurrence::Restart& restart : recurrence.restarts) {
      // In a year without week 53 it is the last week.
      const unsigned week = std::min(restart.iso_week, IsoWeeksIn(year));
      const Day monday = *DayOfIsoWeek(year, week, date::Monday);
      const Day day = FirstNamedDay(rule, monday, anchor);
      if (day <= anchor) continue;
      restarts.push_back(
          {day, restart.after_recess ? facts.RecessBegunBefore(monday) : std::nullopt});
    }
  }
  std::sort(restarts.begin(), restarts.end(),
            [](const Restart& a, const Restart& b) { return a.day < b.day; });

  std::vector<Stretch> stretches;
  Day start = anchor;
  for (const Restart& restart : restarts) {
    const bool recess = restart.recess && start < *restart.recess;
    const Day stops = recess ? *restart.recess : restart.day;
    stretches.push_back({start, {within.first, std::min(within.last, stops - Days{1})}});
    start = restart.day;
  }
  stretches.push_back({start, within});
  return stretches;
}

}  // namespace

RecurrenceDays ExpandRecurrence(const Recurrence& recurrence, const DayFacts& facts,
                                DaySpan within) {
  Result<RecurrenceRule> rule = ParseRecurrenceRule(recurrence.rrule);
  if (!rule.ok()) return {};
  const Day anchor = recurrence.anchor.value_or(kFirstDay);
  const std::vector<Stretch> stretches =
      StretchesOf(recurrence, rule.value(), facts, anchor, within);

  RecurrenceDays result;
  result.names_saturday = Names(rule.value(), date::Saturday, anchor);
  const std::lock_guard lock(LibicalMutex());
  Rhythm rhythm(recurrence.rrule, std::move(rule).value(), anchor);
  for (const Stretch& stretch : stretches) rhythm.AddDays(stretch, result.days);
  return result;
}

}  // namespace rytm
