// A calendar file from outside, as events with civil days and times in the organisation's zone.
//
// What comes in is hostile until it is read: everything is bounded (base/limits.h), and whoever
// calls this does so in a process of its own with limits on time and memory, for libical works out
// the zones that files bring with them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct CalendarMoment {
  Day day{};
  std::optional<TimeOfDay> time;  // none: the whole day
  friend auto operator<=>(const CalendarMoment&, const CalendarMoment&) = default;
};

// How an event is repeated; the event itself is the first time.
struct CalendarRepeat {
  std::string rrule;                    // without COUNT and UNTIL; empty: only `added`
  std::optional<int> count;             // times in all
  std::optional<CalendarMoment> until;  // the last that may be
  std::vector<CalendarMoment> except;
  std::vector<CalendarMoment> added;
};

struct CalendarEvent {
  std::size_t line = 0;  // where it begins in the file
  std::string uid;
  std::string summary;  // on one line
  std::string location;
  std::vector<std::string> categories;
  CalendarMoment start;
  int days = 1;                  // in a row
  std::optional<Minutes> lasts;  // of each day; none: no end is given, or the whole day
  bool cancelled = false;
  bool free = false;  // takes nobody's time: a deadline, a holiday
  std::optional<CalendarRepeat> repeat;
  std::optional<CalendarMoment> instead_of;  // this time of the repeated event of its UID
};

struct ReadCalendar {
  std::string name;                   // of the calendar, or empty
  std::vector<CalendarEvent> events;  // in file order
  std::vector<Problem> problems;      // of lines, and of events that are left out; "line 12"
};

// `zone` is the organisation's: "Europe/Stockholm". Times without a zone are in it. A zone is known
// by its IANA name, or by what Windows calls it, or by the VTIMEZONE of the file. Of one UID twice
// the highest SEQUENCE counts; the same one twice is a problem.
//
// Refused: no calendar, one cut off in the middle, an answer to an invitation (kBadInput); one over
// a limit (kTooLarge).
Result<ReadCalendar> ReadCalendarFile(std::string_view bytes, const std::string& zone);

}  // namespace rytm
