#include "base/nearest_word.h"

#include <algorithm>
#include <numeric>

#include "base/fold.h"

namespace rytm {
namespace {

constexpr std::size_t kWordsListedMax = 12;  // a longer list tells nobody anything

// Slips that are none: capitals, and another sign where ours has a hyphen.
std::string Plain(std::string_view word) {
  std::string plain = LowerAscii(word);
  for (char& letter : plain)
    if (letter == '_' || letter == ' ') letter = '-';
  return plain;
}

std::size_t LengthGap(std::string_view a, std::string_view b) {
  return a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
}

}  // namespace

std::size_t EditDistance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  std::vector<std::size_t> next(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = row[j - 1] + (from[i - 1] == to[j - 1] ? 0U : 1U);
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return row[to.size()];
}

std::optional<std::string_view> NearestWord(std::string_view word,
                                            const std::vector<std::string_view>& known) {
  std::optional<std::string_view> nearest;
  std::size_t least = 0;
  for (const std::string_view candidate : known) {
    const std::size_t near = candidate.size() / 3;
    // The word may be a megabyte long: its length alone settles that.
    if (LengthGap(word, candidate) > near) continue;
    const std::size_t distance = EditDistance(Plain(word), Plain(candidate));
    if (distance > near || (nearest && distance >= least)) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

Text DidYouMean(std::string_view word, const std::vector<std::string_view>& known) {
  if (known.empty()) return {};
  if (const auto nearest = NearestWord(word, known)) {
    const std::string quoted = '"' + std::string(*nearest) + '"';
    return {"Menade du " + quoted + "?", "Did you mean " + quoted + "?"};
  }
  std::string list;
  for (std::size_t i = 0; i < known.size() && i < kWordsListedMax; ++i) {
    if (i > 0) list += ", ";
    list += '"' + std::string(known[i]) + '"';
  }
  if (known.size() > kWordsListedMax) list += " …";
  return {"Det som går att skriva här: " + list + ".", "What can stand here: " + list + "."};
}

}  // namespace rytm
