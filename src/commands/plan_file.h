// A rule file and the plan it gives, for the commands that look and store nothing.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/result.h"
#include "organisation/organisation.h"
#include "plan/plan.h"

namespace rytm {

struct PlanFileOptions {
  std::string path;
  std::string from;   // --from; empty: the file's window
  std::string until;  // --until
};

struct PlanFile {
  Organisation organisation;
  Plan plan;
};

void AddPlanFile(CLI::App& command, PlanFileOptions& options);

// Every problem at once; the window asked for must lie within the file's own.
Result<PlanFile> ReadPlanFile(const PlanFileOptions& options);

}  // namespace rytm
