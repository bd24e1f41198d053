// What an adjustment sets as JSON, as the API takes it and the log keeps it:
// {"day": "2027-05-03", "at": "13:00", "lasts": "PT3H", "place": "a-salen", "link": "https://…",
//  "mode": "hybrid", "open": "closed", "status": "reserve", "name": {"sv": "…"}, "note": {"sv":
//  "…"}, "cancelled": true, "released": true, "pinned": true, "as-ruled": true}
#pragma once

#include "base/json_reader.h"
#include "plan/adjustment.h"

namespace rytm {

JsonObject WriteSets(const Adjustment& adjustment);

// Fills in the fields of the adjustment; every problem is told, an unknown key too.
void ReadSets(const JsonReader& reader, Adjustment& adjustment);

}  // namespace rytm
