// rytm export: what the data folder holds as files: the rules in force, or editions to file.
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "app/archive.h"
#include "app/data_folder.h"
#include "app/planned.h"
#include "app/rules.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string archive;  // the ZIP; empty: the rule file
  std::string body;
  std::optional<int> number;
};

// Of one body the latest or the one asked for; else the latest of each.
Result<std::vector<Edition>> EditionsAsked(const OpenedPlan& opened, const Options& options) {
  std::vector<Edition> editions = *opened.planned.editions;
  if (options.number) {
    Result<Edition> edition = opened.database->store().EditionOf(options.body, *options.number);
    if (!edition.ok()) return edition.error();
    return std::vector<Edition>{std::move(edition).value()};
  }
  if (!options.body.empty())
    std::erase_if(editions, [&](const Edition& edition) { return edition.body != options.body; });
  return editions;
}

void ExportArchive(CommandContext& context, const Options& options) {
  const Result<OpenedPlan> opened = OpenPlan(options.data, context.clock.Now());
  if (!opened.ok()) return Refuse(context, opened.error());
  const Result<std::vector<Edition>> editions = EditionsAsked(opened.value(), options);
  if (!editions.ok()) return Refuse(context, editions.error());
  const Result<std::string> archive =
      ArchiveOf(*opened.value().planned.organisation, editions.value(), context.language);
  if (!archive.ok()) return Refuse(context, archive.error());
  const Result<Done> written = WriteWholeFile(options.archive, archive.value());
  if (!written.ok()) return Refuse(context, written.error());
  context.out << WriteJsonCompact(JsonObject{{"archive", options.archive},
                                             {"editions", editions.value().size()},
                                             {"bytes", archive.value().size()}})
              << "\n";
}

void ExportRules(CommandContext& context, const Options& options) {
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

void AddExport(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "export",
      "skriv ut regelfilen som gäller, eller utgåvor att arkivera / write the rule file in force, "
      "or editions to file");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  const Option archive = command.AddOption(
      "--archive", options->archive,
      "ZIP-fil med PDF, JSON och kontrollsummor / a ZIP file with PDF, JSON and sums");
  const Option body = command
                          .AddOption("--body", options->body,
                                     "organets utgåva, annars allas senaste / the body's edition, "
                                     "else the latest of all")
                          .Needs(archive);
  command.AddOption("--number", options->number, "utgåvans nummer / the edition's number")
      .Needs(body);
  AddFormat(command, context, {Format::kJson});
  command.Runs([&context, options] {
    if (options->archive.empty()) return ExportRules(context, *options);
    ExportArchive(context, *options);
  });
}

}  // namespace rytm
