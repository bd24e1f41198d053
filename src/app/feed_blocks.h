// The blocks of events that private feeds are joined from, held to what they should say before they
// go live (DESIGN §5).
#pragma once

#include <vector>

#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"

namespace rytm {

// Reads back each event that `now` is the latest change of, in every language and level that has
// words of its own for it. Errors as ReadBack's (feeds/render.h).
Result<Done> ReadBackBlocks(const Organisation& organisation, const std::vector<Edition>& editions,
                            Instant now);

}  // namespace rytm
