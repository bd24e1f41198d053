// What holds for every plan: the order of the file plays no part, a shorter window shows the same
// meetings, every day says why; and what no plan can hold is refused.
#include "plan/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

using testing::BuildCase;
using testing::ListOf;
using testing::ReadBuildCase;
using testing::ReadDemo;
using testing::ReadRules;

// --- the order of the file
// ---------------------------------------------------------------------------

constexpr int kShuffles = 20;

void Shuffle(Organisation& organisation, std::mt19937& dice) {
  const auto shuffle = [&](auto& list) { std::shuffle(list.begin(), list.end(), dice); };
  shuffle(organisation.bodies);
  for (Body& body : organisation.bodies) {
    shuffle(body.series);
    for (Series& series : body.series) shuffle(series.exceptions);
  }
  shuffle(organisation.chains);
  shuffle(organisation.reports);
  for (Report& report : organisation.reports)
    for (Hop& hop : report.route) shuffle(hop.bodies.bodies);
  shuffle(organisation.dialogues);
  for (Dialogue& dialogue : organisation.dialogues) shuffle(dialogue.bodies.bodies);
  shuffle(organisation.deadlines);
  shuffle(organisation.places);
}

// The whole of it, word for word: the lists of the tables, and what is told and why.
std::vector<std::string> InFull(const Plan& plan) {
  std::vector<std::string> lines = ListOf(plan);
  for (const Item& item : plan.items) {
    std::string line = item.id + " " + item.parent + " " + item.description.sv + item.reason.sv;
    for (const Business& business : item.business)
      line += " " + business.name.sv + business.does.sv;
    for (const Reason& reason : item.why)
      line += " " + reason.pointer + " " + InWords(reason, Language::kSwedish);
    lines.push_back(std::move(line));
  }
  for (const Finding& finding : plan.findings)
    lines.push_back(finding.key() + " " + finding.message.sv + " " + finding.suggestion.sv);
  return lines;
}

// The first line that differs: the whole demo would be too much to read.
std::string Difference(const std::vector<std::string>& wanted,
                       const std::vector<std::string>& got) {
  const auto [a, b] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  if (a == wanted.end() && b == got.end()) return "";
  return "wanted: " + (a == wanted.end() ? "nothing more" : *a) +
         "\n   got: " + (b == got.end() ? "nothing more" : *b);
}

void ExpectSameHoweverShuffled(const Organisation& organisation) {
  const std::vector<std::string> as_written = InFull(BuildCase(organisation));
  std::mt19937 dice(20270203);
  Organisation shuffled = organisation;
  for (int i = 0; i < kShuffles; ++i) {
    Shuffle(shuffled, dice);
    ASSERT_EQ(Difference(as_written, InFull(BuildCase(shuffled))), "") << "shuffle " << i;
  }
}

TEST(OrderOfTheFile, PlaysNoPartInTheDemo) { ExpectSameHoweverShuffled(ReadDemo()); }

TEST(OrderOfTheFile, PlaysNoPartInSmallFiles) {
  for (const char* name : {"offsets", "exceptions", "variants", "chain", "reports", "dialogues"}) {
    SCOPED_TRACE(name);
    ExpectSameHoweverShuffled(ReadBuildCase(name));
  }
}

// Two dialogues on one evening follow each other by their ids, not by the file.
TEST(OrderOfTheFile, IsSeenByTheTestsAbove) {
  Organisation organisation = ReadBuildCase("dialogues");
  const std::vector<std::string> as_written = InFull(BuildCase(organisation));
  organisation.bodies.front().series.front().at += Minutes{15};
  EXPECT_NE(Difference(as_written, InFull(BuildCase(organisation))), "");
}

// --- windows
// -----------------------------------------------------------------------------------------

std::vector<std::string> MeetingsIn(const Plan& plan, DaySpan span) {
  Plan meetings{.window = span, .items = {}, .findings = {}, .slots = {}};
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting && span.Contains(item.day)) meetings.items.push_back(item);
  return ListOf(meetings);
}

void ExpectSameMeetingsIn(const Organisation& organisation, DaySpan span) {
  SCOPED_TRACE(FormatDay(span.first) + " to " + FormatDay(span.last));
  const std::vector<std::string> whole = MeetingsIn(BuildCase(organisation), span);
  EXPECT_FALSE(whole.empty());
  const Plan piece = BuildCase(organisation, {.window = span, .today = {}, .published = {}});
  EXPECT_EQ(piece.window, span);
  EXPECT_EQ(Difference(whole, MeetingsIn(piece, span)), "");
}

