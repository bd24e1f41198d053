#include "edition/seen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

Event ClosedMeeting() {
  Event event;
  event.title = Text("Socialnämnden: Sammanträde");
  event.description = Text("Behandlar: budget", "On the agenda: budget");
  event.public_description = Text("Sammanträdet är normalt inte öppet för allmänheten.");
  event.place = Text("Rum 2", "Room 2");
  event.place_access = Text("Hiss", "Lift");
  event.link = "https://video.example/abc";
  event.levels = kEverybody;
  event.day = On("2027-04-21");
  event.chain = {{Text("Ärendestopp", "Item deadline"),
                  On("2027-04-08"),
                  {},
                  {Level::kOfficial, Level::kSecretariat}},
                 {Text("Partigruppernas kväll", "Groups' evening"),
                  On("2027-04-20"),
                  Clock("18:00"),
                  {Level::kMember}}};
  return event;
}

TEST(Seen, ThePublicSeesNeitherPlaceNorLinkOfAClosedMeeting) {
  const std::optional<SeenEvent> seen = SeenBy(ClosedMeeting(), Level::kPublic);
  ASSERT_TRUE(seen.has_value());
  EXPECT_EQ(*seen, (SeenEvent{Text("Socialnämnden: Sammanträde"),
                              Text("Sammanträdet är normalt inte öppet för allmänheten.",
                                   "Sammanträdet är normalt inte öppet för allmänheten."),
                              Text(), ""}));
}

TEST(Seen, ThePublicSeesThePlaceOfAnOpenMeetingButNoLink) {
  for (const Openness open : {Openness::kPublic, Openness::kPartly}) {
    Event event = ClosedMeeting();
    event.open = open;
    const std::optional<SeenEvent> seen = SeenBy(event, Level::kPublic);
    EXPECT_EQ(seen->place.sv, "Rum 2");
    EXPECT_THAT(seen->description.en, HasSubstr("Access: Lift"));
    EXPECT_EQ(seen->link, "");
  }
}

TEST(Seen, EachLevelIsToldOfTheStepsItMaySee) {
  const std::string official = SeenBy(ClosedMeeting(), Level::kOfficial)->description.sv;
  EXPECT_EQ(official,
            "Behandlar: budget\n\nFöre och efter mötet:\n– Ärendestopp: tors 8 "
            "april\n\nTillgänglighet: Hiss");
  const std::string member = SeenBy(ClosedMeeting(), Level::kMember)->description.sv;
  EXPECT_THAT(member, HasSubstr("– Partigruppernas kväll: tis 20 april kl. 18.00"));
  EXPECT_THAT(member, Not(HasSubstr("Ärendestopp")));
  EXPECT_THAT(SeenBy(ClosedMeeting(), Level::kManagement)->description.sv,
              Not(HasSubstr("Före och efter")));
  EXPECT_EQ(SeenBy(ClosedMeeting(), Level::kMember)->link, "https://video.example/abc");
}

TEST(Seen, NobodyNeedsToFindTheWayToACancelledMeeting) {
  Event event = ClosedMeeting();
  event.status = EventStatus::kCancelled;
  const std::optional<SeenEvent> seen = SeenBy(event, Level::kOfficial);
  EXPECT_THAT(seen->description.sv, Not(HasSubstr("Tillgänglighet")));
  EXPECT_EQ(seen->place.sv, "Rum 2");
}

TEST(Seen, NothingIsSeenByALevelTheEventDoesNotHave) {
  Event event = ClosedMeeting();
  event.levels = {Level::kSecretariat};
  EXPECT_FALSE(SeenBy(event, Level::kPublic).has_value());
  EXPECT_FALSE(SeenBy(event, Level::kOfficial).has_value());
  EXPECT_TRUE(SeenBy(event, Level::kSecretariat).has_value());
}

TEST(Seen, CancellationsAreToldForThirtyDaysAndDropsForNinety) {
  Event event = ClosedMeeting();
  EXPECT_EQ(ToldUntil(event), std::nullopt);
  event.status = EventStatus::kCancelled;
  EXPECT_EQ(ToldUntil(event), On("2027-05-21"));
  event.dropped_on = On("2027-01-10");
  EXPECT_EQ(ToldUntil(event), On("2027-04-10"));
}

}  // namespace
}  // namespace rytm
