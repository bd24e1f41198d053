// The file of `rytm serve --config`: how this machine runs Rytm, in TOML.
//
//   [mail]
//   relay = "smtp://mail.ekeby.example:587"    # or smtps://…:465
//   from = "Ekeby kommun, kansliet <kallelse@ekeby.example>"
//   reply-to = "kansliet@ekeby.example"
//
// and, where they are needed, user, password-file, tls ("starttls", "tls", "none"), ca-file,
// per-domain-per-minute. Paths begin where the file is.
#pragma once

#include <optional>
#include <string>

#include "app/mail_desk.h"
#include "base/result.h"

namespace rytm {

struct Configuration {
  std::optional<MailConfiguration> mail;  // without it no mail is made and none is sent
};

// kBadInput: everything wrong with it at once, each with its line. An empty path: the usual.
Result<Configuration> ReadConfiguration(const std::string& path);

}  // namespace rytm
