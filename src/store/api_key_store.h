// What programs log in with. One of the stores of a Database. Keys come here as hashes only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/role.h"

namespace rytm {

struct ApiKey {
  std::string id;
  std::string label;
  std::vector<Grant> grants;  // of one role, never administrator; at least one
  std::string created_by;     // a person; empty: on the command line
  Instant created{};
  Instant expires{};
  std::optional<Instant> revoked;
  std::optional<Instant> last_used;
};

class ApiKeyStore {
 public:
  virtual ~ApiKeyStore() = default;

  // In the order they were made.
  virtual Result<std::vector<ApiKey>> All() = 0;
  virtual Result<std::optional<ApiKey>> WithHash(const std::string& key_hash) = 0;
  virtual Result<Done> Add(const ApiKey& key, const std::string& key_hash) = 0;
  // False: no such key, or revoked already.
  virtual Result<bool> Revoke(const std::string& id, Instant now) = 0;
  virtual Result<Done> Touch(const std::string& id, Instant now) = 0;
};

}  // namespace rytm
