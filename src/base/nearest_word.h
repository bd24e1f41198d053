// "Did you mean …?": the known word nearest to one that is not known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace rytm {

// Letters to add, drop, change or swap with their neighbour to get from one word to the other.
// Counts UTF-8 bytes.
std::size_t EditDistance(std::string_view from, std::string_view to);

// The nearest of `known`, if near enough to be a slip of the pen: at most a third of the letters
// differ. A word that differs only in case, or in `_` and blank for `-`, is always near. The first
// of equals.
std::optional<std::string_view> NearestWord(std::string_view word,
                                            const std::vector<std::string_view>& known);

// `Menade du "series"?` / `Did you mean "series"?`, or else the first few known words, or nothing
// if none are known.
Text DidYouMean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace rytm
