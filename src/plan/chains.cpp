// Chains: the steps before and after each meeting (DESIGN §3 Chain steps).
#include <algorithm>
#include <set>

#include "dates/holidays.h"
#include "dates/working_days.h"
#include "plan/draft.h"

namespace rytm {
namespace {

Day Shift(Day base, const ChainStep::Span& span) {
  return span.working ? AddWorkingDays(base, span.days) : base + Days{span.days};
}

// The first of the series' meetings that is not on or before the day.
auto FirstAfter(const DraftSeries& series, Day day) {
  return std::partition_point(series.meetings.begin(), series.meetings.end(),
                              [&](const DraftMeeting& meeting) { return meeting.day <= day; });
}

// The latest of the series' meetings that is over by `last` and begins after `after`; of two on one
// day the first.
const DraftMeeting* LatestMeeting(const DraftSeries& series, Day last, std::optional<Day> after) {
  const DraftMeeting* found = nullptr;
  for (auto meeting = FirstAfter(series, last); meeting != series.meetings.begin();) {
    --meeting;
    if ((after && meeting->day <= *after) || (found != nullptr && meeting->day < found->day)) break;
    if (meeting->regular() && meeting->last_day() <= last) found = &*meeting;
  }
  return found;
}

// The latest meeting of the other body that leaves the days asked for, after this body's own
// meeting before.
const DraftMeeting* MeetingOf(const Draft& draft, std::string_view body, Day last,
                              std::optional<Day> after) {
  const DraftMeeting* found = nullptr;
  for (const DraftSeries* series : draft.OrdinarySeriesOf(body)) {
    const DraftMeeting* latest = LatestMeeting(*series, last, after);
    if (latest != nullptr && (found == nullptr || latest->day > found->day)) found = latest;
  }
  return found;
}

std::string BodyOfStep(const Draft& draft, const DraftSeries& series, const ChainStep& step) {
  if (!step.meeting_of_own) return step.meeting_of;
  std::string found;
  for (const Body& body : draft.organisation.bodies)
    if (body.of == series.body->id && body.kind == *step.meeting_of_own &&
        (found.empty() || body.id < found))
      found = body.id;
  return found;
}

std::optional<Day> MeetingBefore(const DraftSeries& series, const DraftMeeting& meeting) {
  for (auto other = FirstAfter(series, meeting.day - Days{1}); other != series.meetings.begin();)
    if ((--other)->regular()) return other->day;
  return std::nullopt;
}

Finding StepMeetingMissing(const DraftSeries& series, const DraftMeeting& meeting,
                           const ChainStep& step) {
  return {.check = "step-meeting-missing",
          .severity = Severity::kWarning,
          .items = {meeting.id, meeting.id + "." + step.id},
          .day = meeting.day,
          .message =
              NameOfMeeting(*series.body, meeting.day) +
              Text(" saknar möte för steget ", " has no meeting for the step ") + step.name +
              Text(": inget möte ligger minst " + std::to_string(step.before_days) + " dagar före.",
                   ": none lies at least " + std::to_string(step.before_days) + " days before."),
          .citation = "",
          .suggestion = Text("Lägg in ett möte före, eller ta bort steget ur kedjan.",
                             "Add a meeting before, or take the step out of the chain.")};
}

bool DealsWithOne(const DraftMeeting& meeting, const std::vector<std::string>& reports) {
  if (reports.empty()) return true;
  return std::any_of(
      meeting.business.begin(), meeting.business.end(), [&](const Business& business) {
        return std::find(reports.begin(), reports.end(), business.report) != reports.end();
      });
}

// Works out the steps of one meeting; each is asked for once, after the step it counts from.
class ChainDays {
 public:
  ChainDays(const Draft& draft, const DraftSeries& series, DraftMeeting& meeting,
            const Chain& chain)
      : draft_(draft),
        series_(series),
        meeting_(meeting),
        chain_(chain),
        days_(chain.steps.size()) {}

  std::vector<DatedStep> All() {
    for (std::size_t i = 0; i < chain_.steps.size(); ++i) WorkOut(i);
    KeepOrder();
    MissedExceptions();
    std::vector<DatedStep> steps;
    for (std::optional<DatedStep>& step : days_)
      if (step) steps.push_back(std::move(*step));
    return steps;
  }

