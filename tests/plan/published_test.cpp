// The rules of calendar/published give the plans that four organisations published, day for day,
// and the whole chain that Tibro's children and education committee published; and they do it as
// rules, not as lists.
//
// Share by rule = 1 - exceptions / dates. An exception is each date moved, cancelled, added or
// named one by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>

#include "organisation/rule_file.h"
#include "plan/build.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

constexpr std::size_t kFewMeetings = 8;      // a body with fewer may name its months
constexpr std::size_t kDatesOfAPartMin = 3;  // a part that gives fewer is a list in disguise

std::string ReadText(const std::string& path) {
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

Organisation ReadPublished(const std::string& name) {
  const std::string rules = ReadText("calendar/published/" + name + ".json");
  const std::string deadlines = ReadText("calendar/deadlines.json");
  const std::string organisation = ReadText("schemas/json/organisation.json");
  const std::string from_template = ReadText("schemas/json/template.json");
  const std::string guide = ReadText("schemas/json/guide.json");
  const std::string deadline = ReadText("schemas/json/deadlines.json");
  const Result<Organisation> read = ReadOrganisation({.organisation = {name + ".json", rules},
                                                      .templates = {},
                                                      .guides = {},
                                                      .deadlines = {"deadlines.json", deadlines},
                                                      .schemas = {.organisation = organisation,
                                                                  .from_template = from_template,
                                                                  .guide = guide,
                                                                  .deadlines = deadline}});
  if (read.ok()) return read.value();
  ADD_FAILURE() << name << ": " << read.error().message.sv;
  for (const Problem& problem : read.error().problems)
    ADD_FAILURE() << problem.file << problem.pointer << ": " << problem.what.sv;
  return {};
}

Plan BuildPlan(const Organisation& organisation) {
  const Result<Plan> plan = Build(organisation);
  if (plan.ok()) return plan.value();
  for (const Problem& problem : plan.error().problems)
    ADD_FAILURE() << problem.pointer << ": " << problem.what.sv;
  return {};
}

// --- the published dates
// -------------------------------------------------------------------------------

struct PublishedSeries {
  SeriesRef ref;
  std::vector<Day> days;
};

// tests/plan/cases/published/NAME.txt: a line that is not indented names a series, those under it
// are its days.
std::vector<PublishedSeries> ReadTable(const std::string& name) {
  std::istringstream text(ReadText("tests/plan/cases/published/" + name + ".txt"));
  std::vector<PublishedSeries> table;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string word;
    if (line.front() != ' ') {
      words >> word;
      const std::size_t slash = word.find('/');
      table.push_back({{word.substr(0, slash), word.substr(slash + 1)}, {}});
      continue;
    }
    while (words >> word) {
      const std::optional<Day> day = ParseDay(word);
      EXPECT_TRUE(day && !table.empty()) << name << ": " << line;
      if (day && !table.empty()) table.back().days.push_back(*day);
    }
  }
  EXPECT_FALSE(table.empty()) << name;
  return table;
}

const Series* Find(const Organisation& organisation, const SeriesRef& ref) {
  const Body* body = organisation.FindBody(ref.body);
  return body == nullptr ? nullptr : body->FindSeries(ref.series);
}

std::vector<const Item*> MeetingsOf(const Plan& plan, const SeriesRef& ref) {
  std::vector<const Item*> meetings;
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting && item.body == ref.body && item.origin == ref.series)
      meetings.push_back(&item);
  return meetings;
}

// Every day somebody meets: a two-day meeting is two dates of the published plan.
std::vector<std::string> DaysOf(const Plan& plan, const SeriesRef& ref) {
  std::vector<std::string> days;
  for (const Item* meeting : MeetingsOf(plan, ref)) {
    if (meeting->cancelled) continue;
    for (Day day = meeting->day; day <= meeting->last_day(); day += Days{1})
      days.push_back(FormatDay(day));
  }
  return days;
}

std::vector<std::string> InText(const std::vector<Day>& days) {
  std::vector<std::string> text;
  for (const Day day : days) text.push_back(FormatDay(day));
  return text;
}

// --- what is rule and what is exception
// ----------------------------------------------------------------

std::size_t Named(const When& part) {
  if (const auto* list = std::get_if<DateList>(&part.rule)) return list->dates.size();
  if (const auto* list = std::get_if<IsoWeeks>(&part.rule)) return list->weeks.size();
  return 0;
}

