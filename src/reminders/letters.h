// The mails themselves, in words: short, one thing, nothing to look up.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "reminders/due.h"
#include "reminders/letter.h"
#include "reminders/letter_content.h"
#include "reminders/notices.h"

namespace rytm {

// What all letters of an organisation share.
struct LetterFrame {
  const Organisation& organisation;
  const LetterTemplates& templates;
  Day today{};
};

// The addresses in one letter. They let whoever has them in, so each letter has its own.
struct LetterLinks {
  std::function<std::string(const Event&)> page;  // of one event: "I can't come", choices
  std::string choices;                            // which mails one wants
  std::string unsubscribe;                        // one click (RFC 8058)
};

// Of one person, all due at the same time: what is about meetings, dialogues and deadlines in one.
// At least one.
Letter ReminderLetter(const LetterFrame& frame, std::span<const Reminder> reminders,
                      const MeetingMarks& marks, const LetterLinks& links);

Letter DigestLetter(const LetterFrame& frame, const Digest& digest, const MeetingMarks& marks,
                    const LetterLinks& links);

// `key`: of the publication and the person.
Letter NoticeLetter(const LetterFrame& frame, const Notice& notice, std::string key,
                    const LetterLinks& links, Instant now);

// With the calendar part that is in it. `key`: of the invitation.
enum class InvitationNews { kNew, kChanged, kCancelled, kRemoved };
Letter InvitationLetter(const LetterFrame& frame, const Correspondent& to, const Event& event,
                        const SeenAs& seen_as, InvitationNews news, std::string key,
                        const LetterLinks& links);

// To whom it concerns, at once: what was noted about them and a meeting.
enum class MeetingNote { kAbsent, kPresent, kCalled, kNotCalled };
Letter NotedLetter(const LetterFrame& frame, const Person& person, const Event& event,
                   SeenAs seen_as, MeetingNote note, std::string key, const LetterLinks& links,
                   Instant now);

// To a secretary: who cannot come, and the substitutes in their order.
Letter AbsenceLetter(const LetterFrame& frame, const Person& secretary, const Event& event,
                     const Person& absent, std::span<const Person* const> substitutes,
                     std::string key, Instant now);

// To a secretary: mail to somebody in their bodies is refused for good, `times` by now. `bodies`:
// their names.
Letter UnreachableLetter(const LetterFrame& frame, const Person& secretary, const Person& lost,
                         const std::string& bodies, int times, std::string key, Instant now);

// A fresh way in to one's own page.
Letter WayInLetter(const LetterFrame& frame, const Person& person, const std::string& address,
                   std::string key, Instant now);

}  // namespace rytm
