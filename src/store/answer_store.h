// Answers to writes with an Idempotency-Key, for those who ask again. One of the stores of a
// Database.
#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct KeptAnswer {
  std::string request_hash;  // bytes: what was asked
  int status = 200;
  std::string fields;  // header fields, each with CRLF
  std::string body;
};

class AnswerStore {
 public:
  virtual ~AnswerStore() = default;

  // `key`: a hash, as bytes. None that is older than `since`.
  virtual Result<std::optional<KeptAnswer>> Find(const std::string& key, Instant since) = 0;
  // Drops those older than `since`.
  virtual Result<Done> Keep(const std::string& key, const KeptAnswer& answer, Instant now,
                            Instant since) = 0;
};

}  // namespace rytm
