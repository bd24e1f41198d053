// Which edit moves which stamps: SEQUENCE for all, DTSTAMP and LAST-MODIFIED for each level (DESIGN
// §4).
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "edition/freeze.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
const Levels kOfficials = {Level::kOfficial, Level::kSecretariat};
const Levels kNobody = {};
const Levels kWorking = {Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};

struct World {
  Organisation organisation = Ekeby();
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  Item step = Step(meeting, "item-deadline", Text("Ärendestopp"), "2027-03-24", kOfficials);
};

struct Row {
  const char* edit;
  std::function<void(World&)> change;
  int sequence;
  Levels moved;
};

const std::vector<Row>& Rows() {
  static const std::vector<Row> kRows = {
      {"nothing", [](World&) {}, 0, kNobody},
      {"another day", [](World& w) { w.meeting.day = On("2027-04-08"); }, 1, kEverybody},
      {"another start", [](World& w) { w.meeting.at = Clock("14:00"); }, 1, kEverybody},
      {"another length", [](World& w) { w.meeting.lasts = Minutes{120}; }, 1, kEverybody},
      {"cancelled", [](World& w) { w.meeting.cancelled = true; }, 1, kEverybody},
      {"reserve", [](World& w) { w.meeting.status = MeetingStatus::kReserve; }, 1, kEverybody},
      {"another title", [](World& w) { w.meeting.title = Text("Extra sammanträde"); }, 1,
       kEverybody},
      {"another title in English only", [](World& w) { w.meeting.title.en = "Session"; }, 1,
       kEverybody},
      {"another place", [](World& w) { w.meeting.place = "rum-2"; }, 1, kEverybody},
      {"the place's name", [](World& w) { w.organisation.places[0].name = Text("Lilla salen"); }, 1,
       kEverybody},
      {"the place's access, which the public does not see of a closed meeting",
       [](World& w) { w.organisation.places[0].access = Text("Hiss"); }, 0, kWorking},
      {"the link", [](World& w) { w.meeting.link = "https://video.example/new"; }, 0, kWorking},
      {"a text for those who work with it",
       [](World& w) { w.meeting.description = Text("Ta med nämndens plan."); }, 0, kWorking},
      {"the secretariat's reason", [](World& w) { w.meeting.reason = Text("Krock"); }, 0, kWorking},
      {"open to the public", [](World& w) { w.meeting.open = Openness::kPublic; }, 0, kEverybody},
      {"webcast", [](World& w) { w.meeting.webcast = true; }, 0, kEverybody},
      {"a report decided",
       [](World& w) {
         w.meeting.business = {{.report = "r",
                                .period = "2026",
                                .name = Text("Årsredovisning 2026"),
                                .does = {},
                                .decides = true}};
       },
       0, kEverybody},
      {"a report passing by",
       [](World& w) {
         w.meeting.business = {{.report = "r",
                                .period = "2026",
                                .name = Text("Årsredovisning 2026"),
                                .does = {},
                                .decides = false}};
       },
       0, kWorking},
      {"a step's day, told to those who see the step",
       [](World& w) { w.step.day = On("2027-03-23"); }, 0, kOfficials},
      {"no longer public", [](World& w) { w.meeting.levels.Remove(Level::kPublic); }, 0,
       kEverybody},
      {"no longer for members",
       [](World& w) { w.meeting.levels.Remove(Level::kMember); },
       0,
       {Level::kMember}},
      {"why it is on that day", [](World& w) { w.meeting.why = {{.kind = Reason::Kind::kRule}}; },
       0, kNobody},
      {"protected", [](World& w) { w.meeting.is_protected = true; }, 0, kNobody},
  };
  return kRows;
}

TEST(Stamps, MoveWithWhatEachLevelSees) {
  for (const Row& row : Rows()) {
    World before;
    World after;
    row.change(after);
    const auto publish = [](const World& world, const std::vector<Edition>& previous,
                            std::string_view now) {
      return Freeze(world.organisation, PlanOf({world.meeting, world.step}), previous,
                    {.bodies = {"ks"}, .until = On("2027-12-31"), .now = At(now), .note = {}});
    };
    const std::vector<Edition> first = publish(before, {}, kFirst);
    const std::vector<Edition> second = publish(after, first, kSecond);
    if (row.moved.empty()) {
      EXPECT_TRUE(second.empty()) << row.edit << ": an edition of nothing";
      continue;
    }
    ASSERT_EQ(second.size(), 1U) << row.edit;
    const auto is_meeting = [](const Event& event) { return event.kind == EventKind::kMeeting; };
    const auto event = std::find_if(second[0].events.begin(), second[0].events.end(), is_meeting);
    ASSERT_NE(event, second[0].events.end());
    EXPECT_EQ(event->sequence, row.sequence) << row.edit;
    EXPECT_EQ(event->created, At(kFirst)) << row.edit;
    for (int level = 0; level < kLevelCount; ++level)
      EXPECT_EQ(event->modified[static_cast<std::size_t>(level)],
                At(row.moved.Has(static_cast<Level>(level)) ? kSecond : kFirst))
          << row.edit << ", level " << level;
  }
}

TEST(Stamps, TheSequenceOnlyGrows) {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  const std::string uid = meeting.id + "@ekeby.example";
  publications.Publish({meeting}, kFirst);
  int last = 0;
  // Moved, moved twice in the same second, moved back, cancelled, revived.
  for (const char* day : {"2027-04-14", "2027-04-21", "2027-04-07"}) {
    meeting.day = On(day);
    publications.Publish({meeting}, kSecond);
    EXPECT_EQ(publications.Find(uid).sequence, ++last) << day;
  }
  for (const bool cancelled : {true, false}) {
    meeting.cancelled = cancelled;
    publications.Publish({meeting}, kSecond);
    EXPECT_EQ(publications.Find(uid).sequence, ++last);
  }
}

}  // namespace
}  // namespace rytm
