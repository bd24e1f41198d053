#include "reminders/letters.h"

#include <algorithm>
#include <set>

#include "base/words.h"
#include "dates/iso_week.h"
#include "reminders/letter_words.h"

namespace rytm {
namespace {

std::string PapersLine(const Reminder& reminder, Language language) {
  if (reminder.kind != ReminderKind::kPapers) return "";
  return reminder.by_plan
             ? Choose(language, "Handlingarna ska enligt plan vara utskickade nu.",
                      "By the plan the papers have been sent by now.")
             : Choose(language, "Handlingarna är utskickade.", "The papers have been sent.");
}

std::string SubjectOf(const Reminder& reminder, Day today, Language language) {
  const Event& event = *reminder.event;
  const std::string what = event.title.In(language);
  const std::string when = DayAndTime(event, today, language);
  switch (reminder.kind) {
    case ReminderKind::kPapers:
      return (reminder.by_plan ? Choose(language, "Handlingar enligt plan: ", "Papers by plan: ")
                               : Choose(language, "Handlingarna är ute: ", "Papers are out: ")) +
             what + ", " + when;
    case ReminderKind::kDeadline:
      return Choose(language, "Senast ", "By ") + when + ": " + what;
    case ReminderKind::kWeekBefore:
    case ReminderKind::kDayBefore:
    case ReminderKind::kMorning:
    case ReminderKind::kDialogue:
      break;
  }
  return Choose(language, "Påminnelse: ", "Reminder: ") + what + ", " + when;
}

std::string SubjectOf(std::span<const Reminder> reminders, Day today, Language language) {
  std::set<const Event*> events;
  bool deadlines = true;
  for (const Reminder& reminder : reminders) {
    events.insert(reminder.event);
    deadlines &= reminder.kind == ReminderKind::kDeadline;
  }
  if (events.size() == 1) return SubjectOf(reminders.back(), today, language);
  const std::string count = std::to_string(events.size());
  return (deadlines ? Choose(language, count + " dagar att hålla, den första ",
                             count + " deadlines, the first ")
                    : Choose(language, "Påminnelse om " + count + " tider, den första ",
                             "Reminder of " + count + " dates, the first ")) +
         DayAndTime(*reminders.front().event, today, language);
}

// A meeting whose papers are out and that is tomorrow is told once, with both.
LetterBlock BlockOf(const LetterFrame& frame, const Event& event, const Person& person,
                    const SeenAs& seen_as, const MeetingMarks& marks, const LetterLinks& links) {
  LetterBlock block = EventBlock(event, seen_as, frame.today, person.language);
  const std::string substitute = SubstituteLine(event, person, seen_as, marks);
  if (!substitute.empty() && !IsDeadline(event)) block.lines.push_back({substitute});
  if (links.page && !IsDeadline(event) && seen_as.elected)
    block.links.push_back(
        {Choose(person.language, "Jag kan inte komma", "I cannot come"), links.page(event)});
  return block;
}

}  // namespace

Letter ReminderLetter(const LetterFrame& frame, std::span<const Reminder> reminders,
                      const MeetingMarks& marks, const LetterLinks& links) {
  const Person& person = reminders.front().to->person;
  const Language language = person.language;
  Letter letter{.keys = {}, .kind = LetterKind::kReminder, .person = person.id};
  letter.due = reminders.front().due;
  letter.stale = reminders.front().stale;
  LetterContent content{.language = language,
                        .subject = SubjectOf(reminders, frame.today, language),
                        .greeting = GreetingTo(person)};
  const Event* told = nullptr;
  for (const Reminder& reminder : reminders) {
    letter.keys.push_back(reminder.Key());
    letter.due = std::max(letter.due, reminder.due);
    letter.stale = std::max(letter.stale, reminder.stale);
    if (told != reminder.event)
      content.blocks.push_back(
          BlockOf(frame, *reminder.event, person, reminder.seen_as, marks, links));
    told = reminder.event;
    const std::string papers = PapersLine(reminder, language);
    if (!papers.empty()) content.blocks.back().lines.push_back({papers});
  }
  FillWithFoot(frame, links, ReminderNotNotice(language), std::move(content), letter);
  return letter;
}

Letter DigestLetter(const LetterFrame& frame, const Digest& digest, const MeetingMarks& marks,
                    const LetterLinks& links) {
  const Person& person = digest.to->person;
  const Language language = person.language;
  Letter letter{.keys = {digest.Key()}, .kind = LetterKind::kDigest, .person = person.id};
  letter.due = digest.due;
  letter.stale = digest.stale;
  const std::string week = std::to_string(IsoWeekOf(digest.monday).week);
  LetterContent content{.language = language,
                        .subject = Choose(language, "Din vecka " + week, "Your week " + week),
                        .greeting = GreetingTo(person)};
  content.subject += Choose(language, ": början ", ": beginning ") +
                     ShortDay(digest.events.front().first->day, language);
  for (const auto& [event, seen_as] : digest.events)
    content.blocks.push_back(BlockOf(frame, *event, person, seen_as, marks, links));
  FillWithFoot(frame, links, ReminderNotNotice(language), std::move(content), letter);
  return letter;
}

}  // namespace rytm
