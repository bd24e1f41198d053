// Looking after mail: how it stands, what was sent, stopping it for a while, trying it out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/actor.h"
#include "app/mail_sending.h"
#include "base/result.h"
#include "mail/smtp.h"
#include "store/database.h"
#include "store/outbox.h"

namespace rytm {

// How mail is sent, as the configuration has it.
struct MailConfiguration {
  SmtpSettings smtp;
  MailSettings sending;
};

struct MailStatus {
  bool paused = false;
  std::map<LetterState, std::size_t> amounts;
  std::vector<std::string> unreachable;  // persons whose address is used no longer
};

// Each needs kManageMail (kRefused).
Result<MailStatus> StatusOfMail(Database& database, const Actor& actor);
Result<std::vector<OutboxLetter>> NewestLetters(Database& database, const Actor& actor,
                                                std::size_t count,
                                                std::optional<std::int64_t> before);
// What is so already stays so. Noted in the audit log.
Result<Done> PauseMail(Database& database, const Actor& actor, bool paused, Instant now);

// The whole mail as it is or was sent to its person, with the address of today. kNotFound: there is
// no such letter or person, or its text is forgotten; errors as RenderMail's. Without settings it
// is from rytm@ the organisation's host.
Result<RenderedMail> PreviewLetter(Database& database, std::int64_t number,
                                   const std::optional<MailSettings>& settings, Instant now);

struct MailTrial {
  Delivered delivered;
  std::vector<SmtpExchange> dialogue;  // up to where it ended
};

// Sends a mail that says it is a trial. Errors as RenderMail's and CheckSmtp's.
Result<MailTrial> TryMail(const MailConfiguration& configuration, const std::string& address,
                          Language language, Instant now);

}  // namespace rytm
