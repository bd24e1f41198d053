// How the line of a public description that names the decisions begins: Freeze writes it, and who
// shows the decisions apart from the rest finds them by it.
#pragma once

#include <string_view>

namespace rytm {

inline constexpr std::string_view kDecidesOnSv = "Beslut om: ";
inline constexpr std::string_view kDecidesOnEn = "Decides on: ";

}  // namespace rytm
