// Rules offered for decided days: the table in fit/, and the plans that were published.
#include "cycle/fit.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <random>
#include <sstream>

#include "base/json.h"
#include "base/json_reader.h"
#include "cycle/reason.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"
#include "tests/cycle/case_file.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

std::vector<Day> DaysIn(const std::string& text) {
  std::vector<Day> days;
  for (const std::string& word : SplitAt(text, ',')) {
    const std::optional<Day> day = ParseDay(word);
    EXPECT_TRUE(day) << word;
    if (day) days.push_back(*day);
  }
  return days;
}

std::string Shown(const std::vector<DayChange>& changes) {
  std::string text;
  for (const DayChange& change : changes) {
    if (!text.empty()) text += ", ";
    if (change.from) text += FormatDay(*change.from) + " ";
    text += ">";
    if (change.to) text += " " + FormatDay(*change.to);
  }
  return text;
}

// --- changes

struct Changes {
  std::string given;
  std::string wanted;
  std::string changes;
};

TEST(ChangesBetween, AreTheFewest) {
  for (const Changes& c : std::initializer_list<Changes>{
           {"", "", ""},
           {"2027-01-13, 2027-02-10", "2027-01-13, 2027-02-10", ""},
           {"2027-01-13", "2027-01-14", "2027-01-13 > 2027-01-14"},
           {"2027-01-13", "", "2027-01-13 >"},
           {"", "2027-01-13", "> 2027-01-13"},
           {"2027-01-13", "2027-02-03", "2027-01-13 > 2027-02-03"},
           {"2027-01-13", "2027-02-04", "2027-01-13 >, > 2027-02-04"},
           // One taken away, not each moved a month.
           {"2027-01-13, 2027-02-10, 2027-03-10", "2027-02-10, 2027-03-10", "2027-01-13 >"},
           // The nearer one moves.
           {"2027-01-13, 2027-01-20", "2027-01-21", "2027-01-13 >, 2027-01-20 > 2027-01-21"},
           {"2027-01-20", "2027-01-13, 2027-01-21", "> 2027-01-13, 2027-01-20 > 2027-01-21"}}) {
    EXPECT_EQ(c.changes, Shown(ChangesBetween(DaysIn(c.given), DaysIn(c.wanted))))
        << c.given << " | " << c.wanted;
  }
}

TEST(ChangesBetween, MakeOneListTheOther) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<Day> lists[2];
    for (std::vector<Day>& list : lists)
      for (Day day = MakeDay(2027, 1, 1); day < MakeDay(2027, 6, 1); day += Days{1})
        if (random() % 20 == 0) list.push_back(day);
    const std::vector<DayChange> changes = ChangesBetween(lists[0], lists[1]);
    std::vector<Day> made = lists[0];
    for (const DayChange& change : changes)
      if (change.from) std::erase(made, *change.from);
    for (const DayChange& change : changes)
      if (change.to) made.push_back(*change.to);
    std::sort(made.begin(), made.end());
    EXPECT_EQ(lists[1], made) << round;
    EXPECT_EQ(changes.size(), ChangesBetween(lists[1], lists[0]).size()) << round;
  }
}

// --- rules

// What the rule gives with its changes.
std::vector<Day> DaysOf(const FittedRule& rule, const FitTask& task) {
  std::vector<Day> days = DaysGiven(task, {rule.when}).value();
  for (const DayChange& change : rule.changes)
    if (change.from) {
      EXPECT_EQ(1, std::count(days.begin(), days.end(), *change.from)) << FormatDay(*change.from);
      std::erase(days, *change.from);
    }
  for (const DayChange& change : rule.changes)
    if (change.to) days.push_back(*change.to);
  std::sort(days.begin(), days.end());
  return days;
}

