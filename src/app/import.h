// Rule files in and out of the data folder: init, import, export.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "store/database.h"
#include "store/store.h"

namespace rytm {

// An item that an import brings, takes or moves.
struct ImportLine {
  std::string id;
  Text words;  // "Kommunfullmäktige: Sammanträde, mån 26 april 2027 → mån 3 maj 2027"
};

// What an import would do, or did.
struct ImportReport {
  std::string organisation;        // id
  std::size_t items = 0;           // in the new plan
  std::vector<ImportLine> appear;  // by day
  std::vector<ImportLine> disappear;
  std::vector<ImportLine> move;   // to another day or time; cancelled or revived
  std::vector<Finding> findings;  // of the new plan
  Revision revision = 0;          // 0: a preview, nothing stored
};

// Stores the rules in an empty store. A file that does not read, or rules that give no plan, leave
// nothing behind.
Result<ImportReport> ImportFirst(Database& database, std::string_view name, std::string_view text,
                                 Instant now);

// Puts other rules in force. Refused (kConflict) where the file is of another organisation or host
// than the one stored: every published UID would die. `preview`: nothing is stored.
Result<ImportReport> Import(Database& database, std::string_view name, std::string_view text,
                            bool preview, Instant now);

}  // namespace rytm
