// Reports that do not get there in time, hand-in days that a special meeting brings forward, and
// reports nobody hears back about.
#include <algorithm>
#include <map>
#include <set>

#include "dates/deadline_law.h"
#include "plan/checking.h"
#include "plan/periods.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

constexpr Days kLongestRoute{366};  // of a report without any last day

class ReportChecks {
 public:
  ReportChecks(const FindingFacts& facts, Findings& findings) : facts_(facts), findings_(findings) {
    for (const Finding& finding : findings)
      if (!finding.citation.empty()) told_.insert(finding.items.begin(), finding.items.end());
  }

  void Check(const RoutedReport& routed) {
    if (!routed.found.fits && Shown(routed) && !ToldByLaw(routed)) TellStuck(routed);
    for (const RoutedReport::HopMeeting& meeting : routed.meetings) HandIn(routed, meeting);
    Feedback(routed);
  }

  // One finding for each meeting, whatever the number of reports.
  void TellEarlyHandIns() {
    for (const auto& [meeting, early] : early_) {
      Text names;
      for (const RoutedReport* routed : early.reports)
        names = names.empty() ? routed->name : names + Text(", ") + routed->name;
      findings_.push_back(
          {.check = "earlier-hand-in",
           .severity = Severity::kInfo,
           .items = {early.deadline->id},
           .day = early.deadline->day,
           .message = WantsPapers(*early.deadline, *early.body) +
                      Text(", tidigare än rapporterna väntar sig: ",
                           ", earlier than the reports expect: ") +
                      names + Text("."),
           .citation = "",
           .suggestion = Text("Lämna in allt senast den dagen.", "Hand all in by that day.")});
    }
  }

 private:
  static Period PeriodOf(const RoutedReport& routed) {
    return {.id = routed.period, .days = routed.period_days, .name = {}};
  }

  std::optional<Day> By(const RoutedReport& routed, std::size_t hop) const {
    const std::optional<Limit>& by = routed.report->route[hop].by;
    if (!by) return std::nullopt;
    return LimitDay(*by, *routed.report, PeriodOf(routed), facts_.organisation);
  }

  // Whether the plan shows all the meetings the report could go through: else it says nothing.
  bool Shown(const RoutedReport& routed) const {
    const Day ready = ReadyDay(*routed.report, PeriodOf(routed));
    if (!facts_.plan.window.Contains(ready)) return false;
    std::optional<Day> last;
    for (std::size_t hop = 0; hop < routed.report->route.size(); ++hop)
      if (const std::optional<Day> by = By(routed, hop)) last = std::max(last.value_or(*by), *by);
    return last.value_or(ready + kLongestRoute) <= facts_.plan.window.last;
  }

  // One cause, one finding: a report that breaks the law there is told by the law.
  bool ToldByLaw(const RoutedReport& routed) const {
    return std::any_of(
        routed.meetings.begin(), routed.meetings.end(),
        [&](const RoutedReport::HopMeeting& meeting) { return told_.contains(meeting.hop_item); });
  }

  // Who has the report there: a party, or the bodies of the hop with the meetings found.
  Text WhoAt(const RoutedReport& routed, std::size_t hop) const {
    Text who;
    for (const RoutedReport::HopMeeting& meeting : routed.meetings) {
      const Body* body = meeting.hop == hop ? facts_.by_id.FindBody(meeting.body) : nullptr;
      if (body == nullptr) continue;
      const Text name = NameOfMeeting(*body, MeetingDay(routed, meeting));
      who = who.empty() ? name : who + Text(", ") + name;
    }
    if (!who.empty()) return who;
    const Hop& stuck = routed.report->route[hop];
    if (!stuck.party.empty()) return stuck.party;
    for (const Body* body : Select(facts_.organisation, stuck.bodies))
      who = who.empty() ? body->name : who + Text(", ") + body->name;
    return who;
  }

