// Which mails somebody gets, seen and set by who manages people; and what is usual.
#pragma once

#include <string>

#include "app/actor.h"
#include "app/readership.h"
#include "base/result.h"
#include "reminders/choices.h"
#include "store/choice_store.h"
#include "store/database.h"

namespace rytm {

// Of a person, or what is usual for "elected" or "officials". kNotFound: no such person.
Result<MailChoices> MailChoicesOf(Database& database, const std::string& whose);

// By the person themself, who has proved who they are.
Result<Done> ChooseMails(Database& database, const std::string& whose, const MailChoices& choices);

// Noted in the audit log. kNotFound: as above.
Result<Done> SetMailChoices(Database& database, const Actor& actor, const std::string& whose,
                            const MailChoices& choices, Instant now);

}  // namespace rytm
