#include "tests/edition/edits.h"

#include "edition/freeze.h"

namespace rytm {
namespace {

const Levels kOfficials = {Level::kOfficial, Level::kSecretariat};
const Levels kNobody = {};
const Levels kWorking = {Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};

}  // namespace

std::vector<Edition> EditedWorld::Publish(const std::vector<Edition>& previous,
                                          std::string_view now) const {
  return Freeze(organisation, PlanOf({meeting, step}), previous,
                {.bodies = {"ks"}, .until = On("2027-12-31"), .now = At(now), .note = {}});
}

const std::vector<Edit>& Edits() {
  static const std::vector<Edit> kEdits = {
      {"nothing", [](EditedWorld&) {}, 0, kNobody},
      {"another day", [](EditedWorld& w) { w.meeting.day = On("2027-04-08"); }, 1, kEverybody},
      {"another start", [](EditedWorld& w) { w.meeting.at = Clock("14:00"); }, 1, kEverybody},
      {"another length", [](EditedWorld& w) { w.meeting.lasts = Minutes{120}; }, 1, kEverybody},
      {"cancelled", [](EditedWorld& w) { w.meeting.cancelled = true; }, 1, kEverybody},
      {"reserve", [](EditedWorld& w) { w.meeting.status = MeetingStatus::kReserve; }, 1,
       kEverybody},
      {"another title", [](EditedWorld& w) { w.meeting.title = Text("Extra sammanträde"); }, 1,
       kEverybody},
      {"another title in English only", [](EditedWorld& w) { w.meeting.title.en = "Session"; }, 1,
       kEverybody},
      {"another place", [](EditedWorld& w) { w.meeting.place = "rum-2"; }, 1, kEverybody},
      {"the place's name",
       [](EditedWorld& w) { w.organisation.places[0].name = Text("Lilla salen"); }, 1, kEverybody},
      {"the place's access, which the public does not see of a closed meeting",
       [](EditedWorld& w) { w.organisation.places[0].access = Text("Hiss"); }, 0, kWorking},
      {"the link", [](EditedWorld& w) { w.meeting.link = "https://video.example/new"; }, 0,
       kWorking},
      {"a text for those who work with it",
       [](EditedWorld& w) { w.meeting.description = Text("Ta med nämndens plan."); }, 0, kWorking},
      {"the secretariat's reason", [](EditedWorld& w) { w.meeting.reason = Text("Krock"); }, 0,
       kWorking},
      {"the public reason",
       [](EditedWorld& w) { w.meeting.public_reason = Text("Snö"); },
       0,
       {Level::kPublic}},
      {"open to the public", [](EditedWorld& w) { w.meeting.open = Openness::kPublic; }, 0,
       kEverybody},
      {"webcast", [](EditedWorld& w) { w.meeting.webcast = true; }, 0, kEverybody},
      {"a report decided",
       [](EditedWorld& w) {
         w.meeting.business = {{.report = "r",
                                .period = "2026",
                                .name = Text("Årsredovisning 2026"),
                                .does = {},
                                .decides = true}};
       },
       0, kEverybody},
      {"a report passing by",
       [](EditedWorld& w) {
         w.meeting.business = {{.report = "r",
                                .period = "2026",
                                .name = Text("Årsredovisning 2026"),
                                .does = {},
                                .decides = false}};
       },
       0, kWorking},
      {"a step's day, told to those who see the step",
       [](EditedWorld& w) { w.step.day = On("2027-03-23"); }, 0, kOfficials},
      {"no longer public", [](EditedWorld& w) { w.meeting.levels.Remove(Level::kPublic); }, 0,
       kEverybody},
      {"no longer for members",
       [](EditedWorld& w) { w.meeting.levels.Remove(Level::kMember); },
       0,
       {Level::kMember}},
      {"why it is on that day",
       [](EditedWorld& w) { w.meeting.why = {{.kind = Reason::Kind::kRule}}; }, 0, kNobody},
      {"protected", [](EditedWorld& w) { w.meeting.is_protected = true; }, 0, kNobody},
  };
  return kEdits;
}

}  // namespace rytm
