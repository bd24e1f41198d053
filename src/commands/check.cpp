// rytm check FILE: what a person should look at before the plan is decided.
#include <algorithm>
#include <iostream>
#include <memory>

#include "commands/command.h"
#include "commands/plan_file.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

void Check(CommandContext& context, const PlanFileOptions& options) {
  const Result<PlanFile> file = ReadPlanFile(context, options, context.clock.Now());
  if (!file.ok()) return Refuse(context, file.error());
  const std::vector<Finding>& findings = file.value().plan.findings;
  context.out << (context.format == Format::kJson ? FindingsAsJson(findings)
                                                  : FindingsAsTable(findings, context.language));
  if (std::any_of(findings.begin(), findings.end(),
                  [](const Finding& f) { return f.severity == Severity::kError; }))
    context.exit_code = kExitFindings;
}

}  // namespace

void AddCheck(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "check", "pröva planen mot lag och praxis / check the plan against law and practice");
  auto options = std::make_shared<PlanFileOptions>();
  AddPlanFile(*command, *options);
  AddFormat(*command, context, {Format::kTable, Format::kJson});
  command->callback([&context, options] { Check(context, *options); });
}

}  // namespace rytm
