// What the rules give: each rule file in cases/build has beside it the whole list of what stands in
// the plan, and of what somebody should look at.
//
//   2027-02-10 09:00-12:00 | ks.meeting.2027-02-03 | Sammanträde | från 2027-02-03, @hemgarden
//   2027-01-27             | ks.meeting.2027-02-03.notice | Kallelse
//   ! exception-without-meeting | 2027-06-09
//
// The id is without the organisation; "2027-02-03 +1" goes on the day after. After the title stands
// what is out of the ordinary.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "plan/build.h"
#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

using testing::BuildCase;
using testing::ListOf;
using testing::ReadBuildCase;

std::vector<std::string> ExpectedIn(const std::string& name) {
  std::istringstream text(testing::ReadText(testing::BuildCases() / (name + ".txt")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);)
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  return lines;
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(testing::BuildCases()))
    if (file.path().extension() == ".json") names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

class BuildTable : public ::testing::TestWithParam<std::string> {};

TEST_P(BuildTable, GivesJustThis) {
  EXPECT_THAT(ListOf(BuildCase(ReadBuildCase(GetParam()))),
              ::testing::ElementsAreArray(ExpectedIn(GetParam())));
}

// Exceptions name days after policies, never after each other.
TEST_P(BuildTable, TheOrderOfExceptionsPlaysNoPart) {
  Organisation organisation = ReadBuildCase(GetParam());
  const std::vector<std::string> as_written = ListOf(BuildCase(organisation));
  for (Body& body : organisation.bodies)
    for (Series& series : body.series)
      std::reverse(series.exceptions.begin(), series.exceptions.end());
  EXPECT_EQ(ListOf(BuildCase(organisation)), as_written);
}

TEST_P(BuildTable, EveryItemSaysWhyInBothLanguages) {
  for (const Item& item : BuildCase(ReadBuildCase(GetParam())).items) testing::ExpectSaysWhy(item);
}

INSTANTIATE_TEST_SUITE_P(Build, BuildTable, ::testing::ValuesIn(Cases()),
                         [](const ::testing::TestParamInfo<std::string>& table) {
                           std::string name = table.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace rytm
