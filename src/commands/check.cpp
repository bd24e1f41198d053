// rytm check: what a person should look at, in a rule file before the plan is decided or in a data
// folder, where findings can be accepted with a reason.
#include <algorithm>
#include <iostream>
#include <memory>

#include "app/decisions.h"
#include "app/planned.h"
#include "commands/command.h"
#include "commands/plan_file.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

struct Options {
  PlanFileOptions file;
  std::string data;
  FindingDecision decision;
  std::string again;  // a key
};

void Tell(CommandContext& context, const std::vector<Finding>& findings, FindingKeys keys) {
  context.out << (context.format == Format::kJson
                      ? FindingsAsJson(findings)
                      : FindingsAsTable(findings, context.language, keys));
  if (std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Severity::kError && !finding.accepted;
      }))
    context.exit_code = kExitFindings;
}

void CheckFile(CommandContext& context, const PlanFileOptions& options) {
  const Result<PlanFile> file = ReadPlanFile(context, options, context.clock.Now());
  if (!file.ok()) return Refuse(context, file.error());
  Tell(context, file.value().plan.findings, FindingKeys::kLeftOut);
}

void CheckData(CommandContext& context, const Options& options) {
  const Instant now = context.clock.Now();
  Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  auto& [database, planned] = opened.value();
  FindingDecision decision = options.decision;
  if (!options.again.empty()) decision = {.finding = options.again, .again = true};
  if (!decision.finding.empty()) {
    const Result<Revision> decided = DecideFinding(*database, planned, decision, {}, now);
    if (!decided.ok()) return Refuse(context, decided.error());
    Result<Planned> after = LoadPlanned(*database, now, &planned);
    if (!after.ok()) return Refuse(context, after.error());
    planned = std::move(after).value();
  }
  Tell(context, planned.plan.findings, FindingKeys::kShown);
}

}  // namespace

void AddCheck(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "check", "pröva planen mot lag och praxis / check the plan against law and practice");
  auto options = std::make_shared<Options>();
  const Option file = AddPlanFile(command, options->file);
  const Option data = command.AddOption(
      "--data", options->data, "eller datamappen, så som planen står / or the data folder");
  file.Excludes(data);
  const Option reason = command.AddOption("--reason", options->decision.reason,
                                          "varför det godtas / why it is accepted");
  const Option accept =
      command.AddOption("--accept", options->decision.finding,
                        "godta ett påpekande: dess nyckel / accept a finding: its key");
  accept.Needs(data).Needs(reason);
  command.AddOption("--again", options->again, "ta tillbaka det / take that back")
      .Needs(data)
      .Excludes(accept);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options, file, data] {
    if (data.Given()) return CheckData(context, *options);
    if (file.Given()) return CheckFile(context, options->file);
    Refuse(context, {.code = ErrorCode::kBadInput,
                     .message = Text("Ange en regelfil eller --data MAPP.",
                                     "Give a rule file or --data FOLDER."),
                     .problems = {}});
  });
}

}  // namespace rytm
