// Next year out: the window grows, what is planned stays, the new year stands beside this year's
// real days.
#include "app/extend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import_decided.h"
#include "app/publish.h"
#include "tests/app/planned_test.h"

namespace rytm {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A board on third Wednesdays, its working committee a week before; the council on days decided.
constexpr const char* kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example",
                   "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [{"id": "meeting",
     "when": {"dates": ["2027-02-22", "2027-03-29", "2027-04-26", "2027-05-31"], "decided": true},
     "at": "18:30", "lasts": "PT3H"}]},
    {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [{"id": "meeting",
     "when": {"rrule": "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,4,9"}, "at": "13:30", "lasts": "PT3H"}]},
    {"id": "au", "kind": "subcommittee", "of": "ks", "name": "Arbetsutskottet", "series": [{"id":
     "meeting", "when": {"from": "ks/meeting", "days": -7}, "at": "08:30", "lasts": "PT3H"}]}]
})";

class ExtendTest : public PlannedTest {
 protected:
  void SetUp() override { Init(kRules); }

  Result<Extension> TryExtend(const ExtendOptions& options, bool preview = false) {
    return ExtendPlan(*database_, Load(), options, preview, {}, now_);
  }
  Extension Extend(const ExtendOptions& options, bool preview = false) {
    Result<Extension> extension = TryExtend(options, preview);
    EXPECT_TRUE(extension.ok()) << extension.error().message.sv;
    return std::move(extension).value();
  }
  // Items of 2027, each with its day and time.
  std::vector<std::string> ThisYear() {
    std::vector<std::string> items;
    for (const Item& item : Load().plan.items)
      if (YearOf(item.day) == 2027) items.push_back(item.id + " " + FormatDay(item.day));
    return items;
  }
  static const ExtendedSeries& Of(const Extension& extension, const std::string& body) {
    return *std::find_if(extension.series.begin(), extension.series.end(),
                         [&](const ExtendedSeries& one) { return one.series.body == body; });
  }

  static constexpr ExtendOptions kNextYear{.until = MakeDay(2028, 12, 31), .rules = false};
  static constexpr ExtendOptions kByRules{.until = MakeDay(2028, 12, 31), .rules = true};
};

// "01-20 2028-01-19": a day and the one beside it.
std::vector<std::string> InWords(const std::vector<YearPair>& pairs) {
  std::vector<std::string> words;
  for (const YearPair& pair : pairs)
    words.push_back((pair.before ? FormatDay(*pair.before).substr(2) : "–") + " " +
                    (pair.after ? FormatDay(*pair.after).substr(2) : "–"));
  return words;
}

TEST_F(ExtendTest, LeavesThisYearAsItWas) {
  const std::vector<std::string> before = ThisYear();
  const Planned planned = Load();
  const Extension extension = Extend(kNextYear);
  EXPECT_EQ(before, ThisYear());
  const std::vector<Slot> after = Load().plan.slots;
  for (const Slot& slot : planned.plan.slots)
    EXPECT_NE(after.end(), std::find(after.begin(), after.end(), slot)) << slot.id;
  EXPECT_EQ(MakeDay(2028, 12, 31), Load().organisation->window.last);
}

TEST_F(ExtendTest, ShowsTheNewYearBesideTheRealDays) {
  Proposal move;
  move.adjustments.push_back({.slot = "alby.ks.meeting.2027-04-21",
                              .day = MakeDay(2027, 4, 28),
                              .reason = Text("Salen är upptagen")});
  ASSERT_TRUE(SaveChange(*database_, Load(), move, {}, now_).ok());
  const Extension extension = Extend(kNextYear);
  EXPECT_THAT(InWords(Of(extension, "ks").pairs),
              ElementsAre("27-01-20 28-01-19", "27-04-28 28-04-19", "27-09-15 28-09-20"));
  EXPECT_THAT(InWords(Of(extension, "au").pairs),
              ElementsAre("27-01-13 28-01-12", "27-04-21 28-04-12", "27-09-08 28-09-13"));
}

TEST_F(ExtendTest, OffersARuleWhereDaysWereDecided) {
  const Extension extension = Extend(kNextYear, true);
  const ExtendedSeries& council = Of(extension, "kf");
  EXPECT_THAT(InWords(council.pairs),
              ElementsAre("27-02-22 –", "27-03-29 –", "27-04-26 –", "27-05-31 –"));
  EXPECT_EQ(4U, council.decided);
  ASSERT_TRUE(council.offer);
  EXPECT_EQ("sista måndagen i månaden (feb–maj)", council.offer->words.sv);
  EXPECT_EQ(0U, Of(extension, "ks").decided);
}

