// The program as it is called: what it prints, what it refuses, and with which exit code (DESIGN
// §8).
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

class CommandsTest : public testing::Test {
 protected:
  // A council with one series; `when` and `more` vary.
  std::string File(const std::string& when = R"({"rrule": "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3"})",
                   const std::string& more = "") {
    const fs::path path = folder_ / "alby.json";
    std::ofstream(path) << R"({
      "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
      "window": {"from": "2026-01-01", "until": "2027-12-31"},
      "bodies": [{"id": "kf", "kind": "council", "short": "KF", "name": {"sv": "Kommunfullmäktige"},
        "series": [{"id": "meeting", "when": )"
                        << when << R"(, "at": "18:30", "lasts": "PT3H", "open": "public")" << more
                        << "}]}]}";
    return path.string();
  }
  std::string Data() const { return (folder_ / "data").string(); }
  std::string Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  TemporaryFolder folder_;
};

TEST_F(CommandsTest, GenerateListsTheYearByMonthAndWeek) {
  const Outcome run = Rytm({"generate", File(), "--from", "2027-01-01"});
  EXPECT_EQ(0, run.code) << run.err;
  EXPECT_EQ(
      "Alby kommun, 2027-01-01–2027-12-31, 3 poster\n"
      "\nJanuari 2027\n  v. 3   ons 20 jan    18.30–21.30  KF      Sammanträde\n"
      "\nFebruari 2027\n  v. 7   ons 17 feb    18.30–21.30  KF      Sammanträde\n"
      "\nMars 2027\n  v. 11  ons 17 mars   18.30–21.30  KF      Sammanträde\n",
      run.out);
}

TEST_F(CommandsTest, GenerateSaysWhy) {
  const Outcome run = Rytm(
      {"generate",
       File(R"({"dates": ["2027-01-06"]})", R"(, "on": {"public-holiday": "next-working-day"})"),
       "--why"});
  EXPECT_EQ(0, run.code) << run.err;
  EXPECT_NE(std::string::npos, run.out.find("tors 7 jan"));
  EXPECT_NE(std::string::npos, run.out.find("trettondedag jul")) << run.out;
  EXPECT_NE(std::string::npos, run.out.find("[/bodies/0/series/0/when")) << run.out;
}

TEST_F(CommandsTest, GenerateForCalendarsAndProgramsAndExcel) {
  const std::string file = File();
  const Outcome ics =
      Rytm({"generate", file, "--format", "ics", "--stamp", "2026-11-23T14:02:00Z"});
  EXPECT_TRUE(ics.out.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_NE(std::string::npos, ics.out.find("UID:alby.kf.meeting.2027-01-20@alby.example\r\n"));
  EXPECT_NE(std::string::npos, ics.out.find("DTSTAMP:20261123T140200Z\r\n"));
  EXPECT_NE(std::string::npos, ics.out.find("SEQUENCE:0\r\n"));
  const Outcome csv = Rytm({"generate", file, "--format", "csv"});
  EXPECT_TRUE(
      csv.out.starts_with("\xEF\xBB\xBF"
                          "Datum;Veckodag;Vecka;"));
  const Outcome json = Rytm({"generate", file, "--format", "json"});
  const Result<Json> parsed = ParseJson(json.out, "out", 64 * 1024 * 1024);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(6U, parsed.value().at("items").as_array().size());
  EXPECT_EQ("2026-01-21T17:30:00Z",
            parsed.value().at("items").at(0).at("events").at(0).at("start").as_string());
}

TEST_F(CommandsTest, CheckTellsACouncilOnASaturday) {
  const Outcome run = Rytm({"check", File(R"({"dates": ["2026-09-05"]})")});
  EXPECT_NE(std::string::npos, run.out.find("lör 5 sep 2026")) << run.out;
  EXPECT_NE(std::string::npos, run.out.find("lördag")) << run.out;
}

TEST_F(CommandsTest, ABrokenFileIsToldWholeWithExitCode2) {
  const Outcome run = Rytm({"generate", File(R"({"rrule": "FREQ=SECONDLY"})",
                                             R"(, "colour": "red", "place": "salen")")});
  EXPECT_EQ(2, run.code);
  EXPECT_TRUE(run.out.empty()) << "nothing half told";
  for (const char* pointer : {"/bodies/0/series/0/when", "/bodies/0/series/0/colour"})
    EXPECT_NE(std::string::npos, run.err.find(pointer)) << run.err;
  EXPECT_NE(std::string::npos, run.err.find("alby.json")) << run.err;
}

TEST_F(CommandsTest, WhatIsWrongOnTheCommandLineIsExitCode2) {
  const std::string file = File();
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {"finns-inte"},
           {"generate"},
           {"generate", "finns-inte.json"},
           {"generate", file, "--from", "2027-02-30"},
           {"generate", file, "--until", "2030-01-01"},
           {"generate", file, "--from", "2027-06-01", "--until", "2027-01-01"},
           {"generate", file, "--format", "pdf"},
           {"generate", file, "--scope", "everybody"},
           {"generate", file, "--body", "ks"},
           {"generate", file, "--stamp", "now"},
           {"check", file, "--format", "ics"},
           {"publish", "--data", "/nonexistent/rytm", "--until", "2027-01-01"},
           {"serve", "--data", "/nonexistent/rytm"},
           {"serve", "--data", "/nonexistent/rytm", "--public-url", "rytm.example"},
           {"init", "--data", "/proc/rytm", file}}) {
    const Outcome run = Rytm(arguments);
    EXPECT_EQ(2, run.code) << testing::PrintToString(arguments);
    EXPECT_FALSE(run.err.empty()) << testing::PrintToString(arguments);
  }
}

TEST_F(CommandsTest, WhatIsWrongIsToldInTheLanguageAskedFor) {
  const std::string file = File();
  fs::create_directory(folder_ / "folder");
  std::ofstream(folder_ / "broken.json") << "{\n  \"organisation\": ,\n}";
  std::ofstream(folder_ / "large.json") << std::string(2 * 1024 * 1024 + 1, ' ');
  struct Row {
    std::vector<std::string> arguments;
    std::string sv;
    std::string en;
  };
  for (const Row& row : std::vector<Row>{
           {{},
            "→ Det som går att skriva här: \"generate\"",
            "→ What can stand here: \"generate\""},
           {{"chek", file}, "chek: Det kommandot finns inte.", "chek: There is no such command."},
           {{"chek", file}, "→ Menade du \"check\"?", "→ Did you mean \"check\"?"},
           {{"generate"}, "file: Saknas.", "file: Missing."},
           {{"publish"}, "--data: Saknas.", "--data: Missing."},
           {{"publish"}, "--data: Saknas.", "--data: Missing."},
           {{"generate", file, "--untill", "2027-01-01"},
            "--untill: Det alternativet finns inte.\n    → Menade du \"--until\"?",
            "--untill: There is no such option.\n    → Did you mean \"--until\"?"},
           {{"generate", file, file}, "Ett ord för mycket.", "One word too many."},
           {{"generate", file, "--from"},
            "--from: Här ska stå ett värde",
            "--from: One value must"},
           {{"generate", file, "--format", "pdf"},
            "→ Det som går att skriva här: \"csv\", \"ics\", \"json\", \"table\".",
            "→ What can stand here: \"csv\", \"ics\", \"json\", \"table\"."},
           {{"generate", file, "--scope", "publik"},
            "Menade du \"public\"?",
            "Did you mean \"public\"?"},
           {{"generate", file, "--body", "kx"},
            "Det finns inget organ \"kx\".\n    → Det som går",
            "There is no body \"kx\".\n    → What can"},
           {{"generate", file, "--from", "2027-02-30"},
            "är ingen dag. Skriv som",
            "is no day. Write"},
           {{"generate", file, "--until", "2028-01-01"},
            "2028-01-01 ligger utanför.",
            "2028-01-01 lies outside."},
           {{"generate", file, "--from", "2027-02-01", "--until", "2027-01-31"},
            "2027-01-31 kommer före 2027-02-01.",
            "2027-01-31 comes before 2027-02-01."},
           {{"check", "finns-inte.json"},
            "finns-inte.json. Den finns inte.",
            "finns-inte.json. It does not exist."},
           {{"check", (folder_ / "folder").string()}, "Det är en mapp.", "It is a folder."},
           {{"check", (folder_ / "large.json").string()}, "högst 2 MiB", "at most 2 MiB"},
           {{"check", (folder_ / "broken.json").string()},
            "broken.json: rad 2, kolumn 19: ",
            "broken.json: line 2, column 19: "},
           {{"init", "--data", file + "/data", file},
            "är en fil och ingen mapp",
            "is a file and no"},
           {{"serve", "--data", Data()}, "Skapa den med rytm init.", "Make one with rytm init."},
           {{"serve", "--data", Data(), "--public-url", "https://a.example/kalender"},
            "Skriv bara https:// och värdnamnet",
            "Write only https:// and the host's name"}}) {
    const Outcome swedish = Rytm(row.arguments);
    EXPECT_EQ(2, swedish.code);
    EXPECT_NE(std::string::npos, swedish.err.find(row.sv)) << row.sv << "\n" << swedish.err;
    EXPECT_TRUE(swedish.out.empty()) << swedish.out;
    std::vector<std::string> arguments = row.arguments;
    arguments.insert(arguments.begin(), {"--language", "en"});
    const Outcome english = RytmInAnyLanguage(arguments);
    EXPECT_EQ(2, english.code);
    EXPECT_NE(std::string::npos, english.err.find(row.en)) << row.en << "\n" << english.err;
  }
}

TEST_F(CommandsTest, FromAFileToAPublishedYear) {
  const std::string file = File();
  EXPECT_EQ(0, Rytm({"init", "--data", Data(), file}).code);
  EXPECT_EQ(2, Rytm({"init", "--data", Data(), file}).code) << "never over a folder in use";
  EXPECT_EQ(0, Rytm({"publish", "--data", Data(), "--until", "2027-12-31"}).code);
  EXPECT_NE(std::string::npos, Rytm({"publish", "--data", Data(), "--until", "2027-12-31"})
                                   .out.find("Ingenting har ändrats"));
  std::ostringstream imported;
  imported << std::ifstream(file).rdbuf();
  EXPECT_EQ(imported.str(), Rytm({"export", "--data", Data()}).out);
  const std::string moved = File(
      R"({"rrule": "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3"})",
      R"(, "exceptions": [{"on": "2027-02-17", "move": {"day": "2027-02-24"}, "reason": "Sportlov"}])");
  const Outcome preview = Rytm({"import", "--data", Data(), moved, "--preview"});
  EXPECT_EQ(0, preview.code) << preview.err;
  EXPECT_NE(std::string::npos,
            preview.out.find("Flyttas: Kommunfullmäktige, Sammanträde: ons 17 feb 2027 kl. "
                             "18.30–21.30 → ons 24 feb 2027 kl. 18.30–21.30"))
      << preview.out;
  EXPECT_NE(std::string::npos, preview.out.find("ingenting är sparat"));
  EXPECT_EQ(0, Rytm({"import", "--data", Data(), moved}).code);
  const Outcome published = Rytm({"publish", "--data", Data(), "--until", "2027-12-31"});
  EXPECT_NE(std::string::npos, published.out.find("utgåva 2: 1 ändring")) << published.out;
  EXPECT_NE(std::string::npos, published.out.find("ons 17 feb")) << published.out;
  EXPECT_NE(std::string::npos, published.out.find("ons 24 feb")) << published.out;
}

// A meeting of the region on the council's day, told by a calendar file beside the rule file, which
// is needed no more once it is read in.
TEST_F(CommandsTest, ReadsCalendarsOfOthersBesideTheRuleFile) {
  const std::string rules = R"({
    "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
    "window": {"from": "2027-01-01", "until": "2027-12-31"},
    "calendars": {"external": [{"id": "rf", "name": "Regionfullmäktige", "file": "region.ics",
                                "shares-members-with": "kf"}]},
    "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [
      {"id": "meeting", "when": {"dates": ["2027-01-20"]}, "at": "18:30", "lasts": "PT3H"}]}]})";
  const std::string file = Write("alby.json", rules);
  const Outcome missing = Rytm({"check", file});
  EXPECT_EQ(2, missing.code);
  EXPECT_NE(std::string::npos, missing.err.find("/calendars/external/0/file")) << missing.err;
  const std::string region = Write("region.ics",
                                   "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270120\n"
                                   "END:VEVENT\nEND:VCALENDAR\n");
  EXPECT_NE(std::string::npos, Rytm({"check", file}).out.find("Regionfullmäktige"));
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), file}).code);
  fs::remove(region);
  const std::string exported = Write("again.json", Rytm({"export", "--data", Data()}).out);
  EXPECT_NE(std::string::npos, Rytm({"check", exported}).out.find("Regionfullmäktige"));
}

