// ISO 8601 weeks: Monday to Sunday, numbered in the year that has their Thursday.
#pragma once

#include <optional>

#include "base/day.h"

namespace rytm {

struct IsoWeek {
  int year;       // of the week, not always of the day: 2027-01-01 is in 2026-W53
  unsigned week;  // 1..53
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

IsoWeek IsoWeekOf(Day day);

// 52 or 53.
unsigned IsoWeeksIn(int year);

// nullopt when the year has no such week.
std::optional<Day> DayOfIsoWeek(int year, unsigned week, Weekday weekday);

// Monday to Sunday. The week must exist: 1 <= week <= IsoWeeksIn(year).
DaySpan SpanOfIsoWeek(int year, unsigned week);

}  // namespace rytm
