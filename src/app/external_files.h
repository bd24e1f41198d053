// The calendar files that a rule file names for its `external` calendars, read into it as days.
#pragma once

#include <string>

#include "app/calendar_guard.h"
#include "base/result.h"

namespace rytm {

// The text of the rule file at `path`, where every external calendar with a `file` and no `dates`
// gets the days of that file, which lies beside the rule file. So the text by itself gives the same
// plan for ever, wherever it is kept. A text without such calendars, or that is no rule file, comes
// back as it is.
//
// Cancelled events, those that take nobody's time and days before the window play no part; what is
// repeated for ever is followed to the window's end. Refused (kBadInput), every problem at once: a
// name that is no plain file name, a file that cannot be read or has no days, an event that is not
// understood, more than kListItemsMax days.
Result<std::string> ReadExternalFiles(const std::string& path, std::string text,
                                      const CalendarGuard& guard);

}  // namespace rytm
