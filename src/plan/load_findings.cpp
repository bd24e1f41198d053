// Load: weeks with much to do for officials, and preparations that begin before the last meeting is
// over on paper.
#include <map>
#include <tuple>

#include "base/words.h"
#include "dates/iso_week.h"
#include "plan/checking.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

Day MondayOf(Day day) { return day - (WeekdayOf(day) - date::Monday); }

// What an official has to have done or take part in; meetings of bodies are the bodies' own.
bool IsWork(const Item& item) {
  return item.kind != ItemKind::kMeeting && item.levels.Has(Level::kOfficial) &&
         !item.past_when_added && HeldAsPlanned(item);
}

void FullWeeks(const FindingFacts& facts, Findings& findings) {
  const int limit = facts.organisation.settings.load_per_week;
  const auto tell = [&](Day monday, int count) {
    const IsoWeek week = IsoWeekOf(monday);
    const std::string number = std::to_string(week.week);
    findings.push_back(
        {.check = "full-week",
         .severity = Severity::kInfo,
         .items = {std::to_string(week.year) + "-W" + (week.week < 10 ? "0" : "") + number},
         .day = monday,
         .message = Text("Vecka " + number + " (från ", "Week " + number + " (from ") +
                    DayWithYear(monday) +
                    Text(") har " + std::to_string(count) + " saker för tjänstepersoner; fler än " +
                             std::to_string(limit) + " brukar bli tungt.",
                         ") has " + std::to_string(count) + " items for officials; more than " +
                             std::to_string(limit) + " tends to be heavy."),
         .citation = "",
         .suggestion = Text("Se om något möte eller någon sista dag kan flyttas en vecka.",
                            "See whether a meeting or a last day can move by a week.")});
  };
  Day monday{};
  int count = 0;
  const auto finish = [&] {
    if (count > limit) tell(monday, count);
    count = 0;
  };
  for (const Item& item : facts.plan.items) {  // sorted by day: weeks come one after the other
    if (!IsWork(item)) continue;
    if (const Day own = MondayOf(item.day); own != monday) {
      finish();
      monday = own;
    }
    ++count;
  }
  finish();
}

struct SeriesRhythm {
  struct Meeting {
    const Item* item = nullptr;
    Day minutes = Day::min();  // of this meeting; without the step nothing is early
    Day first_step{};          // before this meeting
  };
  std::vector<Meeting> meetings;  // by day
};

using SeriesKey = std::pair<std::string_view, std::string_view>;

void TellEarlySteps(const SeriesKey& series, const Body& body, const SeriesRhythm& rhythm,
                    Findings& findings) {
  std::size_t early = 0;
  const Item* first = nullptr;
  for (std::size_t i = 1; i < rhythm.meetings.size(); ++i) {
    if (rhythm.meetings[i].first_step >= rhythm.meetings[i - 1].minutes) continue;
    ++early;
    if (first == nullptr) first = rhythm.meetings[i].item;
  }
  if (first == nullptr) return;
  const std::string of =
      std::to_string(early) + " av " + std::to_string(rhythm.meetings.size()) + " möten";
  const std::string of_english =
      std::to_string(early) + " of " + std::to_string(rhythm.meetings.size()) + " meetings";
  findings.push_back(
      {.check = "steps-before-last-minutes",
       .severity = Severity::kInfo,
       .items = {std::string(series.first) + "/" + std::string(series.second)},
       .day = first->day,
       .message =
           body.name + Text(": inför " + of +
                                " börjar förberedelserna innan protokollet från mötet före är "
                                "justerat. Så blir det ofta när mötena ligger tätt.",
                            ": before " + of_english +
                                " the preparations begin before the minutes of the meeting "
                                "before are approved. That is common when meetings lie close."),
       .citation = "",
       .suggestion = Text("Inget behöver göras om ni är vana vid det.",
                          "Nothing needs doing if you are used to it.")});
}

void StepsBeforeLastMinutes(const FindingFacts& facts, Findings& findings) {
  std::unordered_map<std::string_view, SeriesRhythm::Meeting> meetings;
  for (const Item& item : facts.plan.items) {
    if (item.kind != ItemKind::kStep || !HeldAsPlanned(item)) continue;
    const Item* parent = facts.by_id.FindItem(item.parent);
    if (parent == nullptr) continue;
    auto [found, fresh] =
        meetings.try_emplace(parent->id, SeriesRhythm::Meeting{parent, Day::min(), parent->day});
    if (item.day < found->second.first_step) found->second.first_step = item.day;
    if (item.origin == "minutes") found->second.minutes = item.day;
  }
  std::map<SeriesKey, SeriesRhythm> all;
  for (const Item& item : facts.plan.items) {
    if (item.kind != ItemKind::kMeeting) continue;
    if (const auto found = meetings.find(item.id); found != meetings.end())
      all[{item.body, item.origin}].meetings.push_back(found->second);
  }
  for (const auto& [series, rhythm] : all)
    if (const Body* body = facts.by_id.FindBody(series.first))
      TellEarlySteps(series, *body, rhythm, findings);
}

}  // namespace

void FindLoadTrouble(const FindingFacts& facts, Findings& findings) {
  FullWeeks(facts, findings);
  StepsBeforeLastMinutes(facts, findings);
}

}  // namespace rytm
