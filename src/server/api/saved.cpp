#include "server/api/saved.h"

#include "base/text_json.h"
#include "server/api/seen.h"

namespace rytm {

JsonObject AsJson(const Batch& batch) {
  JsonObject json{{"number", batch.number},
                  {"revision", batch.revision},
                  {"made", FormatInstant(batch.made)},
                  {"author", batch.author},
                  {"author-role", batch.author_role},
                  {"what", AsWritten(batch.what)}};
  if (batch.undoes) json["undoes"] = *batch.undoes;
  if (batch.undone_by) json["undone-by"] = *batch.undone_by;
  return json;
}

Reply PreviewReply(const Call& call, const Planned& planned, const WhatIf& what_if) {
  return call.With(JsonObject{{"what-if", WhatIfSeen(call, planned.plan, what_if)}}, planned);
}

Reply SavedReply(const Call& call, const Planned& before, const Batch& batch, const WhatIf& what_if,
                 std::string noted) {
  const std::string number = std::to_string(batch.number);
  return {.status = 201,
          .json = JsonObject{{"batch", AsJson(batch)},
                             {"what-if", WhatIfSeen(call, before.plan, what_if)}},
          .revision = batch.revision,
          .fields = "Location: /api/v1/organisations/" + before.organisation->id + "/batches/" +
                    number + "\r\n",
          .noted = Noted{.what = std::move(noted), .subject = number}};
}

}  // namespace rytm