 private:
  void WorkOut(std::size_t i) {
    if (days_[i] || asked_.contains(i)) return;
    asked_.insert(i);
    const ChainStep& step = chain_.steps[i];
    if (!DealsWithOne(meeting_, step.reports)) return;
    const std::string body = BodyOfStep(draft_, series_, step);
    if (!body.empty()) return WorkOutMeeting(i, body);
    if (step.meeting_of_own) return;  // this body has no such body of its own
    std::optional<Day> base = BaseOf(step);
    if (!base) return;  // counted from a step that could not be placed
    DatedStep dated{.step = &step,
                    .day = Shift(*base, step.offset),
                    .meeting = "",
                    .by_hand = false,
                    .why = {}};
    const ChainStep* from = chain_.FindStep(step.from);
    dated.why.push_back({.kind = Reason::Kind::kOffset,
                         .pointer = step.pointer,
                         .from = *base,
                         .to = dated.day,
                         .days = step.offset.days,
                         .working_days = step.offset.working,
                         .note = from != nullptr ? from->name : Text()});
    MoveToWorkingDay(step, *base, dated);
    ApplyChanges(step, dated);
    days_[i] = std::move(dated);
  }

  void WorkOutMeeting(std::size_t i, const std::string& body) {
    const ChainStep& step = chain_.steps[i];
    const DraftMeeting* found = MeetingOf(draft_, body, meeting_.day - Days{step.before_days},
                                          MeetingBefore(series_, meeting_));
    if (found == nullptr) {
      meeting_.chain_findings.push_back(StepMeetingMissing(series_, meeting_, step));
      return;
    }
    days_[i] = DatedStep{
        .step = &step, .day = found->day, .meeting = found->id, .by_hand = false, .why = {}};
  }

  // The day a step counts from: another step's, or the meeting's first day before it and last day
  // after it.
  std::optional<Day> BaseOf(const ChainStep& step) {
    if (step.from.empty()) return step.offset.days < 0 ? meeting_.day : meeting_.last_day();
    const auto from = std::find_if(chain_.steps.begin(), chain_.steps.end(),
                                   [&](const ChainStep& other) { return other.id == step.from; });
    if (from == chain_.steps.end()) return std::nullopt;
    const auto i = static_cast<std::size_t>(from - chain_.steps.begin());
    WorkOut(i);
    return days_[i] ? std::optional(days_[i]->day) : std::nullopt;
  }

  // Before the meeting earlier; after it later up to `latest`, else earlier (DESIGN §3). 1930:173 2
  // § moves a last day forward only: a notice period counted backward never becomes shorter.
  void MoveToWorkingDay(const ChainStep& step, Day base, DatedStep& dated) const {
    const Day nominal = dated.day;
    const bool in_meeting = meeting_.day <= nominal && nominal <= meeting_.last_day();
    const std::optional<Day> latest =
        step.latest ? std::optional(Shift(base, *step.latest)) : std::nullopt;
    const bool before = nominal < meeting_.day;
    const Day wanted = before ? WorkingDayOnOrBefore(nominal) : WorkingDayOnOrAfter(nominal);
    const bool too_late = !before && latest && wanted > *latest;
    dated.day = too_late ? WorkingDayOnOrBefore(std::min(nominal, *latest)) : wanted;
    if (in_meeting) dated.day = nominal;
    if (dated.day != nominal)
      dated.why.push_back(
          {.kind = too_late ? Reason::Kind::kLatest : Reason::Kind::kMovedToWorkingDay,
           .pointer = step.pointer,
           .from = nominal,
           .to = dated.day,
           .note = Text(step.law)});
  }

  // An exception that names a step this chain does not have.
  void MissedExceptions() {
    for (const Exception* exception : meeting_.step_exceptions)
      if (chain_.FindStep(exception->step) == nullptr)
        meeting_.chain_findings.push_back(
            {.check = "exception-without-step",
             .severity = Severity::kError,
             .items = {meeting_.id, meeting_.id + "." + exception->step},
             .day = exception->on,
             .message = Text("Undantaget för ", "The exception for ") +
                        NameOfMeeting(*series_.body, meeting_.day) +
                        Text(" gäller ett steg som mötet inte har: ",
                             " is about a step the meeting does not have: ") +
                        Text(exception->step) + Text("."),
             .citation = "",
             .suggestion = Text("Rätta stegets id eller ta bort undantaget.",
                                "Correct the step's id, or remove the exception.")});
  }

