// The calendars of the rules as JSON: where breaks and recesses lie in the years planned, other
// organisations' days, public holidays.
#pragma once

#include "base/json.h"
#include "organisation/organisation.h"

namespace rytm {

// schemas/openapi.yaml, Calendars.
JsonObject CalendarsAsJson(const Organisation& organisation);

}  // namespace rytm
