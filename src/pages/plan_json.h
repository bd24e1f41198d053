// The plan and its findings as JSON values, for the API and those who write them out.
#pragma once

#include <vector>

#include "base/json.h"
#include "pages/plan_listing.h"

namespace rytm {

// As in PlanAsJson, in the order given.
JsonArray ItemsAsJson(const Organisation& organisation, const std::vector<const Item*>& items,
                      const ListingOptions& options);

// {"key", "check", "severity", "day", "items", "message": {"sv", "en"}, "citation", "suggestion",
// "fix", "accepted"}
JsonObject AsJson(const Finding& finding);

}  // namespace rytm
