#include "app/people.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/current_plan.h"
#include "app/rules.h"
#include "base/decode_text.h"
#include "base/fold.h"
#include "base/limits.h"
#include "dates/deadline_law.h"
#include "organisation/people_check.h"
#include "store/person_store.h"

namespace rytm {
namespace {

constexpr Action kManage = Action::kManagePeople;

Error NoSuchPerson(const std::string& id) {
  return Refuse(ErrorCode::kNotFound,
                {"Det finns ingen person " + id + ".", "There is no person " + id + "."});
}

Result<Done> RequireAnywhere(const Actor& actor) {
  return MayAnywhere(actor.grants, kManage) ? Result<Done>(Done{}) : Require(actor, kManage);
}

// Sits, sat or will sit in a body of the actor's.
bool Knows(const Actor& actor, const Person& person) {
  return May(actor.grants, kManage) ||
         std::any_of(person.assignments.begin(), person.assignments.end(),
                     [&](const Assignment& one) { return May(actor.grants, kManage, one.body); });
}

// Those in bodies that are not the actor's.
std::vector<Assignment> NotTheirs(const Actor& actor, const std::vector<Assignment>& all) {
  std::vector<Assignment> others;
  std::copy_if(all.begin(), all.end(), std::back_inserter(others),
               [&](const Assignment& one) { return !May(actor.grants, kManage, one.body); });
  return others;
}

Error OthersBodies() {
  return Refuse(ErrorCode::kRefused,
                {"Personen har uppdrag i organ som andra sköter. Fråga en planerare.",
                 "The person has assignments in bodies that others manage. Ask a planner."});
}

// What would be told alike of somebody whose address the actor may not know of.
Result<Done> CheckRoom(Database& database, std::size_t more) {
  const Result<std::vector<Person>> all = database.people().All();
  if (!all.ok()) return all.error();
  if (all.value().size() + more <= kPeopleMax) return Done{};
  const std::string most = std::to_string(kPeopleMax);
  return Refuse(ErrorCode::kTooLarge, {"Det finns redan " + most + " personer.",
                                       "There are " + most + " people already."});
}

void RefuseRowsOfOthers(const Actor& actor, PeopleTable& table) {
  for (PeopleRow& row : table.rows)
    if (row.problems.empty() && !May(actor.grants, kManage, row.assignment.body))
      row.problems.push_back(
          {.file = "",
           .pointer = table.PlaceOf(row.line, PeopleColumn::kBody),
           .what = Text("Organet sköts av andra.", "The body is managed by others."),
           .instead = Text("Ta bort raden, eller fråga en planerare.",
                           "Take the row away, or ask a planner.")});
}

}  // namespace

Result<std::vector<Person>> People::All(const Actor& actor) {
  if (Result<Done> may = RequireAnywhere(actor); !may.ok()) return may.error();
  Result<std::vector<Person>> all = database_.people().All();
  if (!all.ok()) return all.error();
  std::vector<Person>& people = all.value();
  std::erase_if(people, [&](const Person& person) { return !Knows(actor, person); });
  std::stable_sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
    return Folded(a.name) < Folded(b.name);
  });
  return all;
}

Result<Person> People::Find(const Actor& actor, const std::string& id) {
  if (Result<Done> may = RequireAnywhere(actor); !may.ok()) return may.error();
  Result<std::optional<Person>> found = database_.people().Find(id);
  if (!found.ok()) return found.error();
  if (!found.value() || !Knows(actor, *found.value())) return NoSuchPerson(id);
  return *std::move(found).value();
}

Result<Person> People::Save(const Actor& actor, Person person) {
  if (Result<Done> may = RequireAnywhere(actor); !may.ok()) return may.error();
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  std::vector<Problem> problems;
  person = AcceptPerson(std::move(person), organisation.value(), problems);
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, {"Personen är inte sparad.", "The person was not saved."},
                  std::move(problems));
  const bool is_new = person.id.empty();
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    std::vector<Assignment> others;
    if (!is_new) {
      const Result<Person> before = Find(actor, person.id);
      if (!before.ok()) return before.error();
      person.created = before.value().created;
      others = NotTheirs(actor, before.value().assignments);
    } else if (Result<Done> room = CheckRoom(database_, 1); !room.ok()) {
      return room;
    }
    if (NotTheirs(actor, person.assignments) != others) return OthersBodies();
    return Put(actor, person, is_new);
  });
  if (!done.ok()) return done.error();
  return person;
}

Result<Done> People::Put(const Actor& actor, Person& person, bool is_new) {
  if (is_new) {
    person.id = NewId(randomness_, "p-");
    person.created = clock_.Now();
  }
  if (Result<Done> saved = database_.people().Save(person); !saved.ok()) return saved;
  return database_.audit().Append(
      EntryOf(actor, clock_.Now(), is_new ? "person-added" : "person-changed", person.id));
}

