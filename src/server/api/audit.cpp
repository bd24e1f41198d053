// The audit log, newest first, for administrators.
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

JsonObject EntryJson(const AuditEntry& entry) {
  JsonObject json{{"id", entry.id},         {"made", FormatInstant(entry.made)},
                  {"person", entry.person}, {"via", entry.via},
                  {"what", entry.what},     {"subject", entry.subject}};
  if (!entry.detail.empty()) json["detail"] = entry.detail;
  if (entry.revision) json["revision"] = *entry.revision;
  return json;
}

}  // namespace

Result<Reply> ListAudit(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<NewestFirst> asked = NewestFirst::Asked(call);
  if (!asked.ok()) return asked.error();
  const Result<std::vector<AuditEntry>> entries =
      call.database().audit().Newest(asked.value().limit + 1, asked.value().before);
  if (!entries.ok()) return entries.error();
  return asked.value().Of<AuditEntry>(
      call, entries.value(), [](const AuditEntry& entry) { return entry.id; }, EntryJson);
}

}  // namespace rytm
