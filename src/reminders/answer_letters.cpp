#include "reminders/letter_words.h"
#include "reminders/letters.h"

namespace rytm {
namespace {

// An answer to what somebody just did is of use for so long.
constexpr std::chrono::hours kAnswerLives{24};
constexpr std::chrono::hours kAbsenceLives{72};
constexpr Days kUnreachableLives{14};

struct Noted {
  Text subject;
  Text what;
};

Noted NotedInWords(MeetingNote note) {
  switch (note) {
    case MeetingNote::kAbsent:
      return {{"Vi har noterat att du inte kan komma: ", "We have noted that you cannot come: "},
              {"Sekreteraren ser det, och vilka ersättare som står på tur. Rytm kallar ingen: det "
               "gör sekreteraren.",
               "The secretary sees it, and which substitutes are next. Rytm calls nobody: the "
               "secretary does."}};
    case MeetingNote::kPresent:
      return {{"Vi har noterat att du kan komma: ", "We have noted that you can come: "},
              {"Din tidigare anmälan är borttagen.", "What was noted before is removed."}};
    case MeetingNote::kCalled:
      return {{"Du är kallad som ersättare: ", "You are called as a substitute: "},
              {"Sekreteraren har noterat att du kommer som ersättare.",
               "The secretary has noted that you come as a substitute."}};
    case MeetingNote::kNotCalled:
      break;
  }
  return {{"Du behövs inte som ersättare: ", "You are not needed as a substitute: "},
          {"Sekreteraren har noterat att du inte längre är kallad.",
           "The secretary has noted that you are no longer called."}};
}

}  // namespace

Letter NotedLetter(const LetterFrame& frame, const Person& person, const Event& event,
                   SeenAs seen_as, MeetingNote note, std::string key, const LetterLinks& links,
                   Instant now) {
  const Language language = person.language;
  Letter letter{.keys = {std::move(key)},
                .kind = LetterKind::kAnswer,
                .person = person.id,
                .due = now,
                .stale = now + kAbsenceLives};
  const Noted noted = NotedInWords(note);
  LetterContent content{.language = language,
                        .subject = noted.subject.In(language) + event.title.In(language) + ", " +
                                   DayAndTime(event, frame.today, language),
                        .greeting = GreetingTo(person)};
  content.paragraphs.push_back(noted.what.In(language));
  content.blocks.push_back(EventBlock(event, seen_as, frame.today, language));
  const bool answers = note == MeetingNote::kAbsent || note == MeetingNote::kCalled;
  if (links.page && answers)
    content.blocks.back().links.push_back(
        {note == MeetingNote::kAbsent
             ? Choose(language, "Jag kan komma ändå", "I can come after all")
             : Choose(language, "Jag kan inte komma", "I cannot come"),
         links.page(event)});
  FillWithFoot(frame, links, ReminderNotNotice(language), std::move(content), letter);
  letter.unsubscribe_address.clear();  // an answer to what they did themselves
  return letter;
}

Letter AbsenceLetter(const LetterFrame& frame, const Person& secretary, const Event& event,
                     const Person& absent, std::span<const Person* const> substitutes,
                     std::string key, Instant now) {
  const Language language = secretary.language;
  Letter letter{.keys = {std::move(key)},
                .kind = LetterKind::kAbsence,
                .person = secretary.id,
                .due = now,
                .stale = now + kAbsenceLives};
  const std::string name = NameForOthers(absent).In(language);
  LetterContent content{.language = language,
                        .subject = Choose(language, "Kan inte komma: ", "Cannot come: ") +
                                   event.title.In(language) + ", " +
                                   DayAndTime(event, frame.today, language),
                        .greeting = GreetingTo(secretary)};
  content.paragraphs.push_back(name + Choose(language, " kan inte komma.", " cannot come."));
  content.blocks.push_back(
      {.heading = event.title.In(language), .lines = {{DayAndSpan(event, frame.today, language)}}});
  LetterBlock order{.heading = Choose(language, "Ersättare i ordning", "Substitutes in order"),
                    .lines = {}};
  for (const Person* substitute : substitutes)
    order.lines.push_back({NameForOthers(*substitute).In(language)});
  if (substitutes.empty())
    order.lines.push_back({Choose(language, "Inga är inlagda.", "None are entered.")});
  content.blocks.push_back(std::move(order));
  content.small.push_back(
      Choose(language, "Rytm kallar ingen: det gör du.", "Rytm calls nobody: you do."));
  Fill(frame, content, letter);
  return letter;
}

Letter UnreachableLetter(const LetterFrame& frame, const Person& secretary, const Person& lost,
                         const std::string& bodies, int times, std::string key, Instant now) {
  const Language language = secretary.language;
  Letter letter{.keys = {std::move(key)},
                .kind = LetterKind::kUnreachable,
                .person = secretary.id,
                .due = now,
                .stale = now + kUnreachableLives};
  const std::string name = NameForOthers(lost).In(language);
  LetterContent content{
      .language = language,
      .subject = Choose(language, "Mejl når inte fram till ", "Mail does not reach ") + name,
      .greeting = GreetingTo(secretary)};
  const std::string address = lost.hidden ? "" : " (" + lost.address + ")";
  const std::string count = std::to_string(times);
  content.paragraphs.push_back(Choose(language, "Mejl till ", "Mail to ") + name + address + ", " +
                               bodies +
                               Choose(language, ", har kommit tillbaka " + count + " gånger.",
                                      ", was refused " + count + " times.") +
                               Choose(language, " Inget mer skickas dit förrän adressen är ändrad.",
                                      " Nothing more is sent there until the address is changed."));
  content.closing.push_back(Choose(language, "Fråga efter rätt adress och ändra den i Rytm.",
                                   "Please ask for the right address and change it in Rytm."));
  Fill(frame, content, letter);
  return letter;
}

Letter WayInLetter(const LetterFrame& frame, const Person& person, const std::string& address,
                   std::string key, Instant now) {
  const Language language = person.language;
  Letter letter{.keys = {std::move(key)},
                .kind = LetterKind::kAnswer,
                .person = person.id,
                .due = now,
                .stale = now + kAnswerLives};
  LetterContent content{
      .language = language,
      .subject = Choose(language, "Din länk till dina möten", "Your link to your meetings"),
      .greeting = GreetingTo(person)};
  LetterBlock block{
      .heading = Choose(language, "Dina möten, din kalender och dina val",
                        "Your meetings, your calendar and your choices"),
      .lines = {{Choose(language, "Länken gäller i en timme.", "The link works for an hour.")}}};
  block.links.push_back({Choose(language, "Öppna dina möten", "Open your meetings"), address});
  content.blocks.push_back(std::move(block));
  content.closing.push_back(
      Choose(language, "Har du inte bett om den? Då behöver du inte göra något.",
             "You did not ask for it? Then there is nothing you need to do."));
  if (!frame.organisation.contact.empty())
    content.small.push_back(Choose(language, "Frågor: ", "Questions: ") +
                            frame.organisation.contact.In(language));
  Fill(frame, content, letter);
  return letter;
}

}  // namespace rytm
