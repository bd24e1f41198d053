#include "commands/role_options.h"

namespace rytm {

std::vector<Grant> RoleOptions::Grants() const {
  std::vector<Grant> grants;
  if (administrator) grants.push_back({Role::kAdministrator, ""});
  if (planner) grants.push_back({Role::kPlanner, ""});
  for (const std::string& body : secretary) grants.push_back({Role::kSecretary, body});
  if (reader) grants.push_back({Role::kReader, ""});
  for (const std::string& body : reader_of) grants.push_back({Role::kReader, body});
  return grants;
}

void AddRoleOptions(CLI::App& command, RoleOptions& roles) {
  command.add_flag("--administrator", roles.administrator,
                   "konton, nycklar och hela planen / accounts, keys and the whole plan");
  command.add_flag("--planner", roles.planner, "hela planen / the whole plan");
  command
      .add_option("--secretary", roles.secretary,
                  "dessa organs plan: ks,bun / the plan of these bodies: ks,bun")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_flag("--reader", roles.reader, "läsa alla utkast / read all drafts");
  command
      .add_option("--reader-of", roles.reader_of,
                  "läsa dessa organs utkast / read the drafts of these bodies")
      ->delimiter(',')
      ->allow_extra_args(false);
}

}  // namespace rytm
