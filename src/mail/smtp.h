// Mail handed to a mail server (SMTP, RFC 5321) over one kept connection.
//
// The server's certificate is always checked. Nothing is sent in the clear but to this machine.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "mail/transport.h"

namespace rytm {

enum class SmtpSecurity {
  kStartTls,  // required: a server that does not offer it is not used
  kTls,       // from the first byte
  kNone       // only to this machine: CheckSmtp
};

struct SmtpSettings {
  std::string host;
  int port = 587;
  SmtpSecurity security = SmtpSecurity::kStartTls;
  std::string user{};  // empty: no login
  std::string password{};
  std::string ca_file{};  // certificates to trust instead of the system's; empty: the system's
};

// kBadInput: no host's name, no port, or kNone to another machine.
Result<Done> CheckSmtp(const SmtpSettings& settings);

// The steps of handing over one mail, in their order.
enum class SmtpStep { kConnect, kHello, kStartTls, kLogin, kSender, kRecipient, kData, kText };

struct SmtpExchange {
  SmtpStep step = SmtpStep::kConnect;
  std::string answer;  // of the server; no address in it
};

class SmtpTransport final : public MailTransport {
 public:
  // Of settings that were checked.
  explicit SmtpTransport(SmtpSettings settings);
  ~SmtpTransport() override;

  Delivered Send(const RenderedMail& mail) override;

  // What was said at the last Send, up to where it ended. On a kept connection it begins with
  // kSender.
  const std::vector<SmtpExchange>& dialogue() const;

  // Gives up what has not come to its text yet, now and later. From any thread.
  void Stop();

 private:
  struct Session;
  const std::unique_ptr<Session> session_;
};

}  // namespace rytm
