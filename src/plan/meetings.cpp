// Series in dependency order: expand, day policies, alignment with the slots, exceptions,
// adjustments.
#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "plan/draft.h"

namespace rytm {
namespace {

// The series whose meetings a part hangs on; none: it stands by itself.
std::optional<SeriesRef> BaseOf(const When& part, const std::string& body) {
  if (const auto* offset = std::get_if<Offset>(&part.rule)) return offset->from;
  if (const auto* on = std::get_if<OnMeetings>(&part.rule))
    return on->from.value_or(SeriesRef{body, "meeting"});
  return std::nullopt;
}

void AddDependencies(const std::string& body, const Series& series, std::vector<SeriesRef>& needs) {
  for (const When& part : series.when)
    if (std::optional<SeriesRef> base = BaseOf(part, body)) needs.push_back(std::move(*base));
  needs.insert(needs.end(), series.avoid.begin(), series.avoid.end());
}

// Depth first over sorted references: the order of the file plays no part. The reader has refused
// rings.
std::vector<SeriesRef> DependencyOrder(const Draft& draft) {
  std::vector<SeriesRef> order;
  std::set<SeriesRef> seen;
  const std::function<void(const SeriesRef&)> visit = [&](const SeriesRef& ref) {
    const auto found = draft.series.find(ref);
    if (found == draft.series.end() || !seen.insert(ref).second) return;
    std::vector<SeriesRef> needs;
    AddDependencies(ref.body, *found->second.series, needs);
    std::sort(needs.begin(), needs.end());
    for (const SeriesRef& need : needs) visit(need);
    order.push_back(ref);
  };
  for (const auto& [ref, series] : draft.series) visit(ref);
  return order;
}

std::vector<BaseDay> BasesFor(const Draft& draft, const When& part, const Body& body) {
  const std::optional<SeriesRef> ref = BaseOf(part, body.id);
  if (!ref) return {};
  const auto found = draft.series.find(*ref);
  if (found == draft.series.end()) return {};
  std::vector<BaseDay> bases;
  bases.reserve(found->second.meetings.size());
  for (std::size_t i = 0; i < found->second.meetings.size(); ++i) {
    const DraftMeeting& meeting = found->second.meetings[i];
    bases.push_back({.index = i,
                     .day = meeting.day,
                     .extra = meeting.added,
                     .cancelled = meeting.cancelled,
                     .reserve = meeting.status == MeetingStatus::kReserve});
  }
  return bases;
}

std::vector<Day> DaysToAvoid(const Draft& draft, const Series& series) {
  std::vector<Day> days;
  for (const SeriesRef& ref : series.avoid) {
    const auto found = draft.series.find(ref);
    if (found == draft.series.end()) continue;
    for (const DraftMeeting& meeting : found->second.meetings) {
      if (meeting.cancelled) continue;
      for (Day day = meeting.day; day <= meeting.last_day(); day += Days{1}) days.push_back(day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

const DraftMeeting* BaseMeeting(const Draft& draft, const When& part, const NominalDay& nominal) {
  const auto* offset = std::get_if<Offset>(&part.rule);
  if (offset == nullptr || !nominal.base) return nullptr;
  return &draft.series.at(offset->from).meetings[*nominal.base];
}

Finding PolicyFinding(const DraftSeries& series, const DraftMeeting& meeting,
                      const PolicyResult& policy) {
  const Text name = NameOfMeeting(*series.body, meeting.day);
  if (policy.gave_up) {
    return {
        .check = "policy-gave-up",
        .severity = Severity::kError,
        .items = {meeting.id},
        .day = meeting.day,
        .message =
            name +
            Text(
                ": ingen av de dagar som reglerna om helger och uppehåll pekar på går att använda.",
                ": none of the days that the rules on holidays and breaks point to can be used."),
        .citation = "",
        .suggestion = Text("Flytta mötet med ett undantag eller ändra reglerna under \"on\".",
                           "Move the meeting by an exception, or change the rules under \"on\".")};
  }
  Text why;
  for (const Reason& reason : policy.why)
    if (reason.answer == Answer::kWarn)
      why = Text(InWords(reason, Language::kSwedish), InWords(reason, Language::kEnglish));
  return {.check = "policy-warning",
          .severity = Severity::kWarning,
          .items = {meeting.id},
          .day = meeting.day,
          .message = name + Text(": ") + why + Text("."),
          .citation = "",
          .suggestion = Text("Behåll dagen, eller flytta mötet med ett undantag.",
                             "Keep the day, or move the meeting by an exception.")};
}

// What is left to look at once the exceptions have spoken. A dependent whose base is cancelled
// stays, and somebody should look (DESIGN §3).
void TellOfMeetings(Draft& draft, const DraftSeries& series) {
  for (const DraftMeeting& meeting : series.meetings) {
    if (meeting.policy_finding && draft.window.Contains(meeting.day))
      draft.findings.push_back(*meeting.policy_finding);
    if (meeting.cancelled_base.empty() || meeting.cancelled || !draft.window.Contains(meeting.day))
      continue;
    draft.findings.push_back({.check = "base-cancelled",
                              .severity = Severity::kWarning,
                              .items = {meeting.id, meeting.cancelled_base},
                              .day = meeting.day,
                              .message = NameOfMeeting(*series.body, meeting.day) +
                                         Text(" räknas från ett möte som är inställt.",
                                              " is counted from a meeting that is cancelled."),
                              .citation = "",
                              .suggestion = Text("Behåll mötet eller ställ in det också.",
                                                 "Keep the meeting, or cancel it too."),
                              .fix = Adjustment{.slot = meeting.id, .cancelled = true}});
  }
}

// All parts' days; a day that two parts give, or that two bases lead to, is one meeting. It hangs
// on the base that is held, if one is.
std::vector<NominalDay> NominalDays(Draft& draft, const DraftSeries& series) {
  std::vector<NominalDay> days;
  for (std::size_t part = 0; part < series.series->when.size(); ++part) {
    const When& when = series.series->when[part];
    const std::vector<BaseDay> bases = BasesFor(draft, when, *series.body);
    if (!draft.work.Take(StepsOf(when, bases.size(), draft.reach), when.pointer)) return {};
    const Result<std::vector<NominalDay>> given = Expand(
        when, part, *series.body, bases, draft.organisation.deadlines, draft.facts, draft.reach);
    if (given.ok())
      days.insert(days.end(), given.value().begin(), given.value().end());
    else
      draft.problems.push_back(
          {.file = "", .pointer = when.pointer, .what = given.error().message, .instead = {}});
  }
  const auto uncertain = [&](const NominalDay& nominal) {
    const DraftMeeting* base = BaseMeeting(draft, series.series->when[nominal.part], nominal);
    return base != nullptr && !base->regular();
  };
  std::stable_sort(days.begin(), days.end(), [&](const NominalDay& a, const NominalDay& b) {
    return std::pair(a.day, uncertain(a)) < std::pair(b.day, uncertain(b));
  });
  days.erase(std::unique(days.begin(), days.end(),
                         [](const NominalDay& a, const NominalDay& b) { return a.day == b.day; }),
             days.end());
  return days;
}

// A day that the rules, or an exception that adds one, give.
struct Candidate {
  RuleDay day;
  std::size_t part = 0;  // of `when`
  PolicyResult policy{};
  const DraftMeeting* base = nullptr;
  const Exception* added = nullptr;
};

std::vector<Candidate> CandidatesOf(Draft& draft, const DraftSeries& series) {
  const std::vector<Day> avoided = DaysToAvoid(draft, *series.series);
  std::vector<Candidate> candidates;
  for (const NominalDay& nominal : NominalDays(draft, series)) {
    if (!draft.work.Take(Work::kItemSteps, series.series->when[nominal.part].pointer)) return {};
    PolicyResult policy = ApplyPolicies(*series.series, nominal, avoided, draft.facts);
    if (policy.skipped || !Lives(*series.body, policy.day)) continue;
    const DraftMeeting* base = BaseMeeting(draft, series.series->when[nominal.part], nominal);
    candidates.push_back({.day = {.nominal = nominal.day,
                                  .day = policy.day,
                                  .base = base != nullptr ? base->id : std::string(),
                                  .asked = nominal.decided},
                          .part = nominal.part,
                          .policy = std::move(policy),
                          .base = base});
  }
  for (const Exception& exception : series.series->exceptions)
    if (exception.kind == Exception::Kind::kAdd && draft.reach.Contains(exception.on))
      candidates.push_back({.day = {.nominal = exception.on,
                                    .day = exception.on,
                                    .base = "added " + FormatDay(exception.on),
                                    .asked = true},
                            .added = &exception});
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const Candidate& a, const Candidate& b) { return a.day.nominal < b.day.nominal; });
  return candidates;
}

DraftMeeting NewMeeting(const Series& series, Day nominal, Day day) {
  DraftMeeting meeting;
  meeting.nominal = nominal;
  meeting.policy_day = day;
  meeting.day = day;
  meeting.rule_form = series.form();
  meeting.status = series.status;
  meeting.link = series.link;
  meeting.mode = series.mode;
  meeting.open = series.open;
  return meeting;
}

// What was summoned, or is over, stays as it was.
void StayAsItWas(const DraftSeries& series, const Slot& slot, DraftMeeting& meeting) {
  if (meeting.policy_day != slot.day || meeting.why.empty())
    meeting.why.push_back({.kind = Reason::Kind::kFrozen,
                           .pointer = series.series->pointer,
                           .from = meeting.policy_day,
                           .to = slot.day,
                           .note = {}});
  meeting.frozen = true;
  meeting.policy_day = slot.day;
  meeting.day = slot.day;
  meeting.rule_form = slot.form;
}

DraftMeeting MeetingOf(const DraftSeries& series, const Candidate& candidate, const Text& rule) {
  DraftMeeting meeting = NewMeeting(*series.series, candidate.day.nominal, candidate.day.day);
  meeting.base = candidate.day.base;
  if (candidate.added != nullptr) {
    const Exception& exception = *candidate.added;
    meeting.status = exception.status;
    meeting.added = true;
    meeting.form_exceptions.push_back(&exception);
    meeting.reason = exception.reason;
    meeting.public_reason = exception.public_reason;
    meeting.why.push_back({.kind = Reason::Kind::kException,
                           .pointer = exception.pointer,
                           .from = exception.on,
                           .to = exception.on,
                           .note = exception.reason});
    return meeting;
  }
  const When& when = series.series->when[candidate.part];
  if (const auto* list = std::get_if<DateList>(&when.rule)) meeting.form_of_dates = &list->form;
  meeting.why.push_back({.kind = Reason::Kind::kRule,
                         .pointer = when.pointer,
                         .to = candidate.day.nominal,
                         .note = rule});
  meeting.why.insert(meeting.why.end(), candidate.policy.why.begin(), candidate.policy.why.end());
  if (candidate.base != nullptr && candidate.base->status == MeetingStatus::kReserve)
    meeting.status = MeetingStatus::kReserve;
  if (candidate.base != nullptr && candidate.base->cancelled)
    meeting.cancelled_base = candidate.base->id;
  return meeting;
}

// Slots that no rule gives: frozen ones the rules have let go, and those a person added.
void AddFromSlots(const Draft& draft, const std::vector<const Slot*>& kept, DraftSeries& series) {
  const auto add = [&](const Slot& slot) {
    DraftMeeting meeting = NewMeeting(*series.series, slot.nominal, slot.day);
    meeting.id = slot.id;
    meeting.slot = &slot;
    meeting.base = slot.base;
    meeting.late = slot.late;
    meeting.added = slot.extra;
    StayAsItWas(series, slot, meeting);
    series.meetings.push_back(std::move(meeting));
  };
  for (const Slot* slot : kept) add(*slot);
  for (const Slot* slot : draft.slots.ExtrasOf({series.body->id, series.series->id})) add(*slot);
}

void GenerateMeetings(Draft& draft, DraftSeries& series) {
  std::vector<Text> rules;  // each part in words, said of every day it gives
  for (const When& part : series.series->when)
    rules.push_back(WhenInWords(part, &draft.organisation));
  const std::vector<Candidate> candidates = CandidatesOf(draft, series);
  std::vector<RuleDay> days;
  days.reserve(candidates.size());
  for (const Candidate& candidate : candidates) days.push_back(candidate.day);
  const Assigned assigned = draft.slots.Assign({series.body->id, series.series->id}, days);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Assigned::One& one = assigned.days[i];
    if (one.id.empty()) continue;
    const Candidate& candidate = candidates[i];
    DraftMeeting meeting =
        MeetingOf(series, candidate, candidate.added ? Text() : rules[candidate.part]);
    meeting.id = one.id;
    meeting.slot = one.slot;
    meeting.late = one.late;
    if (one.frozen) StayAsItWas(series, *one.slot, meeting);
    const bool noticed = candidate.policy.gave_up || candidate.policy.warned;
    if (noticed && meeting.day == candidate.policy.day)
      meeting.policy_finding = PolicyFinding(series, meeting, candidate.policy);
    series.meetings.push_back(std::move(meeting));
  }
  AddFromSlots(draft, assigned.kept, series);
}

void ApplyException(DraftMeeting& meeting, const Exception& exception) {
  switch (exception.kind) {
    case Exception::Kind::kMove:
      meeting.policy_finding.reset();
      meeting.moved_from = meeting.policy_day;
      meeting.day = exception.to;
      meeting.reason = exception.reason;
      meeting.form_exceptions.push_back(&exception);
      break;
    case Exception::Kind::kCancel:
      meeting.policy_finding.reset();
      meeting.cancelled = true;
      meeting.reason = exception.reason;
      break;
    case Exception::Kind::kStatus:
      meeting.status = exception.status;
      break;
    case Exception::Kind::kForm:
      meeting.form_exceptions.push_back(&exception);
      break;
    case Exception::Kind::kStep:
      meeting.step_exceptions.push_back(&exception);
      break;
    case Exception::Kind::kAdd:
      return;
  }
  if (!exception.public_reason.empty()) meeting.public_reason = exception.public_reason;
  if (exception.kind != Exception::Kind::kStep)
    meeting.why.push_back({.kind = Reason::Kind::kException,
                           .pointer = exception.pointer,
                           .from = meeting.policy_day,
                           .to = meeting.day,
                           .note = exception.reason});
}

Finding ExceptionWithoutMeeting(const DraftSeries& series, const Exception& exception) {
  return {.check = "exception-without-meeting",
          .severity = Severity::kError,
          .items = {series.body->id + "/" + series.series->id + " " + FormatDay(exception.on)},
          .day = exception.on,
          .message = Text("Undantaget för ", "The exception for ") +
                     NameOfMeeting(*series.body, exception.on) +
                     Text(" träffar inget möte: reglerna ger inget möte den dagen.",
                          " meets no meeting: the rules give none that day."),
          .citation = "",
          .suggestion = Text("Ange dagen så som den står i planen, eller ta bort undantaget (" +
                                 exception.pointer + ").",
                             "Name the day as it stands in the plan, or remove the exception (" +
                                 exception.pointer + ").")};
}

// By the day it has now, else by the day it had when the exception first named it.
DraftMeeting* NamedBy(const Exception& exception, DraftSeries& series) {
  const auto find = [&](const auto& named) {
    const auto found = std::find_if(series.meetings.begin(), series.meetings.end(), named);
    return found == series.meetings.end() ? nullptr : &*found;
  };
  DraftMeeting* by_day =
      find([&](const DraftMeeting& meeting) { return meeting.policy_day == exception.on; });
  if (by_day != nullptr) return by_day;
  return find([&](const DraftMeeting& meeting) {
    return meeting.slot != nullptr &&
           std::find(meeting.slot->exceptions.begin(), meeting.slot->exceptions.end(),
                     exception.on) != meeting.slot->exceptions.end();
  });
}

// Exceptions name days after policies, or days added, never after each other: their order plays no
// part.
void ApplyExceptions(Draft& draft, DraftSeries& series) {
  for (const Exception& exception : series.series->exceptions) {
    if (exception.kind == Exception::Kind::kAdd) continue;
    if (!draft.work.TakeToCompare(series.meetings.size(), exception.pointer)) return;
    if (DraftMeeting* meeting = NamedBy(exception, series)) {
      meeting->exceptions.push_back(exception.on);
      ApplyException(*meeting, exception);
    } else if (draft.window.Contains(exception.on)) {
      draft.findings.push_back(ExceptionWithoutMeeting(series, exception));
    }
  }
}

// What one says of the form, over what was said before.
void OverrideForm(MeetingForm& form, const MeetingForm& by) {
  if (by.name) form.name = by.name;
  if (by.at) form.at = by.at;
  if (by.lasts) form.lasts = by.lasts;
  if (by.days) form.days = by.days;
  if (by.place) form.place = by.place;
  if (by.chain) form.chain = by.chain;
}

}  // namespace

void ApplyForms(const Series& series, DraftMeeting& meeting) {
  if (!meeting.frozen) {
    meeting.rule_form = series.form();
    if (meeting.variant != nullptr) OverrideForm(meeting.rule_form, meeting.variant->form);
    if (meeting.form_of_dates != nullptr) OverrideForm(meeting.rule_form, *meeting.form_of_dates);
  }
  meeting.form = meeting.rule_form;
  for (const Exception* exception : meeting.form_exceptions)
    OverrideForm(meeting.form, exception->form);
  if (meeting.change != nullptr) OverrideForm(meeting.form, meeting.change->form);
}

void ArrangeMeetings(Draft& draft) {
  for (const Body& body : draft.organisation.bodies)
    for (const Series& series : body.series)
      draft.series.insert(
          {{body.id, series.id}, {.body = &body, .series = &series, .meetings = {}}});
  for (const SeriesRef& ref : DependencyOrder(draft)) {
    DraftSeries& series = draft.series.at(ref);
    GenerateMeetings(draft, series);
    ApplyExceptions(draft, series);
    ApplyAdjustments(draft, series);
    TellOfMeetings(draft, series);
    for (DraftMeeting& meeting : series.meetings) ApplyForms(*series.series, meeting);
    std::sort(series.meetings.begin(), series.meetings.end(),
              [](const DraftMeeting& a, const DraftMeeting& b) {
                return std::tie(a.day, a.id) < std::tie(b.day, b.id);
              });
  }
}

}  // namespace rytm
