// The calendar words every room speaks: civil days, spans of them, times of day, instants.
//
// A meeting is a civil day and a time of day in the organisation's zone; a deadline is a day.
// Neither is an instant: only dates/zone.h joins days to the clock (DESIGN §10). `Day` and
// `Instant` do not convert into each other by accident, and must stay that way.
#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rytm {

using Day = date::local_days;            // a civil day, no zone
using Days = date::days;                 // a whole number of days
using Weekday = date::weekday;           // Monday..Sunday
using TimeOfDay = std::chrono::minutes;  // since local midnight, [0, 24 h)
using Minutes = std::chrono::minutes;    // a length
using Instant = date::sys_seconds;       // a moment in UTC

inline constexpr Minutes kWholeDay{24 * 60};  // and the time of day at which it ends

// The first and last day of something, both included. Empty never: first <= last.
struct DaySpan {
  Day first;
  Day last;
  bool Contains(Day day) const { return first <= day && day <= last; }
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

constexpr Day MakeDay(int year, unsigned month, unsigned day) {
  return Day{date::year{year} / date::month{month} / date::day{day}};
}
// 29 February is the last of February in other years.
inline Day DayIn(int year, date::month_day day) {
  const date::year_month_day civil{date::year{year}, day.month(), day.day()};
  return civil.ok() ? Day{civil} : Day{date::year{year} / date::February / date::last};
}
inline date::year_month_day CivilOf(Day day) { return date::year_month_day{day}; }
inline int YearOf(Day day) { return static_cast<int>(CivilOf(day).year()); }
inline Weekday WeekdayOf(Day day) { return Weekday{day}; }

// "2027-02-03". Strict: ten characters, a day that exists, nothing after it. Anything else:
// nullopt.
std::optional<Day> ParseDay(std::string_view text);
std::string FormatDay(Day day);

// "13:30", 00:00-23:59. Strict as above.
std::optional<TimeOfDay> ParseTimeOfDay(std::string_view text);
std::string FormatTimeOfDay(TimeOfDay time);

// ISO 8601 duration of hours and minutes: "PT3H", "PT45M", "PT1H30M"; at least one minute, at most
// 24 hours.
std::optional<Minutes> ParseLength(std::string_view text);
std::string FormatLength(Minutes length);

// "2026-11-23T14:02:00Z".
std::optional<Instant> ParseInstant(std::string_view text);
std::string FormatInstant(Instant instant);

// "MO".."SU" (RFC 5545 §3.3.10 weekday).
std::optional<Weekday> ParseWeekday(std::string_view text);
std::string_view FormatWeekday(Weekday weekday);

}  // namespace rytm
