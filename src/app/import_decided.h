// A decided plan put into the data folder: the rules change, the meetings keep their ids.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/change.h"
#include "app/import.h"
#include "app/import_plan.h"
#include "app/planned.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

struct DecidedImport {
  PlanImport plan;
  std::optional<ImportReport> report;  // none where a row is wrong: nothing is stored then
  std::vector<Text> departures;        // what stays otherwise: summoned, over, changed by hand
};

// Reads the plan (ImportPlan) onto the rules in force and saves it as one batch (ImportRules), with
// the errors of both. `preview`: nothing is stored.
Result<DecidedImport> ImportDecided(Database& database, const Planned& planned,
                                    std::string_view plan_name, std::string_view plan,
                                    const ImportPlanOptions& options, bool preview,
                                    const Author& author, Instant now);

}  // namespace rytm
