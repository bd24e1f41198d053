// What an account or an API key may look like. Problems have JSON pointers from its root.
#pragma once

#include <string>
#include <vector>

#include "app/secret.h"
#include "base/result.h"
#include "organisation/organisation.h"
#include "organisation/role.h"

namespace rytm {

// Letters a-z, digits and "._@+-", as LoginName (app/sign_in.h) leaves it.
void CheckLoginName(const std::string& login, std::vector<Problem>& problems);

// A name or label on one line, as it is kept.
std::string AcceptName(const std::string& name, const std::string& pointer,
                       std::vector<Problem>& problems);

// Bodies exist, secretaries have some, and administrators and planners have none.
void CheckGrants(const std::vector<Grant>& grants, const Organisation& organisation,
                 std::vector<Problem>& problems);

// AcceptPassword with the names that this person's password must not be.
Result<Secret> AcceptPasswordOf(const std::string& login, const std::string& name,
                                const Organisation& organisation, const Secret& password);

}  // namespace rytm
