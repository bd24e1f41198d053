#include "app/actor.h"

#include <utility>

namespace rytm {

Actor CommandLine() {
  return {.person = "", .via = "command-line", .grants = {{Role::kAdministrator, ""}}};
}

Result<Done> Require(const Actor& actor, Action action, const std::string& body) {
  if (May(actor.grants, action, body)) return Done{};
  return Refuse(ErrorCode::kRefused,
                Text("Det kräver en annan behörighet än du har. Fråga en administratör.",
                     "That needs another role than you have. Ask an administrator."));
}

AuditEntry EntryOf(const Actor& actor, Instant now, std::string what, std::string subject,
                   std::string detail, std::optional<Revision> revision) {
  return {.id = 0,
          .made = now,
          .person = actor.person,
          .via = actor.via,
          .what = std::move(what),
          .subject = std::move(subject),
          .detail = std::move(detail),
          .revision = revision};
}

}  // namespace rytm
