#include "server/api/match.h"

#include "app/etag.h"

namespace rytm {

std::string TagOf(const JsonObject& current) { return EtagOf(WriteJsonCompact(current)); }

std::optional<Reply> Mismatch(const Call& call, Matched matched) {
  const std::string given = call.request.Field("if-match");
  const std::string tag = TagOf(matched.current);
  if (given == tag) return std::nullopt;
  Refusal refusal = RefusalWith(given.empty() ? 428 : 409);
  if (!given.empty()) {
    refusal.type = "stale";
    refusal.more["current"] = std::move(matched.current);
  }
  refusal.detail = given.empty() ? std::move(matched.missing) : std::move(matched.stale);
  refusal.fields = "ETag: " + tag + "\r\n";
  return call.Refused(refusal);
}

}  // namespace rytm
