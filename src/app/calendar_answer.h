// What the process that reads a calendar says to the one that asked. The first has looked at
// hostile bytes: its answer is checked as anything from outside is.
#pragma once

#include <string>
#include <string_view>

#include "app/calendar_times.h"
#include "base/result.h"

namespace rytm {

std::string WriteCalendarAnswer(const Result<CalendarTimes>& calendar);

// The times, or the error, that was written. kUnavailable: no such answer.
Result<CalendarTimes> ReadCalendarAnswer(std::string_view answer);

}  // namespace rytm