TEST_F(CommandsTest, ABadFirstFileLeavesNoFolderBehind) {
  EXPECT_EQ(2, Rytm({"init", "--data", Data(), File(R"({"rrule": "FREQ=SECONDLY"})")}).code);
  EXPECT_FALSE(fs::exists(Data()));
}

TEST_F(CommandsTest, TheExampleOfTheReadmeGivesAYearWithoutErrors) {
  std::ostringstream readme;
  readme << std::ifstream(fs::path(RYTM_SOURCE_DIR) / "README.md").rdbuf();
  const std::string text = readme.str();
  const std::size_t begin = text.find("```json\n") + 8;
  const fs::path file = folder_ / "alby.json";
  std::ofstream(file) << text.substr(begin, text.find("```", begin) - begin);
  const Outcome check = Rytm({"check", file.string()});
  EXPECT_EQ(0, check.code) << check.out << check.err;
  EXPECT_NE(std::string::npos,
            Rytm({"generate", file.string(), "--scope", "public"}).out.find("December 2027"));
}

TEST_F(CommandsTest, ErrorsAsJsonHoldBothLanguages) {
  const Outcome run = Rytm({"check", "finns-inte.json", "--format", "json"});
  EXPECT_EQ(2, run.code);
  const Result<Json> parsed = ParseJson(run.err, "err");
  ASSERT_TRUE(parsed.ok()) << run.err;
  EXPECT_FALSE(parsed.value().at("message").at("en").as_string().empty());
}

