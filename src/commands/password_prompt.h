// Passwords are typed where nobody sees them, or read from standard input; never from the
// arguments, which everybody on the machine can read.
#pragma once

#include "app/secret.h"
#include "base/result.h"
#include "commands/command.h"

namespace rytm {

// A new password: twice at a terminal, without echo; else the first line of context.in. kBadInput
// where the two differ, or where nothing was given.
Result<Secret> ReadNewPassword(CommandContext& context);

}  // namespace rytm
