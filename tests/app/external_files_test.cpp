// Calendars of others that a rule file names: their days are written into it, or every trouble is
// told.
#include "app/external_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/rules.h"
#include "base/limits.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

using ::testing::HasSubstr;

namespace fs = std::filesystem;

std::string Rules(const std::string& external) {
  return R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "calendars": {"external": [{"id": "rf", "name": "Regionfullmäktige", )" +
         external + R"(}]},
  "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [
    {"id": "meeting", "when": {"dates": ["2027-01-25"]}, "at": "18:30", "lasts": "PT3H"}]}]
})";
}

std::string Events(const std::string& events) {
  return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + events + "END:VEVENT\nEND:VCALENDAR\n";
}
const std::string kNextEvent = "END:VEVENT\nBEGIN:VEVENT\n";

class ExternalFilesTest : public testing::Test {
 protected:
  void Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  Result<std::string> Read(const std::string& text) const {
    return ReadExternalFiles((folder_ / "alby.json").string(), text, CalendarGuard(RYTM_PROGRAM));
  }
  std::vector<Day> DaysOf(const std::string& calendar) const {
    Write("rf.ics", calendar);
    const Result<std::string> text = Read(Rules(R"("file": "rf.ics")"));
    EXPECT_TRUE(text.ok()) << text.error().problems.at(0).what.sv;
    if (!text.ok()) return {};
    const Result<Organisation> organisation = ReadRules("alby.json", text.value());
    EXPECT_TRUE(organisation.ok());
    return organisation.value().calendars.external.at(0).dates;
  }
  // What is told of a file, at its place.
  std::string Told(const std::string& external) const {
    const Result<std::string> text = Read(Rules(external));
    if (text.ok()) return "";
    const Problem& problem = text.error().problems.at(0);
    return fs::path(problem.file).filename().string() + " " + problem.pointer + ": " +
           problem.what.sv;
  }

  TemporaryFolder folder_;
};

TEST_F(ExternalFilesTest, BecomeDays) {
  EXPECT_EQ((std::vector<Day>{MakeDay(2027, 2, 24), MakeDay(2027, 3, 3), MakeDay(2027, 3, 4)}),
            DaysOf(Events("DTSTART:20270303\nDTEND:20270305\n" + kNextEvent +
                          "DTSTART:20270224T090000\nDTEND:20270224T120000\n" + kNextEvent +
                          "DTSTART:20270224T130000\n" + kNextEvent + "DTSTART:20261216\n" +
                          kNextEvent + "DTSTART:20270401\nSTATUS:CANCELLED\n" + kNextEvent +
                          "DTSTART:20270402\nTRANSP:TRANSPARENT\n")));
}

TEST_F(ExternalFilesTest, AreFollowedToTheWindowsEnd) {
  const std::vector<Day> days = DaysOf(Events("DTSTART:20260107\nRRULE:FREQ=WEEKLY;BYDAY=WE\n"));
  EXPECT_EQ(52U, days.size());
  EXPECT_EQ(MakeDay(2027, 1, 6), days.front());
  EXPECT_EQ(MakeDay(2027, 12, 29), days.back());
}

// The text that is kept needs the file no more.
TEST_F(ExternalFilesTest, AreReadOnceAndTheRestOfTheTextStays) {
  Write("rf.ics", Events("DTSTART:20270303\n"));
  const std::string rules = Rules(R"("file": "rf.ics")");
  const std::string read = Read(rules).value();
  fs::remove(folder_ / "rf.ics");
  EXPECT_EQ(read, Read(read).value());
  const std::size_t end = rules.find("\"rf.ics\"") + 8;
  EXPECT_THAT(read, HasSubstr("\"dates\": [\"2027-03-03\"]"));
  EXPECT_TRUE(read.starts_with(rules.substr(0, end)));
  EXPECT_TRUE(read.ends_with(rules.substr(end)));
  EXPECT_EQ(Rules(R"("dates": [])"), Read(Rules(R"("dates": [])")).value());
  for (const char* other : {"", "nej", "[]", "{\"calendars\": 7}"})
    EXPECT_EQ(other, Read(other).value());
}

struct Trouble {
  std::string external;
  std::string told;
};

TEST_F(ExternalFilesTest, TellWhatIsWrong) {
  fs::create_directory(folder_ / "folder.ics");
  Write("html.ics", "<html>");
  Write("large.ics", std::string(kCalendarBytesMax + 1, 'a'));
  Write("old.ics", Events("DTSTART:20260303\n"));
  Write("wrong.ics", Events("DTSTART:nej\n"));
  Write("daily.ics", Events("DTSTART:20270101\nDURATION:P366D\n" + kNextEvent +
                            "DTSTART:20280102\nDURATION:P366D\n" + kNextEvent +
                            "DTSTART:20290102\nDURATION:P366D\n"));
  const std::string at = "alby.json /calendars/external/0/file: ";
  for (const Trouble& c : std::initializer_list<Trouble>{
           {R"("file": "none.ics")", at + "Filen går inte att läsa: "},
           {R"("file": "folder.ics")", at + "Filen går inte att läsa: "},
           {R"("file": "../rf.ics")", at + "\"../rf.ics\" är inget filnamn"},
           {R"("file": "/etc/passwd")", at + "\"/etc/passwd\" är inget filnamn"},
           {R"("file": "")", at + "\"\" är inget filnamn"},
           {R"("file": "html.ics")", at + "html.ics: Filen är ingen hel kalender"},
           {R"("file": "large.ics")", at + "large.ics: Kalenderfilen är för stor"},
           {R"("file": "old.ics")", at + "old.ics har inga dagar från 2027-01-01"},
           {R"("file": "wrong.ics")", "wrong.ics line 3: DTSTART är ingen dag"},
           {R"("file": "daily.ics")", at + "daily.ics har fler än 1000 dagar"}})
    EXPECT_THAT(Told(c.external), HasSubstr(c.told)) << c.external;
}

TEST_F(ExternalFilesTest, MustBeReadBeforeTheRulesAre) {
  const Result<Organisation> organisation = ReadRules("alby.json", Rules(R"("file": "rf.ics")"));
  ASSERT_FALSE(organisation.ok());
  EXPECT_EQ("/calendars/external/0/file", organisation.error().problems.at(0).pointer);
}

}  // namespace
}  // namespace rytm
