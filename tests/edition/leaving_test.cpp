// What happens to an event that is moved, cancelled, or told no longer (DESIGN §4).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "edition/seen.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::IsEmpty;

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
constexpr Levels kOfficials = {Level::kOfficial, Level::kSecretariat};

class LeavingTest : public testing::Test {
 protected:
  static constexpr std::string_view kUid = "ekeby.ks.meeting.2027-04-07@ekeby.example";
  Event Event_() const { return publications_.Find(kUid); }
  Publications publications_{Ekeby()};
  Item meeting_ = Meeting("ks", "2027-04-07", "13:30");
};

TEST_F(LeavingTest, ACancelledMeetingStaysCancelledUntilThirtyDaysAfterItsDay) {
  publications_.Publish({meeting_}, kFirst);
  meeting_.cancelled = true;
  meeting_.reason = Text("Sjukdom");
  publications_.Publish({meeting_}, "2027-03-01T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kCancelled);
  EXPECT_EQ(Event_().sequence, 1);
  EXPECT_FALSE(Event_().dropped_on.has_value());
  EXPECT_EQ(Event_().description.sv, "Skäl: Sjukdom") << "nothing of what was to be done";
  EXPECT_TRUE(Event_().public_description.empty());
  EXPECT_THAT(publications_.Publish({meeting_}, "2027-05-07T08:00:00Z"), IsEmpty());

  EXPECT_EQ(ToldUntil(Event_()), On("2027-05-07"));
}

// A new day is found long after: readers must take it for newer than what they have seen.
TEST_F(LeavingTest, ACancelledMeetingIsRememberedForTwoYears) {
  const Item other = Meeting("ks", "2027-12-01", "13:30");
  publications_.Publish({meeting_, other}, kFirst);
  Publications forgetful = publications_;
  meeting_.cancelled = true;
  for (Publications* each : {&publications_, &forgetful})
    each->Publish({meeting_, other}, "2027-03-01T08:00:00Z");
  Item back = meeting_;
  back.cancelled = false;
  back.day = On("2027-09-01");
  publications_.Publish({back, other}, "2027-07-01T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kConfirmed);
  EXPECT_EQ(Event_().sequence, 2);

  forgetful.Publish({meeting_}, "2029-04-07T08:00:00Z", "2027-11-30");
  EXPECT_TRUE(forgetful.Has(kUid));
  forgetful.Publish({meeting_}, "2029-04-08T08:00:00Z", "2027-12-31");
  EXPECT_FALSE(forgetful.Has(kUid));
}

// What was called off was called off on its day and under its name.
TEST_F(LeavingTest, ACancelledMeetingKeepsItsDayWhateverTheRulesSayLater) {
  publications_.Publish({meeting_}, kFirst);
  meeting_.cancelled = true;
  publications_.Publish({meeting_}, "2027-03-01T08:00:00Z");
  meeting_.day = On("2027-04-14");
  meeting_.title = Text("Möte");
  EXPECT_THAT(publications_.Publish({meeting_}, "2027-03-02T08:00:00Z"), IsEmpty());
  EXPECT_EQ(Event_().day, On("2027-04-07"));

  meeting_.public_reason = Text("Få ärenden");
  publications_.Publish({meeting_}, "2027-03-03T08:00:00Z");
  EXPECT_EQ(Event_().public_reason.sv, "Få ärenden");
  EXPECT_EQ(Event_().day, On("2027-04-07"));
  EXPECT_EQ(Event_().sequence, 1);

  meeting_.cancelled = false;
  publications_.Publish({meeting_}, "2027-03-04T08:00:00Z");
  EXPECT_EQ(Event_().day, On("2027-04-14")) << "on again, it is where the plan has it";
  EXPECT_TRUE(Event_().moved());
}

TEST_F(LeavingTest, AMeetingTheRulesNoLongerGiveIsCancelled) {
  publications_.Publish({meeting_}, kFirst);
  publications_.Publish({}, "2027-03-01T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kCancelled);
  EXPECT_EQ(Event_().sequence, 1);
  EXPECT_EQ(Event_().modified[0], At("2027-03-01T08:00:00Z"));
  EXPECT_EQ(ToldUntil(Event_()), On("2027-05-07"));
  EXPECT_TRUE(Event_().public_description.empty());
  EXPECT_THAT(publications_.Publish({}, "2027-03-02T08:00:00Z"), IsEmpty());
}

TEST_F(LeavingTest, ATentativeMeetingIsDroppedQuietly) {
  publications_.Publish({meeting_}, kFirst, "2027-03-31");
  ASSERT_EQ(Event_().status, EventStatus::kTentative);
  publications_.Publish({}, "2026-12-01T23:30:00Z", "2027-03-31");
  EXPECT_EQ(Event_().status, EventStatus::kCancelled);
  EXPECT_EQ(Event_().dropped_on, On("2026-12-02")) << "the day in Stockholm";
  EXPECT_EQ(ToldUntil(Event_()), On("2027-03-02"));
  EXPECT_FALSE(Event_().first_day.has_value());

  // Feeds are silent from 3 March on; the edition remembers, so that the number does not start
  // again.
  const Item other = Meeting("ks", "2027-09-01", "13:30");
  publications_.Publish({other}, "2027-03-10T08:00:00Z");
  EXPECT_TRUE(publications_.Has(kUid));
  publications_.Publish({meeting_, other}, "2027-03-11T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kConfirmed);
  EXPECT_EQ(Event_().sequence, 2);
  EXPECT_FALSE(Event_().dropped_on.has_value());
}

TEST_F(LeavingTest, ARevivedMeetingOnANewDayIsMovedFromTheFirst) {
  publications_.Publish({meeting_}, kFirst);
  publications_.Publish({}, "2027-03-01T08:00:00Z");
  meeting_.day = On("2027-04-14");
  publications_.Publish({meeting_}, "2027-03-02T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kConfirmed);
  EXPECT_EQ(Event_().sequence, 2);
  EXPECT_TRUE(Event_().moved());
  EXPECT_EQ(Event_().first_day, On("2027-04-07"));
}

TEST_F(LeavingTest, AStepGoesWithItsCancelledMeeting) {
  const Item step = Step(meeting_, "item-deadline", Text("Ärendestopp"), "2027-03-24", kOfficials);
  const std::string uid = step.id + "@ekeby.example";
  publications_.Publish({meeting_, step}, kFirst);
  meeting_.cancelled = true;
  publications_.Publish({meeting_}, "2027-03-01T08:00:00Z");
  EXPECT_EQ(publications_.Find(uid).status, EventStatus::kCancelled);
  EXPECT_THAT(Event_().chain, IsEmpty());
}

TEST_F(LeavingTest, WhatHasBeenStaysAsItWas) {
  publications_.Publish({meeting_}, kFirst);
  publications_.Publish({Meeting("ks", "2027-09-01", "13:30")}, "2027-04-08T08:00:00Z");
  EXPECT_EQ(Event_().status, EventStatus::kConfirmed);
  EXPECT_EQ(Event_().sequence, 0);
}

TEST_F(LeavingTest, WhatLiesOutsideThePlanStaysAsItWas) {
  Item next_year = Meeting("ks", "2028-01-12", "13:30");
  const Item step = Step(next_year, "item-deadline", Text("Ärendestopp"), "2027-12-29", kOfficials);
  publications_.Publish({next_year, step}, kFirst, "2028-12-31");
  publications_.Publish({meeting_}, kSecond, "2028-12-31");
  EXPECT_EQ(publications_.Find("ekeby.ks.meeting.2028-01-12@ekeby.example").status,
            EventStatus::kConfirmed);
  EXPECT_EQ(publications_.Find(step.id + "@ekeby.example").status, EventStatus::kConfirmed)
      << "a step lies where its meeting lies";
}

TEST_F(LeavingTest, AMeetingCancelledBeforeItWasPublishedIsToldInTheFirstEditionOnly) {
  meeting_.cancelled = true;
  publications_.Publish({meeting_}, kFirst);
  EXPECT_EQ(Event_().status, EventStatus::kCancelled);

  Item later = Meeting("ks", "2027-05-05", "13:30");
  later.cancelled = true;
  EXPECT_THAT(publications_.Publish({meeting_, later}, kSecond), IsEmpty());
}

TEST_F(LeavingTest, AMoveIsToldUntilTheMeeting) {
  publications_.Publish({meeting_}, kFirst);
  meeting_.day = On("2027-04-14");
  publications_.Publish({meeting_}, kSecond);
  EXPECT_TRUE(Event_().moved());
  const Item other = Meeting("ks", "2027-09-01", "13:30");
  publications_.Publish({meeting_, other}, "2027-04-14T20:00:00Z");
  EXPECT_TRUE(Event_().moved()) << "the day itself";
  EXPECT_THAT(publications_.Publish({meeting_, other}, "2027-04-15T08:00:00Z"), IsEmpty())
      << "no reason of its own";
  publications_.Publish({meeting_}, "2027-04-15T08:00:00Z");
  EXPECT_FALSE(Event_().moved());
  EXPECT_EQ(Event_().sequence, 1);
  EXPECT_EQ(Event_().modified[0], At("2027-04-15T08:00:00Z"));
}

TEST_F(LeavingTest, MovedBackIsNotMovedButStillCounted) {
  publications_.Publish({meeting_}, kFirst);
  meeting_.day = On("2027-04-14");
  publications_.Publish({meeting_}, kSecond);
  meeting_.day = On("2027-04-07");
  publications_.Publish({meeting_}, kSecond);
  EXPECT_FALSE(Event_().moved());
  EXPECT_EQ(Event_().sequence, 2);
}

TEST_F(LeavingTest, MovesBeforeItWasConfirmedAreNoMoves) {
  publications_.Publish({meeting_}, kFirst, "2027-01-31");
  meeting_.day = On("2027-04-14");
  publications_.Publish({meeting_}, kSecond, "2027-12-31");
  EXPECT_FALSE(Event_().moved());
  EXPECT_EQ(Event_().first_day, On("2027-04-14"));
}

}  // namespace
}  // namespace rytm
