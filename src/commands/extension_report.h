// A plan that was extended: the new year beside this year's days, series by series.
#pragma once

#include <string>

#include "app/extend.h"
#include "base/json.h"

namespace rytm {

std::string ExtensionAsTable(const Extension& extension, Language language);
JsonObject ExtensionAsJson(const Extension& extension);

}  // namespace rytm
