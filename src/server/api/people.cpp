// Whom the year concerns, for those who manage people.
#include <algorithm>

#include "app/person_json.h"
#include "server/api/handlers.h"
#include "server/api/match.h"
#include "server/api/page.h"
#include "server/api/words.h"
#include "server/target.h"

namespace rytm {
namespace {

constexpr auto kPosts = JsonWordsOf<Post>(kPostWords);

std::vector<Assignment> ReadAssignments(const JsonReader& reader) {
  std::vector<Assignment> assignments;
  for (const JsonReader& one : reader.ReadArray("assignments", {1, kAssignmentsMax})) {
    if (!one.ExpectObject()) continue;
    one.OnlyKeys({"body", "post", "party", "order", "unit", "function", "from", "until"});
    const auto text = [&](const char* key) {
      return one.OptionalString(key, Lines::kOne, kPersonNameBytesMax).value_or("");
    };
    assignments.push_back({.body = one.ReadId("body"),
                           .post = one.ReadWord("post", kPosts),
                           .party = text("party"),
                           .order = one.OptionalInt("order", 1, kSubstituteOrderMax).value_or(0),
                           .unit = text("unit"),
                           .function = text("function"),
                           .from = one.ReadDay("from"),
                           .until = one.OptionalDay("until")});
  }
  return assignments;
}

// What is not named stays as `person` has it.
Person ReadPerson(const JsonReader& body, Person person) {
  body.OnlyKeys({"name", "address", "language", "hidden", "assignments"});
  person.name = body.OptionalString("name", Lines::kOne, kPersonNameBytesMax).value_or(person.name);
  if (body.Has("name") && person.name.empty())
    body.AddAt("name", {"Namnet saknas.", "The name is missing."});
  person.address =
      body.OptionalString("address", Lines::kOne, kAddressBytesMax).value_or(person.address);
  person.language = body.OptionalWord("language", kLanguages).value_or(person.language);
  person.hidden = body.OptionalBool("hidden").value_or(person.hidden);
  if (body.Has("assignments")) person.assignments = ReadAssignments(body);
  return person;
}

Reply PersonReply(const Person& person, int status = 200) {
  return {.status = status, .json = AsJson(person), .etag = TagOf(AsJson(person))};
}

// The person, where If-Match names them as they are.
struct Named {
  std::optional<Person> person;
  std::optional<Reply> refused;
};

// {org} is ours, and the actor may know of the person: else 404.
Result<Person> PersonAsked(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  return call.desk.people.Find(call.actor, call.Part("person"));
}

Result<Named> Match(Call& call) {
  const Result<Person> person = PersonAsked(call);
  if (!person.ok()) return person.error();
  std::optional<Reply> refused =
      Mismatch(call, {.current = AsJson(person.value()),
                      .missing = Text("Skicka If-Match med personens ETag.",
                                      "Send If-Match with the ETag of the person."),
                      .stale = Text("Någon annan har ändrat personen sedan du läste den.",
                                    "Somebody else changed the person since you read it.")});
  return Named{person.value(), std::move(refused)};
}

PeopleImportOptions ReadImportQuery(const JsonReader& query) {
  query.OnlyKeys({"body", "from", "replace-body"});
  PeopleImportOptions options{.body = query.OptionalId("body").value_or(""),
                              .from = query.OptionalDay("from")};
  if (std::optional<std::string> whole = query.OptionalId("replace-body"))
    options.whole_bodies.push_back(*std::move(whole));
  return options;
}

Result<Reply> ImportThem(Call& call, bool preview) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<PeopleImportOptions> options = call.ReadQuery(ReadImportQuery);
  if (!options.ok()) return options.error();
  const Result<PeopleImport> import =
      call.desk.people.Import(call.actor, call.request.body, options.value(), preview);
  if (!import.ok()) return import.error();
  const PeopleChanges& changes = import.value().changes;
  if (!preview && changes.Count(PeopleOutcome::kRefused) > 0) {
    Error error =
        Refuse(ErrorCode::kBadInput, Text("Några rader går inte att läsa in. Ingenting är sparat.",
                                          "Some rows cannot be imported. Nothing was saved."));
    for (const PeopleChange& row : changes.rows)
      error.problems.insert(error.problems.end(), row.problems.begin(), row.problems.end());
    return error;
  }
  const std::vector<std::string>& left_out = import.value().left_out;
  return Reply{.json = JsonObject{{"saved", import.value().saved},
                                  {"rows", AsJson(changes)},
                                  {"left-out", JsonArray(left_out.begin(), left_out.end())}}};
}

}  // namespace

