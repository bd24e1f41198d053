#include "app/readership.h"

#include <algorithm>
#include <utility>

#include "app/embedded.h"
#include "app/rules.h"
#include "store/mark_store.h"
#include "store/person_store.h"

namespace rytm {
namespace {

// What changes seldom and costs to read: rules and editions.
Result<Readership> LoadPublished(Database& database, const Revisions& of) {
  Result<Organisation> organisation = OrganisationInForce(database.store());
  if (!organisation.ok()) return organisation.error();
  Result<std::vector<Edition>> editions = database.store().LatestEditions();
  if (!editions.ok()) return editions.error();
  Result<Zone> zone = Zone::Find(organisation.value().zone);
  if (!zone.ok()) return zone.error();
  return Readership{
      .of = of,
      .people_revision = 0,
      .organisation = std::make_shared<const Organisation>(std::move(organisation).value()),
      .editions = std::make_shared<const std::vector<Edition>>(std::move(editions).value()),
      .zone = std::move(zone).value(),
      .choices = {},
      .everybody = {},
      .marks = {}};
}

Result<Done> LoadPeople(Database& database, Readership& readership) {
  Result<std::vector<Person>> people = database.people().All();
  if (!people.ok()) return people.error();
  Result<StoredChoices> choices = database.choices().All();
  if (!choices.ok()) return choices.error();
  Result<MeetingMarks> marks = database.marks().All();
  if (!marks.ok()) return marks.error();
  readership.choices = std::move(choices).value();
  readership.marks = std::move(marks).value();
  readership.everybody.clear();
  for (Person& person : people.value()) {
    const MailChoices& chosen = ChoicesOf(readership.choices, person);
    readership.everybody.push_back({.person = std::move(person), .choices = chosen});
  }
  return Done{};
}

}  // namespace

std::vector<const Edition*> Readership::Editions() const {
  std::vector<const Edition*> each;
  for (const Edition& edition : *editions) each.push_back(&edition);
  return each;
}

const Correspondent* Readership::Find(std::string_view person) const {
  const auto found = std::lower_bound(
      everybody.begin(), everybody.end(), person,
      [](const Correspondent& one, std::string_view id) { return one.person.id < id; });
  return found != everybody.end() && found->person.id == person ? &*found : nullptr;
}

const Event* Readership::FindEvent(std::string_view uid) const {
  for (const Edition& edition : *editions)
    for (const Event& event : edition.events)
      if (event.uid == uid) return &event;
  return nullptr;
}

Result<std::shared_ptr<const Readership>> LoadReadership(Database& database,
                                                         std::shared_ptr<const Readership> known) {
  const Result<std::int64_t> people_revision = database.people().Revision();
  if (!people_revision.ok()) return people_revision.error();
  const Result<Revisions> newest = database.store().Newest();
  if (!newest.ok()) return newest.error();
  const bool published_since = known == nullptr || known->of.rules != newest.value().rules ||
                               known->of.publication != newest.value().publication;
  if (!published_since && known->people_revision == people_revision.value()) return known;
  Result<Readership> readership =
      published_since ? LoadPublished(database, newest.value()) : Result<Readership>(*known);
  if (!readership.ok()) return readership.error();
  if (Result<Done> loaded = LoadPeople(database, readership.value()); !loaded.ok())
    return loaded.error();
  readership.value().people_revision = people_revision.value();
  return std::make_shared<const Readership>(std::move(readership).value());
}

const MailChoices& ChoicesOf(const StoredChoices& choices, const Person& person) {
  if (const auto own = choices.own.find(person.id); own != choices.own.end()) return own->second;
  const bool elected =
      std::any_of(person.assignments.begin(), person.assignments.end(),
                  [](const Assignment& assignment) { return IsElected(assignment.post); });
  return elected ? choices.elected : choices.officials;
}

LetterTemplates EmbeddedLetterTemplates() {
  constexpr std::string_view kFile = "src/reminders/templates/letter.mustache";
  LetterTemplates templates;
  templates.emplace("letter", EmbeddedFile(kFile).value_or(""));
  return templates;
}

}  // namespace rytm
