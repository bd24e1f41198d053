// What people changed, over what the rules and the exceptions made (DESIGN §4 Adjustments).
#include <algorithm>

#include "organisation/role.h"
#include "plan/draft.h"

namespace rytm {
namespace {

Text RoleInWords(const std::string& word) {
  switch (RoleNamed(word).value_or(Role::kReader)) {
    case Role::kAdministrator:
      return {"administratören", "the administrator"};
    case Role::kPlanner:
      return {"planeraren", "the planner"};
    case Role::kSecretary:
      return {"sekreteraren", "the secretary"};
    case Role::kReader:
      break;
  }
  return {"någon med behörighet", "somebody with the right to"};
}

}  // namespace

Reason WhyAdjusted(const Adjustment& adjustment, Day from, Day to) {
  const Text why = ReasonInWords(adjustment);
  return {.kind = Reason::Kind::kAdjustment,
          .pointer = "/adjustments/" + std::to_string(adjustment.number),
          .from = from,
          .to = to,
          .note = RoleInWords(adjustment.author_role) + (why.empty() ? Text() : Text(": ") + why)};
}

namespace {

// The adjustment stands; a person should know that the rules say otherwise now.
Finding RuleSaysOtherwise(const DraftSeries& series, const DraftMeeting& meeting) {
  return {.check = "adjustment-differs",
          .severity = Severity::kWarning,
          .items = {meeting.id},
          .day = meeting.day,
          .message = NameOfMeeting(*series.body, meeting.day) +
                     Text(" är flyttat hit från ", " was moved here from ") +
                     DayWithYear(meeting.change->moved->rule_day) +
                     Text(", men reglerna säger nu ", ", but the rules say ") +
                     DayWithYear(meeting.policy_day) + Text(".", " now."),
          .citation = "",
          .suggestion = Text("Behåll dagen, eller följ reglerna igen.",
                             "Keep the day, or follow the rules again."),
          .fix = Adjustment{.slot = meeting.id, .as_ruled = true}};
}

void Move(Draft& draft, const DraftSeries& series, DraftMeeting& meeting) {
  const SlotChange& change = *meeting.change;
  meeting.policy_finding.reset();
  meeting.why.push_back(WhyAdjusted(*change.moved, meeting.day, *change.day));
  meeting.day = *change.day;
  meeting.moved_from.reset();
  if (meeting.day != meeting.policy_day) meeting.moved_from = meeting.policy_day;
  meeting.reason = ReasonInWords(*change.moved);
  meeting.public_reason = change.moved->public_reason;
  const bool differs = meeting.policy_day != change.moved->rule_day &&
                       meeting.policy_day != meeting.day && !meeting.added;
  if (differs && draft.window.Contains(meeting.day))
    draft.findings.push_back(RuleSaysOtherwise(series, meeting));
}

// Time for each other is the first to be given up: a third move, or two months (DESIGN §3).
constexpr int kMovesTold = 3;
constexpr Days kDelayTold{60};

Finding PutOff(const Body& body, const SlotChange& change, const Item& dialogue) {
  const Text moves = change.moves == 1 ? Text("en gång", "once")
                                       : Text(std::to_string(change.moves) + " gånger",
                                              std::to_string(change.moves) + " times");
  return {.check = "dialogue-put-off",
          .severity = Severity::kWarning,
          .items = {dialogue.id},
          .day = dialogue.day,
          .message = dialogue.title + Text(" för ", " for ") + body.name +
                     Text(" har flyttats ", " has been moved ") + moves +
                     Text(" och ligger nu ", " and is now on ") + DayWithYear(dialogue.day) +
                     Text(", först tänkt till ", ", first meant for ") +
                     DayWithYear(change.first_rule_day) + Text("."),
          .citation = "",
          .suggestion = Text("Prata med ordföranden om att hålla fast vid dagen.",
                             "Talk to the chair about keeping this day.")};
}

}  // namespace

void ApplyAdjustments(Draft& draft, DraftSeries& series) {
  for (DraftMeeting& meeting : series.meetings) {
    const SlotChange* change = draft.slots.ChangeOf(meeting.id);
    if (change == nullptr) continue;
    meeting.change = change;
    if (change->moved != nullptr) Move(draft, series, meeting);
    if (change->is_cancelled) {
      meeting.cancelled = *change->is_cancelled;
      meeting.reason = ReasonInWords(*change->cancelled);
      meeting.public_reason = change->cancelled->public_reason;
      if (meeting.cancelled) meeting.policy_finding.reset();
    }
    meeting.status = change->status.value_or(meeting.status);
    meeting.link = change->link.value_or(meeting.link);
    meeting.mode = change->mode.value_or(meeting.mode);
    meeting.open = change->open.value_or(meeting.open);
    if (change->latest != nullptr && change->latest != change->moved)
      meeting.why.push_back(WhyAdjusted(*change->latest, meeting.day, meeting.day));
  }
}

void Adjust(Draft& draft, const Body& body, const SlotChange& change, Item& dialogue) {
  if (change.moved != nullptr) {
    dialogue.why.push_back(WhyAdjusted(*change.moved, dialogue.day, *change.day));
    if (dialogue.day != *change.day) dialogue.moved_from = dialogue.day;
    dialogue.day = *change.day;
    dialogue.reason = ReasonInWords(*change.moved);
    dialogue.public_reason = change.moved->public_reason;
    if (change.moves >= kMovesTold || dialogue.day - change.first_rule_day > kDelayTold)
      draft.findings.push_back(PutOff(body, change, dialogue));
  }
  dialogue.at = change.form.at ? change.form.at : dialogue.at;
  dialogue.lasts = change.form.lasts.value_or(dialogue.lasts);
  dialogue.title = change.form.name.value_or(dialogue.title);
  dialogue.place = change.form.place.value_or(dialogue.place);
  dialogue.link = change.link.value_or(dialogue.link);
  dialogue.mode = change.mode.value_or(dialogue.mode);
  dialogue.note = change.note;
  if (change.is_cancelled) {
    dialogue.cancelled = *change.is_cancelled;
    dialogue.reason = ReasonInWords(*change.cancelled);
    dialogue.public_reason = change.cancelled->public_reason;
  }
  if (change.latest != nullptr && change.latest != change.moved)
    dialogue.why.push_back(WhyAdjusted(*change.latest, dialogue.day, dialogue.day));
}

Slot SlotOf(const DraftSeries& series, const DraftMeeting& meeting) {
  Slot slot;
  slot.id = meeting.id;
  slot.series = {series.body->id, series.series->id};
  slot.nominal = meeting.nominal;
  slot.base = meeting.base;
  slot.extra = meeting.slot != nullptr && meeting.slot->extra;
  slot.late = meeting.late;
  slot.exceptions = meeting.exceptions;
  slot.day = meeting.policy_day;
  slot.form = meeting.rule_form;
  if (const DatedStep* notice = meeting.FindStep("notice"))
    slot.frozen_from = notice->day;
  else if (meeting.cancelled && meeting.slot != nullptr)
    slot.frozen_from = meeting.slot->frozen_from;
  return slot;
}

void TellOfLostAdjustments(Draft& draft) {
  for (const SlotChange* change : draft.slots.WithoutMeeting()) {
    const Adjustment* adjustment = change->latest;
    if (adjustment == nullptr) continue;  // a step's alone falls with its meeting
    const Day day = change->day.value_or(adjustment->rule_day);
    if (!draft.window.Contains(day)) continue;
    draft.findings.push_back(
        {.check = "adjustment-without-meeting",
         .severity = Severity::kInfo,
         .items = {adjustment->slot},
         .day = day,
         .message = Text("Mötet ", "The meeting ") + DayWithYear(day) +
                    Text(" finns inte längre i reglerna. En ändring av det gäller därför inget.",
                         " is in the rules no more. A change to it is about nothing now."),
         .citation = "",
         .suggestion = Text("Lägg till mötet igen om det ska hållas.",
                            "Add the meeting again if it is to be held.")});
  }
}

}  // namespace rytm
