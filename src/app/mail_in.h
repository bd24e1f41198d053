// Mail that comes to an address of ours: answers to invitations, and mail that came back.
#pragma once

#include <string>
#include <string_view>

#include "base/day.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

enum class MailTaken {
  kReply,    // an intention was noted
  kBounce,   // the address of who it was sent to is one refusal nearer to being used no longer
  kIgnored,  // nothing that concerns us, or nothing that is believed
};

// Only the tag of the address tells whom it is from: its sender may be anybody. A reply counts for
// the event of the tag alone, from the attendee that the tag is of, and to the newest invitation;
// nothing but accepted, declined and tentative counts.
//
// `recipient`: the address it came to, as the mail server knows it; empty: as its head tells.
// kUnavailable: try again later. What is too large or no mail is ignored.
Result<MailTaken> TakeMail(Database& database, std::string_view bytes, std::string_view recipient,
                           Instant now);

}  // namespace rytm