TEST_F(ExtendTest, TakesTheRulesFromTheFirstNewDay) {
  const std::vector<std::string> before = ThisYear();
  const Extension extension = Extend(kByRules);
  EXPECT_THAT(InWords(Of(extension, "kf").pairs),
              ElementsAre("27-02-22 28-02-28", "27-03-29 28-03-27", "27-04-26 28-04-24",
                          "27-05-31 28-05-29"));
  EXPECT_EQ(before, ThisYear());
}

TEST_F(ExtendTest, PreviewsAndIsUndoneAsOne) {
  const Revision revision = Load().revision();
  EXPECT_FALSE(Extend(kNextYear, true).report.batch);
  EXPECT_EQ(revision, Load().revision());
  const Planned before = Load();
  const std::int64_t number = Extend(kNextYear).report.batch->number;
  ASSERT_TRUE(UndoChange(*database_, Load(), number, {}, now_).ok());
  EXPECT_THAT(CompareByItem(before.plan, Load().plan).items, IsEmpty());
  EXPECT_EQ(MakeDay(2027, 12, 31), Load().organisation->window.last);
}

std::vector<std::string> EventsOf(const std::vector<StoredFeed>& feeds) {
  const std::string begin = "BEGIN:VEVENT";
  const std::string end = "END:VEVENT";
  std::vector<std::string> events;
  for (const StoredFeed& feed : feeds)
    for (std::size_t at = 0; (at = feed.body.find(begin, at)) != std::string::npos; at += 1)
      events.push_back(feed.body.substr(at, feed.body.find(end, at) - at));
  return events;
}

TEST_F(ExtendTest, KeepsEveryByteOfWhatIsPublished) {
  const PublishRequest year{.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}};
  ASSERT_TRUE(Publish(*database_, Load(), year, now_).ok());
  const std::vector<std::string> before = EventsOf(database_->store().Feeds().value());
  Extend(kByRules);
  now_ += std::chrono::hours{24};
  ASSERT_TRUE(Publish(*database_, Load(), year, now_).ok());
  const std::vector<std::string> after = EventsOf(database_->store().Feeds().value());
  EXPECT_GT(after.size(), before.size()) << "the new year is told as tentative";
  for (const std::string& event : before) EXPECT_THAT(after, Contains(event));
}

TEST_F(ExtendTest, ExtendsOverSeveralYearsEachBesideTheOneBefore) {
  const Extension extension = Extend({.until = MakeDay(2029, 6, 30), .rules = false});
  EXPECT_THAT(InWords(Of(extension, "ks").pairs),
              ElementsAre("27-01-20 28-01-19", "27-04-21 28-04-19", "27-09-15 28-09-20",
                          "28-01-19 29-01-17", "28-04-19 29-04-18", "28-09-20 –"));
}

TEST_F(ExtendTest, RefusesDaysThatArePlannedOrBeyondAllPlans) {
  for (const auto& [until, told] :
       {std::pair{MakeDay(2027, 12, 31), "redan till 2027-12-31"},
        std::pair{MakeDay(2027, 6, 30), "redan till 2027-12-31"},
        std::pair{MakeDay(2038, 1, 1), "Det går att planera till 2037-12-31"}}) {
    const Result<Extension> extension = TryExtend({.until = until, .rules = false});
    ASSERT_FALSE(extension.ok()) << FormatDay(until);
    EXPECT_EQ(ErrorCode::kBadInput, extension.error().code);
    EXPECT_THAT(extension.error().message.sv, HasSubstr(told));
  }
}

struct BesideCase {
  std::vector<Day> year;
  std::vector<Day> next;
  std::vector<std::string> beside;
};

TEST(BesideEachOther, KeepsOrderAndLeavesGaps) {
  const auto day = [](int year, unsigned month, unsigned number) {
    return MakeDay(year, month, number);
  };
  for (const BesideCase& c : std::initializer_list<BesideCase>{
           {{}, {}, {}},
           {{day(2027, 1, 20)}, {}, {"27-01-20 –"}},
           {{}, {day(2028, 1, 19)}, {"– 28-01-19"}},
           {{day(2027, 1, 20), day(2027, 2, 17), day(2027, 3, 17)},
            {day(2028, 1, 19), day(2028, 3, 15)},
            {"27-01-20 28-01-19", "27-02-17 –", "27-03-17 28-03-15"}},
           {{day(2027, 1, 20), day(2027, 3, 17)},
            {day(2028, 1, 19), day(2028, 2, 16), day(2028, 3, 15)},
            {"27-01-20 28-01-19", "– 28-02-16", "27-03-17 28-03-15"}}})
    EXPECT_EQ(c.beside, InWords(BesideEachOther(c.year, c.next)));
}

}  // namespace
}  // namespace rytm
