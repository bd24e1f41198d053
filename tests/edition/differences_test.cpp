#include "edition/differences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
const Text kCommittee("Socialnämnden", "Social Services Committee");

// What is said of publishing `before` and then `after`.
std::vector<std::string> Said(const std::vector<Item>& before, const std::vector<Item>& after,
                              Language language, std::string_view until_before = "2027-12-31") {
  Publications publications(Ekeby());
  publications.Publish(before, kFirst, until_before);
  const Edition old = publications.LatestOf("son");
  publications.Publish(after, kSecond);
  std::vector<std::string> said;
  for (const Difference& difference : Compare(&old, publications.LatestOf("son")))
    said.push_back(InWords(difference, kCommittee, language));
  return said;
}

struct Row {
  std::function<void(Item&)> change;
  const char* sv;
  const char* en;
};

TEST(Differences, AreToldInWords) {
  const std::vector<Row> rows = {
      {[](Item& m) { m.day = On("2027-10-20"); },
       "Flyttat: Socialnämnden: Sammanträde, tors 14 okt → ons 20 okt kl. 13.00",
       "Moved: Social Services Committee: Meeting, Thu 14 Oct → Wed 20 Oct 13:00"},
      {[](Item& m) { m.at = Clock("09:00"); },
       "Flyttat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00 → kl. 09.00",
       "Moved: Social Services Committee: Meeting, Thu 14 Oct 13:00 → 09:00"},
      {[](Item& m) {
         m.day = On("2028-01-12");
         m.at = Clock("09:00");
         m.place = "rum-2";
       },
       "Flyttat: Socialnämnden: Sammanträde, tors 14 okt 2027 kl. 13.00 → ons 12 jan 2028 kl. "
       "09.00: preliminärt; ny plats Rum 2",
       "Moved: Social Services Committee: Meeting, Thu 14 Oct 2027 13:00 → Wed 12 Jan 2028 09:00: "
       "preliminary; new place Room 2"},
      {[](Item& m) { m.cancelled = true; },
       "Inställt: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00",
       "Cancelled: Social Services Committee: Meeting, Thu 14 Oct 13:00"},
      {[](Item& m) { m.lasts = Minutes{120}; },
       "Ändrat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00: ny tid kl. 13.00–15.00",
       "Changed: Social Services Committee: Meeting, Thu 14 Oct 13:00: new time 13:00–15:00"},
      {[](Item& m) { m.title = Text("Budgetdag", "Budget day"); },
       "Ändrat: Socialnämnden: Budgetdag, tors 14 okt kl. 13.00: hette Socialnämnden: Sammanträde",
       "Changed: Social Services Committee: Budget day, Thu 14 Oct 13:00: was called Social "
       "Services Committee: Meeting"},
      {[](Item& m) { m.place.clear(); },
       "Ändrat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00: ingen plats",
       "Changed: Social Services Committee: Meeting, Thu 14 Oct 13:00: no place"},
      {[](Item& m) { m.status = MeetingStatus::kReserve; },
       "Ändrat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00: preliminärt",
       "Changed: Social Services Committee: Meeting, Thu 14 Oct 13:00: preliminary"},
      {[](Item& m) { m.open = Openness::kPublic; },
       "Ändrat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00: nya uppgifter",
       "Changed: Social Services Committee: Meeting, Thu 14 Oct 13:00: new details"},
  };
  const Item meeting = Meeting("son", "2027-10-14", "13:00");
  for (const Row& row : rows) {
    Item changed = meeting;
    row.change(changed);
    EXPECT_THAT(Said({meeting}, {changed}, Language::kSwedish), ElementsAre(row.sv));
    EXPECT_THAT(Said({meeting}, {changed}, Language::kEnglish), ElementsAre(row.en));
  }
}

TEST(Differences, TellNewRevivedConfirmedAndDropped) {
  const Item meeting = Meeting("son", "2027-10-14", "13:00");
  Item cancelled = meeting;
  cancelled.cancelled = true;
  EXPECT_THAT(Said({}, {meeting}, Language::kSwedish),
              ElementsAre("Nytt: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00"));
  EXPECT_THAT(Said({cancelled}, {meeting}, Language::kSwedish),
              ElementsAre("Blir av igen: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00"));
  EXPECT_THAT(Said({meeting}, {meeting}, Language::kSwedish, "2027-06-30"),
              ElementsAre("Bekräftat: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00"));
  EXPECT_THAT(Said({meeting}, {}, Language::kSwedish, "2027-06-30"),
              ElementsAre("Utgår: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00"));
  EXPECT_THAT(Said({meeting}, {}, Language::kSwedish),
              ElementsAre("Inställt: Socialnämnden: Sammanträde, tors 14 okt kl. 13.00"));
}

TEST(Differences, StandInOrderOfTime) {
  Item late = Meeting("son", "2027-10-14", "13:00");
  Item early = Meeting("son", "2027-02-03", "13:00");
  const Item added = Meeting("son", "2027-05-05", "13:00");
  Item moved = late;
  moved.day = On("2027-01-20");
  Item cancelled = early;
  cancelled.cancelled = true;
  EXPECT_THAT(Said({late, early}, {moved, cancelled, added}, Language::kSwedish),
              ElementsAre("Flyttat: Socialnämnden: Sammanträde, tors 14 okt → ons 20 jan kl. 13.00",
                          "Inställt: Socialnämnden: Sammanträde, ons 3 feb kl. 13.00",
                          "Nytt: Socialnämnden: Sammanträde, ons 5 maj kl. 13.00"));
}

TEST(Differences, AreNoneWhereNoReaderSeesAny) {
  Edition before;
  before.events.resize(1);
  before.events[0].uid = "a";
  Edition after = before;
  after.number = 2;
  after.events[0].modified.fill(At(kSecond));
  after.events[0].first_day = On("2027-01-01");
  after.events[0].parent_uid = "b";
  EXPECT_THAT(Compare(&before, after), IsEmpty());

  // Cancelled before and after, and why it is is told better.
  before.events[0].status = after.events[0].status = EventStatus::kCancelled;
  EXPECT_THAT(Compare(&before, after), IsEmpty());
  after.events[0].public_reason = Text("Få ärenden");
  EXPECT_THAT(Compare(&before, after), SizeIs(1));
  // A cancelled one that is told no more.
  after.events.clear();
  EXPECT_THAT(Compare(&before, after), IsEmpty());
}

TEST(Differences, TellWhatIsGoneAndWhatIsAllNew) {
  Edition edition;
  edition.events.resize(1);
  edition.events[0].uid = "a";
  edition.events[0].day = On("2027-10-14");
  edition.events[0].title = Text("Revisorerna får årsredovisningen");
  edition.events[0].public_reason = Text("Sjukdom");
  const std::vector<Difference> all_new = Compare(nullptr, edition);
  ASSERT_EQ(all_new.size(), 1U);
  EXPECT_EQ(all_new[0].kind, Difference::Kind::kNew);
  EXPECT_FALSE(all_new[0].before.has_value());
  const std::vector<Difference> gone = Compare(&edition, Edition{});
  ASSERT_EQ(gone.size(), 1U);
  EXPECT_EQ(gone[0].kind, Difference::Kind::kGone);
  EXPECT_EQ(
      InWords(gone[0], kCommittee, Language::kSwedish),
      "Borttaget: Revisorerna får årsredovisningen, Socialnämnden, tors 14 okt. Skäl: Sjukdom");
}

}  // namespace
}  // namespace rytm
