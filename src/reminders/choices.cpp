#include "reminders/choices.h"

#include <algorithm>

namespace rytm {
namespace {

constexpr TimeOfDay kUsualAt{8 * 60};
constexpr TimeOfDay kUsualQuietFrom{20 * 60};
constexpr TimeOfDay kUsualQuietUntil{7 * 60};

constexpr auto kReminderKindJson = JsonWordsOf<ReminderKind>(kReminderKindWords);

MailChoices Usual(ReminderKinds kinds) {
  return {.reminders = kinds,
          .at = kUsualAt,
          .quiet_from = kUsualQuietFrom,
          .quiet_until = kUsualQuietUntil};
}

}  // namespace

MailChoices UsualForElected() {
  return Usual({ReminderKind::kPapers, ReminderKind::kDayBefore, ReminderKind::kDialogue});
}

MailChoices UsualForOfficials() {
  return Usual({ReminderKind::kDeadline, ReminderKind::kDialogue});
}

MailChoices NoMail(MailChoices choices) {
  choices.reminders = {};
  choices.digest = false;
  choices.changes = false;
  return choices;
}

JsonObject ChoicesAsJson(const MailChoices& choices) {
  JsonArray kinds;
  for (std::size_t i = 0; i < kReminderKindWords.size(); ++i)
    if (choices.reminders.Has(static_cast<ReminderKind>(i)))
      kinds.emplace_back(kReminderKindWords[i]);
  return {{"reminders", std::move(kinds)},
          {"digest", choices.digest},
          {"changes", choices.changes},
          {"invitations", choices.invitations},
          {"at", FormatTimeOfDay(choices.at)},
          {"quiet", JsonObject{{"from", FormatTimeOfDay(choices.quiet_from)},
                               {"until", FormatTimeOfDay(choices.quiet_until)}}}};
}

MailChoices ReadChoices(const JsonReader& reader, const MailChoices& before) {
  MailChoices choices = before;
  if (reader.Has("reminders")) {
    choices.reminders = {};
    for (const JsonReader& element :
         reader.ReadArray("reminders", {0, kReminderKindWords.size()})) {
      if (const auto kind = element.AsWord(kReminderKindJson)) choices.reminders.Set(*kind, true);
    }
  }
  choices.digest = reader.OptionalBool("digest").value_or(before.digest);
  choices.changes = reader.OptionalBool("changes").value_or(before.changes);
  choices.invitations = reader.OptionalBool("invitations").value_or(before.invitations);
  choices.at = reader.OptionalTimeOfDay("at").value_or(before.at);
  if (const auto quiet = reader.OptionalObject("quiet")) {
    choices.quiet_from = quiet->ReadTimeOfDay("from");
    choices.quiet_until = quiet->ReadTimeOfDay("until");
    quiet->OnlyKeys({"from", "until"});
  }
  reader.OnlyKeys({"reminders", "digest", "changes", "invitations", "at", "quiet"});
  return choices;
}

SendTime OutsideQuietHours(const MailChoices& choices, TimeOfDay at) {
  const TimeOfDay from = choices.quiet_from;
  const TimeOfDay until = choices.quiet_until;
  const bool over_midnight = from > until;
  const bool quiet = over_midnight ? at >= from || at < until : at >= from && at < until;
  if (!quiet) return {at, false};
  return {until, over_midnight && at >= from};
}

}  // namespace rytm
