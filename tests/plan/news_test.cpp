// What comes too late for the day it is built on: the notice of a council meeting moved or added,
// and the steps of a meeting added. A meeting that people were told of in time is no news.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/build.h"
#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kMoved = "nyby.kf.meeting.2027-02-22";
constexpr const char* kAdded = "nyby.kf.meeting.2027-03-15";
constexpr const char* kExceptions =
    R"([{"on": "2027-02-22", "move": {"day": "2027-03-01"}, "reason": "Sportlov"},)"
    R"({"add": "2027-03-15", "reason": "Brådskande"}])";

// A council that meets 25 January, 1 March (moved from 22 February) and 15 March (added).
Organisation Rules(const std::string& kind = "council") {
  return testing::ReadRules(
      "nyby.json",
      R"({"organisation": {"id": "nyby", "name": "Nyby kommun", "host": "nyby.example"},)"
      R"("window": {"from": "2027-01-01", "until": "2027-12-31"},)"
      R"("bodies": [{"id": "kf", "kind": ")" +
          kind +
          R"(", "name": "Kommunfullmäktige", "series": [{"id": "meeting", "name": "Sammanträde",)"
          R"("at": "18:30", "lasts": "PT3H", "chain": "kort",)"
          R"("when": {"dates": ["2027-01-25", "2027-02-22"]}, "exceptions": )" +
          kExceptions +
          R"(}]}], "chains": {"kort": [{"id": "drafts", "name": "Utkast", "days": -14},)"
          R"({"id": "notice", "name": "Kallelse", "days": -7}]}})");
}

std::vector<std::string> TooLate(const Organisation& organisation, const BuildOptions& options) {
  std::vector<std::string> meetings;
  for (const Finding& finding : testing::BuildCase(organisation, options).findings) {
    if (finding.check != "council-notice-passed") continue;
    EXPECT_EQ(finding.severity, Severity::kError);
    EXPECT_EQ(finding.citation, "KL 5:13");
    meetings.push_back(finding.items.front());
  }
  return meetings;
}

TEST(NoticeOfNews, IsTooLateFromTheDayAfterTheLastDayUntilTheMeeting) {
  struct Case {
    Day today;
    std::vector<std::string> too_late;
  };
  const Case cases[] = {
      {MakeDay(2027, 1, 19), {}},  // 25 January is the rule's own: noticed long ago
      {MakeDay(2027, 2, 22), {}}, {MakeDay(2027, 2, 23), {kMoved}}, {MakeDay(2027, 3, 1), {kMoved}},
      {MakeDay(2027, 3, 2), {}},  {MakeDay(2027, 3, 9), {kAdded}},  {MakeDay(2027, 3, 16), {}}};
  for (const Case& one : cases)
    EXPECT_EQ(TooLate(Rules(), {.window = {}, .today = one.today, .published = {}}), one.too_late)
        << FormatDay(one.today);
}

TEST(NoticeOfNews, NeedsACalendar) { EXPECT_THAT(TooLate(Rules(), {}), IsEmpty()); }

TEST(NoticeOfNews, IsNoneWherePeopleWereToldOfTheDay) {
  const Day today = MakeDay(2027, 2, 23);
  const auto told_of = [&](Day day) {
    return TooLate(Rules(), {.window = {}, .today = today, .published = {{kMoved, day}}});
  };
  EXPECT_THAT(told_of(MakeDay(2027, 3, 1)), IsEmpty());
  EXPECT_THAT(told_of(MakeDay(2027, 2, 22)), ElementsAre(kMoved));
}

TEST(NoticeOfNews, BindsCouncilsOnly) {
  EXPECT_THAT(
      TooLate(Rules("committee"), {.window = {}, .today = MakeDay(2027, 2, 23), .published = {}}),
      IsEmpty());
}

TEST(NoticeOfNews, SaysWhatWouldBeInTime) {
  for (const Finding& finding :
       testing::BuildCase(Rules(), {.window = {}, .today = MakeDay(2027, 3, 10), .published = {}})
           .findings) {
    if (finding.check != "council-notice-passed") continue;
    EXPECT_EQ(finding.message.sv,
              "Kommunfullmäktige mån 15 mars 2027 är tillagt, men kallelse och tillkännagivande "
              "skulle ha gått ut senast mån 8 mars 2027, och den dagen har passerat.");
    EXPECT_EQ(finding.suggestion.sv,
              "Lägg mötet tidigast ons 17 mars 2027. Har kallelsen redan gått ut i tid behöver "
              "inget göras.");
  }
}

std::vector<std::string> StepsMarkedPast(const BuildOptions& options) {
  std::vector<std::string> past;
  for (const Item& item : testing::BuildCase(Rules(), options).items)
    if (item.past_when_added) past.push_back(item.id);
  return past;
}

TEST(StepsOfAnAddedMeeting, AreMarkedWhenTheyArePast) {
  EXPECT_THAT(StepsMarkedPast({.window = {}, .today = MakeDay(2027, 3, 8), .published = {}}),
              ElementsAre(std::string(kAdded) + ".drafts"));
  EXPECT_THAT(StepsMarkedPast({}), IsEmpty());
}

// What was told of when it was still to come stays; what was past by then is told no more later.
TEST(StepsOfAnAddedMeeting, StayAsTheyWereOncePublished) {
  const auto marked = [](Day told) {
    return StepsMarkedPast({.window = {},
                            .today = MakeDay(2027, 3, 12),
                            .published = {{kAdded, MakeDay(2027, 3, 15)}},
                            .told = {{kAdded, told}}});
  };
  EXPECT_THAT(marked(MakeDay(2027, 2, 1)), IsEmpty());
  EXPECT_THAT(marked(MakeDay(2027, 3, 8)), ElementsAre(std::string(kAdded) + ".drafts"));
}

}  // namespace
}  // namespace rytm
