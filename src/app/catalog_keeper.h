// Holds the catalog and the private feeds that are served, and follows the store: what another
// process publishes or changes is seen within a second.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "app/catalog.h"
#include "app/feed_cache.h"
#include "app/private_feeds.h"
#include "base/clock.h"
#include "base/limits.h"
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

  // They go with the day too. From any thread; never null.
  std::shared_ptr<const PrivateFeeds> CurrentPrivate() const;
  FeedCache& cache() { return cache_; }

  // Loads what is new: true. On trouble everything stays as it was: feeds are served from the last
  // good ones (feed profile H4). Notes who fetched, every kFetchesNoted, and tidies up once a day
  // (app/tidy.h). From one thread at a time.
  Result<bool> Refresh();

  Instant Now() const { return clock_.Now(); }
  // In the organisation's zone. From any thread.
  Day Today() const;

 private:
  Result<Done> TidyOncePerDay();
  CatalogKeeper(std::unique_ptr<Database> database, std::shared_ptr<const Catalog> catalog,
                Zone zone, const Clock& clock);
  // The private feeds on top of the catalog, as people are by now.
  Result<Done> RebuildPrivate(std::shared_ptr<const Catalog> catalog, std::int64_t people);
  Result<Done> NoteFetches(const PrivateFeeds& feeds);

  std::unique_ptr<Database> database_;
  const Clock& clock_;
  const Zone zone_;  // of the first catalog: an organisation's zone is for good
  mutable std::mutex mutex_;
  std::shared_ptr<const Catalog> catalog_;
  std::shared_ptr<const PrivateFeeds> private_feeds_;
  FeedCache cache_{kFeedCacheBytesMax};
  // Of the refreshing thread:
  std::int64_t people_ = 0;  // the revision that the private feeds are of ...
  Day day_{};                // ... and the day
  Day tidied_{};
  Instant fetches_noted_{};
};

}  // namespace rytm
