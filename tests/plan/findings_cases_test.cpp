// What `check` tells a secretary: each rule file in cases/findings has beside it the whole list of
// what is found in it, so that what is not in the list is not said either.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "plan/build.h"
#include "plan/findings.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

Organisation ReadCase(const std::string& name) {
  static const testing::RuleFilesFromDisk files;
  const std::string text =
      testing::ReadText(testing::SourceDir() / "tests/plan/cases/findings" / (name + ".json"));
  const Result<Organisation> read = files.Read(name + ".json", text);
  if (read.ok()) return read.value();
  ADD_FAILURE() << testing::InWords(read.error());
  return {};
}

Findings FindIn(const Organisation& organisation) {
  const Result<Plan> plan = Build(organisation);
  if (plan.ok()) return plan.value().findings;
  ADD_FAILURE() << testing::InWords(plan.error());
  return {};
}

// "fel | 2026-09-05 | Kommunfullmäktige lör 5 sep 2026 ligger på en lördag. | KL 5:13"
std::string InWords(const Finding& finding) {
  constexpr const char* kWords[] = {"fel", "varning", "info"};
  return std::string(kWords[static_cast<int>(finding.severity)]) + " | " + FormatDay(finding.day) +
         " | " + finding.message.sv + (finding.citation.empty() ? "" : " | " + finding.citation);
}

std::vector<std::string> InWords(const Findings& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(InWords(finding));
  return lines;
}

std::vector<std::string> ExpectedIn(const std::string& name) {
  std::istringstream text(
      testing::ReadText(testing::SourceDir() / "tests/plan/cases/findings" / (name + ".txt")));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);)
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  return lines;
}

std::vector<std::string> Cases() {
  std::vector<std::string> names;
  for (const auto& file :
       fs::directory_iterator(testing::SourceDir() / "tests/plan/cases/findings"))
    if (file.path().extension() == ".json") names.push_back(file.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

class FindingsCase : public ::testing::TestWithParam<std::string> {};

// A line that ends with "…" is the beginning of one that the day policies put in words.
void CompleteFrom(const std::vector<std::string>& told, std::string& line) {
  constexpr std::string_view kMore = "…";
  if (!line.ends_with(kMore)) return;
  line.resize(line.size() - kMore.size());
  for (const std::string& whole : told)
    if (whole.starts_with(line)) line = whole;
}

TEST_P(FindingsCase, TellsJustThis) {
  const std::vector<std::string> told = InWords(FindIn(ReadCase(GetParam())));
  std::vector<std::string> expected = ExpectedIn(GetParam());
  for (std::string& line : expected) CompleteFrom(told, line);
  EXPECT_THAT(told, ::testing::UnorderedElementsAreArray(expected));
}

TEST_P(FindingsCase, SaysItInBothLanguagesWithAdvice) {
  for (const Finding& finding : FindIn(ReadCase(GetParam()))) {
    SCOPED_TRACE(InWords(finding));
    EXPECT_TRUE(finding.message.sv.ends_with('.'));
    EXPECT_TRUE(finding.message.en.ends_with('.'));
    EXPECT_NE(finding.message.sv, finding.message.en);
    EXPECT_FALSE(finding.suggestion.sv.empty());
    EXPECT_NE(finding.suggestion.sv, finding.suggestion.en);
    EXPECT_TRUE(std::is_sorted(finding.items.begin(), finding.items.end()));
  }
}

TEST_P(FindingsCase, AFixTakesItsFindingAway) {
  const Organisation organisation = ReadCase(GetParam());
  const Plan plan = Build(organisation).value();
  for (const Finding& finding : plan.findings) {
    if (!finding.fix) continue;
    SCOPED_TRACE(InWords(finding));
    Adjustment fix = *finding.fix;
    fix.number = 1;
    const Result<Plan> fixed =
        Build(organisation, {}, {.slots = plan.slots, .adjustments = {std::move(fix)}});
    ASSERT_TRUE(fixed.ok());
    for (const Finding& left : fixed.value().findings) EXPECT_NE(left.key(), finding.key());
  }
}

TEST_P(FindingsCase, TheOrderOfTheFilePlaysNoPart) {
  Organisation organisation = ReadCase(GetParam());
  const Findings as_written = FindIn(organisation);
  std::reverse(organisation.bodies.begin(), organisation.bodies.end());
  std::reverse(organisation.reports.begin(), organisation.reports.end());
  std::reverse(organisation.dialogues.begin(), organisation.dialogues.end());
  std::vector<std::string> keys;
  std::vector<std::string> reversed;
  for (const Finding& finding : as_written) keys.push_back(finding.key());
  for (const Finding& finding : FindIn(organisation)) reversed.push_back(finding.key());
  EXPECT_EQ(reversed, keys);
}

INSTANTIATE_TEST_SUITE_P(Findings, FindingsCase, ::testing::ValuesIn(Cases()),
                         [](const ::testing::TestParamInfo<std::string>& one) {
                           std::string name = one.param;
                           std::erase(name, '-');
                           return name;
                         });

// The law is data: without the deadline, nobody is bound.
TEST(FindingsOfTheLaw, BindWhomTheDeadlineNames) {
  Organisation organisation = ReadCase("notice-and-minutes");
  const auto told = [&](std::string_view check) {
    const Findings findings = FindIn(organisation);
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.check == check; });
  };
  EXPECT_TRUE(told("council-notice"));
  EXPECT_TRUE(told("minutes-late"));
  organisation.deadlines.clear();
  EXPECT_FALSE(told("council-notice"));
  EXPECT_FALSE(told("minutes-late"));
}

TEST(FindingsOfTheLaw, HoldWhileTheLawIsInForce) {
  Organisation organisation = ReadCase("notice-and-minutes");
  for (Deadline& deadline : organisation.deadlines) deadline.valid_until = MakeDay(2027, 3, 31);
  std::vector<std::string> told;
  for (const Finding& finding : FindIn(organisation)) told.push_back(finding.items.front());
  EXPECT_THAT(told, ::testing::Contains("lagby.kf.meeting.2027-02-22.notice"));
  EXPECT_THAT(told, ::testing::Not(::testing::Contains("lagby.kf.meeting.2027-05-31.minutes")));
}

// An accepted finding is recognised as long as its items are the same, and returns when they
// change.
TEST(FindingKeys, AreTheCheckAndItsItems) {
  Organisation organisation = ReadCase("clashes");
  const auto keys = [&] {
    std::vector<std::string> all;
    for (const Finding& finding : FindIn(organisation)) all.push_back(finding.key());
    return all;
  };
  const std::string clash =
      "shared-members krockby.au.meeting.2027-01-12 krockby.ks.meeting.2027-01-12";
  EXPECT_THAT(keys(), ::testing::Contains(clash));
  organisation.bodies[0].name = Text("Nytt namn", "New name");
  EXPECT_THAT(keys(), ::testing::Contains(clash));
  organisation.bodies[0].series[0].at = TimeOfDay{9 * 60};
  EXPECT_THAT(keys(), ::testing::Not(::testing::Contains(clash)));
}

}  // namespace
}  // namespace rytm
