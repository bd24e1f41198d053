// Who may do what: one table, pure. Whoever changes it changes tests/cases/permissions.txt too.
#pragma once

#include <span>
#include <string_view>

#include "organisation/role.h"

namespace rytm {

enum class Action {
  // Of one body, or of all with an empty body.
  kSeePlan,       // drafts, findings, history
  kAdjust,        // slots, batches, the body's own series; accepting a finding
  kPublish,       // editions and adoptions
  kManagePeople,  // who sits in it, and their feeds; protected identities too
  // Of the organisation as a whole: the body does not count.
  kChangeRules,     // calendars, places, chains, reports; import of a rule file
  kManageMail,      // what was sent, stopping it
  kManageAccounts,  // people, roles, API keys
  kSeeAudit,
  kBackUp
};

// Some grant allows the action on the body. A grant for named bodies never allows what concerns
// all.
bool May(std::span<const Grant> grants, Action action, std::string_view body = "");

// The same on some body at least.
bool MayAnywhere(std::span<const Grant> grants, Action action);

// Their password alone does not let them in: administrators and planners.
bool NeedsTotp(std::span<const Grant> grants);

}  // namespace rytm
