// Whether what is stored is whole, and agrees with itself.
#pragma once

#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/upkeep.h"

namespace rytm {

struct VerifyReport {
  StoredAmounts amounts;
  std::vector<Text> faults;  // empty: all is well
};

// Looks at the file and what its tables say of each other (Upkeep::Faults); reads the rules in
// force and works out the plan; holds each stored feed against what its editions give on the day
// they were last published, byte for byte; and looks for the slot of each published meeting and
// talk. Nothing is written, but others who write wait.
Result<VerifyReport> VerifyData(Database& database, Instant now);

}  // namespace rytm
