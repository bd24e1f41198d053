// What an import would do, or did, told to the user.
#pragma once

#include "app/import.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {

// {"organisation", "revision", "items", "findings", "what-if": as WhatIfAsJson}
JsonObject ImportAsJson(const ImportReport& report);

// As text: the first time how much there is and what to look at, else what becomes otherwise.
void TellFirstImport(CommandContext& context, const ImportReport& report);
void TellImport(CommandContext& context, const ImportReport& report);

// That it is saved, and how it is undone; or that it is a preview.
void TellSaved(CommandContext& context, const ImportReport& report);

}  // namespace rytm
