// What is noted about a meeting and people: who cannot come, which substitutes are called, papers
// that are out. Told by mail to who needs to know. Rytm calls nobody by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/actor.h"
#include "app/readership.h"
#include "app/ways_in.h"
#include "base/result.h"
#include "reminders/letters.h"
#include "store/database.h"
#include "store/reply_store.h"

namespace rytm {

struct NewMark {
  const Event* event = nullptr;
  const Person* person = nullptr;
  MeetingNote note = MeetingNote::kAbsent;
  std::string
      author{};  // who notes it, if it is somebody else: a person id; empty: nobody logged in
};

// Noted, confirmed to the person by mail and, of an absence, told to the body's secretaries with
// the substitutes in their order; all in one transaction. False: it was so already, and nobody is
// told again. kRefused: it is not the person's meeting, or over; only substitutes are called.
Result<bool> NoteMark(Database& database, const Readership& readership, const NewMark& mark,
                      WaysIn& ways_in, Instant now);

// False: it was so already. kRefused: no meeting, or one that is over.
Result<bool> NotePapersOut(Database& database, const Readership& readership, const Event& event,
                           bool out, const std::string& author, Instant now);

struct MarkedPerson {
  const Person* person = nullptr;
  std::vector<const Person*> substitutes{};  // of one who cannot come, in their order
};
struct MeetingPeople {
  std::optional<Instant> papers_out;
  std::vector<MarkedPerson> absent;         // by name
  std::vector<MarkedPerson> called;         // by name
  std::vector<InvitationReply> intentions;  // what people answered their calendar; never counted
};
Result<MeetingPeople> PeopleOf(Database& database, const Readership& readership,
                               const Event& event);

// Substitutes of the meeting who have not said that they cannot come: those of the person's party
// by their order, then the others.
std::vector<const Person*> SubstitutesFor(const Readership& readership, const Event& event,
                                          const Person& person);

}  // namespace rytm
