#include "app/bounces.h"

#include <algorithm>
#include <set>
#include <vector>

#include "app/current_plan.h"
#include "app/readership.h"
#include "app/rules.h"
#include "base/limits.h"
#include "reminders/letters.h"
#include "store/outbox.h"
#include "store/person_store.h"

namespace rytm {
namespace {

std::set<std::string> BodiesOf(const Person& person, Day today) {
  std::set<std::string> bodies;
  for (const Assignment& assignment : person.assignments)
    if (assignment.Holds(today)) bodies.insert(assignment.body);
  return bodies;
}

bool IsSecretaryOfOne(const Person& person, const std::set<std::string>& bodies, Day today) {
  return std::any_of(person.assignments.begin(), person.assignments.end(),
                     [&](const Assignment& assignment) {
                       return assignment.post == Post::kSecretary && assignment.Holds(today) &&
                              bodies.contains(assignment.body);
                     });
}

std::string NamesOf(const std::set<std::string>& bodies, const Organisation& organisation,
                    Language language) {
  std::string names;
  for (const std::string& id : bodies) {
    const Body* body = organisation.FindBody(id);
    names += (names.empty() ? "" : ", ") + (body == nullptr ? id : body->name.In(language));
  }
  return names;
}

Result<Done> TellSecretaries(Database& database, const Person& lost, Instant now) {
  const Result<Organisation> organisation = OrganisationInForce(database.store());
  if (!organisation.ok()) return organisation.error();
  const Result<Day> today = TodayOf(organisation.value(), now);
  if (!today.ok()) return today.error();
  const Result<std::vector<Person>> people = database.people().All();
  if (!people.ok()) return people.error();
  const std::set<std::string> bodies = BodiesOf(lost, today.value());
  const LetterTemplates templates = EmbeddedLetterTemplates();
  const LetterFrame frame{
      .organisation = organisation.value(), .templates = templates, .today = today.value()};
  std::vector<Letter> letters;
  for (const Person& person : people.value())
    if (person.id != lost.id && IsSecretaryOfOne(person, bodies, today.value()))
      letters.push_back(UnreachableLetter(
          frame, person, lost, NamesOf(bodies, organisation.value(), person.language), kBouncesMax,
          "unreachable/" + lost.id + "/" + person.id + "/" + FormatInstant(now), now));
  const Result<std::size_t> added = database.outbox().Add(letters, organisation.value().host, now);
  if (!added.ok()) return added.error();
  return Done{};
}

}  // namespace

Result<Done> CountBounce(Database& database, const std::string& person, Instant now) {
  const Result<int> count = database.outbox().NoteBounce(person);
  if (!count.ok()) return count.error();
  if (count.value() != kBouncesMax) return Done{};
  const Result<std::optional<Person>> lost = database.people().Find(person);
  if (!lost.ok()) return lost.error();
  return lost.value() ? TellSecretaries(database, *lost.value(), now) : Done{};
}

}  // namespace rytm
