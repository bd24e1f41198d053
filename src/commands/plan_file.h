// A rule file given on the command line, with the part of its window to look at.
#pragma once

#include <string>

#include "app/plan_file.h"
#include "base/result.h"
#include "commands/command.h"

namespace rytm {

struct PlanFileOptions {
  std::string path;
  std::string from;   // --from; empty: the file's window
  std::string until;  // --until
};

// The option for the file: a command may ask for it or for something else.
Option AddPlanFile(Command command, PlanFileOptions& options);
Result<PlanFile> ReadPlanFile(const CommandContext& context, const PlanFileOptions& options,
                              Instant now);

}  // namespace rytm
