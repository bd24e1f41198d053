#include <algorithm>

#include "base/limits.h"
#include "base/words.h"
#include "edition/seen.h"
#include "reminders/letter_words.h"
#include "reminders/letters.h"

namespace rytm {
namespace {

using Kind = Difference::Kind;
using Weight = LetterLine::Weight;

// A notice is news for so long, whatever becomes of the mail server meanwhile.
constexpr Days kNoticeLives{14};

std::string WordFor(const Difference& difference, Language language) {
  switch (difference.kind) {
    case Kind::kNew:
      return Choose(language, "Nytt: ", "New: ");
    case Kind::kMoved:
      return Choose(language, "Flyttat: ", "Moved: ");
    case Kind::kCancelled:
    case Kind::kGone:
      return difference.latest().dropped_on || difference.kind == Kind::kGone
                 ? Choose(language, "Utgår: ", "Dropped: ")
                 : Choose(language, "Inställt: ", "Cancelled: ");
    case Kind::kRevived:
      return Choose(language, "Blir av igen: ", "On again: ");
    case Kind::kChanged:
    case Kind::kConfirmed:
      break;
  }
  return Choose(language, "Ändrat: ", "Changed: ");
}

// "Förut: onsdag 20 oktober kl. 13.30": what stood before, struck out.
void AddBeforeAndNow(const Event& before, const Event& after, Day today, Language language,
                     LetterBlock& block) {
  block.lines.push_back(
      {Choose(language, "Förut: ", "Before: ") + DayAndSpan(before, today, language),
       Weight::kGone});
  block.lines.push_back(
      {Choose(language, "Nu: ", "Now: ") + DayAndSpan(after, today, language), Weight::kStrong});
}

// Whether something of it is other than it was.
bool AddPlace(const Difference& difference, Level level, Language language, LetterBlock& block) {
  const Event& event = difference.latest();
  const std::string& place = PlaceSeenBy(event, level).In(language);
  const bool other =
      difference.before && PlaceSeenBy(*difference.before, level) != PlaceSeenBy(event, level);
  if (!place.empty())
    block.lines.push_back({other ? Choose(language, "Ny plats: ", "New place: ") + place : place,
                           other ? Weight::kStrong : Weight::kPlain});
  const std::string& link = LinkSeenBy(event, level);
  const bool other_link =
      difference.before && LinkSeenBy(*difference.before, level) != link && !link.empty();
  if (other_link) block.lines.push_back({Choose(language, "Ny länk: ", "New link: ") + link});
  return other || other_link;
}

LetterBlock BlockOf(const LetterFrame& frame, const Notice::Item& item, const Person& person,
                    const LetterLinks& links) {
  const Language language = person.language;
  const Difference& difference = *item.difference;
  const Event& event = difference.latest();
  LetterBlock block{.heading = WordFor(difference, language) + event.title.In(language),
                    .lines = {}};
  const bool stands = event.status != EventStatus::kCancelled && difference.kind != Kind::kGone;
  const bool other_time =
      difference.before && difference.after && stands &&
      (difference.before->day != event.day || difference.before->at != event.at ||
       difference.before->lasts != event.lasts);
  if (other_time)
    AddBeforeAndNow(*difference.before, event, frame.today, language, block);
  else
    block.lines.push_back(
        {DayAndSpan(event, frame.today, language), stands ? Weight::kStrong : Weight::kGone});
  if (stands && event.status == EventStatus::kTentative)
    block.lines.push_back({Choose(language, "Preliminärt.", "Preliminary.")});
  const bool told = stands && AddPlace(difference, item.seen_as.level, language, block);
  if (difference.kind == Kind::kChanged && !other_time && !told)
    block.lines.push_back(
        {Choose(language, "Nya uppgifter, se din kalender.", "New details: see your calendar.")});
  if (!event.public_reason.empty())
    block.lines.push_back(
        {Choose(language, "Skäl: ", "Reason: ") + event.public_reason.In(language)});
  if (item.seen_as.substitute && stands)
    block.lines.push_back({Choose(language, "Du är ersättare.", "You are a substitute.")});
  const bool asks = stands && item.seen_as.elected && links.page &&
                    (difference.kind == Kind::kMoved || difference.kind == Kind::kRevived);
  if (asks)
    block.links.push_back(
        {Choose(language, "Jag kan inte komma", "I cannot come"), links.page(event)});
  return block;
}

// "Onsdag 20 januari kl. 13.00–16.00": a year's new meetings, one line each under their body.
LetterBlock NewDates(const LetterFrame& frame, const Notice::Part& part, Language language) {
  LetterBlock block{.heading = part.news->name.In(language), .lines = {}};
  std::size_t told = 0;
  for (const Notice::Item& item : part.items) {
    const Event& event = item.difference->latest();
    if (told++ == kNoticeLinesMax) break;
    const std::string title = event.title.In(language);
    const std::string body = block.heading + ": ";
    block.lines.push_back({DayAndSpan(event, frame.today, language) + ", " +
                           (title.starts_with(body) ? title.substr(body.size()) : title)});
  }
  const std::size_t more = part.items.size() - std::min(part.items.size(), kNoticeLinesMax);
  if (more > 0)
    block.lines.push_back({Choose(language, "och " + std::to_string(more) + " till i din kalender.",
                                  "and " + std::to_string(more) + " more in your calendar.")});
  return block;
}

bool OnlyNew(const Notice::Part& part) {
  return std::all_of(part.items.begin(), part.items.end(),
                     [](const Notice::Item& item) { return item.difference->kind == Kind::kNew; });
}

std::string ConfirmedLine(const Notice::Part& part, Language language) {
  const std::string count = std::to_string(part.confirmed);
  const std::string& body = part.news->name.In(language);
  return part.confirmed == 1
             ? Choose(language, body + ": ett preliminärt datum är nu beslutat.",
                      body + ": one preliminary date is now decided.")
             : Choose(language, body + ": " + count + " preliminära datum är nu beslutade.",
                      body + ": " + count + " preliminary dates are now decided.");
}

std::string SubjectOfOne(const Difference& difference, Day today, Language language) {
  const Event& event = difference.latest();
  const std::string what = WordFor(difference, language) + event.title.In(language);
  if (difference.kind != Kind::kMoved) return what + ", " + DayAndTime(event, today, language);
  const Event& before = *difference.before;
  if (before.day == event.day) return what + ", " + DayAndTime(event, today, language);
  return what + ", " + ShortDay(before.day, language) + Choose(language, " blir ", " becomes ") +
         ShortDay(event.day, language);
}

std::string SubjectOf(const Notice& notice, Day today, Language language) {
  std::vector<const Difference*> all;
  bool only_new = true;
  for (const Notice::Part& part : notice.parts) {
    only_new &= OnlyNew(part);
    for (const Notice::Item& item : part.items) all.push_back(item.difference);
  }
  const std::string& body = notice.parts.front().news->name.In(language);
  if (all.empty()) return Choose(language, "Beslutade datum: ", "Decided dates: ") + body;
  if (all.size() == 1) return SubjectOfOne(*all.front(), today, language);
  const std::string count = std::to_string(all.size());
  if (only_new && notice.parts.size() == 1)
    return Choose(language, body + ": " + count + " nya datum", body + ": " + count + " new dates");
  if (only_new) return Choose(language, count + " nya datum", count + " new dates");
  return Choose(language, count + " ändringar i dina tider", count + " changes to your dates");
}

}  // namespace

Letter NoticeLetter(const LetterFrame& frame, const Notice& notice, std::string key,
                    const LetterLinks& links, Instant now) {
  const Person& person = notice.to->person;
  const Language language = person.language;
  Letter letter{.keys = {std::move(key)}, .kind = LetterKind::kChangeNotice, .person = person.id};
  letter.urgent = notice.urgent;
  letter.due = notice.due;
  letter.stale = now + kNoticeLives;
  LetterContent content{.language = language,
                        .subject = SubjectOf(notice, frame.today, language),
                        .greeting = GreetingTo(person)};
  if (notice.urgent)
    content.subject = Choose(language, "Brådskande: ", "Urgent: ") + content.subject;
  for (const Notice::Part& part : notice.parts) {
    if (part.confirmed > 0) content.closing.push_back(ConfirmedLine(part, language));
    if (part.items.size() > 1 && OnlyNew(part)) {
      content.blocks.push_back(NewDates(frame, part, language));
      continue;
    }
    for (std::size_t i = 0; i < part.items.size() && i < kNoticeLinesMax; ++i)
      content.blocks.push_back(BlockOf(frame, part.items[i], person, links));
    if (part.items.size() > kNoticeLinesMax)
      content.closing.push_back(Choose(language, "Fler ändringar finns i din kalender.",
                                       "More changes are in your calendar."));
  }
  if (!notice.to->choices.invitations)
    content.closing.push_back(
        Choose(language, "Prenumererar du på din kalender ändras den av sig själv inom ett dygn.",
               "If you subscribe to your calendar it changes by itself within a day."));
  FillWithFoot(frame, links,
               Choose(language, "Det här är ett besked, inte den lagliga kallelsen.",
                      "This tells what changed; it is not the legal notice of the meeting."),
               std::move(content), letter);
  return letter;
}

}  // namespace rytm
