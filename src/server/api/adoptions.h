// Decisions on a body's dates as JSON.
#pragma once

#include <string_view>
#include <vector>

#include "app/decisions.h"
#include "server/api/call.h"

namespace rytm {

// {"number", "body", "from", "until", "kind", "decided-by", "decided-on", "paragraph",
// "case-number", "replaces", "author", "made"}
JsonObject AsJson(const Adoption& adoption);

// Those of the member `key`, without number, author and time.
std::vector<Adoption> ReadAdoptions(const JsonReader& reader, std::string_view key);

// The bodies exist, and the actor may publish each: 404, 403.
Result<Done> MayDecide(const Call& call, const Planned& planned,
                       const std::vector<Adoption>& adoptions);
// The same of ids, each at its place.
Result<Done> MayPublish(const Call& call, const Planned& planned,
                        const std::vector<std::pair<std::string, std::string>>& bodies_at);

}  // namespace rytm
