// A decided plan put into a data folder: the days become those decided, the meetings keep their
// ids, and what was summoned or changed by hand stays and is told.
#include "app/import_decided.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/publish.h"
#include "tests/app/planned_test.h"

namespace rytm {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A board that meets on the third Wednesdays of the spring, summoned five days before.
constexpr const char* kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example",
                   "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [{"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [
    {"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3,4,5,6"},
     "at": "13:30", "lasts": "PT3H", "chain": "board"}]}],
  "chains": {"board": [{"id": "notice", "name": "Kallelse", "days": -5}]}
})";

// January as it was; February and March a week later; no meeting in April; one in October.
constexpr const char* kDecided =
    "KS: 20 jan 2027, 24 feb 2027, 24 mars 2027, 19 maj 2027, 16 juni 2027, 20 okt 2027";

class ImportDecidedTest : public PlannedTest {
 protected:
  void SetUp() override { Init(kRules); }

  void Publish() {
    const PublishRequest all{.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}};
    ASSERT_TRUE(rytm::Publish(*database_, Load(), all, now_).ok());
  }
  Result<DecidedImport> TryImport(const Planned& planned, bool preview = false) {
    const ImportPlanOptions options{
        .reading = {.year = {}, .body = "ks", .known_bodies_only = false},
        .from = {},
        .until = {},
        .rules = false};
    return ImportDecided(*database_, planned, "plan.txt", kDecided, options, preview, {}, now_);
  }
  DecidedImport Import(bool preview = false) {
    Result<DecidedImport> import = TryImport(Load(), preview);
    EXPECT_TRUE(import.ok()) << import.error().message.sv;
    return std::move(import).value();
  }

  // "02-24 ks.meeting.2027-02-17": the day each meeting is on, and the name it was born with.
  std::vector<std::string> Meetings() {
    std::vector<std::string> meetings;
    for (const Item& item : Load().plan.items)
      if (item.kind == ItemKind::kMeeting)
        meetings.push_back(FormatDay(item.day).substr(5) + " " + item.id.substr(5));
    return meetings;
  }
};

std::vector<std::string> InSwedish(const std::vector<Text>& texts) {
  std::vector<std::string> lines;
  for (const Text& text : texts) lines.push_back(text.sv);
  return lines;
}

TEST_F(ImportDecidedTest, MovesMeetingsUnderTheirOwnNames) {
  const DecidedImport import = Import();
  EXPECT_THAT(Meetings(),
              ElementsAre("01-20 ks.meeting.2027-01-20", "02-24 ks.meeting.2027-02-17",
                          "03-24 ks.meeting.2027-03-17", "05-19 ks.meeting.2027-05-19",
                          "06-16 ks.meeting.2027-06-16", "10-20 ks.meeting.2027-10-20"));
  EXPECT_THAT(import.departures, IsEmpty());
}

TEST_F(ImportDecidedTest, PreviewsWithoutStoring) {
  const std::vector<std::string> before = Meetings();
  const DecidedImport import = Import(true);
  ASSERT_TRUE(import.report);
  EXPECT_FALSE(import.report->batch);
  EXPECT_FALSE(import.report->what_if.items.empty());
  EXPECT_EQ(before, Meetings());
}

TEST_F(ImportDecidedTest, IsUndoneAsOne) {
  const Planned before = Load();
  const DecidedImport import = Import();
  const std::int64_t number = import.report->batch->number;
  ASSERT_TRUE(UndoChange(*database_, Load(), number, {}, now_).ok());
  const Planned after = Load();
  EXPECT_TRUE(CompareByItem(before.plan, after.plan).items.empty());
}

TEST_F(ImportDecidedTest, ReadInAgainChangesNothing) {
  Import();
  EXPECT_THAT(Import().report->what_if.items, IsEmpty());
}

TEST_F(ImportDecidedTest, RefusesAPlanThatIsAnotherByNow) {
  const Planned seen = Load();
  Import();
  const Result<DecidedImport> late = TryImport(seen);
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(ErrorCode::kConflict, late.error().code);
}

// In March the year's plan is put in: nothing of it has been told to anybody by Rytm.
TEST_F(ImportDecidedTest, SetsDaysThatHavePassedWhereNothingIsPublished) {
  now_ = *ParseInstant("2027-03-22T08:00:00Z");
  EXPECT_THAT(Import().departures, IsEmpty());
  EXPECT_THAT(Meetings(),
              ElementsAre("01-20 ks.meeting.2027-01-20", "02-24 ks.meeting.2027-02-17",
                          "03-24 ks.meeting.2027-03-17", "05-19 ks.meeting.2027-05-19",
                          "06-16 ks.meeting.2027-06-16", "10-20 ks.meeting.2027-10-20"));
}

TEST_F(ImportDecidedTest, LeavesWhatWasSummonedAndTellsOfIt) {
  Publish();
  now_ = *ParseInstant("2027-02-12T08:00:00Z");  // the notice for 17 February is out
  EXPECT_THAT(InSwedish(Import().departures),
              ElementsAre("Kommunstyrelsen, ons 24 feb 2027: mötet uteblir.",
                          "Kommunstyrelsen, ons 17 feb 2027: mötet står kvar: kallelsen är ute, "
                          "eller det har varit."));
  EXPECT_THAT(Meetings(),
              ElementsAre("01-20 ks.meeting.2027-01-20", "02-17 ks.meeting.2027-02-17",
                          "03-24 ks.meeting.2027-03-17", "05-19 ks.meeting.2027-05-19",
                          "06-16 ks.meeting.2027-06-16", "10-20 ks.meeting.2027-10-20"));
}

TEST_F(ImportDecidedTest, LeavesWhatAPersonMovedAndTellsOfIt) {
  Proposal move;
  move.adjustments.push_back({.slot = "alby.ks.meeting.2027-05-19",
                              .day = MakeDay(2027, 5, 12),
                              .reason = Text("Salen är upptagen")});
  ASSERT_TRUE(SaveChange(*database_, Load(), move, {}, now_).ok());
  EXPECT_THAT(InSwedish(Import().departures),
              ElementsAre("Kommunstyrelsen, ons 19 maj 2027: mötet uteblir.",
                          "Kommunstyrelsen, ons 12 maj 2027: mötet står kvar som det ändrades för "
                          "hand."));
}

}  // namespace
}  // namespace rytm
