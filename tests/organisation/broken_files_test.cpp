// Files with mistakes, and every word that is said of them: cases/broken/*.json, each with its
// .txt.
//
// RYTM_UPDATE=1 writes the .txt anew and fails; read the difference before it is kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;
namespace fs = std::filesystem;

const fs::path& Cases() {
  static const fs::path cases = SourceDir() / "tests/organisation/cases";
  return cases;
}

std::string Told(const Error& error) {
  std::string lines;
  for (const Problem& problem : error.problems) {
    if (problem.file != "file.json") lines += problem.file + " ";
    lines += problem.pointer + "\n  " + problem.what.sv + "\n";
    if (!problem.instead.sv.empty()) lines += "  → " + problem.instead.sv + "\n";
  }
  return lines;
}

std::vector<std::string> BrokenFiles() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(Cases() / "broken")) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class BrokenFile : public ::testing::TestWithParam<std::string> {};

TEST_P(BrokenFile, IsToldAllThatIsWrongAtOnce) {
  RuleFilesFromDisk files;
  files.AddTemplateFile(Cases() / "test@1.json");
  files.AddTemplate("sweden-municipality@1", "{}");
  const Result<Organisation> read =
      files.Read("file.json", ReadText(Cases() / "broken" / (GetParam() + ".json")));
  ASSERT_FALSE(read.ok());
  const std::string told = Told(read.error());
  const fs::path expected = Cases() / "broken" / (GetParam() + ".txt");
  if (std::getenv("RYTM_UPDATE") != nullptr) {
    std::ofstream(expected, std::ios::binary) << told;
    FAIL() << "wrote " << expected;
  }
  EXPECT_EQ(ReadText(expected), told);
  for (const Problem& problem : read.error().problems) {
    EXPECT_FALSE(problem.what.en.empty()) << problem.what.sv;
    EXPECT_EQ(problem.instead.sv.empty(), problem.instead.en.empty()) << problem.instead.sv;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenFile, ::testing::ValuesIn(BrokenFiles()),
                         [](const auto& one) {
                           std::string name = one.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace rytm
