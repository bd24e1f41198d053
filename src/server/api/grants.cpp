#include "server/api/grants.h"

#include "base/limits.h"

namespace rytm {
namespace {

constexpr JsonWord<Role> kRoles[] = {{"administrator", Role::kAdministrator},
                                     {"planner", Role::kPlanner},
                                     {"secretary", Role::kSecretary},
                                     {"reader", Role::kReader}};

}  // namespace

JsonArray GrantsAsJson(const std::vector<Grant>& grants) {
  JsonArray array;
  for (const Grant& grant : grants) {
    JsonObject json{{"role", RoleWord(grant.role)}};
    if (!grant.body.empty()) json["body"] = grant.body;
    array.push_back(std::move(json));
  }
  return array;
}

std::vector<Grant> ReadGrants(const JsonReader& reader, std::string_view key) {
  std::vector<Grant> grants;
  for (const JsonReader& grant : reader.ReadArray(key, {0, kBodiesMax})) {
    if (!grant.ExpectObject()) continue;
    grants.push_back({grant.ReadWord("role", kRoles), grant.OptionalId("body").value_or("")});
    grant.OnlyKeys({"role", "body"});
  }
  return grants;
}

}  // namespace rytm
