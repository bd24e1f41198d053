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

// Of so many meetings of a series some are prepared before the minutes of the one before.
struct EarlySteps {
  SeriesKey series;
  const Body* body = nullptr;
  std::size_t early = 0;
  std::size_t meetings = 0;
  Day first{};  // the first such meeting
};

std::optional<EarlySteps> EarlyStepsOf(const SeriesKey& series, const Body& body,
                                       const SeriesRhythm& rhythm) {
  EarlySteps found{series, &body, 0, rhythm.meetings.size(), {}};
  for (std::size_t i = 1; i < rhythm.meetings.size(); ++i) {
    if (rhythm.meetings[i].first_step >= rhythm.meetings[i - 1].minutes) continue;
    if (found.early++ == 0) found.first = rhythm.meetings[i].item->day;
  }
  return found.early > 0 ? std::optional(found) : std::nullopt;
}

// One cause, the rhythm, and one finding, whatever the number of bodies.
Finding TellEarlySteps(const std::vector<EarlySteps>& all) {
  Finding finding{.check = "steps-before-last-minutes",
                  .severity = Severity::kInfo,
                  .items = {},
                  .day = all.front().first,
                  .message = Text("Förberedelserna börjar innan protokollet från mötet före är "
                                  "justerat: ",
                                  "Preparations begin before the minutes of the meeting before are "
                                  "approved: "),
                  .citation = "",
                  .suggestion = Text("Så blir det ofta när mötena ligger tätt. Inget behöver göras "
                                     "om ni är vana vid det.",
                                     "That is common when meetings lie close. Nothing needs doing "
                                     "if you are used to it.")};
  for (const EarlySteps& one : all) {
    const std::string early = std::to_string(one.early);
    const std::string meetings = std::to_string(one.meetings);
    finding.items.push_back(std::string(one.series.first) + "/" + std::string(one.series.second));
    finding.day = std::min(finding.day, one.first);
    finding.message =
        finding.message + (&one == &all.front() ? Text() : Text("; ")) + one.body->name +
        Text(" ") +
        Text(early + " av " + meetings + " möten", early + " of " + meetings + " meetings");
  }
  finding.message = finding.message + Text(".");
  return finding;
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
  std::vector<EarlySteps> early;
  for (const auto& [series, rhythm] : all) {
    const Body* body = facts.by_id.FindBody(series.first);
    const auto found = body != nullptr ? EarlyStepsOf(series, *body, rhythm) : std::nullopt;
    if (found) early.push_back(*found);
  }
  if (!early.empty()) findings.push_back(TellEarlySteps(early));
}

}  // namespace

void FindLoadTrouble(const FindingFacts& facts, Findings& findings) {
  FullWeeks(facts, findings);
  StepsBeforeLastMinutes(facts, findings);
}

}  // namespace rytm
