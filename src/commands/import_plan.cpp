#include "commands/import_plan.h"

#include <iostream>
#include <memory>

#include "app/import_decided.h"
#include "app/planned.h"
#include "base/words.h"
#include "commands/import_report.h"
#include "commands/plan_report.h"

namespace rytm {
namespace {

Error Refusal(Text message) { return {ErrorCode::kBadInput, std::move(message), {}}; }

Result<ImportPlanOptions> OptionsOf(const ImportPlanArguments& arguments, const std::string& self) {
  ImportPlanOptions options{.reading = {.year = {},
                                        .body = arguments.body,
                                        .known_bodies_only = arguments.known_bodies_only},
                            .from = {},
                            .until = {},
                            .rules = arguments.rules,
                            .program = self};
  if (!arguments.year.empty()) {
    // A year is what a day in it can be written with.
    const std::optional<Day> day = ParseDay(arguments.year + "-01-01");
    if (!day) {
      return Refusal({"--year: \"" + arguments.year + "\" är inget år. Skriv som 2027.",
                      "--year: \"" + arguments.year + "\" is no year. Write it as 2027."});
    }
    options.reading.year = YearOf(*day);
  }
  for (const auto& [name, text, day] : {std::tuple{"--from", &arguments.from, &options.from},
                                        std::tuple{"--until", &arguments.until, &options.until}}) {
    if (text->empty()) continue;
    const Result<Day> read = DayOption(name, *text);
    if (!read.ok()) return read.error();
    *day = read.value();
  }
  return options;
}

// Tells what was understood, and sets the exit code where a row was not.
void Tell(CommandContext& context, const std::string& name, const DecidedImport& import) {
  if (!import.plan.problems.empty()) context.exit_code = kExitRefused;
  if (context.format == Format::kJson) {
    JsonObject json = PlanImportAsJson(import);
    if (import.report) json["import"] = ImportAsJson(*import.report);
    context.out << WriteJsonCompact(json) << "\n";
    return;
  }
  context.out << PlanImportAsTable(name, import, context.language);
  if (import.report) TellImport(context, *import.report);
}

void ImportOnto(CommandContext& context, const ImportPlanArguments& arguments,
                const std::string& plan, const ImportPlanOptions& options, bool preview) {
  const Result<std::string> rules = ReadRuleFile(context, arguments.onto);
  if (!rules.ok()) return Refuse(context, rules.error());
  Result<PlanImport> read =
      ImportPlan(arguments.plan, plan, arguments.onto, rules.value(), options);
  if (!read.ok()) return Refuse(context, read.error());
  const DecidedImport import{.plan = std::move(read).value(), .report = {}, .departures = {}};
  const bool write = import.plan.problems.empty() && !preview && !arguments.out.empty();
  if (write) {
    const Result<Done> written = WriteWholeFile(arguments.out, import.plan.rule_file);
    if (!written.ok()) return Refuse(context, written.error());
  }
  Tell(context, arguments.plan, import);
  if (context.format != Format::kTable || !import.plan.problems.empty()) return;
  const bool swedish = context.language == Language::kSwedish;
  if (write) {
    context.out << (swedish ? "Skrivet till " : "Written to ") << arguments.out << ".\n";
  } else {
    context.out << (swedish ? "Förhandsvisning: ingenting är skrivet. Skriv med --out FIL.\n"
                            : "Preview: nothing is written. Write with --out FILE.\n");
  }
}

void ImportIntoFolder(CommandContext& context, const ImportPlanArguments& arguments,
                      const std::string& plan, const ImportPlanOptions& options,
                      const std::string& data, bool preview) {
  const Instant now = context.clock.Now();
  const Result<OpenedPlan> opened = OpenPlan(data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  const auto& [database, planned] = opened.value();
  const Result<DecidedImport> import =
      ImportDecided(*database, planned, arguments.plan, plan, options, preview, {}, now);
  if (!import.ok()) return Refuse(context, import.error());
  Tell(context, arguments.plan, import.value());
}

}  // namespace

void AddPlanOptions(Command command, Option file, Option data, ImportPlanArguments& arguments) {
  command
      .AddOption("--plan", arguments.plan,
                 "en beslutad plan: CSV, text eller kalenderfil, i stället för regelfilen / a "
                 "decided plan: CSV, text or calendar file, in place of the rule file")
      .InPlaceOf(file);
  command
      .AddOption("--onto", arguments.onto,
                 "sätt planen i den här regelfilen, utan datamapp / put the plan into this rule "
                 "file, without a data folder")
      .InPlaceOf(data);
  command.AddOption("--out", arguments.out,
                    "skriv den nya regelfilen hit / write the new rule file here");
  command.AddOption("--year", arguments.year, "år för dagar utan / year of days without one");
  command.AddOption("--body", arguments.body, "organ för dagar utan / body of days without one");
  command.AddOption("--from", arguments.from,
                    "planen beslutar från den här dagen / the plan decides from this day");
  command.AddOption("--until", arguments.until, "till den här dagen / to this day");
  command.AddFlag("--known-bodies-only", arguments.known_bodies_only,
                  "hoppa över organ som inte finns / leave out bodies that are not known");
  command.AddFlag("--rules", arguments.rules, "ta de regler som passar / take the rules that fit");
}

void ImportPlanFile(CommandContext& context, const ImportPlanArguments& arguments,
                    const std::string& data, const std::string& file, bool preview) {
  if (!file.empty() || data.empty() == arguments.onto.empty()) {
    return Refuse(
        context, Refusal({"Skriv --plan med antingen --data eller --onto, och ingen regelfil till.",
                          "Write --plan with either --data or --onto, and no other rule file."}));
  }
  const Result<ImportPlanOptions> options = OptionsOf(arguments, context.self);
  if (!options.ok()) return Refuse(context, options.error());
  const Result<std::string> plan = ReadWholeFile(arguments.plan);
  if (!plan.ok()) return Refuse(context, plan.error());
  if (arguments.onto.empty())
    return ImportIntoFolder(context, arguments, plan.value(), options.value(), data, preview);
  ImportOnto(context, arguments, plan.value(), options.value(), preview);
}

}  // namespace rytm
