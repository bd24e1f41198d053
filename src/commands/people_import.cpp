// rytm people import: a table of people, told row by row before anything is saved.
#include <iostream>
#include <memory>

#include "app/person_json.h"
#include "base/json_syntax.h"
#include "commands/people_use.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string file;
  PeopleImportOptions import;
  std::string from;
  bool preview = false;
};

Text OutcomeInWords(PeopleOutcome outcome) {
  switch (outcome) {
    case PeopleOutcome::kNewPerson:
      return {"ny person", "new person"};
    case PeopleOutcome::kNewAssignment:
      return {"nytt uppdrag", "new assignment"};
    case PeopleOutcome::kChanged:
      return {"ändras", "changed"};
    case PeopleOutcome::kEnded:
      return {"upphör", "ended"};
    case PeopleOutcome::kUnchanged:
      return {"oförändrad", "unchanged"};
    case PeopleOutcome::kRefused:
      return {"vägrad", "refused"};
  }
  return {};
}

// "rad 3: ny person: Anna Exempel, ks ledamot från 2027-01-01"
void TellRow(CommandContext& context, const PeopleChange& row) {
  const Language language = context.language;
  const bool swedish = language == Language::kSwedish;
  if (row.line != 0) context.out << (swedish ? "rad " : "line ") << row.line << ": ";
  context.out << OutcomeInWords(row.outcome).In(language) << ": " << row.name;
  if (row.outcome != PeopleOutcome::kRefused)
    context.out << ", " << row.assignment.body << " "
                << PostInWords(row.assignment.post).In(language) << (swedish ? " från " : " from ")
                << FormatDay(row.assignment.from);
  context.out << "\n";
  for (const FieldChange& change : row.changes)
    context.out << "    " << change.field.In(language) << ": "
                << (change.from.empty() ? "–" : change.from) << " → "
                << (change.to.empty() ? "–" : change.to) << "\n";
  for (const Problem& problem : row.problems) {
    context.out << "    " << PlaceInWords(problem.pointer).In(language) << ": "
                << problem.what.In(language) << "\n";
    if (!problem.instead.empty()) context.out << "      → " << problem.instead.In(language) << "\n";
  }
  if (!row.note.empty()) context.out << "    " << row.note.In(language) << "\n";
}

void TellSum(CommandContext& context, const PeopleImport& import) {
  const bool swedish = context.language == Language::kSwedish;
  std::string sum;
  for (const PeopleOutcome outcome :
       {PeopleOutcome::kNewPerson, PeopleOutcome::kNewAssignment, PeopleOutcome::kChanged,
        PeopleOutcome::kEnded, PeopleOutcome::kUnchanged, PeopleOutcome::kRefused})
    if (const std::size_t count = import.changes.Count(outcome); count > 0)
      sum += (sum.empty() ? "" : ", ") + OutcomeInWords(outcome).In(context.language) + " " +
             std::to_string(count);
  context.out << sum << "\n";
  for (const std::string& heading : import.left_out)
    context.out << (swedish ? "Kolumnen läses inte: " : "The column is not read: ") << heading
                << "\n";
  if (import.saved) return;
  if (import.changes.Count(PeopleOutcome::kRefused) > 0)
    context.out << (swedish ? "Ingenting är sparat: rätta raderna och läs in filen igen.\n"
                            : "Nothing is saved: correct the rows and import the file again.\n");
  else
    context.out << (swedish ? "Förhandsvisning: ingenting är sparat.\n"
                            : "Preview: nothing is saved.\n");
}

void Import(CommandContext& context, Options options) {
  if (!options.from.empty()) {
    const Result<Day> from = DayOption("--from", options.from);
    if (!from.ok()) return Refuse(context, from.error());
    options.import.from = from.value();
  }
  const Result<std::string> table = ReadWholeFile(options.file);
  if (!table.ok()) return Refuse(context, table.error());
  const Result<std::unique_ptr<PeopleUse>> use = OpenPeople(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  Result<PeopleImport> import =
      use.value()->people().Import(CommandLine(), table.value(), options.import, options.preview);
  if (!import.ok()) {
    Error error = import.error();
    for (Problem& problem : error.problems) problem.file = options.file;
    return Refuse(context, error);
  }
  if (import.value().changes.Count(PeopleOutcome::kRefused) > 0) context.exit_code = kExitRefused;
  if (context.format == Format::kJson) {
    context.out << WriteJsonCompact(JsonObject{{"saved", import.value().saved},
                                               {"rows", AsJson(import.value().changes)}})
                << "\n";
    return;
  }
  for (const PeopleChange& row : import.value().changes.rows)
    if (row.outcome != PeopleOutcome::kUnchanged) TellRow(context, row);
  TellSum(context, import.value());
}

}  // namespace

void AddPeopleImport(Command people, CommandContext& context) {
  const Command command = people.AddSubcommand(
      "import",
      "läs in en tabell (CSV) med Namn, E-post, Organ, Roll …; en rad är ett uppdrag / read a "
      "table (CSV) with Name, E-mail, Body, Role …; a row is an assignment");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("file", options->file, "tabellen / the table").Required();
  command.AddFlag("--preview", options->preview, "visa, spara inget / show, save nothing");
  command.AddOption("--body", options->import.body,
                    "organ, där tabellen inte säger det / body, where the table does not say");
  command.AddOption("--from", options->from,
                    "uppdrag utan första dag börjar då; i dag, om inget sägs / assignments "
                    "without a first day begin then; today is the default");
  command
      .AddOption("--replace-body", options->import.whole_bodies,
                 "tabellen är organets hela lista: de som saknas slutar dagen före --from / the "
                 "table is the body's whole list: those it lacks end the day before --from")
      .SplitAtCommas();
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Import(context, *options); });
}

}  // namespace rytm
