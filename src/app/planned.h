// Everything that is planned: what the data folder holds, and the plan worked out from it.
#pragma once

#include <vector>

#include "app/current_plan.h"
#include "base/result.h"
#include "organisation/organisation.h"
#include "plan/build.h"
#include "store/batch_store.h"
#include "store/database.h"

namespace rytm {

struct Planned {
  Revision revision = 0;
  Organisation organisation;
  std::vector<Edition> editions;  // the latest of each body
  PlanState state;                // as stored
  Plan plan;
};

// kNotFound before the first import.
Result<Planned> LoadPlanned(Database& database, Instant now);

// The slots that a plan left otherwise than they are stored: to be saved with what changed them.
std::vector<Slot> ChangedSlots(const std::vector<Slot>& stored, const std::vector<Slot>& built);

}  // namespace rytm
