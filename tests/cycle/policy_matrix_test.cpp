// Every condition with every answer: what becomes of a day on which the condition holds.
#include <gtest/gtest.h>

#include "cycle/expand.h"
#include "organisation/rule_words.h"
#include "tests/cycle/rules.h"

namespace rytm {
namespace {

// In the order of kAnswerWords: skip, keep, warn, next, previous, nearest working day, a week
// earlier, a week later. "stays": no day is found, and the rule's own stands with an error.
struct Row {
  Condition condition;
  const char* day;
  const char* becomes[8];
};

// 6 January is Epiphany, 25 June Midsummer Eve, 7 May the day after Ascension Day; the election is
// on 13 September 2026; week 7 is the recess and week 8 the school break. In a week without a free
// day the nearest is always a day seen before.
constexpr Row kRows[] = {
    {Condition::kPublicHoliday,
     "2027-01-06",
     {"none", "2027-01-06", "2027-01-06 warned", "2027-01-07", "2027-01-05", "2027-01-05",
      "2026-12-30", "2027-01-13"}},
    {Condition::kEve,
     "2027-06-25",
     {"none", "2027-06-25", "2027-06-25 warned", "2027-06-28", "2027-06-24", "2027-06-24",
      "2027-06-18", "2027-07-02"}},
    {Condition::kBridgeDay,
     "2027-05-07",
     {"none", "2027-05-07", "2027-05-07 warned", "2027-05-10", "2027-05-05", "2027-05-05",
      "2027-04-30", "2027-05-14"}},
    {Condition::kElectionWeek,
     "2026-09-09",
     {"none", "2026-09-09", "2026-09-09 warned", "2026-09-14", "2026-09-04", "2026-09-09 stays",
      "2026-09-02", "2026-09-16"}},
    {Condition::kRecess,
     "2027-02-17",
     {"none", "2027-02-17", "2027-02-17 warned", "2027-02-22", "2027-02-12", "2027-02-17 stays",
      "2027-02-10", "2027-02-24"}},
    {Condition::kSchoolBreak,
     "2027-02-24",
     {"none", "2027-02-24", "2027-02-24 warned", "2027-03-01", "2027-02-19", "2027-02-24 stays",
      "2027-02-17", "2027-03-03"}},
    {Condition::kOtherBody,
     "2027-03-17",
     {"none", "2027-03-17", "2027-03-17 warned", "2027-03-18", "2027-03-16", "2027-03-16",
      "2027-03-10", "2027-03-24"}},
};

Day D(const char* day) { return *ParseDay(day); }

DayFacts Facts() {
  Calendars calendars;
  calendars.recesses = {{.name = Text("v. 7"), .days = 7U, .pointer = ""}};
  calendars.school_breaks = {{.name = Text("v. 8"), .days = 8U, .pointer = ""}};
  return {calendars, {D("2026-01-01"), D("2027-12-31")}};
}

std::string Becomes(const Row& row, Answer answer) {
  Series series;
  series.on[static_cast<int>(row.condition)] = answer;
  const PolicyResult result =
      ApplyPolicies(series, {.day = D(row.day)}, {D("2027-03-17")}, Facts());
  if (result.skipped) return "none";
  return FormatDay(result.day) + (result.gave_up ? " stays" : "") +
         (result.warned ? " warned" : "");
}

TEST(PolicyMatrix, EveryConditionWithEveryAnswer) {
  ASSERT_EQ(std::size(kRows), static_cast<std::size_t>(kConditionCount));
  ASSERT_EQ(std::size(kAnswerWords), std::size(kRows[0].becomes));
  for (std::size_t condition = 0; condition < std::size(kRows); ++condition) {
    const Row& row = kRows[condition];
    EXPECT_EQ(static_cast<std::size_t>(row.condition), condition);
    for (std::size_t answer = 0; answer < std::size(kAnswerWords); ++answer)
      EXPECT_EQ(row.becomes[answer], Becomes(row, kAnswerWords[answer].value))
          << WordFor(kConditionWords, row.condition) << ": " << kAnswerWords[answer].word;
  }
}

}  // namespace
}  // namespace rytm