TEST(FitRule, OffersTheSimplestRule) {
  for (const Case& one : ReadCases(RYTM_SOURCE_DIR "/tests/cycle/fit/decided-days.txt")) {
    SCOPED_TRACE("decided-days.txt:" + std::to_string(one.line) + " " + one.Value("case"));
    std::vector<Problem> problems;
    const auto json = [&](const std::string& text) { return ParseJson(text, "case").value(); };
    const Json calendars =
        json("{\"calendars\": " + (one.Has("calendars") ? one.Value("calendars") : "{}") + "}");
    Series series;
    const Json on = json(one.Has("on") ? one.Value("on") : "{}");
    for (const auto& [word, reader] : JsonReader(on, "case", problems).Members())
      for (const auto& condition : kConditionWords)
        if (condition.word == word)
          series.on[static_cast<int>(condition.value)] = reader.AsWord(kAnswerWords);
    const std::vector<Day> days = DaysIn(one.Value("days"));
    DaySpan period{MakeDay(YearOf(days.front()), 1, 1), MakeDay(YearOf(days.front()), 12, 31)};
    if (one.Has("period")) {
      const std::vector<std::string> words = SplitAt(one.Value("period"), ' ');
      period = {*ParseDay(words.at(0)), *ParseDay(words.at(1))};
    }
    std::vector<FitBase> bases;
    if (one.Has("base")) {
      const std::string base = one.Value("base");
      bases.push_back({{"ks", "meeting"}, DaysIn(base.substr(base.find(':') + 1))});
    }
    const DayFacts facts(ReadCalendars(JsonReader(calendars, "case", problems)), period);
    ASSERT_TRUE(problems.empty()) << problems.front().what.sv;
    const Body body;
    const FitTask task{.body = body,
                       .series = series,
                       .days = days,
                       .period = period,
                       .bases = bases,
                       .avoided = {},
                       .facts = facts};
    const std::optional<FittedRule> rule = FitRule(task);
    EXPECT_EQ(one.Value("rule"), rule ? WhenInWords(rule->when).sv : "-");
    if (!rule) continue;
    EXPECT_EQ(one.Value("changes"), Shown(rule->changes));
    EXPECT_EQ(days, DaysOf(*rule, task));
  }
}

// --- published plans

struct Published {
  Organisation organisation;
  std::map<std::string, std::vector<Day>> days;
};

Published ReadPublished(const std::string& name) {
  Published plan;
  const testing::RuleFilesFromDisk files;
  const std::string rules =
      testing::ReadText(testing::SourceDir() / "calendar/published" / (name + ".json"));
  plan.organisation = files.Read(name + ".json", rules).value();
  std::istringstream table(
      testing::ReadText(testing::SourceDir() / "tests/plan/cases/published" / (name + ".txt")));
  std::string body;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') body = line.substr(0, line.find('/'));
    std::istringstream words(line);
    for (std::string word; words >> word;)
      if (const std::optional<Day> day = ParseDay(word)) plan.days[body].push_back(*day);
  }
  return plan;
}

class FitPublished : public ::testing::TestWithParam<const char*> {};

TEST_P(FitPublished, OffersRulesThatGiveTheDays) {
  const Published plan = ReadPublished(GetParam());
  const DayFacts facts(plan.organisation.calendars, plan.organisation.window);
  std::size_t offered = 0;
  for (const Body& body : plan.organisation.bodies) {
    std::vector<FitBase> bases;
    for (const auto& [other, days] : plan.days)
      if (other != body.id) bases.push_back({{other, "meeting"}, days});
    const std::vector<Day>& days = plan.days.at(body.id);
    const FitTask task{.body = body,
                       .series = body.series.front(),
                       .days = days,
                       .period = plan.organisation.window,
                       .bases = bases,
                       .avoided = {},
                       .facts = facts};
    const std::optional<FittedRule> rule = FitRule(task);
    std::cout << "  " << GetParam() << " " << body.id << ": " << days.size() << " days, "
              << (rule ? WhenInWords(rule->when, &plan.organisation).sv + ", " +
                             std::to_string(rule->changes.size()) + " changes"
                       : "no rule")
              << "\n";
    if (!rule) continue;
    ++offered;
    EXPECT_EQ(days, DaysOf(*rule, task)) << body.id;
    EXPECT_GE(ShareByRule(rule->changes.size(), days.size()), kShareByRuleMin) << body.id;
  }
  if (std::string_view(GetParam()) == "bengtsfors-2022") {
    EXPECT_GE(offered, 10U) << "a regular year is rules";
  }
}

std::string TestName(const ::testing::TestParamInfo<const char*>& plan) {
  std::string name = plan.param;
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Year, FitPublished,
                         ::testing::Values("bengtsfors-2022", "ljusdal-2021", "norrbotten-2024",
                                           "vannas-2025"),
                         TestName);

}  // namespace
}  // namespace rytm
