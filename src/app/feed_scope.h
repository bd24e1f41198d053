// What all feeds of an organisation have in common.
#pragma once

#include "feeds/render.h"
#include "organisation/organisation.h"

namespace rytm {

// Its zone, and the pages that its events point to. Civil times where our time zone text says the
// same as the machine's zone data on every day of `span`, else UTC (DESIGN §6).
FeedScope FeedScopeOf(const Organisation& organisation, DaySpan span, Language language);

}  // namespace rytm
