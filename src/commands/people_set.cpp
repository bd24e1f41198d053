// rytm people set: a person, and one assignment of theirs, added or changed.
#include <algorithm>
#include <memory>

#include "app/current_plan.h"
#include "app/rules.h"
#include "commands/people_use.h"

namespace rytm {
namespace {

// What stands on the command line; what does not is left as it is.
struct Options {
  std::string data;
  std::string id;
  std::optional<std::string> name;
  std::optional<std::string> address;
  std::optional<Language> language;
  bool hidden = false;
  bool not_hidden = false;
  std::string body;
  std::string post;
  std::optional<std::string> party;
  std::optional<int> order;
  std::optional<std::string> unit;
  std::optional<std::string> function;
  std::string from;
  std::optional<std::string> until;
};

void SetPerson(const Options& options, Person& person) {
  person.name = options.name.value_or(person.name);
  person.address = options.address.value_or(person.address);
  person.language = options.language.value_or(person.language);
  person.hidden = (person.hidden || options.hidden) && !options.not_hidden;
}

// The assignment at the post that holds on `from` or later, or a new one.
Result<Done> SetAssignment(const Options& options, Day today, Person& person) {
  if (options.body.empty() && options.post.empty()) return Done{};
  const Result<Post> post = PostOption(options.post);
  if (!post.ok()) return post.error();
  Assignment wanted{.body = options.body, .post = post.value(), .from = today};
  if (!options.from.empty()) {
    const Result<Day> from = DayOption("--from", options.from);
    if (!from.ok()) return from.error();
    wanted.from = from.value();
  }
  const auto known = std::find_if(person.assignments.begin(), person.assignments.end(),
                                  [&](const Assignment& one) { return Overlap(one, wanted); });
  Assignment& assignment =
      known != person.assignments.end() ? *known : person.assignments.emplace_back(wanted);
  if (known != person.assignments.end() && !options.from.empty()) assignment.from = wanted.from;
  assignment.party = options.party.value_or(assignment.party);
  assignment.order = options.order.value_or(assignment.order);
  assignment.unit = options.unit.value_or(assignment.unit);
  assignment.function = options.function.value_or(assignment.function);
  if (!options.until) return Done{};
  assignment.until.reset();
  if (options.until->empty()) return Done{};
  const Result<Day> until = DayOption("--until", *options.until);
  if (!until.ok()) return until.error();
  assignment.until = until.value();
  return Done{};
}

Result<Person> Set(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<PeopleUse>> use = OpenPeople(context, options.data);
  if (!use.ok()) return use.error();
  Person person;
  if (!options.id.empty()) {
    Result<Person> found = use.value()->people().Find(CommandLine(), options.id);
    if (!found.ok()) return found;
    person = std::move(found).value();
  }
  const Result<Organisation> organisation = OrganisationInForce(use.value()->database().store());
  if (!organisation.ok()) return organisation.error();
  const Result<Day> today = TodayOf(organisation.value(), context.clock.Now());
  if (!today.ok()) return today.error();
  SetPerson(options, person);
  if (Result<Done> set = SetAssignment(options, today.value(), person); !set.ok())
    return set.error();
  return use.value()->people().Save(CommandLine(), std::move(person));
}

void AddPersonOptions(Command command, Options& options) {
  command.AddOption("id", options.id, "personens id; utan: en ny / the id; without: a new person");
  command.AddOption("--name", options.name, "namn / name");
  command.AddOption("--address", options.address, "e-post; tom: ingen / e-mail; empty: none");
  const std::map<std::string, std::optional<Language>> languages{{"en", Language::kEnglish},
                                                                 {"sv", Language::kSwedish}};
  command.AddChoice("--mail-language", options.language, languages,
                    "språk i personens mejl och kalender / language of their mail and calendar");
  const Option hidden =
      command.AddFlag("--protected", options.hidden,
                      "skyddade personuppgifter: inget namn i listor, export och andras mejl / "
                      "protected identity: no name in lists, exports and others' mail");
  command.AddFlag("--not-protected", options.not_hidden, "inte längre / no longer")
      .Excludes(hidden);
}

}  // namespace

void AddPeopleSet(Command people, CommandContext& context) {
  const Command command = people.AddSubcommand(
      "set",
      "lägg till eller ändra en person och ett uppdrag / add or change a person and an "
      "assignment");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  AddPersonOptions(command, *options);
  command.AddOption("--body", options->body, "organ / body");
  command.AddOption("--post", options->post, "roll: chair, ledamot, ersättare … / role");
  command.AddOption("--party", options->party, "parti / party");
  command.AddOption("--order", options->order, "plats i partiets ordning / place in its order")
      .Between(1, kSubstituteOrderMax);
  command.AddOption("--unit", options->unit, "enhet / unit");
  command.AddOption("--function", options->function, "funktion / function");
  command.AddOption("--from", options->from, "första dagen; i dag / the first day; today");
  command.AddOption("--until", options->until,
                    "sista dagen; tom: tills vidare / the last day; empty: until further notice");
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] {
    const Result<Person> person = Set(context, *options);
    if (!person.ok()) return Refuse(context, person.error());
    TellPerson(context, person.value());
  });
}

}  // namespace rytm
