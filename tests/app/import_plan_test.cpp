// A decided plan on its way into a rule file.
#include "app/import_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "app/rules.h"
#include "base/json.h"
#include "plan/build.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Two bodies with a rule each for two years; the council has an exception in the first.
const std::string kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window":   {"from": "2026-01-01", "until": "2027-12-31"},
  "calendars": {"school-break": [{"name": "Sportlov", "iso-week": 8}]},
  "places": [{"id": "salen", "name": "Stora salen"}],
  "bodies": [
    {"id": "kf", "kind": "council", "short": "KF", "name": "Kommunfullmäktige", "series": [
      {"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=-1MO;BYMONTH=1,2,3,4,5,6"},
       "at": "18:30", "lasts": "PT3H", "on": {"school-break": "week-later"},
       "exceptions": [{"on": "2026-01-26", "place": "salen", "reason": "Invigning"}]}]},
    {"id": "ks", "kind": "executive-board", "short": "KS", "name": "Kommunstyrelsen", "series": [
      {"id": "meeting", "when": {"from": "kf/meeting", "weeks": -2, "weekday": "WE"},
       "at": "13:00", "lasts": "PT3H"}]}
  ]
}
)";

Result<PlanImport> Import(const std::string& plan, const ImportPlanOptions& options = {},
                          const std::string& rules = kRules) {
  return ImportPlan("plan.csv", plan, "alby.json", rules, options);
}

// "2027-02-22 18:30 3h", each meeting of the series in the plan of a rule file.
std::vector<std::string> MeetingsOf(const std::string& rule_file, const std::string& body,
                                    int year) {
  const Result<Organisation> organisation = ReadRules("new.json", rule_file);
  EXPECT_TRUE(organisation.ok()) << rule_file;
  if (!organisation.ok()) return {};
  const Result<Plan> plan = Build(organisation.value());
  EXPECT_TRUE(plan.ok());
  std::vector<std::string> meetings;
  for (const Item& item : plan.value().items) {
    if (item.kind != ItemKind::kMeeting || item.body != body || YearOf(item.day) != year) continue;
    std::string text = FormatDay(item.day) + " " + FormatTimeOfDay(*item.at);
    if (item.days > 1) text += " " + std::to_string(item.days) + " days";
    if (!item.place.empty()) text += " " + item.place;
    if (item.cancelled) text += " cancelled";
    if (item.status == MeetingStatus::kReserve) text += " reserve";
    meetings.push_back(text);
  }
  return meetings;
}

TEST(ImportPlan, PutsTheDatesExactlyWhereTheYearIs) {
  const Result<PlanImport> import = Import(
      "Organ;Datum;Tid;Plats;Status\n"
      "KF;2027-02-22;18.30;;\n"  // in the school break, and stays there
      "KF;2027-05-06;18.30;;\n"  // a public holiday
      "KF;2027-03-29;9.00;Stora salen;\n"
      "KF;2027-04-26;18.30;;inställt\n"
      "KF;2027-05-24;18.30;;reserv\n");
  ASSERT_TRUE(import.ok()) << import.error().message.sv;
  ASSERT_TRUE(import.value().problems.empty());
  const std::string& file = import.value().rule_file;
  EXPECT_EQ((std::vector<std::string>{"2027-02-22 18:30", "2027-03-29 09:00 salen",
                                      "2027-04-26 18:30 cancelled", "2027-05-06 18:30",
                                      "2027-05-24 18:30 reserve"}),
            MeetingsOf(file, "kf", 2027));
  EXPECT_EQ(MeetingsOf(kRules, "kf", 2026), MeetingsOf(file, "kf", 2026)) << "another year";
  EXPECT_EQ(MeetingsOf(kRules, "ks", 2026), MeetingsOf(file, "ks", 2026)) << "another body";
}

