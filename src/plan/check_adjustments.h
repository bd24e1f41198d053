// Whether what a person asks for can be done at all; what it leads to is told by findings.
#pragma once

#include <vector>

#include "base/result.h"
#include "plan/adjustment.h"
#include "plan/plan.h"

namespace rytm {

// Refuses (kBadInput; every problem at once, pointing to "/adjustments/2/set/day") adjustments of
// unknown or dropped slots, of steps the meeting does not have, to days outside the plan, to places
// that do not exist, to lengths over a day's end; releasing what is no reserve date; and cancelling
// a protected dialogue without a reason and a new day (DESIGN §3): with them it is a move.
//
// Fills in `rule_day`, and makes a cancelled dialogue with a new day the move it is.
Result<std::vector<Adjustment>> CheckAdjustments(const Organisation& organisation, const Plan& plan,
                                                 std::vector<Adjustment> adjustments);

}  // namespace rytm
