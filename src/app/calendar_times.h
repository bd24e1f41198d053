// The times a calendar file from outside names, repeated events told time by time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "feeds/read_calendar.h"

namespace rytm {

struct CalendarTime {
  std::size_t line = 0;  // of the event in the file
  std::string summary;
  std::string location;
  std::vector<std::string> categories;
  Day day{};
  int days = 1;                  // in a row
  std::optional<TimeOfDay> at;   // none: the whole day
  std::optional<Minutes> lasts;  // of each day
  bool cancelled = false;
  bool free = false;  // takes nobody's time
  friend bool operator==(const CalendarTime&, const CalendarTime&) = default;
};

struct CalendarTimes {
  std::string name;                 // the calendar's, or empty
  std::vector<CalendarTime> times;  // by day and time
  std::vector<Problem> problems;    // of lines and of events left out; "line 12"
};

// An event that is repeated for ever is followed to `endless_until`. One changed time of a repeated
// event stands in place of the time it changes. kTooLarge: more than kCalendarEventsMax times; an
// event repeated more than kCalendarRepeatsMax times is a problem.
Result<CalendarTimes> TimesOf(ReadCalendar calendar, Day endless_until);

}  // namespace rytm
