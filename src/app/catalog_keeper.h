// Holds the catalog that is served and follows the store: what another process publishes is seen
// within a second.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "app/catalog.h"
#include "base/clock.h"
#include "base/result.h"
#include "dates/zone.h"
#include "store/database.h"

namespace rytm {

class CatalogKeeper {
 public:
  // Opens the data folder and loads what it holds. The clock must outlive the keeper.
  static Result<std::unique_ptr<CatalogKeeper>> Open(const std::string& folder, const Clock& clock);

  // From any thread; never null.
  std::shared_ptr<const Catalog> Current() const;

  // Loads the newest revision if there is one: true. On trouble the catalog stays as it was: feeds
  // are served from the last good one (feed profile H4). From one thread at a time.
  Result<bool> Refresh();

  Instant Now() const { return clock_.Now(); }
  // In the organisation's zone. From any thread.
  Day Today() const;

 private:
  CatalogKeeper(std::unique_ptr<Database> database, std::shared_ptr<const Catalog> catalog,
                Zone zone, const Clock& clock);

  std::unique_ptr<Database> database_;
  const Clock& clock_;
  const Zone zone_;  // of the first catalog: an organisation's zone is for good
  mutable std::mutex mutex_;
  std::shared_ptr<const Catalog> catalog_;
};

}  // namespace rytm
