// A decided plan as it was read, row by row, and what it makes of each body.
#pragma once

#include <string>

#include "app/import_plan.h"
#include "base/json.h"

namespace rytm {

std::string PlanImportAsTable(const std::string& name, const PlanImport& import, Language language);
JsonObject PlanImportAsJson(const PlanImport& import);

}  // namespace rytm
