#include "app/catalog_keeper.h"

#include <utility>

#include "app/data_folder.h"

namespace rytm {

Result<std::unique_ptr<CatalogKeeper>> CatalogKeeper::Open(const std::string& folder,
                                                           const Clock& clock) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  Result<std::shared_ptr<const Catalog>> catalog = LoadCatalog(database.value()->store());
  if (!catalog.ok()) return catalog.error();
  Result<Zone> zone = Zone::Find(catalog.value()->organisation.zone);
  if (!zone.ok()) return zone.error();
  return std::unique_ptr<CatalogKeeper>(new CatalogKeeper(
      std::move(database).value(), std::move(catalog).value(), std::move(zone).value(), clock));
}

CatalogKeeper::CatalogKeeper(std::unique_ptr<Database> database,
                             std::shared_ptr<const Catalog> catalog, Zone zone, const Clock& clock)
    : database_(std::move(database)),
      clock_(clock),
      zone_(std::move(zone)),
      catalog_(std::move(catalog)) {}

std::shared_ptr<const Catalog> CatalogKeeper::Current() const {
  const std::lock_guard lock(mutex_);
  return catalog_;
}

Result<bool> CatalogKeeper::Refresh() {
  const Result<Revisions> newest = database_->store().Newest();
  if (!newest.ok()) return newest.error();
  const Revisions& served = Current()->of;  // what people are changing meanwhile is not served
  if (newest.value().rules == served.rules && newest.value().publication == served.publication)
    return false;
  Result<std::shared_ptr<const Catalog>> catalog = LoadCatalog(database_->store());
  if (!catalog.ok()) return catalog.error();
  const std::lock_guard lock(mutex_);
  catalog_ = std::move(catalog).value();
  return true;
}

Day CatalogKeeper::Today() const { return zone_.LocalOf(clock_.Now()).day; }

}  // namespace rytm
