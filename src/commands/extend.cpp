// rytm extend: next year out, beside this year's real days.
#include "app/extend.h"

#include <iostream>
#include <memory>

#include "app/planned.h"
#include "commands/command.h"
#include "commands/extension_report.h"
#include "commands/import_report.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string until;
  bool rules = false;
  bool preview = false;
};

void Extend(CommandContext& context, const Options& options) {
  const Result<Day> until = DayOption("--until", options.until);
  if (!until.ok()) return Refuse(context, until.error());
  const Instant now = context.clock.Now();
  const Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  const auto& [database, planned] = opened.value();
  const Result<Extension> extension =
      ExtendPlan(*database, planned, {.until = until.value(), .rules = options.rules},
                 options.preview, {}, now);
  if (!extension.ok()) return Refuse(context, extension.error());
  if (context.format == Format::kJson) {
    context.out << WriteJsonCompact(ExtensionAsJson(extension.value())) << "\n";
    return;
  }
  context.out << ExtensionAsTable(extension.value(), context.language);
  TellSaved(context, extension.value().report);
}

}  // namespace

void AddExtend(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "extend",
      "planera längre fram, nästa år bredvid årets dagar / plan further, next year beside this "
      "year's days");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("--until", options->until, "planens nya sista dag / the plan's new last day")
      .Required();
  command.AddFlag("--rules", options->rules,
                  "ta reglerna som passar årets bestämda dagar / take the rules that fit the days "
                  "decided this year");
  command.AddFlag("--preview", options->preview,
                  "visa följderna, spara inget / show what follows, store nothing");
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Extend(context, *options); });
}

}  // namespace rytm
