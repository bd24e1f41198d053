// One value of a JSON text changed, and every other byte left as the person who wrote it left it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace rytm {

// The text with the value at `pointer` (RFC 6901) replaced. A member that its object does not have
// is added last, and "-" as the last step adds an element to an array (RFC 6902); everything above
// must be there. The value is written as WriteJson writes it, from the column where it begins.
// nullopt: `text` has no such place. The text must have passed ParseJson.
std::optional<std::string> SetJson(std::string_view text, std::string_view pointer,
                                   const Json& value);

}  // namespace rytm