  // The day of a meeting found, also outside the window.
  static Day MeetingDay(const RoutedReport& routed, const RoutedReport::HopMeeting& wanted) {
    std::size_t place = 0;
    for (const RoutedReport::HopMeeting& meeting : routed.meetings) {
      if (&meeting == &wanted) break;
      if (meeting.hop == wanted.hop) ++place;
    }
    return routed.found.hops[wanted.hop].meetings[place].day;
  }

  // The last day where a Sunday lets it wait: 1930:173 2 § helps what must be handed over "at the
  // latest", not what must be decided before a month ends.
  static std::optional<Day> LastDayOf(const LawDay* law, const std::optional<Day>& by) {
    if (law == nullptr || !by || (law->law != "KL 11:16" && law->law != "KL 11:20"))
      return std::nullopt;
    return LastDayByLaw(*by);
  }

  void TellStuck(const RoutedReport& routed) {
    const std::size_t hop = routed.found.stuck_at;
    const std::optional<Day> by = By(routed, hop);
    const Limit* limit = routed.report->route[hop].by ? &*routed.report->route[hop].by : nullptr;
    const auto* law = limit != nullptr ? std::get_if<LawDay>(&limit->day) : nullptr;
    const bool nothing_left = routed.found.hops.size() <= hop;
    Finding finding{
        .check = "report-late",
        .severity = nothing_left && law != nullptr ? Severity::kError : Severity::kWarning,
        .items = ItemsAt(routed, hop),
        .day = by.value_or(ReadyDay(*routed.report, PeriodOf(routed))),
        .message = {},
        .citation = law != nullptr ? law->law : "",
        .suggestion = Fix(routed, by)};
    if (nothing_left) {
      finding.message = routed.name +
                        Text(" hinner inte fram: det finns inget möte kvar för ",
                             " does not get there in time: no meeting is left for ") +
                        WhoAt(routed, hop);
    } else {
      finding.message = routed.name + Text(" hinner inte fram: ", " does not get there in time: ") +
                        WhoAt(routed, hop) + Text(" är ", " is ") + CountedDays(routed.found.gap) +
                        Text(" för sent", " too late");
    }
    if (by)
      finding.message =
          finding.message + Text(" (sista dag ", " (last day ") + DayWithYear(*by) + Text(")");
    finding.message = finding.message + Text(".");
    const std::optional<Day> last = LastDayOf(law, by);
    if (last && !nothing_left && *by + routed.found.gap <= *last) {
      finding.severity = Severity::kInfo;
      finding.suggestion =
          Text("Sista dagen är ingen arbetsdag. Då räcker det enligt lagen till ",
               "The last day is no working day. The law then lets it wait until ") +
          DayWithYear(*last) + Text(".");
    }
    findings_.push_back(std::move(finding));
  }

  // The hop's own items; as they would be called, where it has none.
  std::vector<std::string> ItemsAt(const RoutedReport& routed, std::size_t hop) const {
    std::vector<std::string> items;
    for (const RoutedReport::HopMeeting& meeting : routed.meetings)
      if (meeting.hop == hop) items.push_back(meeting.hop_item);
    if (!items.empty()) return items;
    const Hop& stuck = routed.report->route[hop];
    const std::string stem =
        facts_.organisation.id + "." + routed.report->id + "." + routed.period + ".";
    for (const Body* body : Select(facts_.organisation, stuck.bodies))
      items.push_back(stem + body->id + "." + stuck.id);
    if (items.empty()) items.push_back(stem + "party." + stuck.id);
    return items;
  }

  static Text Fix(const RoutedReport& routed, const std::optional<Day>& by) {
    const std::optional<Days>& earlier = routed.found.earlier;
    if (earlier && *earlier > Days{0})
      return Text("Det räcker om den når dit ", "It is enough if it comes there ") +
             CountedDays(*earlier) +
             Text(
                 " tidigare: gör den klar förr, korta tiden i ledet före eller lägg in ett extra "
                 "möte.",
                 " earlier: have it ready sooner, shorten the step before, or add a meeting.");
    if (by)
      return Text("Lägg in ett möte senast ", "Add a meeting on or before ") + DayWithYear(*by) +
             Text(".");
    return {"Lägg in ett möte efter att rapporten är klar.",
            "Add a meeting after the report is ready."};
  }

