// The plan and its findings as JSON values, for the API and those who write them out.
#pragma once

#include <string_view>
#include <vector>

#include "base/json.h"
#include "pages/plan_listing.h"

namespace rytm {

// "meeting", "step", "hop", "feedback", "dialogue".
std::string_view KindWord(ItemKind kind);

// As in PlanAsJson, in the order given.
JsonArray ItemsAsJson(const Organisation& organisation, const std::vector<const Item*>& items,
                      const ListingOptions& options);

// {"key", "check", "severity", "day", "items", "message": {"sv", "en"}, "citation", "suggestion",
// "fix", "accepted"}
JsonObject AsJson(const Finding& finding);

}  // namespace rytm
