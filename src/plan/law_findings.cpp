// What the law says of meetings: notice and minutes, and the two councils of an election year.
#include <algorithm>
#include <map>
#include <tuple>

#include "dates/deadline_law.h"
#include "dates/terms.h"
#include "plan/checking.h"
#include "plan/phrases.h"

namespace rytm {
namespace {

// More than this in one series has one cause, the chain, and is told once.
constexpr std::size_t kToldOneByOne = 3;

struct LateStep {
  const Item* step = nullptr;
  const Item* meeting = nullptr;
  const Body* body = nullptr;
  const Deadline* law = nullptr;
  Day last{};  // the law's last day
};

// The two checks of steps differ in words only.
struct StepWords {
  std::string check;
  Text one;      // between the meeting's name and the step's day
  Text late;     // after the days: what the law asks
  Text of_many;  // between the body's name and the number of meetings
  Text many;     // between that number and the first meeting's day
  Text suggestion;
};

StepWords NoticeWords() {
  return {
      .check = "council-notice",
      .one = Text(": kallelse och tillkännagivande går ut ", ": notice and announcement go out "),
      .late = Text(" för sent. Det ska vara minst en vecka före mötet.",
                   " too late. It must be at least a week before the meeting."),
      .of_many = Text(": kallelsen till ", ": the notice of "),
      .many = Text(" möten går ut mindre än en vecka före, först för ",
                   " meetings goes out less than a week before, first for "),
      .suggestion = Text("Flytta kallelsen eller mötet.", "Move the notice or the meeting.")};
}

StepWords MinutesWords() {
  return {
      .check = "minutes-late",
      .one = Text(": protokollet justeras ", ": the minutes are approved "),
      .late = Text(" för sent. Det ska ske inom 14 dagar från mötet.",
                   " too late. It must be within 14 days of the meeting."),
      .of_many = Text(": protokollen från ", ": the minutes of "),
      .many = Text(" möten justeras senare än 14 dagar efter, först för ",
                   " meetings are approved more than 14 days after, first for "),
      .suggestion = Text("Lägg justeringen tidigare.", "Put the approval of the minutes earlier.")};
}

class MeetingLaw {
 public:
  MeetingLaw(const FindingFacts& facts, Findings& findings) : facts_(facts), findings_(findings) {}

  void Steps() {
    for (const Item& item : facts_.plan.items) {
      if (item.kind != ItemKind::kStep || !HeldAsPlanned(item)) continue;
      if (IsNotice(item)) CheckNotice(item);
      if (IsMinutes(item)) CheckMinutes(item);
    }
    TellLateSteps(notices_, NoticeWords());
    TellLateSteps(minutes_, MinutesWords());
  }

  void Councils() {
    for (const Item& item : facts_.plan.items) {
      if (item.kind != ItemKind::kMeeting || !HeldAsPlanned(item)) continue;
      const Body* body = facts_.by_id.FindBody(item.body);
      if (body == nullptr || body->kind != BodyKind::kCouncil) continue;
      meetings_[body].push_back(&item);
      NoticeOfNews(item, *body);
      BeforeTheNewCouncil(item, *body);
    }
    for (const auto& [body, meetings] : meetings_) FirstOfNewCouncil(*body, meetings);
  }

 private:
  static bool IsNotice(const Item& step) {
    return step.origin == "notice" || step.law == "KL 5:13" || step.law == "KL 5:15";
  }
  static bool IsMinutes(const Item& step) {
    return step.origin == "minutes" || step.law == "KL 5:69" || step.law == "KL 6:35";
  }

  void CheckNotice(const Item& step) {
    const Item* meeting = facts_.by_id.FindItem(step.parent);
    const Body* body = facts_.by_id.FindBody(step.body);
    if (meeting == nullptr || body == nullptr) return;
    const Deadline* law = Binding(facts_.organisation, "KL 5:13", body->kind, meeting->day);
    if (law == nullptr || !law->days) return;
    const Day last = meeting->day + Days{*law->days};
    if (step.day > last) notices_.push_back({&step, meeting, body, law, last});
  }

  void CheckMinutes(const Item& step) {
    const Item* meeting = facts_.by_id.FindItem(step.parent);
    const Body* body = facts_.by_id.FindBody(step.body);
    if (meeting == nullptr || body == nullptr) return;
    const Deadline* law = Binding(facts_.organisation, "KL 5:69", body->kind, meeting->day);
    if (law == nullptr) law = Binding(facts_.organisation, "KL 6:35", body->kind, meeting->day);
    if (law == nullptr || !law->days) return;
    const Day last = LastDayByLaw(meeting->last_day() + Days{*law->days});
    if (step.day > last) minutes_.push_back({&step, meeting, body, law, last});
  }

