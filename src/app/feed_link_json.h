// Links to private calendars as JSON, for the command line and the API.
#pragma once

#include "base/json.h"
#include "store/feed_link_store.h"

namespace rytm {

// For others than the person: whether it works, not when or by what it is fetched. What is as usual
// is left out.
JsonObject AsJson(const FeedLink& link, Instant now);

}  // namespace rytm
