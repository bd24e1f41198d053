// rytm people: whom the year concerns.
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>

#include "app/current_plan.h"
#include "app/person_json.h"
#include "app/rules.h"
#include "commands/account_use.h"
#include "commands/people_use.h"
#include "organisation/people_check.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string id;
  std::vector<std::string> bodies;
  bool with_protected = false;
  std::string body;
  std::string post;
  std::string last;
};

std::string DaysInWords(const Assignment& assignment) {
  return FormatDay(assignment.from) + "–" + (assignment.until ? FormatDay(*assignment.until) : "");
}

std::string PostOf(const Assignment& assignment, Language language) {
  std::string words = PostInWords(assignment.post).In(language);
  for (const std::string& more : {assignment.party, assignment.unit, assignment.function})
    if (!more.empty()) words += ", " + more;
  if (assignment.order != 0) words += " " + std::to_string(assignment.order);
  return words;
}

// A row for each assignment; the person on the first.
void AddRows(const Person& person, Language language, std::vector<std::vector<std::string>>& rows) {
  std::vector<std::string> who{person.id, person.name,
                               person.address.empty() ? "–" : person.address};
  if (person.hidden) who[1] += language == Language::kSwedish ? " (skyddad)" : " (protected)";
  for (const Assignment& assignment : person.assignments) {
    std::vector<std::string> row = who;
    row.insert(row.end(), {assignment.body, PostOf(assignment, language), DaysInWords(assignment)});
    rows.push_back(std::move(row));
    who.assign(3, "");
  }
  if (person.assignments.empty()) rows.push_back(std::move(who));
}

bool SitsIn(const Person& person, const std::vector<std::string>& bodies) {
  return bodies.empty() ||
         std::any_of(person.assignments.begin(), person.assignments.end(),
                     [&](const Assignment& one) {
                       return std::find(bodies.begin(), bodies.end(), one.body) != bodies.end();
                     });
}

void List(CommandContext& context, PeopleUse& use, const Options& options) {
  const Result<std::vector<Person>> people = use.people().All(CommandLine());
  if (!people.ok()) return Refuse(context, people.error());
  JsonArray array;
  std::vector<std::vector<std::string>> rows;
  for (const Person& person : people.value()) {
    if (!SitsIn(person, options.bodies)) continue;
    array.push_back(AsJson(person));
    AddRows(person, context.language, rows);
  }
  context.out << (context.format == Format::kJson ? WriteJsonCompact(array) + "\n" : Columns(rows));
}

void Show(CommandContext& context, PeopleUse& use, const Options& options) {
  if (context.format == Format::kJson) {
    const Result<JsonObject> stored = use.people().StoredOf(CommandLine(), options.id);
    if (!stored.ok()) return Refuse(context, stored.error());
    context.out << WriteJson(stored.value());
    return;
  }
  const Result<Person> person = use.people().Find(CommandLine(), options.id);
  if (!person.ok()) return Refuse(context, person.error());
  TellPerson(context, person.value());
}

void Export(CommandContext& context, PeopleUse& use, const Options& options) {
  const Result<std::string> table =
      use.people().ExportTable(CommandLine(), options.bodies, options.with_protected);
  if (!table.ok()) return Refuse(context, table.error());
  context.out << table.value();
}

void End(CommandContext& context, PeopleUse& use, const Options& options) {
  const Result<Post> post = PostOption(options.post);
  if (!post.ok()) return Refuse(context, post.error());
  const Result<Day> last = DayOption("--last", options.last);
  if (!last.ok()) return Refuse(context, last.error());
  const Result<Person> person = use.people().EndAssignment(CommandLine(), options.id, options.body,
                                                           post.value(), last.value());
  if (!person.ok()) return Refuse(context, person.error());
  TellPerson(context, person.value());
}

void Erase(CommandContext& context, PeopleUse& use, const Options& options) {
  const Result<Done> erased = use.people().Erase(CommandLine(), options.id);
  if (!erased.ok()) return Refuse(context, erased.error());
  if (context.format == Format::kJson)
    context.out << WriteJsonCompact(JsonObject{{"erased", options.id}}) << "\n";
  else
    context.out << (context.language == Language::kSwedish
                        ? "Raderad. I loggen står bara id:t kvar.\n"
                        : "Erased. The log keeps the id alone.\n");
}

}  // namespace

Result<std::unique_ptr<PeopleUse>> OpenPeople(const CommandContext& context,
                                              const std::string& folder) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  return std::make_unique<PeopleUse>(std::move(database).value(), context.clock);
}

void TellPerson(CommandContext& context, const Person& person) {
  if (context.format == Format::kJson) {
    context.out << WriteJsonCompact(AsJson(person)) << "\n";
    return;
  }
  std::vector<std::vector<std::string>> rows;
  AddRows(person, context.language, rows);
  context.out << Columns(rows);
}

Result<Post> PostOption(const std::string& words) {
  if (const std::optional<Post> post = ReadPost(words)) return *post;
  return Refuse(ErrorCode::kBadInput,
                Text("--post: ingen roll heter \"" + words + "\".",
                     "--post: no role is called \"" + words + "\"."),
                {{.file = "",
                  .pointer = "--post",
                  .what = Text("Okänd roll.", "Unknown role."),
                  .instead = DidYouMeanPost(words)}});
}

void AddPeople(Command program, CommandContext& context) {
  const Command people = program.AddSubcommand(
      "people", "personer och uppdrag / people and what they are in the bodies");
  people.NeedsSubcommand();
  auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* what,
                       void (*work)(CommandContext&, PeopleUse&, const Options&)) {
    const Command command = people.AddSubcommand(name, what);
    AddDataFolder(command, options->data);
    command.Runs([&context, options, work] {
      const Result<std::unique_ptr<PeopleUse>> use = OpenPeople(context, options->data);
      if (!use.ok()) return Refuse(context, use.error());
      work(context, *use.value(), *options);
    });
    return command;
  };
  const auto of_person = [&](Command command) {
    command.AddOption("id", options->id, "personens id / the person's id").Required();
    AddFormat(command, context, {Format::kTable, Format::kJson});
    return command;
  };
  const auto of_bodies = [&](Command command) {
    command.AddOption("--body", options->bodies, "bara organet / of this body only")
        .SplitAtCommas();
    return command;
  };
  AddPeopleImport(people, context);
  AddFormat(of_bodies(add("list", "alla, eller ett organs / all, or those of a body", List)),
            context, {Format::kTable, Format::kJson});
  of_person(add("show",
                "en person; med --format json allt som är lagrat / a person; with --format json "
                "all that is stored",
                Show));
  of_bodies(add("export", "som tabell för kalkylprogram (CSV) / as a table for spreadsheets (CSV)",
                Export))
      .AddFlag("--with-protected", options->with_protected,
               "också de med skyddade personuppgifter / those with protected identity too");
  AddPeopleSet(people, context);
  const Command end = of_person(add("end", "avsluta ett uppdrag / end an assignment", End));
  end.AddOption("--body", options->body, "organ / body").Required();
  end.AddOption("--post", options->post, "roll / role").Required();
  end.AddOption("--last", options->last, "sista dagen / the last day").Required();
  of_person(add("erase",
                "radera personen; id:t blir kvar i loggen / erase the person; the log "
                "keeps the id",
                Erase));
}

}  // namespace rytm
