// Sentences and blocks that letters share. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "edition/seen_as.h"
#include "reminders/letters.h"

namespace rytm {

inline std::string Choose(Language language, std::string_view sv, std::string_view en) {
  return std::string(language == Language::kSwedish ? sv : en);
}

// "Hej Karin!"; those with a protected identity are not named.
std::string GreetingTo(const Person& person);

// "onsdag 22 september kl. 13.30", the year only where it is another than today's.
std::string DayAndTime(const Event& event, Day today, Language language);
// "onsdag 22 september kl. 13.30–16.30".
std::string DayAndSpan(const Event& event, Day today, Language language);

// Day, place, link and what it is about, as the level sees them.
LetterBlock EventBlock(const Event& event, const SeenAs& seen_as, Day today, Language language);

// "Du är ersättare: du kommer bara om du kallas."; empty for those who are not.
std::string SubstituteLine(const Event& event, const Person& person, const SeenAs& seen_as,
                           const MeetingMarks& marks);

std::string ReminderNotNotice(Language language);

// Fills in text and HTML, the subject in one line.
void Fill(const LetterFrame& frame, const LetterContent& content, Letter& letter);
// The same of a letter about meetings, with its foot: what it is, whom to ask, how to stop.
void FillWithFoot(const LetterFrame& frame, const LetterLinks& links, std::string what_it_is,
                  LetterContent content, Letter& letter);

}  // namespace rytm
