// rytm extend: what it prints and what it refuses.
#include <gtest/gtest.h>

#include <fstream>

#include "base/json.h"
#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

class ExtendCommandTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = (folder_ / "alby.json").string();
    std::ofstream(file) << R"({
      "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
      "window": {"from": "2027-01-01", "until": "2027-12-31"},
      "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [
        {"id": "meeting", "name": "Sammanträde", "at": "18:30", "lasts": "PT3H", "when":
         {"dates": ["2027-02-22", "2027-03-29", "2027-04-26", "2027-05-31"], "decided": true}}]}]})";
    ASSERT_EQ(0, Rytm({"init", "--data", Data(), file}).code);
  }

  std::string Data() const { return (folder_ / "data").string(); }

  TemporaryFolder folder_;
};

TEST_F(ExtendCommandTest, ShowsTheNewYearBesideThisOne) {
  const Outcome preview = Rytm({"extend", "--data", Data(), "--until", "2028-12-31", "--preview"});
  EXPECT_EQ(0, preview.code) << preview.err;
  for (const char* line :
       {"Planen förlängs till 2028-12-31.", "Kommunfullmäktige, Sammanträde\n",
        "  mån 22 feb 2027      –\n", "Årets dagar är bestämda, och ingen regel ger nästa års.",
        "En regel passar årets dagar: sista måndagen i månaden (feb–maj) (100 %)",
        "Det som redan är planerat står som det stod.", "ingenting är sparat"})
    EXPECT_NE(std::string::npos, preview.out.find(line)) << line << "\n" << preview.out;
  const Outcome saved = Rytm({"extend", "--data", Data(), "--until", "2028-12-31", "--rules"});
  for (const char* line : {"  mån 22 feb 2027      mån 28 feb 2028\n",
                           "Ny regel: sista måndagen i månaden (feb–maj)", "Sparat som ändring 2"})
    EXPECT_NE(std::string::npos, saved.out.find(line)) << line << "\n" << saved.out;
  EXPECT_EQ(0, Rytm({"adjust", "--data", Data(), "--undo", "2"}).code);
}

TEST_F(ExtendCommandTest, TellsProgramsTheSame) {
  const Outcome run =
      Rytm({"extend", "--data", Data(), "--until", "2028-12-31", "--rules", "--format", "json"});
  const Result<Json> json = ParseJson(run.out, "out");
  ASSERT_TRUE(json.ok()) << run.out;
  const Json& series = json.value().at("series").at(0);
  EXPECT_EQ("kf/meeting", series.at("series").as_string());
  EXPECT_EQ("2028-02-28", series.at("days").at(0).at("after").as_string());
  EXPECT_TRUE(json.value().at("as-rules").as_bool());
}

TEST_F(ExtendCommandTest, RefusesWhatIsNoLaterDay) {
  for (const char* until : {"2027-12-31", "2027-06-30", "2038-01-01", "nästa år"}) {
    const Outcome run = Rytm({"extend", "--data", Data(), "--until", until});
    EXPECT_EQ(2, run.code) << until;
    EXPECT_FALSE(run.err.empty()) << until;
  }
}

}  // namespace
}  // namespace rytm
