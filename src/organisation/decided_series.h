// A series in a rule file when a period of it has been decided: what stands outside the period
// stays as it was written.
#pragma once

#include <vector>

#include "base/json.h"
#include "organisation/organisation.h"

namespace rytm {

// `when` of the rule file (one part or a list, valid) with the parts of the period taken away and
// `decided` put in their place. A part that reaches over the period is cut in two. With `for_good`
// nothing of the old parts comes after it.
Json SpliceWhen(const Json& when, DaySpan period, const When& decided, bool for_good);

// `exceptions` of the rule file without those that move, cancel, add or mark meetings in the
// period: the plan says it now. Those about a step, a time or a place of a day in `days`, sorted,
// stay. Then come `added`; what one says of the time or place of a day goes into the exception
// there is about them, for two may not.
JsonArray SpliceExceptions(const JsonArray& exceptions, DaySpan period,
                           const std::vector<Day>& days, const JsonArray& added);

}  // namespace rytm
