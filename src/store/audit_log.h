// What was done, by whom, on what: only added to. One of the stores of a Database. Holds ids, never
// names or addresses: erasing a person needs no change here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "store/store.h"

namespace rytm {

struct AuditEntry {
  std::int64_t id = 0;  // given by the log, ascending
  Instant made{};
  std::string person;                // empty: nobody logged in
  std::string via;                   // "web", "command-line", "key:…"
  std::string what;                  // "role-granted"
  std::string subject;               // id of what it was done on
  std::string detail;                // "secretary ks"; may be empty
  std::optional<Revision> revision;  // that it led to
};

class AuditLog {
 public:
  virtual ~AuditLog() = default;

  // In the transaction of what it tells of (Database::AllOrNothing). The entry's id is not read.
  virtual Result<Done> Append(const AuditEntry& entry) = 0;
  // Newest first, those before the id `before` if it is given.
  virtual Result<std::vector<AuditEntry>> Newest(std::size_t count,
                                                 std::optional<std::int64_t> before) = 0;
};

}  // namespace rytm
