// A decided plan as it was read, row by row, and what it makes of each body.
#pragma once

#include <string>

#include "app/import_decided.h"
#include "base/json.h"

namespace rytm {

std::string PlanImportAsTable(const std::string& name, const DecidedImport& import,
                              Language language);
JsonObject RuleOfferAsJson(const RuleOffer& offer);
JsonObject PlanImportAsJson(const DecidedImport& import);

}  // namespace rytm
