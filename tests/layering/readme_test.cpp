// The README lists every limit, so that nobody meets one unprepared.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

namespace rytm {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Readme, ListsEveryLimit) {
  const std::string readme = ReadFile("README.md");
  const std::string limits = ReadFile("src/base/limits.h");
  static const std::regex kConstant(
      R"(inline constexpr [a-z_:]+ (k[A-Za-z]+)|inline constexpr Day (k[A-Za-z]+))");
  int count = 0;
  for (auto found = std::sregex_iterator(limits.begin(), limits.end(), kConstant);
       found != std::sregex_iterator(); ++found) {
    const std::string name = (*found)[1].matched ? (*found)[1].str() : (*found)[2].str();
    EXPECT_NE(std::string::npos, readme.find("`" + name + "`")) << name << " is not in README.md";
    ++count;
  }
  EXPECT_GE(count, 30);
}

}  // namespace
}  // namespace rytm
