#include "app/mail_choices.h"

#include "base/json.h"
#include "store/person_store.h"

namespace rytm {

Result<MailChoices> MailChoicesOf(Database& database, const std::string& whose) {
  const Result<StoredChoices> stored = database.choices().All();
  if (!stored.ok()) return stored.error();
  if (whose == kElected) return stored.value().elected;
  if (whose == kOfficials) return stored.value().officials;
  const Result<std::optional<Person>> person = database.people().Find(whose);
  if (!person.ok()) return person.error();
  if (!person.value())
    return Refuse(ErrorCode::kNotFound,
                  Text("Det finns ingen sådan person.", "There is no such person."));
  return ChoicesOf(stored.value(), *person.value());
}

Result<Done> ChooseMails(Database& database, const std::string& whose, const MailChoices& choices) {
  return database.AllOrNothing([&]() -> Result<Done> {
    Result<Done> set = database.choices().Set(whose, choices);
    return set.ok() ? database.people().NoteChange() : set;
  });
}

Result<Done> SetMailChoices(Database& database, const Actor& actor, const std::string& whose,
                            const MailChoices& choices, Instant now) {
  const Result<MailChoices> before = MailChoicesOf(database, whose);
  if (!before.ok()) return before.error();
  return database.AllOrNothing([&]() -> Result<Done> {
    if (Result<Done> set = ChooseMails(database, whose, choices); !set.ok()) return set;
    return database.audit().Append(EntryOf(actor, now, "mail-choices-set", whose));
  });
}

}  // namespace rytm