std::size_t MeetingExceptions(const Series& series) {
  std::size_t count = 0;
  for (const Exception& exception : series.exceptions)
    if (exception.kind != Exception::Kind::kStep && exception.kind != Exception::Kind::kForm)
      ++count;
  for (const When& part : series.when) count += Named(part);
  return count;
}

std::size_t StepExceptions(const Series& series) {
  return static_cast<std::size_t>(std::count_if(
      series.exceptions.begin(), series.exceptions.end(),
      [](const Exception& exception) { return exception.kind == Exception::Kind::kStep; }));
}

std::set<int> MonthsIn(const std::string& rrule) {
  std::set<int> months;
  const std::size_t begin = rrule.find("BYMONTH=");
  if (begin == std::string::npos) return months;
  const std::size_t from = begin + std::string_view("BYMONTH=").size();
  for (const std::string& month : SplitCells(rrule.substr(from, rrule.find(';', from) - from), ','))
    months.insert(std::stoi(month));
  return months;
}

// The months left out of the list are one stretch, as a summer is; it may pass New Year.
bool LeavesOutOneBreak(const std::set<int>& months) {
  int breaks = 0;
  for (int month = 1; month <= 12; ++month)
    if (months.contains(month) && !months.contains(month % 12 + 1)) ++breaks;
  return months.empty() || breaks <= 1;
}

// How many dates of the plan the part gave, before exceptions.
std::size_t GivenBy(const Plan& plan, const SeriesRef& ref, const When& part) {
  const std::vector<const Item*> meetings = MeetingsOf(plan, ref);
  return static_cast<std::size_t>(
      std::count_if(meetings.begin(), meetings.end(), [&](const Item* meeting) {
        return !meeting->why.empty() && meeting->why.front().kind == Reason::Kind::kRule &&
               meeting->why.front().pointer == part.pointer;
      }));
}

struct Share {
  std::size_t dates = 0;
  std::size_t exceptions = 0;

  double Percent() const {
    return dates == 0 ? 0
                      : 100 * (1 - static_cast<double>(exceptions) / static_cast<double>(dates));
  }
  Share& operator+=(const Share& other) {
    dates += other.dates;
    exceptions += other.exceptions;
    return *this;
  }
};

void Print(const std::string& what, const std::string& parts, const Share& share) {
  std::cout << std::left << "  " << std::setw(34) << what << std::setw(8) << parts << std::right
            << std::setw(4) << share.dates << " dates" << std::setw(4) << share.exceptions
            << " exceptions" << std::fixed << std::setprecision(1) << std::setw(7)
            << share.Percent() << " %\n";
}

std::string InParts(std::size_t parts) {
  return std::to_string(parts) + (parts == 1 ? " part" : " parts");
}

Share ShareOf(const std::string& name) {
  const Organisation organisation = ReadPublished(name);
  Share all;
  for (const PublishedSeries& published : ReadTable(name)) {
    const Series* series = Find(organisation, published.ref);
    if (series == nullptr) continue;
    const Share share{published.days.size(), MeetingExceptions(*series)};
    Print(name + " " + published.ref.body, InParts(series->when.size()), share);
    all += share;
  }
  Print(name, "", all);
  return all;
}

// --- the tests
// -----------------------------------------------------------------------------------------

const std::vector<std::string> kPlans = {"vannas-2025", "ljusdal-2021", "bengtsfors-2022",
                                         "norrbotten-2024"};

class PublishedPlan : public testing::TestWithParam<std::string> {};

TEST_P(PublishedPlan, IsReproducedDayForDay) {
  const Organisation organisation = ReadPublished(GetParam());
  const Plan plan = BuildPlan(organisation);
  std::set<SeriesRef> published;
  for (const PublishedSeries& series : ReadTable(GetParam())) {
    EXPECT_EQ(InText(series.days), DaysOf(plan, series.ref)) << series.ref.body;
    published.insert(series.ref);
  }
  std::set<SeriesRef> ruled;
  for (const Body& body : organisation.bodies)
    for (const Series& series : body.series) ruled.insert({body.id, series.id});
  EXPECT_EQ(published, ruled);
}

