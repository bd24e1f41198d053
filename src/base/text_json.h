// Text in two languages as JSON.
#pragma once

#include "base/json.h"
#include "base/text.h"

namespace rytm {

// {"sv", "en"} as the rule file writes it: English only where there is any.
JsonObject AsWritten(const Text& text);

// {"sv", "en"}, always both: where there is no English, the Swedish stands in its place.
JsonObject InBothLanguages(const Text& text);

}  // namespace rytm
