// What a change does, as text and as JSON: every date that moves and why, what to look at, whose
// editions change.
#pragma once

#include <string>

#include "base/json.h"
#include "organisation/organisation.h"
#include "plan/what_if.h"

namespace rytm {

// "Flyttas: Socialnämnden, Sammanträde: ons 14 okt 2026 → ons 21 okt 2026 (flyttat från … av …)".
std::string InWords(const ItemChange& change, const Organisation& organisation, Language language);

std::string WhatIfAsTable(const Organisation& organisation, const WhatIf& what_if,
                          Language language);

// {"items": [{"id", "change", "body", "before": {"day", "at"}, "after": {…}, "why": [{"sv",
// "en"}]}],
//  "findings": {"appear": […], "disappear": […]}, "bodies": […], "notices": [{"id", "day"}]}
JsonObject WhatIfJson(const WhatIf& what_if);
std::string WhatIfAsJson(const WhatIf& what_if);  // as text

}  // namespace rytm
