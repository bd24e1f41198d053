// Who acts, and the line in the log that says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/permissions.h"
#include "base/day.h"
#include "base/result.h"
#include "store/audit_log.h"

namespace rytm {

struct Actor {
  std::string person;  // an id; empty: nobody logged in
  std::string via;     // "web", "command-line", "key:…"
  std::vector<Grant> grants;
};

// Whoever has the data folder in hand may do everything.
Actor CommandLine();

// kRefused where the actor may not.
Result<Done> Require(const Actor& actor, Action action, const std::string& body = "");

// An entry for AuditLog::Append. `subject` and `detail` hold ids and words of ours, never names.
AuditEntry EntryOf(const Actor& actor, Instant now, std::string what, std::string subject,
                   std::string detail = "", std::optional<Revision> revision = std::nullopt);

}  // namespace rytm
