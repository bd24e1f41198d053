// Hands mails over on a thread of its own, in their order, so that the next ones are made ready and
// the last ones noted meanwhile.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "mail/transport.h"
#include "store/outbox.h"

namespace rytm {

struct DeliveredLetter {
  OutboxLetter letter;
  Delivered delivered;
};

class Courier {
 public:
  // The transport must outlive it.
  explicit Courier(MailTransport& transport);
  // Waits for the one on its way; the others are not handed over.
  ~Courier();
  Courier(const Courier&) = delete;
  Courier& operator=(const Courier&) = delete;

  // Waits while it is full. Once the mail server cannot be used, nothing more is handed over, and
  // what was not is not told of either.
  void Give(OutboxLetter letter, RenderedMail mail);
  // kLettersAhead are waiting: there is time to note what was handed over.
  bool IsFull();

  // What was handed over since the last time.
  std::vector<DeliveredLetter> Take();
  // The same, once everything given is handed over.
  std::vector<DeliveredLetter> TakeAll();

 private:
  void Work();

  MailTransport& transport_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<OutboxLetter, RenderedMail>> waiting_;  // the first: on its way
  std::vector<DeliveredLetter> delivered_;
  bool no_relay_ = false;
  bool ending_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace rytm
