// The project itself against the rules of the house. A failure names the file, the line and the
// rule.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/layering/house_rules.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesAtLeast = 10;  // fewer: the test looked in the wrong place

bool IsOurs(const fs::path& path) {
  for (const fs::path& part : path) {
    if (part == "node_modules" || part == "dist" || part == "__pycache__") return false;
  }
  return true;
}

bool HasText(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const char* known :
       {".cpp", ".h", ".txt", ".sql", ".ts", ".mjs", ".js", ".py", ".css", ".mustache", ""}) {
    if (extension == known) return true;
  }
  return false;
}

Tree ReadTree() {
  const fs::path root = RYTM_SOURCE_DIR;
  Tree tree;
  for (const char* top : {"src", "tests", "deploy", "schemas"}) {
    if (!fs::exists(root / top)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      const fs::path path = fs::relative(entry.path(), root);
      if (!entry.is_regular_file() || !IsOurs(path) || !HasText(path)) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      tree.emplace(path.generic_string(), std::string(std::istreambuf_iterator<char>(file), {}));
    }
  }
  return tree;
}

const Tree& Project() {
  static const Tree kTree = ReadTree();
  return kTree;
}

void ExpectNone(const std::vector<Offence>& offences) {
  for (const Offence& offence : offences) ADD_FAILURE() << Tell(offence);
}

bool IsCpp(const std::string& path) { return path.ends_with(".cpp") || path.ends_with(".h"); }

TEST(SourceTree, IsRead) { EXPECT_GE(Project().size(), kFilesAtLeast); }

TEST(SourceTree, IncludesPointDownTheDataFlow) {
  for (const auto& [path, text] : Project()) {
    if (path.starts_with("src/") && IsCpp(path)) ExpectNone(CheckIncludes(path, text));
  }
}

TEST(SourceTree, FeedsAndRemindersNeverSeeADraft) {
  ExpectNone(CheckNeverSees(Project(), "feeds", "plan"));
  ExpectNone(CheckNeverSees(Project(), "reminders", "plan"));
}

TEST(SourceTree, HasOneClockAndNothingLeftForLater) {
  for (const auto& [path, text] : Project()) {
    // The rules and their examples are the one place that must name what is forbidden.
    if (!path.starts_with("tests/")) ExpectNone(CheckWords(path, text));
  }
}

TEST(SourceTree, NamesSaySomethingAndFilesStaySmall) {
  for (const auto& [path, text] : Project()) {
    if (IsCpp(path)) ExpectNone(CheckNameAndLength(path, text));
  }
}

TEST(SourceTree, EverySourceIsBuilt) { ExpectNone(CheckSourcesAreBuilt(Project())); }

}  // namespace
}  // namespace rytm
