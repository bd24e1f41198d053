// A calendar as a decided plan: a row for each time, told as rows of a table are.
#pragma once

#include "app/calendar_times.h"
#include "organisation/decided_plan.h"

namespace rytm {

// Whose meeting an event is stands in its categories or its title ("Kommunstyrelsens sammanträde",
// "KS: extra möte"), or is DecidedPlanOptions::body, or, where it is called a meeting and no more,
// what the whole calendar is called. Cancelled events, those that take nobody's time, and times
// outside `within` are left out, each with a note.
DecidedPlan PlanOfCalendar(const CalendarTimes& calendar, const Organisation& organisation,
                           const DecidedPlanOptions& options, DaySpan within);

}  // namespace rytm
