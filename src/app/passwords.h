// Passwords: which are good enough, and how they are kept.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/secret.h"
#include "base/limits.h"
#include "base/result.h"

namespace rytm {

// What one hash costs whoever makes it.
struct HashCost {
  std::size_t memory_bytes = kPasswordHashBytes;
  unsigned long long passes = kPasswordHashPasses;
};

// argon2id. Each call takes memory and some hundredths of a second: never on a thread that serves
// (app/worker_pool.h). From any thread.
class Passwords {
 public:
  explicit Passwords(HashCost cost = {});

  // With salt and cost in it. Throws std::bad_alloc where memory does not suffice.
  std::string Hash(std::string_view password) const;

  // With an empty hash: false, after the same time.
  bool Matches(std::string_view password, const std::string& hash) const;

  // The hash was made at another cost than ours today.
  bool IsOutdated(const std::string& hash) const;

 private:
  HashCost cost_;
  std::string nobodys_;  // hash of something no one knows
};

// The password as it is hashed: composed letters, so that all keyboards give the same. Refused
// (kBadInput): shorter than kPasswordCharactersMin, longer than kPasswordBytesMax, or obvious: one
// of `names` (login name, organisation) or of a short list, whatever digits and signs stand around
// it.
Result<Secret> AcceptPassword(std::string_view bytes, const std::vector<std::string>& names);

// The same without judging, to compare with what is stored. Empty where it cannot be a password.
Secret TypedPassword(std::string_view bytes);

}  // namespace rytm