  void TellLateSteps(std::vector<LateStep>& steps, const StepWords& words) {
    std::stable_sort(steps.begin(), steps.end(), [](const LateStep& a, const LateStep& b) {
      return std::tie(a.meeting->body, a.meeting->origin, a.meeting->day) <
             std::tie(b.meeting->body, b.meeting->origin, b.meeting->day);
    });
    for (auto first = steps.begin(); first != steps.end();) {
      const auto end = std::find_if(first, steps.end(), [&](const LateStep& step) {
        return step.meeting->body != first->meeting->body ||
               step.meeting->origin != first->meeting->origin;
      });
      if (static_cast<std::size_t>(end - first) > kToldOneByOne)
        TellMany({first, end}, words);
      else
        std::for_each(first, end, [&](const LateStep& step) { TellOne(step, words); });
      first = end;
    }
  }

  void TellOne(const LateStep& late, const StepWords& words) {
    findings_.push_back({.check = words.check,
                         .severity = Severity::kError,
                         .items = {late.step->id},
                         .day = late.step->day,
                         .message = NameOfMeeting(*late.body, late.meeting->day) + words.one +
                                    DayWithYear(late.step->day) + Text(", ") +
                                    CountedDays(late.step->day - late.last) + words.late,
                         .citation = late.law->id,
                         .suggestion = words.suggestion + Text(" Sista dag är ", " Last day is ") +
                                       DayWithYear(late.last) + Text("."),
                         .fix = MoveOf(facts_, *late.step, InTime(late))});
  }

  // The law's last day, or the last working day before it.
  std::optional<Day> InTime(const LateStep& late) const {
    for (Day day = late.last; day > late.last - date::weeks{2}; day -= Days{1})
      if (Undisturbed(day, facts_.days)) return day;
    return std::nullopt;
  }

  // On the meeting's own weekday, where the calendar lets it.
  std::optional<Day> FirstFrom(const Item& meeting, Day first) const {
    const Day begin = FirstWeekdayOnOrAfter(first, WeekdayOf(meeting.day));
    for (Day day = begin; day < begin + date::weeks{4}; day += date::weeks{1})
      if (Undisturbed(day, facts_.days)) return day;
    return std::nullopt;
  }

  void TellMany(const std::vector<LateStep>& late, const StepWords& words) {
    Finding finding{.check = words.check,
                    .severity = Severity::kError,
                    .items = {},
                    .day = late.front().step->day,
                    .message = late.front().body->name + words.of_many +
                               Text(std::to_string(late.size())) + words.many +
                               DayWithYear(late.front().meeting->day) + Text("."),
                    .citation = late.front().law->id,
                    .suggestion = Text("Rätta steget i kedjan, så följer alla möten med.",
                                       "Correct the step in the chain, and all meetings follow.")};
    for (const LateStep& step : late) finding.items.push_back(step.step->id);
    findings_.push_back(std::move(finding));
  }

  // A council meeting moved or added so late that its notice could not go out in time.
  void NoticeOfNews(const Item& meeting, const Body& body) {
    if (!facts_.today || meeting.day < *facts_.today || !IsNews(meeting, facts_.published)) return;
    const Deadline* law = Binding(facts_.organisation, "KL 5:13", body.kind, meeting.day);
    if (law == nullptr || !law->days) return;
    const Day last = meeting.day + Days{*law->days};
    if (last >= *facts_.today) return;
    findings_.push_back(
        {.check = "council-notice-passed",
         .severity = Severity::kError,
         .items = {meeting.id},
         .day = meeting.day,
         .message = NameOfMeeting(body, meeting.day) +
                    (meeting.added ? Text(" är tillagt, men ", " is added, but ")
                                   : Text(" är flyttat, men ", " is moved, but ")) +
                    Text("kallelse och tillkännagivande skulle ha gått ut senast ",
                         "notice and announcement should have gone out by ") +
                    DayWithYear(last) + Text(", och den dagen har passerat.", ", a day now past."),
         .citation = law->id,
         .suggestion = Text("Lägg mötet tidigast ", "Put the meeting on ") +
                       DayWithYear(*facts_.today - Days{*law->days}) +
                       Text(". Har kallelsen redan gått ut i tid behöver inget göras.",
                            " or later. If the notice went out in time, nothing needs doing."),
         .fix = MoveOf(facts_, meeting, FirstFrom(meeting, *facts_.today - Days{*law->days}))});
  }

