// One value of a JSON text set, added or taken away, and every other byte left as the person who
// wrote it left it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace rytm {

// Each: nullopt where `text`, which must have passed ParseJson, has no such place. `pointer` is RFC
// 6901. A value is written as WriteJson writes it, from the column where it begins.

// The text with the value at `pointer` replaced. A member that its object does not have is added
// last, and "-" as the last step adds an element to an array; everything above must be there.
std::optional<std::string> SetJson(std::string_view text, std::string_view pointer,
                                   const Json& value);

// `add` of RFC 6902: as SetJson, but the element of an array that stands there moves on, and so do
// those after it.
std::optional<std::string> AddJson(std::string_view text, std::string_view pointer,
                                   const Json& value);

// The text without the member or element, its comma and its blanks. The whole document stays.
std::optional<std::string> RemoveJson(std::string_view text, std::string_view pointer);

}  // namespace rytm