  void ApplyChanges(const ChainStep& step, DatedStep& dated) const {
    for (const Exception* exception : meeting_.step_exceptions) {
      if (exception->step != step.id) continue;
      dated.why.push_back({.kind = Reason::Kind::kException,
                           .pointer = exception->pointer,
                           .from = dated.day,
                           .to = exception->to,
                           .note = exception->reason});
      dated.day = exception->to;
      dated.by_hand = true;
    }
    if (meeting_.change == nullptr) return;
    const auto adjusted = meeting_.change->steps.find(step.id);
    if (adjusted == meeting_.change->steps.end() || !adjusted->second->day) return;
    dated.why.push_back(WhyAdjusted(*adjusted->second, dated.day, *adjusted->second->day));
    dated.day = *adjusted->second->day;
    dated.by_hand = true;
  }

  bool Fixed(std::size_t i) const { return days_[i]->by_hand || !days_[i]->meeting.empty(); }

  // Steps stay in the chain's order, equal days allowed: before the meeting an earlier step gives
  // way, after it a later one.
  void KeepOrder() {
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < days_.size(); ++i)
      if (days_[i]) placed.push_back(i);
    for (std::size_t k = placed.size(); k-- > 1;) {
      DatedStep& earlier = *days_[placed[k - 1]];
      const DatedStep& later = *days_[placed[k]];
      if (earlier.day < meeting_.day && earlier.day > later.day && !Fixed(placed[k - 1]))
        GiveWay(earlier, later.day);
    }
    for (std::size_t k = 1; k < placed.size(); ++k) {
      const DatedStep& earlier = *days_[placed[k - 1]];
      DatedStep& later = *days_[placed[k]];
      if (earlier.day > meeting_.last_day() && later.day < earlier.day && !Fixed(placed[k]))
        GiveWay(later, earlier.day);
      if (later.day < earlier.day) Crossed(earlier, later);
    }
  }

  static void GiveWay(DatedStep& step, Day to) {
    step.why.push_back({.kind = Reason::Kind::kOrder,
                        .pointer = step.step->pointer,
                        .from = step.day,
                        .to = to,
                        .note = {}});
    step.day = to;
  }

  void Crossed(const DatedStep& earlier, const DatedStep& later) {
    meeting_.chain_findings.push_back(
        {.check = "chain-order",
         .severity = Severity::kWarning,
         .items = {meeting_.id + "." + earlier.step->id, meeting_.id + "." + later.step->id},
         .day = later.day,
         .message = NameOfMeeting(*series_.body, meeting_.day) + Text(": steget ", ": the step ") +
                    later.step->name + Text(" (", " (") + DayWithYear(later.day) +
                    Text(") hamnar före ", ") falls before ") + earlier.step->name +
                    Text(" (", " (") + DayWithYear(earlier.day) + Text(")."),
         .citation = "",
         .suggestion = Text("Flytta ett av stegen med ett undantag.",
                            "Move one of the steps by an exception.")});
  }

  const Draft& draft_;
  const DraftSeries& series_;
  DraftMeeting& meeting_;
  const Chain& chain_;
  std::vector<std::optional<DatedStep>> days_;
  std::set<std::size_t> asked_;
};

}  // namespace

void ArrangeChain(Draft& draft, const DraftSeries& series, DraftMeeting& meeting) {
  meeting.steps.clear();
  meeting.chain_findings.clear();
  if (meeting.cancelled || meeting.form.chain->empty()) return;
  const Chain* chain = draft.organisation.FindChain(*meeting.form.chain);
  if (chain == nullptr) return;
  const std::size_t steps = Work::kItemSteps * chain->steps.size();
  if (!draft.work.Take(steps, series.series->pointer)) return;
  meeting.steps = ChainDays(draft, series, meeting, *chain).All();
}

void ArrangeChains(Draft& draft) {
  for (auto& [ref, series] : draft.series)
    for (DraftMeeting& meeting : series.meetings) ArrangeChain(draft, series, meeting);
}

}  // namespace rytm
