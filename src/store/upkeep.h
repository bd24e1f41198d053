// Keeping the database itself: copies of it, and what is wrong with it. One of the stores of a
// Database.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "store/store.h"

namespace rytm {

// What a database holds, counted.
struct StoredAmounts {
  std::int64_t editions = 0;
  std::int64_t events = 0;  // of all editions
  std::int64_t feeds = 0;
  std::int64_t slots = 0;
  std::int64_t adjustments = 0;
  std::int64_t batches = 0;

  friend bool operator==(const StoredAmounts&, const StoredAmounts&) = default;
};

class Upkeep {
 public:
  virtual ~Upkeep() = default;

  // Everything as it stands at one moment, while others go on writing. The copy is one file that
  // leans on no other; `file` must not be there.
  virtual Result<Done> CopyTo(const std::string& file) = 0;

  // Makes this database one file that leans on no other, until it is opened the next time. Nobody
  // else may have it open.
  virtual Result<Done> MakeOneFile() = 0;

  virtual Result<StoredAmounts> Amounts() = 0;

  // Everything wrong that the tables tell by themselves: damage to the file, rows that point at
  // nothing, tables or triggers that are not ours, editions out of order, a SEQUENCE that falls,
  // what slots, adjustments and batches say otherwise of each other.
  virtual Result<std::vector<Text>> Faults() = 0;

  // From this revision on no SEQUENCE is lower than `floor`. In the transaction of the publication
  // that raised them.
  virtual Result<Done> NoteRestore(Revision revision, int floor) = 0;
};

// As Upkeep::CopyTo, of a database that nobody here has open: a backup. kUnavailable: it is
// damaged, or no database.
Result<Done> CopyDatabase(const std::string& from, const std::string& to);

// Puts the database `fresh`, one file that nobody has open, where `file` is or was, at one instant:
// whoever looks, also after a crash, finds the old one or the new one whole. The old one, damaged
// or not, is kept as `old`, if it is there. Refused (kConflict): somebody has `file` open.
Result<Done> PutInPlace(const std::string& fresh, const std::string& file, const std::string& old);

}  // namespace rytm
