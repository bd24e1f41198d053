// Whom the year concerns: put in one by one or as a table, told what is stored of them, and gone a
// year after their last assignment.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/actor.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/result.h"
#include "organisation/organisation.h"
#include "organisation/people_changes.h"
#include "store/database.h"

namespace rytm {

struct PeopleImportOptions {
  std::string body{};         // whose people they are where the table does not say
  std::optional<Day> from{};  // as PeopleChangesOptions
  std::vector<std::string> whole_bodies{};
};

struct PeopleImport {
  PeopleChanges changes;
  std::vector<std::string> left_out;  // headings that are not read
  bool saved = false;                 // never where a row is refused
};

// Needs kManagePeople, for the whole organisation or for some bodies: then only people who sit, sat
// or will sit in one of them are known of, no matter how they are asked for. What concerns other
// bodies too is left as it is (kRefused). Everything done is noted in the audit log, with ids
// alone. From any thread.
class People {
 public:
  // All of it must outlive this.
  People(Database& database, const Clock& clock, Randomness& randomness)
      : database_(database), clock_(clock), randomness_(randomness) {}

  // By name.
  Result<std::vector<Person>> All(const Actor& actor);
  Result<Person> Find(const Actor& actor, const std::string& id);

  // Puts the person in place of the one with its id; without an id, adds it. The day it was created
  // is kept. kBadInput, every problem at once; kConflict: somebody else has the address; kTooLarge:
  // there are too many.
  Result<Person> Save(const Actor& actor, Person person);

  // Their assignments at the post end on `last`, or are not there where they had not begun by then.
  // kNotFound: none holds after that day.
  Result<Person> EndAssignment(const Actor& actor, const std::string& id, const std::string& body,
                               Post post, Day last);

  // Everything stored of the person (GDPR article 15): as AsJson(Person), with "feed-links",
  // "mail-choices", "absences", "called-to", "invitations" and "letters" (stored_of_person.cpp).
  Result<JsonObject> StoredOf(const Actor& actor, const std::string& id);

  // Name, address, assignments and feeds are gone; the log keeps the id.
  Result<Done> Erase(const Actor& actor, const std::string& id);

  // A table with the assignments in bodies of the actor's; `bodies`: of these only, where any.
  Result<std::string> ExportTable(const Actor& actor, const std::vector<std::string>& bodies,
                                  bool with_protected);

  // `table`: the bytes of a file, as ReadPeopleTable reads it. All rows are saved, or none.
  Result<PeopleImport> Import(const Actor& actor, std::string_view table,
                              const PeopleImportOptions& options, bool preview);

 private:
  Result<Done> Put(const Actor& actor, Person& person, bool is_new);

  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
};

// Erases people kPersonKeptMonths after the last day of their last assignment; how many.
Result<std::size_t> EraseThoseLongGone(Database& database, Day today, Instant now);

}  // namespace rytm
