// The public feeds, as they are served.
#pragma once

#include <vector>

#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"
#include "store/store.h"

namespace rytm {

// Those that differ from `before`, as the latest editions give them on the day of `now`: the feeds
// of the listed bodies, of those that the rules have no longer, and of them all. A body no longer
// listed keeps an empty one. Each is read back with another parser: a mismatch refuses them all
// (kRefused).
Result<std::vector<StoredFeed>> ChangedFeeds(const Organisation& organisation,
                                             std::vector<const Edition*> latest,
                                             const std::vector<StoredFeed>& before, Instant now);
Result<std::vector<StoredFeed>> ChangedFeeds(const Organisation& organisation,
                                             const std::vector<Edition>& latest,
                                             const std::vector<StoredFeed>& before, Instant now);

}  // namespace rytm
