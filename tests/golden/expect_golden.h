// Golden files: the expected bytes stand in tests/golden, and are rewritten only on purpose.
//
// UPDATE_GOLDEN=1 writes the file and fails, so that it cannot pass a build: read `git diff`, then
// run again without.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace rytm {

// `name`: below tests/golden, as in "feeds/empty.ics".
inline void ExpectGolden(const std::string& name, const std::string& got) {
  const std::string path = std::string(RYTM_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << got;
    FAIL() << "wrote " << path << "; read `git diff`, then run again without UPDATE_GOLDEN";
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << "no golden file " << path << "; make it with UPDATE_GOLDEN=1";
  const std::string expected((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(expected, got) << "golden file: " << path;
}

}  // namespace rytm