TEST_P(PublishedPlan, HasNoExceptionThatMeetsNothing) {
  for (const Finding& finding : BuildPlan(ReadPublished(GetParam())).findings) {
    EXPECT_NE(finding.check, "exception-without-meeting") << finding.message.sv;
    EXPECT_NE(finding.check, "policy-gave-up") << finding.message.sv;
  }
}

TEST_P(PublishedPlan, IsWrittenAsRulesNotAsLists) {
  const Organisation organisation = ReadPublished(GetParam());
  const Plan plan = BuildPlan(organisation);
  for (const PublishedSeries& published : ReadTable(GetParam())) {
    const Series* series = Find(organisation, published.ref);
    ASSERT_NE(series, nullptr) << published.ref.body;
    for (const When& part : series->when) {
      EXPECT_EQ(Named(part), 0U) << part.pointer << " names its dates one by one";
      EXPECT_GE(GivenBy(plan, published.ref, part), kDatesOfAPartMin) << part.pointer;
      const auto* recurrence = std::get_if<Recurrence>(&part.rule);
      if (recurrence != nullptr && published.days.size() >= kFewMeetings) {
        EXPECT_TRUE(LeavesOutOneBreak(MonthsIn(recurrence->rrule)))
            << part.pointer << " " << recurrence->rrule;
      }
    }
  }
}

std::string TestName(const testing::TestParamInfo<std::string>& plan) {
  std::string name = plan.param;
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Year, PublishedPlan, testing::ValuesIn(kPlans), TestName);

TEST(PublishedShare, IsAtLeastFourFifthsByRule) {
  Share all;
  for (const std::string& name : kPlans) all += ShareOf(name);
  Print("all four", "", all);
  EXPECT_GE(all.Percent(), 80);
}

TEST(PublishedShare, OfARegularYearIsAtLeastNineTenths) {
  EXPECT_GE(ShareOf("bengtsfors-2022").Percent(), 90);
}

// What the shares rest on: without its exceptions a plan is not reproduced.
TEST(PublishedShare, CountsWhatTheRulesDoNotGive) {
  Organisation organisation = ReadPublished("ljusdal-2021");
  for (Body& body : organisation.bodies)
    for (Series& series : body.series) series.exceptions.clear();
  const Plan plan = BuildPlan(organisation);
  EXPECT_THAT(DaysOf(plan, {"kf", "meeting"}),
              testing::Contains("2021-03-22"));  // published: 29 March
  EXPECT_THAT(DaysOf(plan, {"kf", "meeting"}), testing::Not(testing::Contains("2021-03-29")));
  EXPECT_THAT(DaysOf(plan, {"on", "meeting"}), testing::Not(testing::Contains("2021-04-07")));
}

TEST(PublishedShare, TellsABreakFromAListOfMonths) {
  EXPECT_TRUE(LeavesOutOneBreak(MonthsIn("FREQ=MONTHLY;BYDAY=4MO")));
  EXPECT_TRUE(
      LeavesOutOneBreak(MonthsIn("FREQ=MONTHLY;BYDAY=4MO;BYMONTH=1,2,3,4,5,6,8,9,10,11,12")));
  EXPECT_TRUE(LeavesOutOneBreak(MonthsIn("FREQ=MONTHLY;BYMONTH=9,10,11,12;BYDAY=2TH")));
  EXPECT_FALSE(LeavesOutOneBreak(MonthsIn("FREQ=MONTHLY;BYDAY=4MO;BYMONTH=2,3,4,5,6,9,10,11")));
  EXPECT_FALSE(LeavesOutOneBreak(MonthsIn("FREQ=MONTHLY;BYDAY=2TU;BYMONTH=3,5,11")));
}

// --- Tibro's chain
// -------------------------------------------------------------------------------------

// One row of the published chain; an empty cell is a step the plan does not have.
struct ChainRow {
  std::string officials, presidium, au_notice, au, union_talks, notice, meeting;

  std::vector<std::string> Steps() const {
    return {officials, presidium, au_notice, au, union_talks, notice};
  }
};

