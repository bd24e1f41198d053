#include "app/planned.h"

#include <algorithm>

#include "app/rules.h"

namespace rytm {

Result<Planned> LoadPlanned(Database& database, Instant now) {
  Planned planned;
  const Result<Revision> revision = database.store().CurrentRevision();
  if (!revision.ok()) return revision.error();
  planned.revision = revision.value();
  const Result<std::optional<StoredRules>> rules = database.store().Rules();
  if (!rules.ok()) return rules.error();
  if (!rules.value())
    return Error{.code = ErrorCode::kNotFound,
                 .message = Text("Datamappen har inga regler än. Läs in en fil med rytm import.",
                                 "The data folder has no rules yet. Read in a file with rytm "
                                 "import."),
                 .problems = {}};
  Result<Organisation> organisation = ReadStoredRules(*rules.value());
  if (!organisation.ok()) return organisation.error();
  planned.organisation = std::move(organisation).value();
  Result<std::vector<Edition>> editions = database.store().LatestEditions();
  if (!editions.ok()) return editions.error();
  planned.editions = std::move(editions).value();
  Result<std::vector<Slot>> slots = database.batches().Slots();
  if (!slots.ok()) return slots.error();
  planned.state.slots = std::move(slots).value();
  Result<std::vector<Adjustment>> adjustments = database.batches().Adjustments();
  if (!adjustments.ok()) return adjustments.error();
  planned.state.adjustments = std::move(adjustments).value();
  Result<Plan> plan = CurrentPlan(planned.organisation, planned.editions, now, planned.state);
  if (!plan.ok()) return plan.error();
  planned.plan = std::move(plan).value();
  return planned;
}

std::vector<Slot> ChangedSlots(const std::vector<Slot>& stored, const std::vector<Slot>& built) {
  std::vector<Slot> changed;
  auto old = stored.begin();
  for (const Slot& slot : built) {  // both sorted by id
    old = std::find_if(old, stored.end(), [&](const Slot& one) { return one.id >= slot.id; });
    if (old == stored.end() || *old != slot) changed.push_back(slot);
  }
  return changed;
}

}  // namespace rytm