TEST(ImportPlan, LeavesTheRestOfTheFileByteForByte) {
  const std::string file = Import("KF: 25 januari 2027").value().rule_file;
  const std::size_t from = kRules.find("{\"rrule\"");
  const std::size_t until = kRules.find(",\n       \"at\": \"18:30\"");
  ASSERT_LT(from, until);
  EXPECT_EQ(kRules.substr(0, from), file.substr(0, from));
  EXPECT_TRUE(file.ends_with(kRules.substr(until)));
}

TEST(ImportPlan, GivesTheSameFileWhenReadInAgain) {
  const std::string plan = "KF: 25 januari 2027, 22 februari 2027\nKS: 13 januari 2027 kl. 9";
  const std::string once = Import(plan).value().rule_file;
  EXPECT_EQ(once, Import(plan, {}, once).value().rule_file);
}

TEST(ImportPlan, DecidesOnlyThePeriodItIsTold) {
  const ImportPlanOptions spring{
      .reading = {}, .from = MakeDay(2027, 1, 1), .until = MakeDay(2027, 3, 31), .rules = false};
  const Result<PlanImport> import = Import("KF: 18 januari 2027", spring);
  ASSERT_TRUE(import.ok());
  EXPECT_EQ((std::vector<std::string>{"2027-01-18 18:30", "2027-04-26 18:30", "2027-05-31 18:30",
                                      "2027-06-28 18:30"}),
            MeetingsOf(import.value().rule_file, "kf", 2027));
  const Result<PlanImport> outside = Import("KF: 18 maj 2027", spring);
  ASSERT_EQ(1U, outside.value().problems.size());
  EXPECT_THAT(outside.value().problems[0].what.sv, HasSubstr("utanför 2027-01-01–2027-03-31"));
}

TEST(ImportPlan, LetsTheWindowGrow) {
  const Result<PlanImport> import = Import("KF: 31 januari 2028");
  ASSERT_TRUE(import.ok());
  EXPECT_EQ(MakeDay(2028, 12, 31), import.value().window_until);
  EXPECT_EQ((std::vector<std::string>{"2028-01-31 18:30"}),
            MeetingsOf(import.value().rule_file, "kf", 2028));
  EXPECT_EQ(MeetingsOf(kRules, "kf", 2027), MeetingsOf(import.value().rule_file, "kf", 2027));
}

TEST(ImportPlan, AddsPlacesThatAreNew) {
  const Result<PlanImport> import =
      Import("Organ;Datum;Plats\nKF;2027-01-25;Folkets hus\nKF;2027-02-22;folkets Hus\n");
  ASSERT_TRUE(import.ok());
  EXPECT_EQ((std::vector<std::string>{"Folkets hus"}), import.value().places);
  EXPECT_EQ(
      (std::vector<std::string>{"2027-01-25 18:30 folkets-hus", "2027-02-22 18:30 folkets-hus"}),
      MeetingsOf(import.value().rule_file, "kf", 2027));
  const Result<PlanImport> slip = Import("Organ;Datum;Plats\nKF;2027-01-25;Stora sallen\n");
  ASSERT_EQ(1U, slip.value().problems.size());
  EXPECT_EQ("Menade du \"Stora salen\"?", slip.value().problems[0].instead.sv);
}

TEST(ImportPlan, AppliesNothingByHalves) {
  const Result<PlanImport> import =
      Import("Organ;Datum;Veckodag\nKF;2027-01-25;mån\nKF;2027-02-22;tis\nXX;2027-02-23;\n");
  ASSERT_TRUE(import.ok());
  EXPECT_TRUE(import.value().rule_file.empty());
  ASSERT_EQ(2U, import.value().problems.size());
  EXPECT_EQ("plan.csv", import.value().problems[0].file);
  EXPECT_EQ("line 3", import.value().problems[0].pointer);
  EXPECT_EQ("line 4", import.value().problems[1].pointer);
}

