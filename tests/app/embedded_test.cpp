#include "app/embedded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace rytm {
namespace {

std::string ReadFile(std::string_view path) {
  std::ifstream file(std::string(RYTM_SOURCE_DIR "/").append(path), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST(Embedded, EveryFileIsTheOneInTheProject) {
  const auto paths = EmbeddedPaths("");
  ASSERT_FALSE(paths.empty());
  EXPECT_TRUE(std::ranges::is_sorted(paths));
  for (const std::string_view path : paths) {
    ASSERT_TRUE(EmbeddedFile(path).has_value()) << path;
    if (path.starts_with("web/")) continue;  // built
    EXPECT_EQ(ReadFile(path), *EmbeddedFile(path)) << path;
  }
}

TEST(Embedded, PrefixNamesAFolder) {
  const auto all = EmbeddedPaths("");
  const auto calendar = EmbeddedPaths("calendar/");
  EXPECT_FALSE(calendar.empty());
  EXPECT_LE(calendar.size(), all.size());
  for (const std::string_view path : calendar) EXPECT_TRUE(path.starts_with("calendar/")) << path;
}

TEST(Embedded, UnknownPathsAreNotThere) {
  for (const std::string_view path : {"", "calendar", "calendar/none.json", "zzz", "/etc/passwd"}) {
    EXPECT_FALSE(EmbeddedFile(path).has_value()) << path;
  }
  EXPECT_TRUE(EmbeddedPaths("nothing/").empty());
}

}  // namespace
}  // namespace rytm
