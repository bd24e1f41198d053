// A decision on a body's dates as JSON, and the words of its kinds.
#pragma once

#include "base/json.h"
#include "edition/adoption_words.h"

namespace rytm {

// {"number", "body", "from", "until", "kind"}, and what is told of "decided-on", "paragraph",
// "case-number" and "replaces".
JsonObject AdoptionAsJson(const Adoption& adoption);

}  // namespace rytm
