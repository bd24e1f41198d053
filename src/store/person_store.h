// Whom the year concerns. One of the stores of a Database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/people.h"

namespace rytm {

class PersonStore {
 public:
  virtual ~PersonStore() = default;

  // Those not erased, by id.
  virtual Result<std::vector<Person>> All() = 0;
  virtual Result<std::optional<Person>> Find(const std::string& id) = 0;
  // By address of e-mail, in whatever case.
  virtual Result<std::optional<Person>> WithAddress(const std::string& address) = 0;

  // Adds the person or puts it in place of the one with its id. kConflict: somebody else has the
  // address.
  virtual Result<Done> Save(const Person& person) = 0;

  // Name, address and assignments are gone; the id stays for the logs. Nothing where there is no
  // such person.
  virtual Result<Done> Erase(const std::string& id, Instant now) = 0;

  // Ids of those erased.
  virtual Result<std::vector<std::string>> Erased() = 0;

  // Grows with every change of people, of their feeds and of what they choose.
  virtual Result<std::int64_t> Revision() = 0;
  // In the transaction of such a change.
  virtual Result<Done> NoteChange() = 0;
};

}  // namespace rytm
