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

void AddRoleOptions(Command command, RoleOptions& roles) {
  command.AddFlag("--administrator", roles.administrator,
                  "konton, nycklar och hela planen / accounts, keys and the whole plan");
  command.AddFlag("--planner", roles.planner, "hela planen / the whole plan");
  command
      .AddOption("--secretary", roles.secretary,
                 "dessa organs plan: ks,bun / the plan of these bodies: ks,bun")
      .SplitAtCommas()
      .OneWordEachTime();
  command.AddFlag("--reader", roles.reader, "läsa alla utkast / read all drafts");
  command
      .AddOption("--reader-of", roles.reader_of,
                 "läsa dessa organs utkast / read the drafts of these bodies")
      .SplitAtCommas()
      .OneWordEachTime();
}

}  // namespace rytm
