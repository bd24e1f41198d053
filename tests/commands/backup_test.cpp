// rytm backup, restore, verify: what is told, and the exit codes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAlby = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [{"id": "meeting",
    "when": {"dates": ["2027-01-25"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]}]
})";

class BackupCommandsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(At("alby.json")) << kAlby;
    ASSERT_EQ(0, Rytm({"init", "--data", At("data"), At("alby.json")}).code);
    ASSERT_EQ(0, Rytm({"publish", "--data", At("data"), "--until", "2027-12-31"}).code);
    fs::create_directory(At("copies"));
  }

  std::string At(const std::string& name) const { return (folder_ / name).string(); }

  TemporaryFolder folder_;
};

TEST_F(BackupCommandsTest, FromACopyToAFolderThatIsWhole) {
  const std::string copy = At("copies/rytm-20261123T140200Z.sqlite");
  const Outcome backup = Rytm({"backup", "--data", At("data"), "--to", At("copies")});
  EXPECT_EQ(0, backup.code) << backup.err;
  EXPECT_EQ(0U, backup.out.find("Säkerhetskopia: " + copy + " (")) << backup.out;

  const Outcome restore = Rytm({"restore", "--data", At("data"), "--from", copy});
  EXPECT_EQ(0, restore.code) << restore.err;
  EXPECT_EQ(
      "Återställt till 2026-11-23T14:02:00Z. Organ publicerade på nytt: 1. Alla får logga in "
      "igen.\nDet som fanns här är kvar i " +
          At("data/rytm.sqlite.before-2026-11-23T14-02-00Z") + "\n",
      restore.out);

  const Outcome verify = Rytm({"verify", "--data", At("data")});
  EXPECT_EQ(0, verify.code) << verify.out << verify.err;
  EXPECT_NE(std::string::npos, verify.out.find("2 utgåvor\n2 händelser i dem\n2 flöden\n"))
      << verify.out;
  EXPECT_NE(std::string::npos, verify.out.find("Allt är helt")) << verify.out;
}

TEST_F(BackupCommandsTest, ForPrograms) {
  const Outcome backup =
      Rytm({"backup", "--data", At("data"), "--to", At("copy"), "--format", "json"});
  EXPECT_EQ(0U, backup.out.find(R"({"file":")" + At("copy") + R"(","bytes":)")) << backup.out;
  const Outcome restore =
      Rytm({"restore", "--data", At("new"), "--from", At("copy"), "--format", "json"});
  EXPECT_EQ(
      R"({"backed-up":"2026-11-23T14:02:00Z","bodies":1,"feeds":["/feeds/alby/kf.ics","/feeds/alby/all.ics"],)"
      R"("old":"","old-read":false,"keys-lost":[],"keys-revoked":[],)"
      R"("feed-links-lost":[],"feed-links-revoked":0,"people-erased":0})"
      "\n",
      restore.out);
  EXPECT_EQ(
      R"({"editions":2,"events":2,"feeds":2,"slots":1,"adjustments":0,"batches":1,"faults":[]})"
      "\n",
      Rytm({"verify", "--data", At("new"), "--format", "json"}).out);
}

TEST_F(BackupCommandsTest, WhatIsWrongIsToldByTheExitCode) {
  EXPECT_EQ(2, Rytm({"backup", "--data", At("nowhere"), "--to", At("copy")}).code);
  EXPECT_EQ(2, Rytm({"backup", "--data", At("data"), "--to", At("copies"), "--keep", "0"}).code);
  EXPECT_EQ(2, Rytm({"restore", "--data", At("data"), "--from", At("nowhere")}).code);
  EXPECT_EQ(2, Rytm({"restore", "--data", At("data"), "--from", At("alby.json")}).code);
  EXPECT_EQ(2, Rytm({"verify", "--data", At("nowhere")}).code);
  const Outcome english =
      RytmInAnyLanguage({"--language", "en", "restore", "--data", At("data"), "--from", At("x")});
  EXPECT_EQ("There is no backup " + At("x") + ".\n", english.err);
}

}  // namespace
}  // namespace rytm
