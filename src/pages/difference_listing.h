// What differs between two editions, as JSON.
#pragma once

#include <vector>

#include "base/json.h"
#include "edition/differences.h"

namespace rytm {

// {"day", "status": confirmed, tentative or cancelled}, and "at" and "lasts" but for whole days.
JsonObject EventTimeAsJson(const Event& event);

// An object each: "kind" (new, moved, cancelled, revived, changed, confirmed, gone), "uid", "words"
// in both languages, and "before" and "after" with day, time and status.
JsonArray DifferencesAsJson(const std::vector<Difference>& differences, const Text& body_name);

}  // namespace rytm