const std::vector<DaySpan> kPiecesOfTheDemo = {
    {MakeDay(2026, 10, 15), MakeDay(2026, 12, 31)}, {MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)},
    {MakeDay(2027, 3, 17), MakeDay(2027, 3, 31)},   {MakeDay(2028, 1, 1), MakeDay(2028, 6, 30)},
    {MakeDay(2029, 8, 1), MakeDay(2030, 2, 28)},    {MakeDay(2030, 12, 1), MakeDay(2030, 12, 31)}};

TEST(Window, ThatIsShorterShowsTheSameMeetings) {
  const Organisation demo = ReadDemo();
  for (const DaySpan& piece : kPiecesOfTheDemo) ExpectSameMeetingsIn(demo, piece);
}

TEST(Window, ShowsOnlyItsOwnMeetingsAndFindings) {
  const Organisation demo = ReadDemo();
  const DaySpan window{MakeDay(2028, 1, 1), MakeDay(2028, 6, 30)};
  for (const Item& item : BuildCase(demo, {.window = window, .today = {}, .published = {}}).items) {
    if (item.kind == ItemKind::kMeeting || item.kind == ItemKind::kDialogue) {
      EXPECT_TRUE(window.Contains(item.day)) << item.id;
    }
  }
}

// --- the demo
// ----------------------------------------------------------------------------------------

TEST(Demo, SaysWhyOfEveryItem) {
  for (const Item& item : BuildCase(ReadDemo()).items) testing::ExpectSaysWhy(item);
}

TEST(Demo, HasEveryIdOnce) {
  std::vector<std::string> ids;
  for (const Item& item : BuildCase(ReadDemo()).items) ids.push_back(item.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST(Demo, IsSortedByDayAndTime) {
  const Plan plan = BuildCase(ReadDemo());
  EXPECT_TRUE(
      std::is_sorted(plan.items.begin(), plan.items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.day, a.at, a.id) < std::tie(b.day, b.at, b.id);
      }));
}

TEST(Demo, HoldsNoDialogueTwiceOnOneDay) {
  std::set<std::tuple<std::string, std::string, Day>> seen;
  for (const Item& item : BuildCase(ReadDemo()).items) {
    if (item.kind != ItemKind::kDialogue) continue;
    EXPECT_TRUE(seen.insert({item.body, item.origin, item.day}).second) << item.id;
  }
}

// --- small rules
// -------------------------------------------------------------------------------------

// One committee with one series of these words.
Organisation OneCommittee(const std::string& series, const std::string& more = "") {
  return ReadRules("liten.json", R"({"organisation": {"id": "liten", "name": "Liten kommun",)"
                                 R"("host": "liten.example", "zone": "Europe/Stockholm"},)"
                                 R"("window": {"from": "2027-01-01", "until": "2027-12-31"},)"
                                 R"("bodies": [{"id": "bn", "kind": "committee",)"
                                 R"("name": "Byggnadsnämnden", "series": [{"id": "meeting",)"
                                 R"("name": "Sammanträde", "lasts": "PT1H", )" +
                                     series + "}]}]" + more + "}");
}

