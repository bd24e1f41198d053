// Everybody who may be written to, what they want and what there is to tell them: loaded together,
// as reminders, notices and people's own pages need it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "dates/zone.h"
#include "edition/edition.h"
#include "organisation/organisation.h"
#include "reminders/due.h"
#include "reminders/letter_content.h"
#include "store/choice_store.h"
#include "store/database.h"
#include "store/store.h"

namespace rytm {

struct Readership {
  Revisions of;
  std::int64_t people_revision = 0;
  std::shared_ptr<const Organisation> organisation;
  std::shared_ptr<const std::vector<Edition>> editions;  // the latest of each body
  Zone zone;
  StoredChoices choices;
  std::vector<Correspondent> everybody;  // by id
  MeetingMarks marks;

  std::vector<const Edition*> Editions() const;
  const Correspondent* Find(std::string_view person) const;
  // Nullptr: in no edition in force.
  const Event* FindEvent(std::string_view uid) const;
};

// kNotFound before the first import. `known`: loaded before; comes back itself where it still
// holds, and what holds of it is not read again.
Result<std::shared_ptr<const Readership>> LoadReadership(
    Database& database, std::shared_ptr<const Readership> known = nullptr);

// What the person gets if nothing else was chosen: as elected representatives do if they are one.
const MailChoices& ChoicesOf(const StoredChoices& choices, const Person& person);

// The mail templates that travel inside the program.
LetterTemplates EmbeddedLetterTemplates();

}  // namespace rytm