std::vector<ChainRow> ReadChain() {
  std::istringstream text(ReadText("tests/plan/cases/published/tibro-bun-2023.txt"));
  std::vector<ChainRow> rows;
  for (std::string line; std::getline(text, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells = SplitCells(line, '|');
    if (cells.size() != 7) {
      ADD_FAILURE() << line;
      continue;
    }
    for (std::string& cell : cells)
      if (cell == "-") cell.clear();
    rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
  }
  EXPECT_FALSE(rows.empty());
  return rows;
}

const SeriesRef kCommittee{"bun", "meeting"};
const SeriesRef kSubcommittee{"bun-au", "meeting"};

std::string StepDay(const Plan& plan, const Item* meeting, std::string_view step) {
  for (const Item& item : plan.items)
    if (meeting != nullptr && item.kind == ItemKind::kStep && item.parent == meeting->id &&
        item.origin == step)
      return FormatDay(item.day);
  return "";
}

const Item* MeetingOn(const Plan& plan, const SeriesRef& ref, const std::string& day) {
  for (const Item* meeting : MeetingsOf(plan, ref))
    if (FormatDay(meeting->day) == day) return meeting;
  EXPECT_TRUE(day.empty()) << ref.body << " has no meeting on " << day;
  return nullptr;
}

// The row as the plan has it, by the days of its two meetings.
ChainRow RowOf(const Plan& plan, const ChainRow& published) {
  const Item* committee = MeetingOn(plan, kCommittee, published.meeting);
  const Item* subcommittee = MeetingOn(plan, kSubcommittee, published.au);
  const Item* prepared = committee != nullptr ? committee : subcommittee;
  return {.officials = StepDay(plan, prepared, "item-deadline"),
          .presidium = StepDay(plan, prepared, "presidium"),
          .au_notice = StepDay(plan, subcommittee, "notice"),
          .au = subcommittee != nullptr ? FormatDay(subcommittee->day) : "",
          .union_talks = StepDay(plan, committee, "union"),
          .notice = StepDay(plan, committee, "notice"),
          .meeting = committee != nullptr ? FormatDay(committee->day) : ""};
}

TEST(PublishedChain, OfTibroIsReproducedDayForDay) {
  const Plan plan = BuildPlan(ReadPublished("tibro-bun-2023"));
  std::vector<std::string> committee;
  std::vector<std::string> subcommittee;
  for (const ChainRow& row : ReadChain()) {
    EXPECT_EQ(row.Steps(), RowOf(plan, row).Steps()) << row.meeting << row.au;
    if (!row.meeting.empty()) committee.push_back(row.meeting);
    if (!row.au.empty()) subcommittee.push_back(row.au);
  }
  EXPECT_EQ(committee, DaysOf(plan, kCommittee));
  EXPECT_EQ(subcommittee, DaysOf(plan, kSubcommittee));
}

TEST(PublishedChain, StandsInOrderWithNothingLeftOver) {
  const Plan plan = BuildPlan(ReadPublished("tibro-bun-2023"));
  for (const Finding& finding : plan.findings) {
    EXPECT_THAT(finding.check,
                testing::Not(testing::AnyOf("exception-without-meeting", "exception-without-step",
                                            "step-meeting-missing", "chain-order")))
        << finding.message.sv;
  }
  std::size_t published = 0;
  for (const ChainRow& row : ReadChain())
    for (const std::string& day : row.Steps()) published += day.empty() ? 0 : 1;
  const auto steps = std::count_if(plan.items.begin(), plan.items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::kStep; });
  EXPECT_EQ(published, static_cast<std::size_t>(steps) + DaysOf(plan, kSubcommittee).size());
}

// The steps are all columns but the committee's own meeting; its subcommittee is one of them.
TEST(PublishedChain, IsAtLeastFourFifthsByRule) {
  const Organisation organisation = ReadPublished("tibro-bun-2023");
  Share steps;
  for (const ChainRow& row : ReadChain())
    for (const std::string& day : row.Steps()) steps.dates += day.empty() ? 0 : 1;
  for (const SeriesRef& ref : {kCommittee, kSubcommittee}) {
    const Series* series = Find(organisation, ref);
    ASSERT_NE(series, nullptr) << ref.body;
    steps.exceptions += StepExceptions(*series);
  }
  steps.exceptions += MeetingExceptions(*Find(organisation, kSubcommittee));
  Print("tibro-bun-2023 steps", "", steps);
  EXPECT_GE(steps.Percent(), 80);
}

}  // namespace
}  // namespace rytm
