#include "app/embedded.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace rytm {

// Written by rytm_embed (CMakeLists.txt), sorted by path.
extern const EmbeddedBytes kEmbedded[];
extern const std::size_t kEmbeddedCount;

namespace {

std::span<const EmbeddedBytes> Table() { return {kEmbedded, kEmbeddedCount}; }

std::string_view PathOf(const EmbeddedBytes& row) { return row.path; }

}  // namespace

std::optional<std::string_view> EmbeddedFile(std::string_view path) {
  const auto table = Table();
  const auto row = std::ranges::lower_bound(table, path, {}, PathOf);
  if (row == table.end() || PathOf(*row) != path) return std::nullopt;
  return std::string_view(row->begin, static_cast<std::size_t>(row->end - row->begin));
}

std::vector<std::string_view> EmbeddedPaths(std::string_view prefix) {
  std::vector<std::string_view> paths;
  for (const EmbeddedBytes& row : Table()) {
    if (PathOf(row).starts_with(prefix)) paths.push_back(PathOf(row));
  }
  return paths;
}

}  // namespace rytm
