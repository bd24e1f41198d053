// What a table of people would change among those who are known.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "organisation/people.h"
#include "organisation/people_csv.h"

namespace rytm {

struct PeopleChangesOptions {
  Day today{};
  // The first day of assignments that say none, and the day from which those that a whole list
  // leaves out hold no longer. None: today.
  std::optional<Day> from{};
  // Ids of bodies whose whole list the table is: assignments it does not have end.
  std::vector<std::string> whole_bodies{};
  // Whether the actor may change what is stored of a person who is known already. None: they may.
  std::function<bool(const Person&)> may_change{};
};

enum class PeopleOutcome { kNewPerson, kNewAssignment, kChanged, kEnded, kUnchanged, kRefused };

struct FieldChange {
  Text field;  // "till"
  std::string from;
  std::string to;
};

// What becomes of one row; of one assignment that ends since a whole list leaves it out.
struct PeopleChange {
  PeopleOutcome outcome = PeopleOutcome::kUnchanged;
  std::size_t line = 0;  // 0: the table does not have it
  std::string person{};  // an id; empty: a new one
  std::string name{};
  Assignment assignment{};
  std::vector<FieldChange> changes{};
  std::vector<Problem> problems{};
  Text note{};  // worth a look, though nothing is wrong
};

struct PeopleChanges {
  std::vector<PeopleChange> rows{};  // as in the table, then those that end
  std::vector<Person> people{};      // new (without id) or changed; only where no row is refused

  std::size_t Count(PeopleOutcome outcome) const;
};

// A person is known by id, else by address, else by the same name where none of the two has an
// address that says otherwise. A row whose assignment overlaps a known one of the same body and
// post is that one; what the table has no column for, and rows it does not have, stay as they are.
// The same table again changes nothing.
//
// Refused row by row: an id that nobody has; a name that could be one of several; rows of one
// person that contradict each other; the same assignment twice.
PeopleChanges ChangesOf(const PeopleTable& table, const std::vector<Person>& known,
                        const PeopleChangesOptions& options);

}  // namespace rytm