  // KL 5:9: those newly elected sit from 15 October. Until then it is the old council that meets.
  void BeforeTheNewCouncil(const Item& item, const Body& body) {
    const int year = YearOf(item.day);
    if (!IsElectionYear(year)) return;
    const Day term = CouncilTerm(MakeDay(year, 12, 31)).first;
    if (item.day <= ElectionDay(year) || item.day >= term) return;
    const Deadline* law = Binding(facts_.organisation, "KL 5:9", body.kind, item.day);
    if (law == nullptr || DecidesBudget(item)) return;  // the budget is told with its own law
    const bool meant_for_new = NamedForNewCouncil(item, body);
    Finding finding{.check = meant_for_new ? "new-council-early" : "old-council",
                    .severity = meant_for_new ? Severity::kError : Severity::kInfo,
                    .items = {item.id},
                    .day = item.day,
                    .message = NameOfMeeting(body, item.day) +
                               Text(" är ett möte med de förtroendevalda som avgår: de nyvalda "
                                    "tillträder ",
                                    " is a meeting of the outgoing council: those newly elected "
                                    "take their seats on ") +
                               DayWithYear(term) + Text("."),
                    .citation = law->id,
                    .suggestion = Text("Lägg val och beslut som hör till de nyvalda på ett senare "
                                       "möte.",
                                       "Put elections and decisions that belong to the new "
                                       "council at a later meeting.")};
    if (meant_for_new) {
      finding.message = NameOfMeeting(body, item.day) + Text(" heter ", " is called ") +
                        item.title +
                        Text(", men de nyvalda tillträder först ",
                             ", but those newly elected do not take their seats until ") +
                        DayWithYear(term) + Text(".");
      finding.suggestion = Text("Flytta mötet till ", "Move the meeting to ") + DayWithYear(term) +
                           Text(" eller senare.", " or later.");
      finding.fix = MoveOf(facts_, item, FirstFrom(item, term));
    }
    findings_.push_back(std::move(finding));
  }

  bool DecidesBudget(const Item& item) const {
    return std::any_of(item.business.begin(), item.business.end(), [&](const Business& business) {
      const Report* report =
          business.decides ? facts_.organisation.FindReport(business.report) : nullptr;
      return report != nullptr && IsBudget(*report);
    });
  }

  static bool NamedForNewCouncil(const Item& item, const Body& body) {
    if (item.title.sv.find("onstituerande") != std::string::npos) return true;
    const Series* series = body.FindSeries(item.origin);
    return series != nullptr &&
           std::any_of(series->variants.begin(), series->variants.end(), [&](const Variant& v) {
             return v.when == Variant::Case::kFirstOfTerm && v.form.name == item.title;
           });
  }

  // No law sets the day of the first meeting; by custom it is held in October, from the 15th on.
  void FirstOfNewCouncil(const Body& body, const std::vector<const Item*>& meetings) {
    for (int year = YearOf(facts_.plan.window.first); year <= YearOf(facts_.plan.window.last);
         ++year) {
      if (!IsElectionYear(year)) continue;
      const DaySpan october{CouncilTerm(MakeDay(year, 12, 31)).first, MakeDay(year, 10, 31)};
      const Deadline* law = Binding(facts_.organisation, "KL 5:9", body.kind, october.first);
      if (law == nullptr || !facts_.plan.window.Contains(october.first) ||
          !facts_.plan.window.Contains(october.last) || !Lives(body, october.first))
        continue;
      const bool meets = std::any_of(meetings.begin(), meetings.end(), [&](const Item* meeting) {
        return october.Contains(meeting->day);
      });
      if (!meets) TellNoFirst(body, october, UsualWeekday(meetings));
    }
  }

  static Weekday UsualWeekday(const std::vector<const Item*>& meetings) {
    int counts[7] = {};
    for (const Item* meeting : meetings) ++counts[WeekdayOf(meeting->day).c_encoding()];
    const auto most = std::max_element(std::begin(counts), std::end(counts));
    return Weekday{static_cast<unsigned>(most - std::begin(counts))};
  }

  void TellNoFirst(const Body& body, DaySpan october, Weekday usual) {
    findings_.push_back(
        {.check = "first-council",
         .severity = Severity::kWarning,
         .items = {body.id + " " + FormatDay(october.first)},
         .day = october.first,
         .message = body.name + Text(" har inget möte mellan ", " has no meeting between ") +
                    DayWithYear(october.first) + Text(" och ", " and ") +
                    DayWithYear(october.last) +
                    Text(". De nyvalda tillträder då och brukar mötas första gången samma månad.",
                         ". Those newly elected take their seats then and usually first meet in "
                         "the same month."),
         .citation = "KL 5:9",
         .suggestion = Text("Lägg in ett första möte, till exempel ",
                            "Add a first meeting, for instance on ") +
                       DayWithYear(FirstWeekdayOnOrAfter(october.first, usual)) + Text(".")});
  }

  const FindingFacts& facts_;
  Findings& findings_;
  std::vector<LateStep> notices_;
  std::vector<LateStep> minutes_;
  std::map<const Body*, std::vector<const Item*>> meetings_;  // of councils, by day
};

}  // namespace

void FindLawTrouble(const FindingFacts& facts, Findings& findings) {
  MeetingLaw law(facts, findings);
  law.Steps();
  law.Councils();
  FindReportLawTrouble(facts, findings);
}

}  // namespace rytm
