// Everything that is planned: what the data folder holds, and the plan worked out from it.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/current_plan.h"
#include "base/result.h"
#include "edition/adoption.h"
#include "organisation/organisation.h"
#include "plan/acceptance.h"
#include "plan/build.h"
#include "store/batch_store.h"
#include "store/database.h"

namespace rytm {

// A value: nothing in it changes once it is worked out, so that many may look at once.
struct Planned {
  Revisions of;
  Day today{};  // the day it was worked out on, where the organisation is
  std::shared_ptr<const Organisation> organisation;
  std::shared_ptr<const std::vector<Edition>> editions;  // the latest of each body
  PlanState state;                                       // as stored
  std::int64_t next_adjustment = 1;                      // the number of the next one saved
  std::vector<Adoption> adoptions;                       // the whole log
  std::vector<Acceptance> acceptances;                   // the whole log
  Plan plan;  // with the findings that are accepted marked

  Revision revision() const { return of.any; }
};

// kNotFound before the first import. `known`: worked out before; what still holds of it is not read
// again.
Result<Planned> LoadPlanned(Database& database, Instant now, const Planned* known = nullptr);

// A data folder that is opened, and its plan.
struct OpenedPlan {
  std::unique_ptr<Database> database;
  Planned planned;
};
// Errors as OpenDataFolder's and LoadPlanned's.
Result<OpenedPlan> OpenPlan(const std::string& folder, Instant now);

// The plan of the newest revision, worked out once for all who ask.
class PlanCache {
 public:
  // Errors as LoadPlanned's. From any thread, in a transaction or not: nothing is locked while the
  // database is read, so two who ask at once may both work it out.
  Result<std::shared_ptr<const Planned>> Current(Database& database, Instant now);

  // What somebody just saved, so that the next who asks need not work it out. Older than what is
  // here: left out.
  void Keep(std::shared_ptr<const Planned> planned);

 private:
  std::shared_ptr<const Planned> Known();

  std::mutex mutex_;
  std::shared_ptr<const Planned> planned_;
};

// The slots that a plan left otherwise than they are stored: to be saved with what changed them.
std::vector<Slot> ChangedSlots(const std::vector<Slot>& stored, const std::vector<Slot>& built);

}  // namespace rytm
