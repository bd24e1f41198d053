// What changed since a revision, for those who look at an older one.
#pragma once

#include <cstddef>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "store/database.h"
#include "store/revision_log.h"

namespace rytm {

Result<Revision> CurrentRevision(Database& database);

// After `seen`, oldest first.
Result<std::vector<RevisionNews>> NewsSince(Database& database, Revision seen, std::size_t count);

// {"revision": 17, "kind": "adjustments", "made": "…", "batch": 4, "bodies": ["ks"]…}; no `bodies`:
// all of them may have changed.
JsonObject AsJson(const RevisionNews& news);

}  // namespace rytm
