#include "app/decided_departures.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/words.h"

namespace rytm {
namespace {

bool HasReason(const Item& item, Reason::Kind kind) {
  return std::any_of(item.why.begin(), item.why.end(),
                     [&](const Reason& reason) { return reason.kind == kind; });
}

// Why a meeting that was not decided is there all the same.
Text WhyItStays(const Item& item) {
  if (HasReason(item, Reason::Kind::kAdjustment))
    return {"mötet står kvar som det ändrades för hand.",
            "the meeting stays as it was changed by hand."};
  if (HasReason(item, Reason::Kind::kFrozen))
    return {"mötet står kvar: kallelsen är ute, eller det har varit.",
            "the meeting stays: its notice is out, or it is over."};
  return {"reglerna ger ett möte som planen inte har.",
          "the rules give a meeting that the plan does not have."};
}

class Departures {
 public:
  Departures(DaySpan period, const Plan& plan) : period_(period), plan_(plan) {}

  void Of(const BodyPlan& body) {
    std::map<Day, const Item*> given;
    for (const Item& item : plan_.items) {
      const bool left_out = item.cancelled && !IsDecided(body, item.day);
      if (IsMeetingOf(item, body.series) && period_.Contains(item.day) && !left_out)
        given.emplace(item.day, &item);
    }
    for (const DecidedMeeting& meeting : body.meetings) {
      const auto found = given.find(meeting.day);
      if (found == given.end()) {
        Tell(body, meeting.day, {"mötet uteblir.", "the meeting is missing."});
        continue;
      }
      const Item& item = *found->second;
      if (!FormOtherThan(item, meeting).empty() || item.cancelled != meeting.cancelled ||
          item.status != meeting.status)
        Tell(body, meeting.day,
             {"tid, plats eller märke blir ett annat.", "time, place or mark becomes another."});
      given.erase(found);
    }
    for (const auto& [day, item] : given) Tell(body, day, WhyItStays(*item));
  }

  std::vector<Text> told;

 private:
  void Tell(const BodyPlan& body, Day day, const Text& what) {
    const Text on(ShortDayWithYear(day, Language::kSwedish),
                  ShortDayWithYear(day, Language::kEnglish));
    told.push_back(body.name + Text(", ") + on + Text(": ") + what);
  }

  static bool IsDecided(const BodyPlan& body, Day day) {
    return std::any_of(body.meetings.begin(), body.meetings.end(),
                       [&](const DecidedMeeting& meeting) { return meeting.day == day; });
  }

  DaySpan period_;
  const Plan& plan_;
};

}  // namespace

bool IsMeetingOf(const Item& item, const SeriesRef& series) {
  return item.kind == ItemKind::kMeeting && item.body == series.body &&
         item.origin == series.series;
}

JsonObject FormOtherThan(const Item& item, const DecidedMeeting& meeting) {
  JsonObject form;
  if (meeting.at && item.at != meeting.at) form["at"] = FormatTimeOfDay(*meeting.at);
  if (meeting.lasts && item.lasts != *meeting.lasts) form["lasts"] = FormatLength(*meeting.lasts);
  if (!meeting.place.empty() && item.place != meeting.place) form["place"] = meeting.place;
  if (item.days != meeting.days) form["days"] = meeting.days;
  return form;
}

std::vector<Text> DeparturesFrom(const std::vector<BodyPlan>& decided, DaySpan period,
                                 const Plan& plan) {
  Departures departures(period, plan);
  for (const BodyPlan& body : decided) departures.Of(body);
  return std::move(departures.told);
}

}  // namespace rytm