TEST_F(CommandsTest, AdjustShowsWhatFollowsSavesAndUndoes) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const std::vector<std::string> move = {
      "adjust", "--data",     Data(),     "--slot",  "kf/meeting@2027-02-17",
      "--move", "2027-02-24", "--reason", "Sportlov"};
  std::vector<std::string> preview = move;
  preview.push_back("--preview");
  EXPECT_EQ(
      "Flyttas: Kommunfullmäktige, Sammanträde: ons 17 feb 2027 kl. 18.30–21.30 → ons 24 feb 2027 "
      "kl. 18.30–21.30 (flyttat från ons 17 feb till ons 24 feb av någon med behörighet: "
      "Sportlov)\n"
      "Berör Kommunfullmäktige: allmänheten, ledamöterna, ledningen, tjänstepersonerna, kansliet\n"
      "Förhandsvisning: ingenting är sparat.\n",
      Rytm(preview).out);
  const Outcome saved = Rytm(move);
  EXPECT_EQ(0, saved.code) << saved.err;
  EXPECT_NE(saved.out.find("Sparat som ändring 2."), std::string::npos) << saved.out;
  EXPECT_NE(
      Rytm({"history", "--data", Data()})
          .out.find("2  2026-11-23 15:02  Kommunfullmäktige ons 17 feb 2027 flyttades till ons "
                    "24 feb 2027.\n1  "),
      std::string::npos);
  EXPECT_EQ("1  2026-11-23 15:02  {\"day\":\"2027-02-24\"}  Sportlov\n",
            Rytm({"history", "--data", Data(), "--slot", "alby.kf.meeting.2027-02-17"}).out);
  EXPECT_EQ(0, Rytm({"adjust", "--data", Data(), "--undo", "2"}).code);
  EXPECT_NE(Rytm({"history", "--data", Data()}).out.find("(ångrad)"), std::string::npos);
}

TEST_F(CommandsTest, AdjustTellsWhatIsWrong) {
  ASSERT_EQ(0, Rytm({"init", "--data", Data(), File()}).code);
  const auto refused = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"adjust", "--data", Data()});
    const Outcome run = Rytm(arguments);
    EXPECT_EQ(kExitRefused, run.code);
    return run.err;
  };
  EXPECT_NE(refused({}).find("slots"), std::string::npos);
  EXPECT_NE(refused({"--slot", "kf/meeting@2027-02-18", "--cancel"}).find("inget möte"),
            std::string::npos);
  EXPECT_NE(refused({"--slot", "kf@2027-02-17", "--cancel"}).find("organ/serie"),
            std::string::npos);
  EXPECT_NE(refused({"--slot", "kf/meeting@2027-02-17", "--at", "25:00"}).find("/set/at"),
            std::string::npos);
  EXPECT_NE(refused({"--series", "bun/meeting", "--from", "2027-01-01", "--cancel"}).find("bun"),
            std::string::npos);
}

}  // namespace
}  // namespace rytm
