// The same write asked for twice is done once: the answer is kept for a day under the key that the
// client chose (Idempotency-Key).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/actor.h"
#include "base/result.h"
#include "store/answer_store.h"
#include "store/database.h"

namespace rytm {

// Whose write it is, and which.
struct AskedWrite {
  const Actor& actor;
  std::string_view method;
  std::string_view target;
  std::string_view body;
  std::string_view key;

  std::string KeyHash() const;
  std::string RequestHash() const;
};

// What was answered to it before. kBadInput: something else was asked under the key. In the
// transaction of the write, as KeepAnswer.
Result<std::optional<KeptAnswer>> FindAnswer(Database& database, const AskedWrite& asked,
                                             Instant now);

Result<Done> KeepAnswer(Database& database, const AskedWrite& asked, KeptAnswer answer,
                        Instant now);

}  // namespace rytm
