#include "edition/republish.h"

#include <gtest/gtest.h>

#include "edition/differences.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

TEST(Republish, SaysTheSameUnderHigherNumbers) {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  publications.Publish({meeting, Meeting("ks", "2027-05-12", "13:30")}, "2026-11-23T14:02:00Z");
  meeting.day = On("2027-04-14");
  publications.Publish({meeting, Meeting("ks", "2027-05-12", "13:30")}, "2026-12-01T09:00:00Z");
  const Edition& before = publications.LatestOf("ks");
  const Instant now = At("2026-12-24T10:00:00Z");
  const std::vector<Edition> editions = Republish({before}, 1000, now, Text("Återställd"));
  ASSERT_EQ(1U, editions.size());
  const Edition& after = editions[0];
  EXPECT_EQ(before.number + 1, after.number);
  EXPECT_EQ(before.until, after.until);
  EXPECT_EQ(now, after.published);
  EXPECT_EQ("Återställd", after.note.sv);
  EXPECT_TRUE(Compare(&before, after).empty());
  ASSERT_EQ(before.events.size(), after.events.size());
  for (std::size_t i = 0; i < after.events.size(); ++i) {
    EXPECT_EQ(before.events[i].uid, after.events[i].uid);
    EXPECT_EQ(1000, after.events[i].sequence);
    for (const Instant modified : after.events[i].modified) EXPECT_EQ(now, modified);
  }
  const std::vector<Edition> again = Republish(editions, 900, At("2026-12-23T10:00:00Z"), {});
  EXPECT_EQ(1000, again[0].events[0].sequence) << "nothing falls";
  EXPECT_EQ(now, again[0].events[0].modified[0]);
}

TEST(Republish, TheFloorIsTheSecondsSinceTheYearBegan) {
  EXPECT_EQ(0, SequenceFloorAt(At("2026-01-01T00:00:00Z")));
  EXPECT_EQ(86'400 + 61, SequenceFloorAt(At("2026-01-02T00:01:01Z")));
  EXPECT_EQ(0, SequenceFloorAt(At("2025-12-31T23:59:59Z"))) << "a clock that is wrong";
  EXPECT_EQ(378'691'199, SequenceFloorAt(At("2037-12-31T23:59:59Z")));
}

TEST(Republish, ANewEventBeginsAtTheFloor) {
  const std::vector<Edition> editions =
      Freeze(Ekeby(), PlanOf({Meeting("kf", "2027-02-22", "18:30")}), {},
             {.bodies = {"kf"},
              .until = On("2027-12-31"),
              .now = At("2026-11-23T14:02:00Z"),
              .note = {},
              .sequence_floor = 1000});
  ASSERT_EQ(1U, editions.size());
  EXPECT_EQ(1000, editions[0].events.at(0).sequence);
}

}  // namespace
}  // namespace rytm
