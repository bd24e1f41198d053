// rytm import --plan: what it prints, what it refuses, and that nothing is applied by halves.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "base/json.h"
#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

class ImportPlanTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }
  std::string Read(const std::string& path) const {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
  }
  // A council that meets on third Wednesdays.
  std::string File() const {
    return Write("alby.json", R"({
      "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
      "window": {"from": "2026-01-01", "until": "2027-12-31"},
      "bodies": [{"id": "kf", "kind": "council", "short": "KF", "name": {"sv": "Kommunfullmäktige"},
        "series": [{"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3"},
          "at": "18:30", "lasts": "PT3H", "open": "public"}]}]})");
  }
  std::string Data() const { return (folder_ / "data").string(); }

  TemporaryFolder folder_;
};

TEST_F(ImportPlanTest, ShowsThePlanRowByRowAndStoresNothing) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const std::string before = Rytm({"export", "--data", Data()}).out;
  const std::string plan =
      Write("plan.csv", "Organ;Datum;Veckodag\r\nKF;2027-01-18;m\xE5n\r\nKF;2027-02-15;m\xE5n\r\n");
  const Outcome run = Rytm({"import", "--data", Data(), "--plan", plan, "--preview"});
  EXPECT_EQ(0, run.code) << run.err;
  for (const char* line : {"tabell med semikolon, 3 rader, 2 möten",
                           "  2  KF; 2027-01-18; mån\n      = kf mån 18 jan 2027",
                           "Planen gäller 2027-01-01–2027-12-31.", "Kommunfullmäktige: 2 möten",
                           "ingenting är sparat"})
    EXPECT_NE(std::string::npos, run.out.find(line)) << line << "\n" << run.out;
  EXPECT_EQ(before, Rytm({"export", "--data", Data()}).out);
}

TEST_F(ImportPlanTest, PutsThePlanIntoTheDataFolder) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const std::string plan = Write("plan.txt", "Kommunfullmäktige: 18 januari, 15 februari kl. 17");
  EXPECT_EQ(0, Rytm({"import", "--data", Data(), "--plan", plan, "--year", "2027"}).code);
  const std::string exported = Rytm({"export", "--data", Data()}).out;
  EXPECT_NE(std::string::npos, exported.find("\"dates\": [\"2027-01-18\", \"2027-02-15\"]"))
      << exported;
}

TEST_F(ImportPlanTest, ReadsACalendarFile) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const std::string plan =
      Write("plan.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:KF: sammanträde\r\n"
            "DTSTART:20270118T170000Z\r\nRRULE:FREQ=MONTHLY;BYDAY=3MO;COUNT=2\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nSUMMARY:KF\r\nDTSTART;VALUE=DATE:20270315\r\nEND:VEVENT\r\n"
            "END:VCALENDAR\r\n");
  const Outcome wrong = Rytm({"import", "--data", Data(), "--plan", plan});
  EXPECT_EQ(2, wrong.code);
  EXPECT_NE(std::string::npos, wrong.out.find("i organisationens egen tidszon")) << wrong.out;
  const std::string right =
      Write("plan.ics", std::regex_replace(Read(plan), std::regex("170000Z"), "180000"));
  const Outcome run = Rytm({"import", "--data", Data(), "--plan", right});
  EXPECT_EQ(0, run.code) << run.out << run.err;
  EXPECT_NE(std::string::npos, run.out.find("kalenderfil, 3 rader, 3 möten")) << run.out;
  EXPECT_NE(std::string::npos, run.out.find("= kf mån 15 feb 2027 kl. 18.00")) << run.out;
  EXPECT_NE(std::string::npos, run.out.find("= kf mån 15 mars 2027\n")) << run.out;
}

TEST_F(ImportPlanTest, RefusesAWrongRowAndStoresNothing) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const std::string before = Rytm({"export", "--data", Data()}).out;
  const std::string plan = Write("plan.csv", "Organ;Datum\nKF;2027-01-18\nKQ;2027-02-30\n");
  const Outcome run = Rytm({"import", "--data", Data(), "--plan", plan});
  EXPECT_EQ(2, run.code);
  EXPECT_NE(std::string::npos, run.out.find("! 3  KQ; 2027-02-30")) << run.out;
  EXPECT_NE(std::string::npos, run.out.find("Ingenting är inläst")) << run.out;
  EXPECT_EQ(before, Rytm({"export", "--data", Data()}).out);
}

TEST_F(ImportPlanTest, WorksOnAFileWithoutADataFolder) {
  const std::string file = File();
  const std::string before = Read(file);
  const std::string plan = Write("plan.txt", "KF: 18 januari 2027");
  const std::string out = (folder_ / "new.json").string();
  EXPECT_EQ(0, Rytm({"import", "--plan", plan, "--onto", file}).code);
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(0, Rytm({"import", "--plan", plan, "--onto", file, "--out", out}).code);
  EXPECT_EQ(before, Read(file));
  const Outcome year = Rytm({"generate", out, "--from", "2027-01-01"});
  EXPECT_NE(std::string::npos, year.out.find("mån 18 jan")) << year.out << year.err;
  EXPECT_EQ(2, Rytm({"import", "--plan", plan, "--onto", file, "--out",
                     (folder_ / "no/such/folder.json").string()})
                   .code);
}

TEST_F(ImportPlanTest, TellsProgramsTheSame) {
  const std::string plan = Write("plan.txt", "KF: 20 jan 2027, 17 feb 2027, 17 mars 2027 kl. 9");
  const Outcome run = Rytm({"import", "--plan", plan, "--onto", File(), "--format", "json"});
  const Result<Json> json = ParseJson(run.out, "out");
  ASSERT_TRUE(json.ok()) << run.out;
  EXPECT_EQ(3U, json.value().at("rows").at(0).at("meetings").as_array().size());
  EXPECT_EQ("09:00", json.value().at("rows").at(0).at("meetings").at(2).at("at").as_string());
  EXPECT_EQ("kf/meeting", json.value().at("bodies").at(0).at("series").as_string());
  EXPECT_TRUE(json.value().at("bodies").at(0).at("offer").at("in-force").as_bool());
}

TEST_F(ImportPlanTest, AsksForWhatIsMissingOnTheCommandLine) {
  const std::string file = File();
  const std::string plan = Write("plan.txt", "KF: 18 januari 2027");
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"import", "--plan", plan},
           {"import", "--plan", plan, "--onto", file, "--data", Data()},
           {"import", file, "--plan", plan, "--onto", file},
           {"import", "--plan", plan, "--onto", file, "--year", "27"},
           {"import", "--plan", plan, "--onto", file, "--from", "jan"},
           {"import", "--plan", plan, "--onto", file, "--body", "xx"},
           {"import", "--plan", "none.csv", "--onto", file},
           {"import", "--plan", plan, "--onto", "none.json"}}) {
    const Outcome run = Rytm(arguments);
    EXPECT_EQ(2, run.code) << arguments.back();
    EXPECT_FALSE(run.err.empty()) << arguments.back();
  }
}

}  // namespace
}  // namespace rytm
