// What differs between two editions, as JSON.
#pragma once

#include <vector>

#include "base/json.h"
#include "edition/differences.h"
#include "plan/findings.h"

namespace rytm {

// {"day", "status": confirmed, tentative or cancelled}, and "at" and "lasts" but for whole days.
JsonObject EventTimeAsJson(const Event& event);

// An object each: "kind" (new, moved, cancelled, revived, changed, confirmed, gone), "uid", "words"
// in both languages, and "before" and "after" with day, time and status. `by_id`: of the plan that
// the differences lead to; then "reason" too, as ReasonBehind has it.
JsonArray DifferencesAsJson(const std::vector<Difference>& differences, const Text& body_name,
                            const ById* by_id = nullptr);

// Why something is as it is now, where the plan knows and the words do not say it; or nullptr.
const Text* ReasonBehind(const Difference& difference, const ById& by_id);

}  // namespace rytm
