// A calendar file taken apart into its events and zones. Private to this room.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "feeds/calendar_lines.h"

namespace rytm {

// The lines of an event or a zone, and where it begins.
struct CalendarComponent {
  std::size_t line = 0;
  std::vector<CalendarLine> lines;
};

struct CalendarComponents {
  std::vector<CalendarComponent> events;
  std::vector<CalendarComponent> zones;
  std::vector<CalendarLine> calendar;  // the calendar's own properties
};

// What a component holds besides events and zones plays no part. Refused: what is not whole, one
// component within another that may not be there (kBadInput); more than kCalendarEventsMax events
// (kTooLarge).
Result<CalendarComponents> SplitCalendar(const std::vector<CalendarLine>& lines);

}  // namespace rytm
