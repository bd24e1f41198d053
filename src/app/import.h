// Rule files in and out of the data folder: init, import, export.
#pragma once

#include <optional>
#include <string_view>

#include "app/change.h"
#include "app/planned.h"
#include "base/result.h"
#include "plan/plan.h"
#include "plan/what_if.h"
#include "store/database.h"

namespace rytm {

// What an import would do, or did.
struct ImportReport {
  Organisation organisation;   // as the new rules have it
  Plan plan;                   // the new one
  WhatIf what_if;              // against the plan there was; the first time nothing is compared
  std::optional<Batch> batch;  // none: a preview, nothing stored
};

// Stores the rules in an empty store. A file that does not read, or rules that give no plan, leave
// nothing behind.
Result<ImportReport> ImportFirst(Database& database, std::string_view name, std::string_view text,
                                 Instant now);

// A rule file to put in force, and what the batch is called.
struct NewRules {
  std::string_view name;
  std::string_view text;
  Text what;
};

// Puts other rules in force, as one batch; meetings keep their ids (DESIGN §4). Refused (kConflict)
// where the file is of another organisation or host than the one stored, for every published UID
// would die; and where anything was saved since `planned` was loaded. `preview`: nothing is stored.
Result<ImportReport> ImportRules(Database& database, const Planned& planned, const NewRules& rules,
                                 bool preview, const Author& author, Instant now);

// ImportRules of a file onto whatever is in force now.
Result<ImportReport> Import(Database& database, std::string_view name, std::string_view text,
                            bool preview, Instant now);

}  // namespace rytm
