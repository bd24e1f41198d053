// Recurrence rules (RFC 5545 §3.3.10), the safe subset of calendar/README.md, read strictly.
//
// What passes here is expanded by a library that cannot be interrupted (cycle/): a rule that would
// search for ever, or that leaves the day to chance, must stop at this door.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct RecurrenceRule {
  enum class Frequency { kDaily, kWeekly, kMonthly, kYearly };
  struct ByDay {
    int nth = 0;  // 2: the second of the month (of the year), -1: the last; 0: each
    Weekday weekday;
    friend bool operator==(const ByDay&, const ByDay&) = default;
  };
  Frequency frequency = Frequency::kDaily;
  int interval = 1;  // 1..kRecurrenceIntervalMax
  std::vector<ByDay> by_day;
  std::vector<int> by_month;      // 1..12
  std::vector<int> by_month_day;  // 1..31, or negative from the end
  std::vector<int> by_year_day;   // 1..366, or negative from the end
  std::vector<int> by_set_pos;    // 1..366, or negative from the end
  Weekday week_start{date::Monday};
  friend bool operator==(const RecurrenceRule&, const RecurrenceRule&) = default;
};

// "FREQ=MONTHLY;BYDAY=3WE": each part once, in capitals, nothing else than the parts above. The
// problems of the error name no place.
Result<RecurrenceRule> ParseRecurrenceRule(std::string_view text);

// What is wrong with the parts together: parts that RFC 5545 does not let meet, no day between
// kFirstDay and kLastDay, INTERVAL over 1 without an anchor, an anchor that is no day of the rule.
// Problem::pointer is "/rrule" or "/anchor".
std::vector<Problem> CheckRecurrence(const RecurrenceRule& rule, std::optional<Day> anchor);

}  // namespace rytm
