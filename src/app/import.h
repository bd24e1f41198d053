// Rule files in and out of the data folder: init, import, export.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "store/store.h"

namespace rytm {

// What an import would do, or did.
struct ImportReport {
  std::string organisation;            // id
  std::size_t items = 0;               // in the new plan
  std::vector<std::string> appear;     // ids of items that come, by day
  std::vector<std::string> disappear;  // ids of items that go
  std::vector<std::string> move;       // ids of items with another day or time
  std::vector<Finding> findings;       // of the new plan
  Revision revision = 0;               // 0: a preview, nothing stored
};

// Stores the rules in an empty store. A file that does not read, or rules that give no plan, leave
// nothing behind.
Result<ImportReport> ImportFirst(Store& store, std::string_view name, std::string_view text,
                                 Instant now);

// Puts other rules in force. Refused (kConflict) where the file is of another organisation or host
// than the one stored: every published UID would die. `preview`: nothing is stored.
Result<ImportReport> Import(Store& store, std::string_view name, std::string_view text,
                            bool preview, Instant now);

}  // namespace rytm
