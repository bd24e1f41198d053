// The plan as it stands now: the rules in force, held against the clock and what people were told.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"
#include "plan/build.h"

namespace rytm {

// `latest`: the latest edition of each body, as far as any is published. Errors as Build's;
// kBadInput where the organisation's zone is unknown.
Result<Plan> CurrentPlan(const Organisation& organisation, const std::vector<Edition>& latest,
                         Instant now, const PlanState& state = {},
                         std::optional<DaySpan> window = std::nullopt);

// The civil day where the organisation is.
Result<Day> TodayOf(const Organisation& organisation, Instant now);

}  // namespace rytm
