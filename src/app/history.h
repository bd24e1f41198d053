// What was changed, by whom and when.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

struct HistoryEntry {
  std::int64_t number = 0;  // of the batch; in a meeting's own log of the adjustment
  Instant made{};
  std::string local{};   // "2026-11-23 15:02" where the organisation is
  std::string author{};  // person id; empty: the command line
  Text what{};           // a batch in one line; a meeting's adjustment: its reason
  bool undone = false;   // batches only
  JsonObject sets{};     // adjustments only
  std::string step{};
};

// Batches, newest first. `zone_name`: the organisation's.
Result<std::vector<HistoryEntry>> ChangesOf(Database& database, const std::string& zone_name,
                                            std::size_t count);

// The whole log of one meeting or talk, oldest first; undone ones too.
Result<std::vector<HistoryEntry>> ChangesOfSlot(Database& database, const std::string& zone_name,
                                                const std::string& slot);

}  // namespace rytm
