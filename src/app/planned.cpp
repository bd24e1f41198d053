#include "app/planned.h"

#include <algorithm>

#include "app/data_folder.h"
#include "app/rules.h"
#include "store/decision_store.h"

namespace rytm {
namespace {

Result<std::shared_ptr<const Organisation>> LoadOrganisation(Store& store) {
  Result<Organisation> organisation = OrganisationInForce(store);
  if (!organisation.ok()) return organisation.error();
  return std::make_shared<const Organisation>(std::move(organisation).value());
}

Result<std::shared_ptr<const std::vector<Edition>>> LoadEditions(Store& store) {
  Result<std::vector<Edition>> editions = store.LatestEditions();
  if (!editions.ok()) return editions.error();
  return std::make_shared<const std::vector<Edition>>(std::move(editions).value());
}

}  // namespace

Result<Planned> LoadPlanned(Database& database, Instant now, const Planned* known) {
  Planned planned;
  const Result<Revisions> newest = database.store().Newest();
  if (!newest.ok()) return newest.error();
  planned.of = newest.value();
  if (known != nullptr && known->of.rules == planned.of.rules) {
    planned.organisation = known->organisation;
  } else {
    const auto organisation = LoadOrganisation(database.store());
    if (!organisation.ok()) return organisation.error();
    planned.organisation = organisation.value();
  }
  if (known != nullptr && known->of.publication == planned.of.publication) {
    planned.editions = known->editions;
  } else {
    const auto editions = LoadEditions(database.store());
    if (!editions.ok()) return editions.error();
    planned.editions = editions.value();
  }
  Result<std::vector<Slot>> slots = database.batches().Slots();
  if (!slots.ok()) return slots.error();
  planned.state.slots = std::move(slots).value();
  Result<std::vector<Adjustment>> adjustments = database.batches().Adjustments();
  if (!adjustments.ok()) return adjustments.error();
  planned.state.adjustments = std::move(adjustments).value();
  const Result<std::int64_t> next = database.batches().NextAdjustment();
  if (!next.ok()) return next.error();
  planned.next_adjustment = next.value();
  Result<std::vector<Adoption>> adoptions = database.decisions().Adoptions();
  if (!adoptions.ok()) return adoptions.error();
  planned.adoptions = std::move(adoptions).value();
  Result<std::vector<Acceptance>> acceptances = database.decisions().Acceptances();
  if (!acceptances.ok()) return acceptances.error();
  planned.acceptances = std::move(acceptances).value();
  const Result<Day> today = TodayOf(*planned.organisation, now);
  if (!today.ok()) return today.error();
  planned.today = today.value();
  Result<Plan> plan = CurrentPlan(*planned.organisation, *planned.editions, now, planned.state);
  if (!plan.ok()) return plan.error();
  planned.plan = std::move(plan).value();
  MarkAccepted(planned.acceptances, planned.plan);
  return planned;
}

Result<OpenedPlan> OpenPlan(const std::string& folder, Instant now) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  Result<Planned> planned = LoadPlanned(*database.value(), now);
  if (!planned.ok()) return planned.error();
  return OpenedPlan{std::move(database).value(), std::move(planned).value()};
}

Result<std::shared_ptr<const Planned>> PlanCache::Current(Database& database, Instant now) {
  const std::shared_ptr<const Planned> known = Known();
  if (known != nullptr) {
    const Result<Revisions> newest = database.store().Newest();
    if (!newest.ok()) return newest.error();
    const Result<Day> today = TodayOf(*known->organisation, now);
    if (!today.ok()) return today.error();
    if (known->of == newest.value() && known->today == today.value()) return known;
  }
  Result<Planned> planned = LoadPlanned(database, now, known.get());
  if (!planned.ok()) return planned.error();
  auto fresh = std::make_shared<const Planned>(std::move(planned).value());
  const std::lock_guard lock(mutex_);
  if (planned_ == nullptr || planned_->revision() <= fresh->revision()) planned_ = fresh;
  return fresh;
}

std::shared_ptr<const Planned> PlanCache::Known() {
  const std::lock_guard lock(mutex_);
  return planned_;
}

void PlanCache::Keep(std::shared_ptr<const Planned> planned) {
  const std::lock_guard lock(mutex_);
  if (planned_ == nullptr || planned_->revision() < planned->revision())
    planned_ = std::move(planned);
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