std::vector<std::string> RefusedAt(const Organisation& organisation) {
  const Result<Plan> plan = Build(organisation);
  std::vector<std::string> pointers;
  if (plan.ok()) return pointers;
  EXPECT_EQ(plan.error().code, ErrorCode::kBadInput);
  for (const Problem& problem : plan.error().problems) {
    EXPECT_NE(problem.what.sv, problem.what.en);
    pointers.push_back(problem.pointer);
  }
  return pointers;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Sunday 28 March 2027 at 02:00 the clock shows 03:00; 31 October at 03:00 it shows 02:00.
TEST(Clock, RefusesAStartThatTheClockSkips) {
  EXPECT_THAT(RefusedAt(OneCommittee(R"("at": "02:30", "when": {"dates": ["2027-03-28"]})")),
              ElementsAre("/bodies/0/series/0/when"));
}

TEST(Clock, RefusesAStartThatTheClockShowsTwice) {
  EXPECT_THAT(RefusedAt(OneCommittee(R"("at": "02:30", "when": {"dates": ["2027-10-31"]})")),
              ElementsAre("/bodies/0/series/0/when"));
}

TEST(Clock, TakesTheHoursBesideAndTheDayBefore) {
  for (const char* at : {"01:59", "03:00"}) {
    EXPECT_THAT(RefusedAt(OneCommittee(R"("at": ")" + std::string(at) +
                                       R"(", "when": {"dates": ["2027-03-27", "2027-03-28"]})")),
                IsEmpty())
        << at;
  }
}

TEST(Clock, PointsAtTheExceptionThatGaveTheTime) {
  EXPECT_THAT(
      RefusedAt(OneCommittee(
          R"("at": "13:00", "when": {"dates": ["2027-03-24"]}, "exceptions": [{"on": "2027-03-24",)"
          R"("move": {"day": "2027-03-28", "at": "02:30"}, "reason": "Nattmanglad"}])")),
      ElementsAre("/bodies/0/series/0/exceptions/0"));
}

// The feeds' time zone text is a constant; held against other zones it fails as it would if summer
// time ended.
TEST(Clock, TellsWhenTheFeedsTextAgreesWithTheZoneNoLonger) {
  const auto told = [](const char* zone, DaySpan window) {
    Organisation organisation = OneCommittee(R"("at": "13:00", "when": {"dates": ["2027-11-24"]})");
    organisation.zone = zone;
    organisation.window = window;
    const Result<Plan> plan = Build(organisation);
    if (!plan.ok()) return false;
    const std::vector<Finding>& findings = plan.value().findings;
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.check == "time-zone-text"; });
  };
  const DaySpan year{MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};
  const DaySpan winter{MakeDay(2027, 11, 1), MakeDay(2028, 2, 29)};
  EXPECT_FALSE(told("Europe/Stockholm", year));
  EXPECT_TRUE(told("Africa/Algiers", year)) << "winter time all the year";
  EXPECT_FALSE(told("Africa/Algiers", winter));
  EXPECT_TRUE(told("Europe/Helsinki", winter));
}

TEST(TooManyDays, AreRefusedWhereTheRuleStands) {
  Organisation organisation =
      OneCommittee(R"("at": "08:00", "when": {"rrule": "FREQ=DAILY", "anchor": "2027-01-01"})");
  organisation.window = {MakeDay(2026, 1, 1), MakeDay(2037, 12, 31)};
  EXPECT_THAT(RefusedAt(organisation), ElementsAre("/bodies/0/series/0/when"));
  organisation.window.last = MakeDay(2034, 12, 31);
  EXPECT_THAT(RefusedAt(organisation), IsEmpty());
}

// Ten working days after 17 December are 4 January, beyond the fourteen days of the law.
TEST(LastDayOfAStep, IsToldAsWhatItIs) {
  const Plan plan = BuildCase(ReadBuildCase("chain"));
  const Item* late = plan.Find("kedjeby.nn.meeting.2027-12-16.late");
  ASSERT_NE(late, nullptr);
  EXPECT_EQ(late->day, MakeDay(2027, 12, 30));
  EXPECT_EQ(late->why.back().kind, Reason::Kind::kLatest);
  EXPECT_THAT(InWords(late->why.back(), Language::kSwedish),
              ::testing::StartsWith("tis 4 jan är för sent: "));
}

TEST(CheckIn, IsVisibleToNobody) {
  for (const Item& item : BuildCase(ReadBuildCase("dialogues")).items) {
    if (item.kind != ItemKind::kDialogue) continue;
    EXPECT_EQ(item.levels == Levels{}, item.origin == "h-checkin") << item.id;
  }
}

// Other organisations' meetings are for clashes only.
TEST(ExternalCalendars, GiveNoItems) {
  Organisation organisation = OneCommittee(R"("at": "08:00", "when": {"dates": ["2027-02-17"]})");
  organisation.calendars.external.push_back({.id = "region",
                                             .name = Text("Regionfullmäktige", "Regional Council"),
                                             .dates = {MakeDay(2027, 2, 17)},
                                             .shares_members_with = {"bn"},
                                             .place = ""});
  const Plan plan = BuildCase(organisation);
  EXPECT_THAT(ListOf(plan),
              ElementsAre("2027-02-17 08:00-09:00 | bn.meeting.2027-02-17 | Sammanträde"));
  const auto clash = std::find_if(plan.findings.begin(), plan.findings.end(), [](const Finding& f) {
    return f.message.sv.find("Regionfullmäktige") != std::string::npos;
  });
  ASSERT_NE(clash, plan.findings.end());
  EXPECT_THAT(clash->items, ::testing::Contains("liten.bn.meeting.2027-02-17"));
}

}  // namespace
}  // namespace rytm
