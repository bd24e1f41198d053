// Rules for the bodies of a decided plan.
#pragma once

#include <vector>

#include "app/import_plan.h"
#include "plan/plan.h"

namespace rytm {

// Fills in the offers, in the order of the plans. The rule a series has already goes before any
// other; no offer makes series hang on each other in a ring, whichever of them are taken. `plan` is
// what the rules give before the decided days are put in.
void OfferRules(const Organisation& organisation, const Plan& plan, DaySpan period,
                std::vector<BodyPlan>& plans);

}  // namespace rytm
