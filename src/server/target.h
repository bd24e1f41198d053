// What a request's target names: its path, and the query behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rytm {

// The path of origin-form or absolute-form (RFC 9112 §3.2), without query and fragment. Empty when
// it is neither.
std::string_view PathOf(std::string_view target);

// "/ekeby/ks" → {"ekeby", "ks"}. An empty part in the middle stands for itself, so that "//" is
// nothing we have; one slash at the end is forgiven.
std::vector<std::string_view> PartsOf(std::string_view path);

// "%C3%B6" → "ö". nullopt: a percent sign without two digits.
std::optional<std::string> PercentDecoded(std::string_view text);
// Letters, digits and "-._~" stand for themselves.
std::string PercentEncoded(std::string_view text);

// "?limit=20&body=ks" → {{"limit", "20"}, {"body", "ks"}}; a plus sign is a blank. nullopt: as
// PercentDecoded.
std::optional<std::vector<std::pair<std::string, std::string>>> QueryOf(std::string_view target);

}  // namespace rytm