TEST(ImportPlan, RefusesDaysTheRuleFileCannotHold) {
  std::string rules = kRules;
  rules.replace(rules.find("\"short\": \"KS\""), 13,
                "\"short\": \"KS\", \"until\": \"2027-03-31\"");
  const Result<PlanImport> import =
      Import("KF: 29 december 2025\nKS: 12 maj 2027\nKS: 13 januari 2027", {}, rules);
  ASSERT_TRUE(import.ok());
  ASSERT_EQ(2U, import.value().problems.size());
  EXPECT_THAT(import.value().problems[0].what.sv, HasSubstr("före 2026-01-01"));
  EXPECT_THAT(import.value().problems[1].what.sv, HasSubstr("ks finns inte den 2027-05-12"));
}

struct OtherFile {
  std::string bytes;
  std::string told;
};

TEST(ImportPlan, SaysWhatToDoWithOtherFiles) {
  for (const OtherFile& c : std::initializer_list<OtherFile>{
           {std::string("PK\x03\x04\0\0", 6), "Spara den som CSV i Excel"},
           {"\xD0\xCF\x11\xE0 x", "Spara den som CSV i Excel"},
           {"%PDF-1.7\n", "Kopiera tabellens text"},
           {std::string("\x1F\x8B\x08\0", 4), "Packa upp"},
           {"<!DOCTYPE html><title>Logga in</title>", "webbsida"},
           {"\xEF\xBB\xBF  <html>", "webbsida"},
           {"{\"organisation\": {}}", "utan --plan"},
           {"", "Filen är tom"},
           {"\xEF\xBB\xBF", "Filen är tom"},
           {std::string("KS\0", 3), "nollbyte"},
           {"Organ;Datum\n", "inga sammanträdesdagar i filen plan.csv"},
           {"Bara text.\n", "inga sammanträdesdagar i filen plan.csv"}}) {
    const Result<PlanImport> import = Import(c.bytes);
    ASSERT_FALSE(import.ok()) << c.bytes;
    EXPECT_THAT(import.error().message.sv, HasSubstr(c.told)) << c.bytes;
    EXPECT_FALSE(import.error().message.en.empty());
  }
}

TEST(ImportPlan, RefusesABodyAndARuleFileThatAreNot) {
  const ImportPlanOptions options{
      .reading = {.year = 2027, .body = "kx", .known_bodies_only = false},
      .from = {},
      .until = {},
      .rules = false};
  EXPECT_EQ(ErrorCode::kNotFound, Import("13 januari", options).error().code);
  EXPECT_FALSE(Import("KF: 25 januari 2027", {}, "{}").ok());
}

// --- rules

const ImportPlanOptions kAsRules{.reading = {}, .from = {}, .until = {}, .rules = true};

TEST(ImportPlan, KeepsTheRuleInForceWhereItFits) {
  // The last Mondays, and the one in the school break a week later: the series' own policy.
  const Result<PlanImport> import =
      Import("KF: 25 jan 2027, 1 mars 2027, 29 mars 2027, 26 april 2027, 31 maj 2027, 28 juni 2027",
             kAsRules);
  ASSERT_TRUE(import.ok()) << import.error().message.sv;
  ASSERT_TRUE(import.value().bodies.at(0).offer);
  EXPECT_TRUE(import.value().bodies[0].offer->in_force);
  EXPECT_EQ(kRules, import.value().rule_file) << "nothing to change";
}

