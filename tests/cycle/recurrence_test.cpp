// libical's answers held to a reading of RFC 5545 §3.3.10 that asks each day by itself.
#include "cycle/recurrence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>
#include <string>

#include "base/limits.h"
#include "organisation/recurrence_rule.h"

namespace rytm {
namespace {

const DayFacts& NoBreaks() {
  static const DayFacts facts({}, {MakeDay(2026, 1, 1), MakeDay(2034, 12, 31)});
  return facts;
}

std::vector<Day> DaysOf(const std::string& rrule, std::optional<Day> anchor, DaySpan within) {
  return ExpandRecurrence({.rrule = rrule, .anchor = anchor, .restarts = {}}, NoBreaks(), within)
      .days;
}

std::string Listed(const std::vector<Day>& days) {
  std::string text;
  for (const Day day : days) text += FormatDay(day) + " ";
  return text;
}

// --- the slow reading -------------------------------------------------------------------------

class SlowRule {
 public:
  SlowRule(const std::string& rrule, Day anchor) : anchor_(anchor) {
    std::istringstream parts(rrule);
    for (std::string part; std::getline(parts, part, ';');) {
      const std::size_t equals = part.find('=');
      std::istringstream values(part.substr(equals + 1));
      for (std::string value; std::getline(values, value, ',');) {
        parts_[part.substr(0, equals)].push_back(value);
      }
    }
    freq_ = parts_["FREQ"].front();
    if (Has("INTERVAL")) interval_ = std::stoi(parts_["INTERVAL"].front());
    if (Has("WKST")) week_starts_ = *ParseWeekday(parts_["WKST"].front());
  }

  std::vector<Day> DaysIn(DaySpan within) {
    std::vector<Day> days;
    // Whole periods, so that BYSETPOS sees all of them.
    std::map<int, std::vector<Day>> periods;
    for (Day day = within.first - Days{366}; day <= within.last + Days{366}; day += Days{1}) {
      const int away = PeriodOf(day) - PeriodOf(anchor_);
      if (away >= 0 && away % interval_ == 0 && Fits(day)) periods[away].push_back(day);
    }
    for (const auto& [period, candidates] : periods) {
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!AtSetPosition(static_cast<int>(i), static_cast<int>(candidates.size()))) continue;
        if (candidates[i] >= anchor_ && within.Contains(candidates[i])) {
          days.push_back(candidates[i]);
        }
      }
    }
    return days;
  }

 private:
  bool Has(const std::string& name) const { return parts_.count(name) > 0; }

  int PeriodOf(Day day) const {
    const date::year_month_day civil = CivilOf(day);
    const int year = static_cast<int>(civil.year());
    if (freq_ == "YEARLY") return year;
    if (freq_ == "MONTHLY")
      return year * 12 + static_cast<int>(static_cast<unsigned>(civil.month()));
    const int number = day.time_since_epoch().count();
    if (freq_ == "DAILY") return number;
    return (number - (WeekdayOf(day) - week_starts_).count()) / 7;
  }

  // One of `numbers` is this one, counted from the front (from 1) or from behind (from -1).
  bool Numbered(const std::string& name, int place, int count) const {
    const auto& numbers = parts_.at(name);
    return std::any_of(numbers.begin(), numbers.end(), [&](const std::string& number) {
      return std::stoi(number) == place || std::stoi(number) == place - count - 1;
    });
  }

  bool AtSetPosition(int index, int count) const {
    return !Has("BYSETPOS") || Numbered("BYSETPOS", index + 1, count);
  }

  bool Fits(Day day) const {
    const date::year_month_day civil = CivilOf(day);
    const int month_day = static_cast<int>(static_cast<unsigned>(civil.day()));
    const int days_in_month = static_cast<int>(static_cast<unsigned>(
        date::year_month_day_last{civil.year() / civil.month() / date::last}.day()));
    const int days_in_year = civil.year().is_leap() ? 366 : 365;
    const int year_day = (day - MakeDay(static_cast<int>(civil.year()), 1, 1)).count() + 1;
    const date::year_month_day start = CivilOf(anchor_);
    const bool no_day = !Has("BYDAY") && !Has("BYMONTHDAY") && !Has("BYYEARDAY");

    if (Has("BYMONTH")) {
      if (!Numbered("BYMONTH", static_cast<int>(static_cast<unsigned>(civil.month())), 1000)) {
        return false;
      }
    } else if (freq_ == "YEARLY" && no_day && civil.month() != start.month()) {
      return false;
    }
    if (Has("BYYEARDAY") && !Numbered("BYYEARDAY", year_day, days_in_year)) return false;
    if (Has("BYMONTHDAY") && !Numbered("BYMONTHDAY", month_day, days_in_month)) return false;
    if (Has("BYDAY")) {
      const bool in_year = freq_ == "YEARLY" && !Has("BYMONTH");
      return in_year ? FitsByDay(day, year_day, days_in_year)
                     : FitsByDay(day, month_day, days_in_month);
    }
    if (freq_ == "WEEKLY") return WeekdayOf(day) == WeekdayOf(anchor_);
    if (no_day && freq_ != "DAILY") return civil.day() == start.day();
    return true;
  }

