// Calendar files from outside, read in a process of their own.
//
// libical and the zones that files bring with them are not to be trusted with time, memory or the
// server's address space. The process is this program started anew (posix_spawn, not fork: this one
// may have threads) as `rytm read-calendar`; it bounds itself before it reads the first byte, has
// no file, no socket and no environment of ours, and answers with what it read.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "app/calendar_times.h"
#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct CalendarQuestion {
  std::string zone;     // the organisation's
  Day endless_until{};  // how far an event is followed that is repeated for ever
};

class CalendarGuard {
 public:
  // `program`: the path of rytm itself.
  explicit CalendarGuard(std::string program) : program_(std::move(program)) {}

  // Errors as ReadCalendarFile's and TimesOf's. kTooLarge too where reading took more than
  // kCalendarSecondsMax or kCalendarMemoryBytesMax; kUnavailable where no process could be started.
  Result<CalendarTimes> Read(std::string_view bytes, const CalendarQuestion& question) const;

 private:
  std::string program_;
};

// The other side: bounds this process for good, reads the calendar from `in` and answers to `out`.
void AnswerCalendarQuestion(std::istream& in, std::ostream& out, const CalendarQuestion& question);

}  // namespace rytm
