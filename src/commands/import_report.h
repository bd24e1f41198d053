// What an import would do, or did, told to the user.
#pragma once

#include "app/import.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {

JsonObject ImportAsJson(const ImportReport& report);
void TellImport(CommandContext& context, const ImportReport& report);  // as text

}  // namespace rytm
