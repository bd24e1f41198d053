// rytm init, import, export: rule files in and out of the data folder.
#include "app/import.h"

#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "app/rules.h"
#include "base/json.h"
#include "commands/command.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string file;
  bool preview = false;
};

JsonArray Ids(const std::vector<ImportLine>& changes) {
  JsonArray ids;
  for (const ImportLine& change : changes) ids.push_back(Json(change.id));
  return ids;
}

void TellAsJson(CommandContext& context, const ImportReport& report) {
  context.out << WriteJsonCompact(JsonObject{{"organisation", report.organisation},
                                             {"revision", report.revision},
                                             {"items", report.items},
                                             {"appear", Ids(report.appear)},
                                             {"disappear", Ids(report.disappear)},
                                             {"move", Ids(report.move)},
                                             {"findings", report.findings.size()}})
              << "\n";
}

void Tell(CommandContext& context, const ImportReport& report) {
  if (context.format == Format::kJson) return TellAsJson(context, report);
  const bool swedish = context.language == Language::kSwedish;
  const auto line = [&](const char* sv, const char* en, const std::vector<ImportLine>& changes) {
    if (changes.empty()) return;
    context.out << (swedish ? sv : en) << changes.size() << "\n";
    if (report.revision == 0)
      for (const ImportLine& change : changes)
        context.out << "  " << change.words.In(context.language) << "\n";
  };
  context.out << report.organisation << (swedish ? ": planen har " : ": the plan has ")
              << report.items << (swedish ? " poster\n" : " items\n");
  line("Kommer till: ", "Appear: ", report.appear);
  line("Försvinner: ", "Disappear: ", report.disappear);
  line("Ändras: ", "Change: ", report.move);
  context.out << FindingsAsTable(report.findings, context.language);
  if (report.revision == 0)
    context.out << (swedish ? "Förhandsvisning: ingenting är sparat.\n"
                            : "Preview: nothing is stored.\n");
}

void TellOrRefuse(CommandContext& context, const Options& options, Result<ImportReport> report) {
  if (report.ok()) return Tell(context, report.value());
  Error error = report.error();
  for (Problem& problem : error.problems)
    if (problem.file.empty()) problem.file = options.file;
  Refuse(context, error);
}

// The file is read and the plan built before the folder is made: a bad file leaves nothing behind.
void Init(CommandContext& context, const Options& options) {
  const Result<std::string> text = ReadWholeFile(options.file);
  if (!text.ok()) return Refuse(context, text.error());
  const Result<Organisation> organisation = ReadRules(options.file, text.value());
  if (!organisation.ok()) return Refuse(context, organisation.error());
  const Result<std::unique_ptr<Database>> database = MakeDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  Result<ImportReport> report =
      ImportFirst(*database.value(), options.file, text.value(), context.clock.Now());
  if (!report.ok()) RemoveDatabase(options.data);
  TellOrRefuse(context, options, std::move(report));
}

void ImportFile(CommandContext& context, const Options& options) {
  const Result<std::string> text = ReadWholeFile(options.file);
  if (!text.ok()) return Refuse(context, text.error());
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  TellOrRefuse(
      context, options,
      Import(*database.value(), options.file, text.value(), options.preview, context.clock.Now()));
}

void Export(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<std::optional<StoredRules>> rules = database.value()->store().Rules();
  if (!rules.ok()) return Refuse(context, rules.error());
  if (!rules.value())
    return Refuse(context, {.code = ErrorCode::kNotFound,
                            .message = Text("Datamappen är tom.", "The data folder is empty."),
                            .problems = {}});
  context.out << ImportedFile(*rules.value());
}

}  // namespace

void AddInit(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "init", "skapa en datamapp av en regelfil / make a data folder from a rule file");
  auto options = std::make_shared<Options>();
  AddDataFolder(*command, options->data);
  command->add_option("file", options->file, "regelfilen / the rule file")->required();
  AddFormat(*command, context, {Format::kTable, Format::kJson});
  command->callback([&context, options] { Init(context, *options); });
}

void AddImport(CLI::App& program, CommandContext& context) {
  CLI::App* command =
      program.add_subcommand("import", "läs in en ändrad regelfil / read in a changed rule file");
  auto options = std::make_shared<Options>();
  AddDataFolder(*command, options->data);
  command->add_option("file", options->file, "regelfilen / the rule file")->required();
  command->add_flag("--preview", options->preview,
                    "visa följderna, spara inget / show what follows, store nothing");
  AddFormat(*command, context, {Format::kTable, Format::kJson});
  command->callback([&context, options] { ImportFile(context, *options); });
}

void AddExport(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "export", "skriv ut regelfilen som gäller / write the rule file in force");
  auto options = std::make_shared<Options>();
  AddDataFolder(*command, options->data);
  AddFormat(*command, context, {Format::kJson});
  command->callback([&context, options] { Export(context, *options); });
}

}  // namespace rytm
