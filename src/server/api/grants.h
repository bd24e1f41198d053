// Roles of people and keys as JSON.
#pragma once

#include <vector>

#include "base/json_reader.h"
#include "organisation/role.h"

namespace rytm {

// [{"role": "secretary", "body": "ks"}, {"role": "reader"}]
JsonArray GrantsAsJson(const std::vector<Grant>& grants);
std::vector<Grant> ReadGrants(const JsonReader& reader, std::string_view key);

}  // namespace rytm
