// Back to an earlier edition.
#include "edition/return_to.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::UnorderedElementsAre;

// "meeting.2027-04-07 on 2027-04-14, confirmed" of each event.
std::vector<std::string> Told(const Edition& edition) {
  std::vector<std::string> told;
  for (const Event& event : edition.events)
    told.push_back(event.uid.substr(17, 10) + " on " + FormatDay(event.day) +
                   (event.status == EventStatus::kCancelled ? ", cancelled" : ""));
  return told;
}

class ReturnTest : public testing::Test {
 protected:
  ReturnTest() {
    const Item february = Meeting("ks", "2027-02-03", "13:30");
    Item april = Meeting("ks", "2027-04-07", "13:30");
    const Item june = Meeting("ks", "2027-06-02", "13:30");
    publications_.Publish({february, april, june}, "2026-11-23T14:02:00Z");
    first_ = publications_.LatestOf("ks");
    april.day = On("2027-04-14");
    const Item may = Meeting("ks", "2027-05-05", "13:30");
    publications_.Publish({february, april, may}, "2026-12-01T09:00:00Z");
  }
  std::optional<Edition> Return(const char* now) const {
    const Instant at = At(now);
    return ReturnTo(
        first_, publications_.LatestOf("ks"),
        {.now = at, .today = Day{date::floor<Days>(at).time_since_epoch()}, .note = {}});
  }
  Publications publications_{Ekeby()};
  Edition first_;
};

TEST_F(ReturnTest, SaysTheSameUnderTheSameNames) {
  const std::optional<Edition> back = Return("2027-01-11T08:00:00Z");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->number, 3);
  EXPECT_EQ(back->returns_to, 1);
  EXPECT_EQ(back->until, first_.until);
  EXPECT_THAT(Told(*back), UnorderedElementsAre(
                               "2027-02-03 on 2027-02-03", "2027-04-07 on 2027-04-07",
                               "2027-05-05 on 2027-05-05, cancelled", "2027-06-02 on 2027-06-02"));
  for (const Event& event : back->events) {
    const bool untouched = event.day == On("2027-02-03");
    const bool twice = event.day == On("2027-04-07") || event.day == On("2027-06-02");
    EXPECT_EQ(event.sequence, untouched ? 0 : twice ? 2 : 1) << event.uid;
    EXPECT_EQ(event.modified[0],
              untouched ? At("2026-11-23T14:02:00Z") : At("2027-01-11T08:00:00Z"));
  }
}

TEST_F(ReturnTest, LeavesWhatHasBeen) {
  // After the old day of April's meeting, before its new one.
  const std::optional<Edition> back = Return("2027-04-09T08:00:00Z");
  ASSERT_TRUE(back);
  EXPECT_THAT(Told(*back), UnorderedElementsAre(
                               "2027-02-03 on 2027-02-03", "2027-04-07 on 2027-04-14",
                               "2027-05-05 on 2027-05-05, cancelled", "2027-06-02 on 2027-06-02"));
}

TEST_F(ReturnTest, ToTheLatestChangesNothing) {
  const Edition& latest = publications_.LatestOf("ks");
  EXPECT_FALSE(ReturnTo(
      latest, latest, {.now = At("2027-01-11T08:00:00Z"), .today = On("2027-01-11"), .note = {}}));
}

}  // namespace
}  // namespace rytm
