// A letter as the bytes of a mail (RFC 5322, MIME; with a calendar: iMIP, RFC 6047).
#pragma once

#include <string>

#include "base/day.h"
#include "base/result.h"
#include "mail/address.h"
#include "reminders/letter.h"

namespace rytm {

struct MailHead {
  Mailbox from;          // a role's mailbox, whose "+…" addresses lead to `rytm mail-in`
  std::string reply_to;  // the address of people who read what is answered
  Mailbox to;
  std::string message_id;  // without "<>"
  Instant date{};
};

struct RenderedMail {
  std::string sender;  // of the envelope: bounces come there
  std::string recipient;
  std::string bytes;  // lines end with CR LF
};

// Equal bytes of equal arguments. With a calendar the mail is from the address with the letter's
// reply tag, which must be the calendar's ORGANIZER (feed profile M5).
//
// Refused (kBadInput): what could begin a line of its own in the head, text that is not UTF-8, an
// address that is none; (kTooLarge): more than kMailBytesMax.
Result<RenderedMail> RenderMail(const Letter& letter, const MailHead& head);

}  // namespace rytm
