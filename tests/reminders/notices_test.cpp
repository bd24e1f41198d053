// What a publication tells each person: only what is theirs, once.
#include "reminders/notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/reminders/small_year.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Instant kNow = I("2027-09-01T10:00:00Z");

class NoticesTest : public testing::Test {
 protected:
  // What changed from `before` to `after` in the one body there is.
  void Change(std::vector<Event> before, std::vector<Event> after) {
    before_ = EditionOf(std::move(before));
    after_ = EditionOf(std::move(after));
    differences_ = Compare(&before_, after_);
    news_ = {{.body = "sn", .name = after_.body_name, .differences = differences_}};
  }

  // "p-1: moved ekeby.sn.meeting.1": what each person is told.
  std::vector<std::string> Told(const std::vector<Correspondent>& people, Instant now = kNow) {
    static const char* const kWords[] = {"new",     "moved",     "cancelled", "revived",
                                         "changed", "confirmed", "gone"};
    people_ = people;
    notices_ = NoticesOf(news_, people_, Stockholm(), now);
    std::vector<std::string> told;
    for (const Notice& notice : notices_) {
      std::string line = notice.to->person.id + (notice.urgent ? " urgent:" : ":");
      for (const Notice::Part& part : notice.parts) {
        for (const Notice::Item& item : part.items)
          line += std::string(" ") + kWords[static_cast<int>(item.difference->kind)];
        if (part.confirmed > 0) line += " confirmed " + std::to_string(part.confirmed);
      }
      told.push_back(line);
    }
    return told;
  }

  Edition before_;
  Edition after_;
  std::vector<Difference> differences_;
  std::vector<BodyNews> news_;
  std::vector<Correspondent> people_;
  std::vector<Notice> notices_;
};

TEST_F(NoticesTest, AMoveIsToldToThoseItConcernsAlone) {
  const Event meeting = Meeting("1", "2027-10-20");
  Event moved = meeting;
  moved.day = D("2027-10-21");
  Change({meeting}, {moved});
  Correspondent left = Somebody("p-5", Post::kMember, {});
  left.person.assignments[0].until = D("2027-09-30");
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {}), Somebody("p-2", Post::kSubstitute, {}),
                    Somebody("p-3", Post::kMember, {}, "ks"),
                    Somebody("p-4", Post::kCaseOfficer, {}), left}),
              ElementsAre("p-1: moved", "p-2: moved", "p-4: moved"));
}

TEST_F(NoticesTest, StepsAreForOfficials) {
  const Event meeting = Meeting("1", "2027-10-20");
  Change({}, {StepOf(meeting, "item-deadline", "2027-10-06", "Ärendestopp")});
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {}), Somebody("p-2", Post::kChair, {}),
                    Somebody("p-3", Post::kCaseOfficer, {})}),
              ElementsAre("p-3: new"));
}

TEST_F(NoticesTest, WhatLiesBehindIsNoNews) {
  const Event meeting = Meeting("1", "2027-08-20");
  Event cancelled = meeting;
  cancelled.status = EventStatus::kCancelled;
  Change({meeting}, {cancelled});
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {})}), IsEmpty());
}

TEST_F(NoticesTest, WhatTheLevelCannotSeeIsNotTold) {
  const Event meeting = Meeting("1", "2027-10-20");
  Event other = meeting;
  other.chain = {
      {.name = Text("Ärendestopp"), .day = D("2027-10-06"), .at = {}, .levels = kWorking}};
  Change({meeting}, {other});
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {}), Somebody("p-2", Post::kCaseOfficer, {})}),
              ElementsAre("p-2: changed"));
}

TEST_F(NoticesTest, DatesThatAreDecidedNowAreOneLine) {
  Event first = Meeting("1", "2027-10-20");
  Event second = Meeting("2", "2027-11-17");
  first.status = second.status = EventStatus::kTentative;
  Event first_decided = first;
  Event second_decided = second;
  first_decided.status = second_decided.status = EventStatus::kConfirmed;
  Change({first, second}, {first_decided, second_decided});
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {})}), ElementsAre("p-1: confirmed 2"));
}

TEST_F(NoticesTest, AReserveDateLetGoIsSaidToNobody) {
  Event reserve = Meeting("1", "2027-10-20");
  reserve.reserve = true;
  reserve.status = EventStatus::kTentative;
  Event gone = reserve;
  gone.status = EventStatus::kCancelled;
  gone.dropped_on = D("2027-09-01");
  Change({reserve}, {gone});
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {})}), IsEmpty());
}

TEST_F(NoticesTest, WhatBeginsWithinTwoDaysIsUrgentAndGoesAtOnce) {
  const Event meeting = Meeting("1", "2027-09-03");
  Event cancelled = meeting;
  cancelled.status = EventStatus::kCancelled;
  Change({meeting}, {cancelled});
  Correspondent nothing = Somebody("p-2", Post::kMember, {});
  nothing.choices = NoMail(nothing.choices);
  const Instant night = I("2027-09-01T21:30:00Z");
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {}), nothing}, night),
              ElementsAre("p-1 urgent: cancelled", "p-2 urgent: cancelled"));
  EXPECT_EQ(notices_[0].due, night);
}

TEST_F(NoticesTest, WhatCanWaitWaitsForTheMorning) {
  const Event meeting = Meeting("1", "2027-10-20");
  Event moved = meeting;
  moved.day = D("2027-10-21");
  Change({meeting}, {moved});
  Correspondent nothing = Somebody("p-2", Post::kMember, {});
  nothing.choices = NoMail(nothing.choices);
  EXPECT_THAT(Told({Somebody("p-1", Post::kMember, {}), nothing}, I("2027-09-01T21:30:00Z")),
              ElementsAre("p-1: moved"));
  EXPECT_EQ(notices_[0].due, I("2027-09-02T05:00:00Z"));
}

TEST_F(NoticesTest, AJointMeetingIsToldOnceAndToBothBodies) {
  const Event meeting = Meeting("1", "2027-10-20");
  Event joint = meeting;
  joint.with = {"ks"};
  joint.day = D("2027-10-21");
  Event before = joint;
  before.day = meeting.day;
  Change({before}, {joint});
  Correspondent both = Somebody("p-1", Post::kMember, {});
  both.person.assignments.push_back({.body = "ks", .post = Post::kChair, .from = D("2026-01-01")});
  EXPECT_THAT(Told({both, Somebody("p-2", Post::kMember, {}, "ks")}),
              ElementsAre("p-1: moved", "p-2: moved"));
}

}  // namespace
}  // namespace rytm
