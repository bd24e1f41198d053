// What carries mail: SMTP (mail/smtp.h), and a pretended one in tests.
#pragma once

#include <string>

#include "mail/message.h"

namespace rytm {

enum class Delivery {
  kAccepted,
  kTryAgain,  // this mail, later
  kBounced,   // the recipient is refused for good
  kRefused,   // this mail is refused for good
  kNoRelay    // the mail server cannot be used now: no other mail goes either
};

struct Delivered {
  Delivery delivery = Delivery::kAccepted;
  std::string answer{};  // the mail server's own words, or what happened; no address in it
};

class MailTransport {
 public:
  virtual ~MailTransport() = default;
  // May take as long as kMailSecondsMax. From one thread at a time.
  virtual Delivered Send(const RenderedMail& mail) = 0;
};

}  // namespace rytm
