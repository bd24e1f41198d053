#include "reminders/letter_words.h"

#include <algorithm>
#include <utility>

#include "base/words.h"
#include "edition/seen.h"

namespace rytm {
namespace {

std::string LongDayNear(Day day, Day today, Language language) {
  return YearOf(day) == YearOf(today) ? LongDayWithoutYear(day, language) : LongDay(day, language);
}

}  // namespace

std::string GreetingTo(const Person& person) {
  const std::string first = person.hidden ? "" : person.name.substr(0, person.name.find(' '));
  return Choose(person.language, "Hej", "Hello") + (first.empty() ? "" : " " + first) + "!";
}

std::string DayAndTime(const Event& event, Day today, Language language) {
  std::string words = LongDayNear(event.day, today, language);
  if (event.at) words += Choose(language, " kl. ", " at ") + ClockTime(*event.at, language);
  return words;
}

std::string DayAndSpan(const Event& event, Day today, Language language) {
  std::string words = LongDayNear(event.day, today, language);
  if (event.at) words += " " + ClockSpan(*event.at, event.lasts, language);
  return words;
}

LetterBlock EventBlock(const Event& event, const SeenAs& seen_as, Day today, Language language) {
  LetterBlock block{.heading = event.title.In(language), .lines = {}};
  block.lines.push_back({DayAndSpan(event, today, language), LetterLine::Weight::kStrong});
  const auto add = [&](const std::string& words) {
    if (!words.empty()) block.lines.push_back({words});
  };
  if (event.status == EventStatus::kTentative)
    add(Choose(language, "Preliminärt.", "Preliminary."));
  add(PlaceSeenBy(event, seen_as.level).In(language));
  add(AccessSeenBy(event, seen_as.level).In(language));
  add(LinkSeenBy(event, seen_as.level));
  const Text& about =
      seen_as.level == Level::kPublic ? event.public_description : event.description;
  add(about.In(language));
  return block;
}

std::string SubstituteLine(const Event& event, const Person& person, const SeenAs& seen_as,
                           const MeetingMarks& marks) {
  if (!seen_as.substitute) return "";
  if (marks.called.contains({event.uid, person.id}))
    return Choose(person.language, "Du är kallad som ersättare till det här mötet.",
                  "You are called as a substitute to this meeting.");
  return Choose(person.language, "Du är ersättare: du kommer bara om du kallas.",
                "You are a substitute: you come only if you are called.");
}

std::string ReminderNotNotice(Language language) {
  return Choose(language, "Det här är en påminnelse, inte den lagliga kallelsen.",
                "This is a reminder, not the legal notice of the meeting.");
}

void Fill(const LetterFrame& frame, const LetterContent& content, Letter& letter) {
  letter.language = content.language;
  letter.subject = content.subject;
  std::replace(letter.subject.begin(), letter.subject.end(), '\n', ' ');
  letter.text = AsPlainText(content);
  letter.html = AsHtml(content, frame.templates);
}

void FillWithFoot(const LetterFrame& frame, const LetterLinks& links, std::string what_it_is,
                  LetterContent content, Letter& letter) {
  const Language language = content.language;
  content.small.push_back(std::move(what_it_is));
  if (!frame.organisation.contact.empty())
    content.small.push_back(Choose(language, "Frågor: ", "Questions: ") +
                            frame.organisation.contact.In(language));
  if (!links.choices.empty())
    content.foot_links.push_back(
        {Choose(language, "Välj vilka mejl du vill ha", "Choose which mails you want"),
         links.choices});
  letter.unsubscribe_address = links.unsubscribe;
  Fill(frame, content, letter);
}

}  // namespace rytm