Result<Person> People::EndAssignment(const Actor& actor, const std::string& id,
                                     const std::string& body, Post post, Day last) {
  Result<Person> found = Find(actor, id);
  if (!found.ok()) return found;
  Person person = std::move(found).value();
  bool any = false;
  std::erase_if(person.assignments, [&](Assignment& one) {
    if (one.body != body || one.post != post || (one.until && *one.until <= last)) return false;
    any = true;
    one.until = last;
    return last < one.from;
  });
  if (any && person.assignments.empty())
    return Refuse(ErrorCode::kConflict,
                  {"Personens enda uppdrag har inte börjat. Radera personen i stället.",
                   "The person's only assignment has not begun. Erase the person instead."});
  if (any) return Save(actor, std::move(person));
  return Refuse(ErrorCode::kNotFound, {"Personen är inte " + PostInWords(post).sv + " i " + body +
                                           " efter " + FormatDay(last) + ".",
                                       "The person is no " + PostInWords(post).en + " of " + body +
                                           " after " + FormatDay(last) + "."});
}

Result<Done> People::Erase(const Actor& actor, const std::string& id) {
  return database_.AllOrNothing([&]() -> Result<Done> {
    const Result<Person> person = Find(actor, id);
    if (!person.ok()) return person.error();
    if (!NotTheirs(actor, person.value().assignments).empty()) return OthersBodies();
    if (Result<Done> erased = database_.people().Erase(id, clock_.Now()); !erased.ok())
      return erased;
    return database_.audit().Append(EntryOf(actor, clock_.Now(), "person-erased", id));
  });
}

Result<std::string> People::ExportTable(const Actor& actor, const std::vector<std::string>& bodies,
                                        bool with_protected) {
  Result<std::vector<Person>> all = All(actor);
  if (!all.ok()) return all.error();
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  if (Result<Done> known = RequireBodies(organisation.value(), bodies); !known.ok())
    return known.error();
  for (Person& person : all.value())
    std::erase_if(person.assignments, [&](const Assignment& one) {
      const bool asked =
          bodies.empty() || std::find(bodies.begin(), bodies.end(), one.body) != bodies.end();
      return !asked || !May(actor.grants, kManage, one.body);
    });
  return WritePeopleCsv(all.value(), organisation.value(), {.with_protected = with_protected});
}

Result<PeopleImport> People::Import(const Actor& actor, std::string_view table,
                                    const PeopleImportOptions& options, bool preview) {
  if (Result<Done> may = RequireAnywhere(actor); !may.ok()) return may.error();
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  const Result<Day> today = TodayOf(organisation.value(), clock_.Now());
  if (!today.ok()) return today.error();
  std::vector<std::string> named = options.whole_bodies;
  if (!options.body.empty()) named.push_back(options.body);
  if (Result<Done> known = RequireBodies(organisation.value(), named); !known.ok())
    return known.error();
  for (const std::string& body : named)
    if (Result<Done> may = Require(actor, kManage, body); !may.ok()) return may.error();
  const Result<std::string> text = DecodeText(table);
  if (!text.ok()) return text.error();
  Result<PeopleTable> read = ReadPeopleTable(text.value(), organisation.value(), options.body);
  if (!read.ok()) return read.error();
  RefuseRowsOfOthers(actor, read.value());
  const auto may_change = [&](const Person& person) { return Knows(actor, person); };
  PeopleImport import{.changes = {}, .left_out = read.value().left_out};
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    const Result<std::vector<Person>> known = database_.people().All();
    if (!known.ok()) return known.error();
    const PeopleChangesOptions changes{.today = today.value(),
                                       .from = options.from,
                                       .whole_bodies = options.whole_bodies,
                                       .may_change = may_change};
    import.changes = ChangesOf(read.value(), known.value(), changes);
    if (preview || import.changes.Count(PeopleOutcome::kRefused) > 0) return Done{};
    const std::size_t more = import.changes.Count(PeopleOutcome::kNewPerson);
    if (Result<Done> room = CheckRoom(database_, more); !room.ok()) return room;
    for (Person& person : import.changes.people)
      if (Result<Done> put = Put(actor, person, person.id.empty()); !put.ok()) return put;
    import.saved = true;
    return Done{};
  });
  if (!done.ok()) return done.error();
  return import;
}

Result<std::size_t> EraseThoseLongGone(Database& database, Day today, Instant now) {
  const Actor retention{.person = "", .via = "retention", .grants = {}};
  std::size_t erased = 0;
  const Result<Done> done = database.AllOrNothing([&]() -> Result<Done> {
    const Result<std::vector<Person>> all = database.people().All();
    if (!all.ok()) return all.error();
    for (const Person& person : all.value()) {
      const std::optional<Day> last = LastDayOf(person);
      if (!last || today <= AddMonthsByLaw(*last, kPersonKeptMonths)) continue;
      if (Result<Done> gone = database.people().Erase(person.id, now); !gone.ok()) return gone;
      if (Result<Done> noted =
              database.audit().Append(EntryOf(retention, now, "person-erased", person.id));
          !noted.ok())
        return noted;
      ++erased;
    }
    return Done{};
  });
  if (!done.ok()) return done.error();
  return erased;
}

}  // namespace rytm
