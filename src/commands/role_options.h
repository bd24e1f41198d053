// Roles on the command line: --administrator --planner --secretary ks,bun --reader --reader-of kf.
#pragma once

#include <string>
#include <vector>

#include "commands/command_line.h"
#include "organisation/role.h"

namespace rytm {

struct RoleOptions {
  bool administrator = false;
  bool planner = false;
  bool reader = false;
  std::vector<std::string> secretary;  // body ids
  std::vector<std::string> reader_of;  // body ids

  std::vector<Grant> Grants() const;
};

// The options refer to `roles`, which must outlive the command.
void AddRoleOptions(Command command, RoleOptions& roles);

}  // namespace rytm
