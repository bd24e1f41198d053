// Who is to be reminded of what, and when (DESIGN §7). Pure: what was told before is the outbox's
// to know, by the keys.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "dates/zone.h"
#include "edition/edition.h"
#include "edition/seen_as.h"
#include "organisation/people.h"
#include "reminders/choices.h"

namespace rytm {

struct Correspondent {
  Person person;
  MailChoices choices;
};

using UidAndPerson = std::pair<std::string, std::string>;

// What was noted about meetings beside the plan.
struct MeetingMarks {
  std::map<std::string, Instant> papers_out;  // by UID: since when
  std::set<UidAndPerson> called;              // substitutes who are to come
  std::set<UidAndPerson> absent;              // who said they cannot come
};

struct Reminder {
  ReminderKind kind = ReminderKind::kDayBefore;
  const Event* event = nullptr;
  const Correspondent* to = nullptr;
  SeenAs seen_as;
  bool by_plan = false;  // papers: nobody has said that they are out, but today is their day
  Instant due{};
  Instant stale{};  // no longer worth telling: the next reminder is due, or it has begun

  // "reminder/UID/day-before/p-…/2027-01-13T13:00": a moved meeting is another one to remind of.
  std::string Key() const;
};

// Those due at `now` and not yet stale, by person, then day and time. An event that was published
// or changed after its reminder was due was told by the notice of change; a person who was added
// after it is not told of what lies behind. Nobody is reminded of
// what is cancelled, of a date only kept free, of what they said they cannot come to, or in place
// of a weekly digest.
//
// What is returned points into `editions` and `correspondents`.
std::vector<Reminder> DueReminders(std::span<const Edition* const> editions,
                                   std::span<const Correspondent> correspondents,
                                   const MeetingMarks& marks, const Zone& zone, Instant now);

// What a person's weekly digest tells: everything of theirs in the week after the one of `now`.
struct Digest {
  const Correspondent* to = nullptr;
  std::vector<std::pair<const Event*, SeenAs>> events;  // by day and time; never empty
  Day monday{};
  Instant due{};
  Instant stale{};

  std::string Key() const;  // "digest/2027-W34/p-…"
};
std::vector<Digest> DueDigests(std::span<const Edition* const> editions,
                               std::span<const Correspondent> correspondents,
                               const MeetingMarks& marks, const Zone& zone, Instant now);

// "2027-01-13T13:00", or the day alone.
std::string StartInKey(const Event& event);

// A step's or a report's day: told to officials.
bool IsDeadline(const Event& event);

// Whether people are invited to it rather than told of it: it takes their time.
bool IsInvitedTo(const Event& event);

// Whether the event stands on a day after the first of a meeting of several.
bool IsLaterDay(const Event& event);

}  // namespace rytm
