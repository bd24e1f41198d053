// rytm init, import: rule files into the data folder.
#include "app/import.h"

#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "app/rules.h"
#include "base/json.h"
#include "commands/command.h"
#include "commands/import_plan.h"
#include "commands/import_report.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string file;
  bool preview = false;
};

void TellOrRefuse(CommandContext& context, const Options& options,
                  const Result<ImportReport>& report,
                  void (*tell)(CommandContext&, const ImportReport&)) {
  if (report.ok()) {
    if (context.format == Format::kTable) return tell(context, report.value());
    context.out << WriteJsonCompact(ImportAsJson(report.value())) << "\n";
    return;
  }
  Error error = report.error();
  for (Problem& problem : error.problems)
    if (problem.file.empty()) problem.file = options.file;
  Refuse(context, error);
}

// The file is read and the plan built before the folder is made: a bad file leaves nothing behind.
void Init(CommandContext& context, const Options& options) {
  const Result<std::string> text = ReadRuleFile(context, options.file);
  if (!text.ok()) return Refuse(context, text.error());
  const Result<Organisation> organisation = ReadRules(options.file, text.value());
  if (!organisation.ok()) return Refuse(context, organisation.error());
  const Result<std::unique_ptr<Database>> database = MakeDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<ImportReport> report =
      ImportFirst(*database.value(), options.file, text.value(), context.clock.Now());
  if (!report.ok()) RemoveDatabase(options.data);
  TellOrRefuse(context, options, report, TellFirstImport);
}

void ImportFile(CommandContext& context, const Options& options) {
  const Result<std::string> text = ReadRuleFile(context, options.file);
  if (!text.ok()) return Refuse(context, text.error());
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  TellOrRefuse(
      context, options,
      Import(*database.value(), options.file, text.value(), options.preview, context.clock.Now()),
      TellImport);
}

}  // namespace

void AddInit(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "init", "skapa en datamapp av en regelfil / make a data folder from a rule file");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("file", options->file, "regelfilen / the rule file").Required();
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Init(context, *options); });
}

void AddImport(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "import",
      "läs in en ändrad regelfil eller en beslutad plan / read in a changed rule file, or "
      "a decided plan");
  auto options = std::make_shared<Options>();
  auto plan = std::make_shared<ImportPlanArguments>();
  const Option data = AddDataFolder(command, options->data);
  const Option file =
      command.AddOption("file", options->file, "regelfilen / the rule file").Required();
  command.AddFlag("--preview", options->preview,
                  "visa följderna, spara inget / show what follows, store nothing");
  AddPlanOptions(command, file, data, *plan);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options, plan] {
    if (plan->plan.empty()) return ImportFile(context, *options);
    ImportPlanFile(context, *plan, options->data, options->file, options->preview);
  });
}

}  // namespace rytm