  // Routes use the series' own chain; the meeting may be one that wants its papers earlier.
  void HandIn(const RoutedReport& routed, const RoutedReport::HopMeeting& hop) {
    const Item* planned = facts_.by_id.FindItem(hop.hop_item);
    if (planned == nullptr) return;
    const Item* own = facts_.by_id.FindItem(hop.item + ".item-deadline");
    const Body* body = facts_.by_id.FindBody(hop.body);
    if (own == nullptr || body == nullptr || own->day >= planned->day) return;
    const Day gets = routed.found.hops[hop.hop].gets;
    if (gets <= own->day) {
      EarlyHandIn& early = early_.try_emplace(hop.item, EarlyHandIn{own, body, {}}).first->second;
      early.reports.push_back(&routed);
      return;
    }
    findings_.push_back(
        {.check = "earlier-hand-in",
         .severity = Severity::kWarning,
         .items = {hop.hop_item, own->id},
         .day = own->day,
         .message = WantsPapers(*own, *body) + Text(", men ", ", but ") + routed.name +
                    Text(" når dit ", " comes there ") + CountedDays(gets - own->day) +
                    Text(" senare, ", " later, on ") + DayWithYear(gets) + Text("."),
         .citation = "",
         .suggestion = Text("Gör rapporten klar tidigare, eller ge mötet ett senare ärendestopp.",
                            "Have the report ready earlier, or give the meeting a later item "
                            "deadline.")});
  }

  // "Kommunfullmäktige mån 22 nov 2027 vill ha handlingarna redan fre 5 nov 2027".
  Text WantsPapers(const Item& deadline, const Body& body) const {
    const Item* meeting = facts_.by_id.FindItem(deadline.parent);
    return NameOfMeeting(body, meeting != nullptr ? meeting->day : deadline.day) +
           Text(" vill ha handlingarna redan ", " wants its papers as early as ") +
           DayWithYear(deadline.day);
  }

  // Told once for each report, where it is first seen.
  void Feedback(const RoutedReport& routed) {
    const Report& report = *routed.report;
    if (std::any_of(report.route.begin(), report.route.end(),
                    [](const Hop& hop) { return hop.feedback_days.has_value(); }))
      return;
    const auto seen = std::find_if(routed.meetings.begin(), routed.meetings.end(),
                                   [&](const RoutedReport::HopMeeting& meeting) {
                                     return facts_.by_id.FindItem(meeting.hop_item) != nullptr;
                                   });
    if (seen == routed.meetings.end() || !without_feedback_.insert(&report).second) return;
    findings_.push_back(
        {.check = "no-feedback",
         .severity = Severity::kInfo,
         .items = {report.id},
         .day = MeetingDay(routed, *seen),
         .message = report.name + Text(": de som skriver rapporten får ingen återkoppling.",
                                       ": those who write the report hear nothing back."),
         .citation = "",
         .suggestion = Text("Lägg in en dag för återkoppling efter ett av mötena.",
                            "Add a day for feedback after one of the meetings.")});
  }

  // A meeting that wants its papers earlier than the series' chain says, and gets them in time.
  struct EarlyHandIn {
    const Item* deadline = nullptr;
    const Body* body = nullptr;
    std::vector<const RoutedReport*> reports;
  };

  const FindingFacts& facts_;
  Findings& findings_;
  std::map<std::string_view, EarlyHandIn> early_;  // by meeting
  std::set<std::string, std::less<>> told_;
  std::set<const Report*> without_feedback_;
};

}  // namespace

void FindReportTrouble(const FindingFacts& facts, Findings& findings) {
  ReportChecks checks(facts, findings);
  for (const RoutedReport& routed : facts.reports) checks.Check(routed);
  checks.TellEarlyHandIns();
}

}  // namespace rytm
