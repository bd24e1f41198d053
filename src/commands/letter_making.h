// What `serve` and `mail send` make letters with.
#pragma once

#include <string>

#include "app/mail_thread.h"

namespace rytm {

// `public_url`: where links in mails lead; empty: there are none. For one database.
LetterMaker MakeLetters(const std::string& public_url, const MailConfiguration& configuration);

}  // namespace rytm
