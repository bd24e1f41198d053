// Letters that are due, sent: at least once each, in their order, or dropped when they are stale.
//
// A letter is noted as sent after the mail server took it. Who is stopped between the two sends it
// again, with the same Message-ID: that is the only way to a second copy, and at most
// twice kLettersAhead and one are between the two.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/courier.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/result.h"
#include "dates/zone.h"
#include "mail/transport.h"
#include "organisation/people.h"
#include "store/database.h"
#include "store/outbox.h"

namespace rytm {

struct MailSettings {
  Mailbox from;          // a role's mailbox, whose "+…" addresses lead to `rytm mail-in`
  std::string reply_to;  // the address of people who read what is answered
  std::size_t per_domain_and_minute = kLettersPerDomainAndMinute;
};

// The head of the letter's mail to the person, as it is sent at this moment.
MailHead HeadOf(const OutboxLetter& letter, const Person& person, const MailSettings& settings,
                Instant now);

// Why a letter was dropped, as Outbox keeps it: "no-address", "left", "gone", "restored",
// "unreachable"; any other answer comes back as it is.
Text AnswerInWords(const std::string& answer);

// What one round did.
struct SendReport {
  std::size_t sent = 0;
  std::size_t to_try_again = 0;
  std::size_t failed = 0;       // for good, bounces among them
  std::size_t dropped = 0;      // stale, or nobody to send it to
  std::string relay_trouble{};  // why the mail server could not be used; empty: it could
};

class MailSending {
 public:
  // All of it must outlive this. `zone`: the organisation's.
  MailSending(Database& database, MailTransport& transport, MailSettings settings, Zone zone,
              const Clock& clock)
      : database_(database),
        transport_(transport),
        settings_(std::move(settings)),
        zone_(std::move(zone)),
        clock_(clock) {}

  // Sends until nothing is due, or `go_on` says no. Nothing while mail is paused, nor for
  // kRelayRest after the mail server could not be used. From one thread at a time.
  Result<SendReport> SendDue(const std::function<bool()>& go_on = [] { return true; });

 private:
  Result<Done> Tidy(Instant now, SendReport& report);
  Result<Done> SendAll(std::vector<OutboxLetter> due, Courier& courier,
                       const std::function<bool()>& go_on, SendReport& report);
  Result<Done> Handle(OutboxLetter letter, Instant now, Courier& courier, SendReport& report);
  Result<Done> NoteAll(const std::vector<DeliveredLetter>& letters, SendReport& report);
  Result<Done> Note(const OutboxLetter& letter, const Delivered& delivered, Instant now,
                    SendReport& report);
  Result<Done> Drop(const OutboxLetter& letter, const char* why, Instant now, SendReport& report);
  // The moment from which on more may go to the domain; none: now.
  std::optional<Instant> WaitFor(const std::string& domain, Instant now);
  bool IsResting(Instant now) const;

  struct Pace {
    Instant since{};
    std::size_t sent = 0;
  };

  Database& database_;
  MailTransport& transport_;
  const MailSettings settings_;
  const Zone zone_;
  const Clock& clock_;
  std::map<std::string, Pace> paces_;  // by domain
  std::set<std::string> unreachable_;  // persons, as of the round's last look
  std::optional<Instant> rested_since_;
  std::optional<Day> tidied_on_;
};

}  // namespace rytm
