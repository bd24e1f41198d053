#include "organisation/day_phrase.h"

#include <gtest/gtest.h>

#include "base/read_words.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

std::string Shown(const PhraseMeeting& meeting) {
  std::string text = FormatDay(meeting.day);
  if (meeting.days > 1) text += " " + std::to_string(meeting.days) + " dagar";
  if (meeting.at) text += " " + FormatTimeOfDay(*meeting.at);
  if (meeting.lasts) text += " " + FormatLength(*meeting.lasts);
  if (meeting.cancelled) text += " inställt";
  if (meeting.status == MeetingStatus::kReserve) text += " reserv";
  if (meeting.status == MeetingStatus::kIfNeeded) text += " vid behov";
  return text;
}

std::string Shown(const DayPhrase& phrase) {
  if (!phrase.problems.empty()) {
    const Problem& problem = phrase.problems.front();
    EXPECT_FALSE(problem.what.en.empty()) << problem.what.sv;
    EXPECT_TRUE(phrase.meetings.empty()) << "half a phrase";
    return "! " + problem.what.sv + (problem.instead.sv.empty() ? "" : " " + problem.instead.sv);
  }
  std::string text;
  for (const PhraseMeeting& meeting : phrase.meetings)
    text += (text.empty() ? "" : ", ") + Shown(meeting);
  return text;
}

TEST(DayPhrase, IsReadAsPeopleMeanIt) {
  std::istringstream lines(
      testing::ReadText(testing::SourceDir() / "tests/organisation/cases/day-phrases.txt"));
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t arrow = line.find(" =>");
    ASSERT_NE(std::string::npos, arrow) << number;
    std::string phrase = line.substr(0, arrow);
    const std::string meaning = line.size() > arrow + 4 ? line.substr(arrow + 4) : "";
    PhraseContext context{.year = 2027, .month = std::nullopt};
    if (phrase.starts_with("jan: ")) {
      phrase = phrase.substr(5);
      context.month = 1;
    }
    EXPECT_EQ(meaning, Shown(ReadDayPhrase(phrase, context))) << number << ": " << phrase;
  }
  EXPECT_GT(number, 100);
}

TEST(DayPhrase, WithoutAYearSaysOnlyThat) {
  const DayPhrase phrase = ReadDayPhrase("ons 3 feb, 10 mars", {});
  EXPECT_TRUE(phrase.lacks_year);
  EXPECT_TRUE(phrase.meetings.empty());
  EXPECT_TRUE(phrase.problems.empty());
  EXPECT_FALSE(ReadDayPhrase("ons 3 feb 2027, 10 mars 2027", {}).lacks_year);
}

TEST(DayPhrase, WithoutADayIsAHeading) {
  const DayPhrase year = ReadDayPhrase("2027", {});
  EXPECT_EQ(2027, year.year);
  const DayPhrase month = ReadDayPhrase("Januari 2027", {});
  EXPECT_EQ(1U, month.month);
  EXPECT_EQ(2027, month.year);
  const DayPhrase time = ReadDayPhrase("kl. 18.30–21.30", {});
  EXPECT_EQ(ParseTimeOfDay("18:30"), time.at);
  EXPECT_EQ(ParseLength("PT3H"), time.lasts);
  const DayPhrase years = ReadDayPhrase("2026 2027", {});
  ASSERT_EQ(1U, years.problems.size());
  EXPECT_EQ("Här står flera år: 2026 och 2027.", years.problems[0].what.sv);
}

}  // namespace
}  // namespace rytm
