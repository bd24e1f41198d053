// A database in a folder of its own, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "store/database.h"
#include "tests/temporary_folder.h"

namespace rytm {

inline std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class DatabaseTest : public testing::Test {
 protected:
  void SetUp() override {
    file_ = (folder_ / "rytm.sqlite").string();
    const std::filesystem::path schemas =
        std::filesystem::path(RYTM_SOURCE_DIR) / "schemas" / "sql";
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(schemas))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    ASSERT_FALSE(paths.empty());
    sql_.reserve(paths.size());  // the migrations refer to the texts
    for (const std::filesystem::path& path : paths) {
      sql_.push_back(ReadFile(path));
      migrations_.push_back({static_cast<int>(sql_.size()), path.stem().string(), sql_.back()});
    }
  }

  std::unique_ptr<Database> OpenDatabase(bool create) {
    Result<std::unique_ptr<Database>> database = Database::Open(file_, create, migrations_);
    EXPECT_TRUE(database.ok());
    return database.ok() ? std::move(database).value() : nullptr;
  }

  TemporaryFolder folder_;
  std::string file_;
  std::vector<std::string> sql_;
  std::vector<Migration> migrations_;
};

}  // namespace rytm
