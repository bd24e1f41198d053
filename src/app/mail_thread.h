// Mail made and sent while the program serves: a thread of its own, with a connection to the
// database of its own.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/mail_desk.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// Makes the letters that are due; called each kMailTick, before they are sent.
using LetterMaker = std::function<Result<Done>(Database& database, Instant now)>;

class MailThread {
 public:
  // Begins at once. `tell` is called from the thread when sending goes wrong or right again. The
  // clock must outlive it. kConflict: another program sends this folder's mail.
  static Result<std::unique_ptr<MailThread>> Start(const std::string& folder,
                                                   const MailConfiguration& configuration,
                                                   LetterMaker make_letters,
                                                   std::function<void(const Text&)> tell,
                                                   const Clock& clock);
  // Waits for the letter on its way, at most.
  virtual ~MailThread() = default;
};

// One round in this thread: letters made and sent as of the clock. Errors as Start's.
Result<SendReport> SendOnce(const std::string& folder, const MailConfiguration& configuration,
                            const LetterMaker& make_letters, const Clock& clock);

}  // namespace rytm