  bool FitsByDay(Day day, int place, int count) const {
    const int from_front = (place - 1) / 7 + 1;
    const int from_behind = -((count - place) / 7 + 1);
    const auto& named = parts_.at("BYDAY");
    return std::any_of(named.begin(), named.end(), [&](const std::string& one) {
      if (*ParseWeekday(one.substr(one.size() - 2)) != WeekdayOf(day)) return false;
      if (one.size() == 2) return true;
      const int number = std::stoi(one.substr(0, one.size() - 2));
      return number == from_front || number == from_behind;
    });
  }

  std::map<std::string, std::vector<std::string>> parts_;
  std::string freq_;
  int interval_ = 1;
  Weekday week_starts_ = date::Monday;
  Day anchor_;
};

class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : random_(seed) {}

  int Upto(int last) { return std::uniform_int_distribution<int>(0, last)(random_); }

  std::string Next() {
    static const char* const kFreq[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const std::string freq = kFreq[Upto(3)];
    std::string rule = "FREQ=" + freq;
    const bool monthly = freq == "MONTHLY" || freq == "YEARLY";
    if (Upto(1) == 0) rule += ";INTERVAL=" + std::to_string(1 + Upto(freq == "DAILY" ? 40 : 5));
    if (freq == "YEARLY" && Upto(4) == 0) {
      rule += ";BYYEARDAY=" + List({-366, -365, -200, -1, 1, 45, 100, 152, 366});
    }
    if (Upto(2) == 0) rule += ";BYMONTH=" + List({1, 2, 3, 5, 6, 8, 9, 12});
    if (Upto(2) != 0) rule += ";BYDAY=" + Weekdays(monthly);
    if (freq != "WEEKLY" && Upto(3) == 0) {
      rule += ";BYMONTHDAY=" + List({-31, -2, -1, 1, 8, 9, 10, 11, 12, 13, 14, 29, 30, 31});
    }
    if (rule.find(";BY") != std::string::npos && Upto(3) == 0) {
      rule += ";BYSETPOS=" + List({-2, -1, 1, 2, 3});
    }
    if (freq == "WEEKLY" && Upto(3) == 0) rule += Upto(1) == 0 ? ";WKST=SU" : ";WKST=WE";
    return rule;
  }

 private:
  std::string List(std::vector<int> values) {
    std::shuffle(values.begin(), values.end(), random_);
    values.resize(static_cast<std::size_t>(Upto(3)) + 1);
    std::string list;
    for (const int value : values) list += (list.empty() ? "" : ",") + std::to_string(value);
    return list;
  }

  std::string Weekdays(bool numbered) {
    std::vector<std::string> names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::shuffle(names.begin(), names.end(), random_);
    names.resize(static_cast<std::size_t>(Upto(2)) + 1);
    static const char* const kNumbers[] = {"1", "2", "3", "4", "5", "-1", "-2"};
    const bool with_numbers = numbered && Upto(1) == 0;
    std::string list;
    for (const std::string& name : names) {
      list += list.empty() ? "" : ",";
      if (with_numbers) list += kNumbers[Upto(6)];
      list += name;
    }
    return list;
  }

  std::mt19937 random_;
};

// Whether the reader lets the rule through. It wants the anchor to be a day of the rule; what holds
// here holds for any anchor.
bool Sensible(const std::string& rrule, Day anchor) {
  const std::vector<Problem> problems = CheckRecurrence(ParseRecurrenceRule(rrule).value(), anchor);
  return std::all_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.pointer == "/anchor"; });
}

TEST(Recurrence, EqualsAskingEachDayByItself) {
  constexpr unsigned kSeed = 55453310;
  RandomRules rules(kSeed);
  int compared = 0;
  std::size_t given = 0;
  for (int i = 0; i < 500; ++i) {
    const std::string rrule = rules.Next();
    const Day anchor = MakeDay(2025, 1, 1) + Days{rules.Upto(1500)};
    const Day first = MakeDay(2027, 1, 1) + Days{rules.Upto(500)};
    const DaySpan within{first, first + Days{rules.Upto(600)}};
    if (!Sensible(rrule, anchor)) continue;
    ++compared;
    const std::vector<Day> slow = SlowRule(rrule, anchor).DaysIn(within);
    const std::vector<Day> days = DaysOf(rrule, anchor, within);
    given += days.size();
    EXPECT_EQ(Listed(slow), Listed(days))
        << rrule << " anchor " << FormatDay(anchor) << " within " << FormatDay(within.first)
        << " to " << FormatDay(within.last) << ", rule " << i << " of seed " << kSeed;
  }
  EXPECT_GT(compared, 250) << "the rules must pass the reader";
  EXPECT_GT(given, 3'000U) << "the rules must give days to compare";
}

}  // namespace
}  // namespace rytm
