#include <utility>

#include "reminders/letter_words.h"
#include "reminders/letters.h"

namespace rytm {
namespace {

std::string SubjectWord(InvitationNews news, Language language) {
  switch (news) {
    case InvitationNews::kNew:
      return Choose(language, "Inbjudan: ", "Invitation: ");
    case InvitationNews::kChanged:
      return Choose(language, "Ändrat: ", "Changed: ");
    case InvitationNews::kCancelled:
      return Choose(language, "Inställt: ", "Cancelled: ");
    case InvitationNews::kRemoved:
      break;
  }
  return Choose(language, "Inte längre i din kalender: ", "No longer in your calendar: ");
}

}  // namespace

Letter InvitationLetter(const LetterFrame& frame, const Correspondent& to, const Event& event,
                        const SeenAs& seen_as, InvitationNews news, std::string key,
                        const LetterLinks& links) {
  const Person& person = to.person;
  const Language language = person.language;
  Letter letter{.keys = {std::move(key)}, .kind = LetterKind::kInvitation, .person = person.id};
  letter.thread = event.uid;
  LetterContent content{.language = language,
                        .subject = SubjectWord(news, language) + event.title.In(language) + ", " +
                                   DayAndTime(event, frame.today, language),
                        .greeting = GreetingTo(person)};
  const bool stands = news == InvitationNews::kNew || news == InvitationNews::kChanged;
  if (stands) {
    content.blocks.push_back(EventBlock(event, seen_as, frame.today, language));
    if (links.page && seen_as.elected)
      content.blocks.back().links.push_back(
          {Choose(language, "Jag kan inte komma", "I cannot come"), links.page(event)});
    content.closing.push_back(Choose(
        language, "Ditt svar i kalendern är en avsikt. Kan du inte komma? Säg det på sidan.",
        "Your answer in the calendar is an intention. You cannot come? Say so on the page."));
  } else {
    content.blocks.push_back(
        {.heading = event.title.In(language),
         .lines = {{DayAndSpan(event, frame.today, language), LetterLine::Weight::kGone}}});
  }
  if (news == InvitationNews::kCancelled && !event.public_reason.empty())
    content.blocks.back().lines.push_back(
        {Choose(language, "Skäl: ", "Reason: ") + event.public_reason.In(language)});
  FillWithFoot(frame, links,
               Choose(language, "Det här är en kalenderpost, inte den lagliga kallelsen.",
                      "This is a calendar entry, not the legal notice of the meeting."),
               std::move(content), letter);
  return letter;
}

}  // namespace rytm
