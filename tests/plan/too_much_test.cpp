// Rules that read well and ask for hours of work, or for more memory than there is: refused where
// it became too much.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/build.h"
#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

// So many committees, each with so many series "s0", "s1", … written like this.
std::string Committees(int count, int series_of_each, const std::string& series) {
  std::string bodies;
  for (int i = 0; i < count; ++i) {
    std::string all;
    for (int k = 0; k < series_of_each; ++k)
      all += (k > 0 ? ", " : "") + std::string(R"({"id": "s)") + std::to_string(k) +
             R"(", "name": "Möte", "at": "09:00", "lasts": "PT1H", )" + series + "}";
    bodies += (i > 0 ? ", " : "") + std::string(R"({"id": "n)") + std::to_string(i) +
              R"(", "kind": "committee", "name": "Nämnden", "series": [)" + all + "]}";
  }
  return R"("bodies": [)" + bodies + "]";
}

Organisation Read(const std::string& rest) {
  return testing::ReadRules(
      "stor.json",
      R"({"organisation": {"id": "stor", "name": "Stor kommun", "host": "stor.example"},)"
      R"("window": {"from": "2026-01-01", "until": "2037-12-31"}, )" +
          rest + "}");
}

std::string Times(int count, const std::string& text) {
  std::string all = text;
  for (int i = 1; i < count; ++i) all += ", " + text;
  return all;
}

constexpr const char* kMonthly = R"("when": {"rrule": "FREQ=MONTHLY;BYDAY=1MO"})";

struct Case {
  std::string name;
  std::string file;
  std::string pointer;  // begins so
};

std::vector<Case> Cases() {
  const std::string rare = R"({"rrule": "FREQ=MONTHLY;BYDAY=5SU;BYMONTH=2"})";
  std::string steps;
  for (int i = 0; i < 30; ++i)
    steps += (i > 0 ? ", " : "") + std::string(R"({"id": "s)") + std::to_string(i) +
             R"(", "name": "Steg", "days": )" + std::to_string(i - 40) + "}";
  std::string reports;
  for (int i = 0; i < 60; ++i)
    reports += (i > 0 ? ", " : "") + std::string(R"({"id": "r)") + std::to_string(i) +
               R"(", "name": "Rapport", "period": "month", "route": [)" +
               Times(20, R"({"bodies": {"kind": "committee"}})") + "]}";
  std::string dialogues;
  for (int i = 0; i < 100; ++i)
    dialogues += (i > 0 ? ", " : "") + std::string(R"({"id": "d)") + std::to_string(i) +
                 R"(", "kind": "reflection", "name": "Samtal", "bodies": {"kind": "committee"}, )" +
                 R"("at": "09:00", "lasts": "PT1H", "when": [)" + Times(20, rare) + "]}";
  return {
      {"RareRecurrences", Committees(50, 1, R"("when": [)" + Times(20, rare) + "]"), "/bodies/"},
      {"MeetingsWithManySteps",
       Committees(60, 1, R"("chain": "lang", "when": {"rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE"})") +
           R"(, "chains": {"lang": [)" + steps + "]}",
       "/bodies/"},
      {"ReportsThroughEverybody",
       Committees(200, 1, kMonthly) + R"(, "reports": [)" + reports + "]", "/reports/"},
      {"DialoguesOfEverybody",
       Committees(200, 1, kMonthly) + R"(, "dialogues": [)" + dialogues + "]", "/dialogues/"},
      {"EverybodyInOneRoom",
       Committees(20, 20, R"("place": "salen", "when": {"dates": ["2027-02-03"]})") +
           R"(, "places": [{"id": "salen", "name": "Salen"}])",
       ""},
  };
}

class TooMuchWork : public ::testing::TestWithParam<Case> {};

TEST_P(TooMuchWork, IsRefusedWhereItBecameTooMuch) {
  const Result<Plan> plan = Build(Read(GetParam().file));
  ASSERT_FALSE(plan.ok());
  EXPECT_EQ(plan.error().code, ErrorCode::kTooLarge);
  ASSERT_EQ(plan.error().problems.size(), 1u);
  const Problem& problem = plan.error().problems.front();
  EXPECT_THAT(problem.pointer, ::testing::StartsWith(GetParam().pointer));
  EXPECT_EQ(problem.pointer.empty(), GetParam().pointer.empty());
  EXPECT_NE(problem.what.sv, problem.what.en);
  EXPECT_NE(problem.instead.sv, problem.instead.en);
}

INSTANTIATE_TEST_SUITE_P(Plans, TooMuchWork, ::testing::ValuesIn(Cases()),
                         [](const auto& one) { return one.param.name; });

// The same rule is told of, wherever it stands in the file.
TEST(TooMuchWorkInOrder, IsToldOfTheSameRuleHoweverTheFileIsSorted) {
  Organisation organisation = Read(Cases().front().file);
  const std::string pointer = Build(organisation).error().problems.front().pointer;
  std::reverse(organisation.bodies.begin(), organisation.bodies.end());
  EXPECT_EQ(Build(organisation).error().problems.front().pointer, pointer);
}

// A region with sixty bodies that meet eleven times a year, each meeting with thirteen steps.
TEST(Enough, IsThreeTermsOfALargeRegion) {
  std::string steps;
  for (int i = 0; i < 13; ++i)
    steps += (i > 0 ? ", " : "") + std::string(R"({"id": "s)") + std::to_string(i) +
             R"(", "name": "Steg", "days": )" + std::to_string(i - 20) + "}";
  const Result<Plan> plan =
      Build(Read(Committees(60, 1,
                            R"("chain": "lang", "when": {"rrule": "FREQ=MONTHLY;BYDAY=2WE;)"
                            R"(BYMONTH=1,2,3,4,5,6,8,9,10,11,12"})") +
                 R"(, "chains": {"lang": [)" + steps + "]}"));
  ASSERT_TRUE(plan.ok());
  EXPECT_GT(plan.value().items.size(), 100'000u);
}

}  // namespace
}  // namespace rytm
