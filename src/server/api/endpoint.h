// The API's endpoints: one row each. schemas/openapi.yaml tells the same to the world, and a test
// holds the two together.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/permissions.h"
#include "base/limits.h"
#include "server/api/reply.h"

namespace rytm {

class Call;

enum class Who {
  kAnyone,
  kHalfLoggedIn,  // a login at whatever stage: to complete it, or to end it
  kTrusted        // a person or a key whose roles allow the endpoint's action on some body at least
};

enum class Effect {
  kReads,      // changes nothing, whatever its method
  kByItself,   // sees to its own transactions: logging in counts guesses even when it is refused
  kWrites,     // all of it is one transaction, with the audit log and the answer kept for a repeat
  kWritesPlan  // the same, and If-Match names the revision it was worked out from
};

// What an endpoint needs besides, added up.
enum Needs : unsigned {
  kNothing = 0,
  kHashing = 1,    // takes as long as hashing a password, and waits in their queue
  kSecrecy = 2,    // its answer is kept nowhere, not even for a repeat
  kLargeBody = 4,  // a whole file
  kPlanFile = 8    // the body is text or a calendar, no JSON
};

struct Endpoint {
  std::string_view operation;  // operationId in schemas/openapi.yaml
  std::string_view method;
  std::string_view path;  // "/api/v1/organisations/{org}/slots/{slot}"
  Result<Reply> (*answer)(Call& call);
  Who who = Who::kTrusted;
  std::optional<Action> action = Action::kSeePlan;
  Effect effect = Effect::kReads;
  unsigned needs = kNothing;

  std::size_t body_bytes_max() const {
    return (needs & kLargeBody) != 0 ? kRuleFileBytesMax : kApiBodyBytesMax;
  }
};

std::span<const Endpoint> Endpoints();

struct Found {
  const Endpoint* endpoint = nullptr;                     // none: no such method or path
  std::map<std::string, std::string, std::less<>> parts;  // "slot" → "alby.ks.meeting.2027-01-13"
  std::vector<std::string_view> methods;                  // of the path, where the method has none
};

// HEAD is GET without its body.
Found FindEndpoint(std::string_view method, std::string_view path);

}  // namespace rytm
