// Makes the mails that have fallen due: reminders, weekly digests, notices of what publications
// changed, invitations (DESIGN §7). Sending them is another matter (app/mail_sending.h).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/publish.h"
#include "app/readership.h"
#include "app/tokens.h"
#include "app/ways_in.h"
#include "base/result.h"
#include "reminders/letter.h"
#include "store/database.h"

namespace rytm {

// Where people are sent, and where their answers come to.
struct MailPlace {
  std::string public_url;         // of the server: "https://rytm.ekeby.example"; empty: no links
  std::string organizer_address;  // of invitations, "kallelse@ekeby.example"; empty: none are sent
};

struct MadeLetters {
  std::size_t reminders = 0;
  std::size_t digests = 0;
  std::size_t notices = 0;
  std::size_t invitations = 0;

  friend bool operator==(const MadeLetters&, const MadeLetters&) = default;
};

class MailTick {
 public:
  // The database and the randomness must outlive it. From one thread at a time.
  MailTick(Database& database, Randomness& randomness, MailPlace place)
      : database_(database), randomness_(randomness), place_(std::move(place)) {}

  // Everything due at `now` and never told before goes into the outbox, in one transaction.
  // The first time ever nothing is told of what lies behind.
  Result<MadeLetters> Run(Instant now);

 private:
  class Making;

  Database& database_;
  Randomness& randomness_;
  MailPlace place_;
  LetterTemplates templates_ = EmbeddedLetterTemplates();
  std::shared_ptr<const Readership> readership_;
  std::shared_ptr<const Readership> invited_for_;  // and on the day; null: for nobody yet
  Day invited_on_{};
};

// Whatever was due or published before `now` is told to nobody: mail is turned on, or the data
// comes from a backup, and who knows what was sent since.
Result<Done> BeginMail(Database& database, Instant now);

// What a publication would send, for its preview.
struct LetterPreview {
  std::string person;  // an id
  Text name;           // as others may see it
  Letter letter;       // with links that lead nowhere
};
Result<std::vector<LetterPreview>> PreviewNotices(Database& database, const Readership& readership,
                                                  const Publication& publication, Instant now);

}  // namespace rytm
