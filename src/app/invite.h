// Which invitations to send, change and take back: what people's own calendars hold against what
// they should.
#pragma once

#include <string>
#include <vector>

#include "app/mail_tick.h"
#include "app/readership.h"
#include "app/tokens.h"
#include "app/ways_in.h"
#include "reminders/letter.h"
#include "store/invitation_store.h"

namespace rytm {

struct InvitationToSend {
  SentInvitation invitation;  // as it is once sent
  Letter letter;
};

// Of everybody who chose invitations, and of those who no longer do. `sent`: by person, then UID.
std::vector<InvitationToSend> InvitationsToSend(const Readership& readership,
                                                const std::vector<SentInvitation>& sent,
                                                const LetterTemplates& templates,
                                                const MailPlace& place, WaysIn& ways_in,
                                                Randomness& randomness, Instant now);

}  // namespace rytm
