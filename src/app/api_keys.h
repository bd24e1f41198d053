// Keys for programs that read or write through the API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/actor.h"
#include "app/secret.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/api_key_store.h"
#include "store/database.h"

namespace rytm {

inline constexpr std::string_view kApiKeyPrefix = "rytm_";  // so that scanners find leaked ones

struct NewApiKey {
  std::string label;          // what it is for
  std::vector<Grant> grants;  // of one role, never administrator: no code guards a key
  Instant expires{};
};

struct MadeApiKey {
  Secret key;  // shown once, kept nowhere
  ApiKey stored;
};

// All but Check needs kManageAccounts (kRefused) and is noted in the audit log. From any thread.
class ApiKeys {
 public:
  // All of it must outlive this.
  ApiKeys(Database& database, const Clock& clock, Randomness& randomness)
      : database_(database), clock_(clock), randomness_(randomness) {}

  // Those revoked and expired too, in the order they were made.
  Result<std::vector<ApiKey>> All(const Actor& actor);

  // kBadInput, every problem at once; kTooLarge: too many keys in force.
  Result<MadeApiKey> Make(const Actor& actor, const NewApiKey& asked);

  // kNotFound: no such id, or revoked already.
  Result<Done> Revoke(const Actor& actor, const std::string& id);

  // Who acts with the key. kNotLoggedIn: no such key, revoked or expired.
  Result<Actor> Check(std::string_view key);

 private:
  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
};

}  // namespace rytm