Result<Reply> ListPeople(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  struct Query {
    Page page;
    std::optional<std::string> body;
  };
  const Result<Query> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"limit", "after", "body"});
    return Query{Page(reader), reader.OptionalId("body")};
  });
  if (!query.ok()) return query.error();
  const std::optional<std::string>& body = query.value().body;
  if (body && !call.May(Action::kManagePeople, *body)) return NotHere();
  Result<std::vector<Person>> people = call.desk.people.All(call.actor);
  if (!people.ok()) return people.error();
  if (body)
    std::erase_if(people.value(), [&](const Person& person) {
      return std::none_of(person.assignments.begin(), person.assignments.end(),
                          [&](const Assignment& one) { return one.body == *body; });
    });
  return query.value().page.Of<Person>(
      call, people.value(), [](const Person& person) { return person.id; },
      [](const Person& person) { return AsJson(person); });
}

Result<Reply> AddPerson(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  const Result<Person> asked = call.ReadBody([](const JsonReader& body) {
    if (!body.Has("name")) (void)body.ReadString("name");
    if (!body.Has("assignments")) (void)body.ReadArray("assignments");
    return ReadPerson(body, {});
  });
  if (!asked.ok()) return asked.error();
  const Result<Person> added = call.desk.people.Save(call.actor, asked.value());
  if (!added.ok()) return added.error();
  Reply reply = PersonReply(added.value(), 201);
  reply.fields = "Location: /api/v1/organisations/" + PercentEncoded(call.Part("org")) +
                 "/people/" + added.value().id + "\r\n";
  return reply;
}

Result<Reply> GetPerson(Call& call) {
  const Result<Person> person = PersonAsked(call);
  if (!person.ok()) return person.error();
  return PersonReply(person.value());
}

Result<Reply> ChangePerson(Call& call) {
  Result<Named> named = Match(call);
  if (!named.ok()) return named.error();
  const Result<Person> asked = call.ReadBody(
      [&](const JsonReader& body) { return ReadPerson(body, *named.value().person); });
  if (!asked.ok()) return asked.error();
  if (named.value().refused) return std::move(*named.value().refused);
  const Result<Person> saved = call.desk.people.Save(call.actor, asked.value());
  if (!saved.ok()) return saved.error();
  return PersonReply(saved.value());
}

Result<Reply> ErasePerson(Call& call) {
  Result<Named> named = Match(call);
  if (!named.ok()) return named.error();
  if (named.value().refused) return std::move(*named.value().refused);
  const Result<Done> erased = call.desk.people.Erase(call.actor, named.value().person->id);
  if (!erased.ok()) return erased.error();
  return Reply{.status = 204};
}

Result<Reply> GetStoredOfPerson(Call& call) {
  const Result<Person> person = PersonAsked(call);
  if (!person.ok()) return person.error();
  Result<JsonObject> stored = call.desk.people.StoredOf(call.actor, person.value().id);
  if (!stored.ok()) return stored.error();
  return Reply{.json = std::move(stored).value()};
}

Result<Reply> ExportPeople(Call& call) {
  if (const auto planned = call.Plan(); !planned.ok()) return planned.error();
  struct Query {
    std::optional<std::string> body;
    bool with_protected = false;
  };
  const Result<Query> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"body", "with-protected"});
    return Query{reader.OptionalId("body"),
                 reader.OptionalWord("with-protected", kYesNo).value_or(false)};
  });
  if (!query.ok()) return query.error();
  std::vector<std::string> bodies;
  if (query.value().body) bodies.push_back(*query.value().body);
  if (query.value().body && !call.May(Action::kManagePeople, bodies[0])) return NotHere();
  Result<std::string> table =
      call.desk.people.ExportTable(call.actor, bodies, query.value().with_protected);
  if (!table.ok()) return table.error();
  return Reply{.text = std::move(table).value(), .type = "text/csv; charset=utf-8"};
}

Result<Reply> PreviewPeopleImport(Call& call) { return ImportThem(call, /*preview=*/true); }
Result<Reply> ImportPeople(Call& call) { return ImportThem(call, /*preview=*/false); }

}  // namespace rytm