TEST(ImportPlan, TakesARuleWithItsExceptionsForGood) {
  const std::string days =
      "KS: 20 jan 2027, 17 feb 2027, 17 mars 2027, 21 april 2027, 19 maj 2027, 16 juni 2027, "
      "18 aug 2027, 15 sep 2027, 20 okt 2027, 24 nov 2027, 15 dec 2027";
  const Result<PlanImport> list = Import(days);
  ASSERT_TRUE(list.value().bodies.at(0).offer);
  EXPECT_EQ("tredje onsdagen i månaden (jan–juni, aug–dec)",
            list.value().bodies[0].offer->words.sv);
  EXPECT_THAT(list.value().rule_file, HasSubstr("\"decided\": true"));

  const Result<PlanImport> rule = Import(days, kAsRules);
  ASSERT_TRUE(rule.ok()) << rule.error().message.sv;
  EXPECT_THAT(rule.value().rule_file, Not(HasSubstr("\"decided\": true")));
  EXPECT_THAT(rule.value().rule_file, HasSubstr("\"move\": {\"day\": \"2027-11-24\"}"));
  EXPECT_EQ(MeetingsOf(list.value().rule_file, "ks", 2027),
            MeetingsOf(rule.value().rule_file, "ks", 2027));
}

TEST(ImportPlan, CountsACancelledMeetingAsAnException) {
  const Result<PlanImport> import =
      Import("KS: 20 jan 2027, 17 feb 2027 (inställt), 17 mars 2027, 21 april 2027, 19 maj 2027");
  EXPECT_FALSE(import.value().bodies.at(0).offer) << "four of five";
}

TEST(ImportPlan, MakesNoRingOfOffers) {
  // Either could hang on the other: both meet every fourth week with holes of their own.
  const std::string kf = "25 jan 2027, 22 feb 2027, 5 april 2027, 3 maj 2027, 14 juni 2027";
  const std::string ks = "13 jan 2027, 10 feb 2027, 24 mars 2027, 21 april 2027, 2 juni 2027";
  const Result<PlanImport> import = Import("KF: " + kf + "\nKS: " + ks, kAsRules);
  ASSERT_TRUE(import.ok()) << import.error().message.sv;
  EXPECT_EQ(5U, MeetingsOf(import.value().rule_file, "kf", 2027).size());
}

// --- real plans

std::set<Day> HeldDays(const std::string& rule_file, const std::string& body) {
  const Plan plan = Build(ReadRules("new.json", rule_file).value()).value();
  std::set<Day> days;
  for (const Item& item : plan.items) {
    if (item.kind != ItemKind::kMeeting || item.body != body || item.cancelled) continue;
    for (Day day = item.day; day <= item.last_day(); day += Days{1}) days.insert(day);
  }
  return days;
}

class PublishedImport : public ::testing::TestWithParam<const char*> {};

TEST_P(PublishedImport, GivesThePublishedDaysAsDatesAndAsRules) {
  const std::string name = GetParam();
  const std::string rules =
      testing::ReadText(testing::SourceDir() / "calendar/published" / (name + ".json"));
  std::istringstream table(
      testing::ReadText(testing::SourceDir() / "tests/plan/cases/published" / (name + ".txt")));
  std::map<std::string, std::set<Day>> published;
  std::string csv = "Organ;Datum\n";
  std::string body;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() != ' ') body = line.substr(0, line.find('/'));
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const std::optional<Day> day = ParseDay(word);
      if (!day) continue;
      published[body].insert(*day);
      csv += body + ";" + word + "\n";
    }
  }
  for (const bool as_rules : {false, true}) {
    const Result<PlanImport> import =
        ImportPlan("plan.csv", csv, name + ".json", rules,
                   {.reading = {}, .from = {}, .until = {}, .rules = as_rules});
    ASSERT_TRUE(import.ok()) << import.error().message.sv;
    ASSERT_TRUE(import.value().problems.empty()) << import.value().problems[0].what.sv;
    for (const auto& [id, days] : published)
      EXPECT_EQ(days, HeldDays(import.value().rule_file, id)) << id << (as_rules ? " rules" : "");
  }
}

std::string TestName(const ::testing::TestParamInfo<const char*>& plan) {
  std::string name = plan.param;
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Year, PublishedImport,
                         ::testing::Values("bengtsfors-2022", "ljusdal-2021", "norrbotten-2024",
                                           "vannas-2025"),
                         TestName);

}  // namespace
}  // namespace rytm
