// rytm import --plan: a decided plan, read row by row and put into the rules.
#pragma once

#include <string>

#include "commands/command.h"

namespace rytm {

struct ImportPlanArguments {
  std::string plan;  // the file; empty: not a plan but a rule file is imported
  std::string onto;  // a rule file to put it into instead of the data folder's
  std::string out;   // where the new rule file is written
  std::string year;
  std::string body;
  std::string from;
  std::string until;
  bool known_bodies_only = false;
  bool rules = false;
};

// `file` and `data` are asked for unless --plan and --onto take their places.
void AddPlanOptions(Command command, Option file, Option data, ImportPlanArguments& arguments);

void ImportPlanFile(CommandContext& context, const ImportPlanArguments& arguments,
                    const std::string& data, const std::string& file, bool preview);

}  // namespace rytm
