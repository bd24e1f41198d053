// A file with a decided plan, whatever program it comes from.
#pragma once

#include <optional>
#include <string_view>

#include "app/calendar_guard.h"
#include "base/result.h"
#include "organisation/decided_plan.h"

namespace rytm {

struct DecidedFileOptions {
  DecidedPlanOptions reading;
  std::optional<Day> from;   // of a calendar only what is from here on counts; none: the window
  std::optional<Day> until;  // to here; what is repeated for ever: else to the window's end
};

// Tables and lists as text, and calendar files (iCalendar), which `guard` reads. kBadInput for what
// is something else, with what would be right: a workbook, a PDF, a web page, a rule file.
Result<DecidedPlan> ReadDecidedFile(std::string_view bytes, const Organisation& organisation,
                                    const DecidedFileOptions& options, const CalendarGuard& guard);

}  // namespace rytm
