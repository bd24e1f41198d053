// The rule file as a secretary writes it, read whole.
#include "organisation/rule_file.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;

// [{"id": "kf"}, {"id": "ks"}, …]: all that the template knows.
std::string EveryBodyOf(const std::filesystem::path& path) {
  const Result<Json> json = ParseJson(ReadText(path), path.filename().string());
  JsonArray bodies;
  for (const Json& body : json.value().at("bodies").as_array()) {
    bodies.push_back(JsonObject{{"id", body.at("id")}});
  }
  return WriteJsonCompact(bodies);
}

TEST(RuleFile, ReadsAWholeFileWithoutATemplate) {
  const RuleFilesFromDisk files;
  const Result<Organisation> read =
      files.Read("ekeby.json", ReadText(SourceDir() / "tests/organisation/cases/ekeby.json"));
  ASSERT_TRUE(read.ok()) << InWords(read.error());
}

TEST(RuleFile, ReadsEveryTemplateOfTheProject) {
  RuleFilesFromDisk files;
  int count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(SourceDir() / "calendar/templates")) {
    files.AddTemplateFile(entry.path());
    const std::string name = entry.path().stem().string();
    const std::string text =
        R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
      "template": ")" +
        name + R"(", "window": {"from": "2026-10-15", "until": "2030-12-31"},
      "bodies": )" +
        EveryBodyOf(entry.path()) + "}";
    const Result<Organisation> read = files.Read("ekeby.json", text);
    EXPECT_TRUE(read.ok()) << name << "\n" << InWords(read.error());
    ++count;
  }
  EXPECT_GE(count, 1);
}

}  // namespace
}  // namespace rytm
