// Browsers that are logged in, and guesses that slow further ones down. One of the stores of a
// Database. Tokens come here as hashes only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct StoredLogin {
  std::string token_hash;  // bytes
  std::string person;
  std::string csrf_token;    // bytes
  bool second_step = false;  // a code was given too
  std::string totp_offer;    // bytes; a secret shown and not yet confirmed; empty: none
  Instant created{};
  Instant last_seen{};
  Instant expires{};
};

// The guesses of one key: a hash of an account, a source, or both.
struct Throttle {
  std::string key;       // bytes
  Instant clear_at{};    // when all guesses so far are forgiven
  Instant known_good{};  // until when the key counts as well known
};

class LoginStore {
 public:
  virtual ~LoginStore() = default;

  virtual Result<std::optional<StoredLogin>> Find(const std::string& token_hash) = 0;
  virtual Result<Done> Add(const StoredLogin& login) = 0;
  virtual Result<Done> Touch(const std::string& token_hash, Instant last_seen) = 0;
  virtual Result<Done> SetTotpOffer(const std::string& token_hash, const std::string& secret) = 0;
  virtual Result<Done> End(const std::string& token_hash) = 0;
  // All of the person's but the newest `keep`.
  virtual Result<Done> EndOldest(const std::string& person, std::size_t keep) = 0;
  // All of the person's but the one with the token, if any.
  virtual Result<Done> EndOthers(const std::string& person, const std::string& token_hash) = 0;
  virtual Result<Done> EndExpired(Instant now) = 0;
  virtual Result<Done> EndAll() = 0;

  // One for each key, in their order; those never seen have been clear for ever.
  virtual Result<std::vector<Throttle>> Throttles(const std::vector<std::string>& keys) = 0;
  // Puts these, and drops those that no longer say anything.
  virtual Result<Done> PutThrottles(const std::vector<Throttle>& throttles, Instant now) = 0;
};

}  // namespace rytm
