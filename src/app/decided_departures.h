// Where a plan is otherwise than what was decided.
#pragma once

#include <vector>

#include "app/import_plan.h"
#include "base/json.h"
#include "plan/plan.h"

namespace rytm {

// Whether the item is a meeting of the series.
bool IsMeetingOf(const Item& item, const SeriesRef& series);

// What of a decided meeting's time, length, place and days the plan has otherwise, as an exception
// would say it; empty: nothing.
JsonObject FormOtherThan(const Item& item, const DecidedMeeting& meeting);

// Each decided meeting that the plan lacks or holds in another way, and each meeting within the
// period that was not decided, in words: "Bygg- och miljönämnden, tis 9 mars 2027: …". Body by
// body: first what is missing or other, then what is there all the same, each by day.
std::vector<Text> DeparturesFrom(const std::vector<BodyPlan>& decided, DaySpan period,
                                 const Plan& plan);

}  // namespace rytm
