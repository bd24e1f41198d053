#include "app/permissions.h"

#include <algorithm>

namespace rytm {
namespace {

bool RoleMay(Role role, Action action) {
  switch (action) {
    case Action::kSeePlan:
      return true;
    case Action::kAdjust:
    case Action::kPublish:
    case Action::kManagePeople:
      return role != Role::kReader;
    case Action::kChangeRules:
    case Action::kManageMail:
      return role == Role::kAdministrator || role == Role::kPlanner;
    case Action::kManageAccounts:
    case Action::kSeeAudit:
    case Action::kBackUp:
      return role == Role::kAdministrator;
  }
  return false;
}

// An empty body in a grant means all, but a secretary always has named ones.
bool Covers(const Grant& grant, std::string_view body) {
  switch (grant.role) {
    case Role::kAdministrator:
    case Role::kPlanner:
      return true;
    case Role::kSecretary:
      return !grant.body.empty() && grant.body == body;
    case Role::kReader:
      return grant.body.empty() || grant.body == body;
  }
  return false;
}

}  // namespace

bool May(std::span<const Grant> grants, Action action, std::string_view body) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    return RoleMay(grant.role, action) && Covers(grant, body);
  });
}

bool MayAnywhere(std::span<const Grant> grants, Action action) {
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    return May({&grant, 1}, action, grant.body);
  });
}

bool NeedsTotp(std::span<const Grant> grants) {
  return std::any_of(grants.begin(), grants.end(), [](const Grant& grant) {
    return grant.role == Role::kAdministrator || grant.role == Role::kPlanner;
  });
}

}  // namespace rytm
