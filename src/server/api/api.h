// The API: JSON over HTTP under /api/, for browsers, programs and the workplace (DESIGN §8).
//
// A request is routed (endpoints.cpp), its asker found out and what they may (access.cpp), and then
// answered by its handler, one file for each resource, on one of a few threads that may wait for
// the database. What is refused is a problem document (reply.h). What changes something is one
// transaction (write.cpp).
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/passwords.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/result.h"
#include "server/server.h"

namespace rytm {

struct ApiOptions {
  std::string folder;      // the data folder
  std::string public_url;  // "https://rytm.ekeby.example"; empty: plain HTTP, by Host
  HashCost hash_cost{};
};

class Api : public SlowHandler {
 public:
  // The clock and the randomness must outlive it. `changed` is called from its threads after each
  // write that is in. Errors as OpenDataFolder's.
  static Result<std::unique_ptr<Api>> Open(const ApiOptions& options, const Clock& clock,
                                           Randomness& randomness, std::function<void()> changed);

  // Tells those who listen what changed since the last time. From one thread at a time.
  virtual Result<Done> TellNews() = 0;
};

}  // namespace rytm
