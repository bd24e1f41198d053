// Identity and what people change: slots, adjustments, and the batches they are saved and undone in
// (DESIGN §4, §5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "plan/adjustment.h"
#include "plan/slot.h"
#include "store/store.h"

namespace rytm {

// One saved change.
struct Batch {
  std::int64_t number = 0;
  Revision revision = 0;
  Instant made{};
  std::string author{};       // person id; empty: the command line
  std::string author_role{};  // "administrator", "planner", "secretary"
  Text what{};                // in one line
  std::optional<std::int64_t> undoes{};
  std::optional<std::int64_t> undone_by{};
};

// What a batch changes.
struct Change {
  std::vector<Adjustment> adjustments{};  // numbers are given by the store
  std::vector<Slot> slots{};              // born, or other than they were
  std::optional<StoredRules> rules{};     // other rules from now on
};

class BatchStore {
 public:
  virtual ~BatchStore() = default;

  // Sorted by id.
  virtual Result<std::vector<Slot>> Slots() = 0;

  // Those of batches not undone, in the order they were saved.
  virtual Result<std::vector<Adjustment>> Adjustments() = 0;

  // The number that the next adjustment saved will have.
  virtual Result<std::int64_t> NextAdjustment() = 0;

  // The whole log of one slot, those of undone batches too.
  virtual Result<std::vector<Adjustment>> AdjustmentsOf(const std::string& slot) = 0;

  // What was asked for in one batch; none of one that changed the rules.
  virtual Result<std::vector<Adjustment>> AdjustmentsIn(std::int64_t batch) = 0;

  // Newest first, those before `before`.
  virtual Result<std::vector<Batch>> Batches(std::optional<std::int64_t> before,
                                             std::size_t count) = 0;

  // `batch` tells who, when and what. All or nothing; kConflict if anything was saved or published
  // after `seen`.
  virtual Result<Batch> Save(const Batch& batch, const Change& change, Revision seen) = 0;

  // Takes back the latest batch that stands, `number`: its slots and rules are what they were
  // before; what it gave birth to is dropped, its ids stay taken. kNotFound: no such batch;
  // kConflict: another one was saved after it, or anything after `seen`.
  virtual Result<Batch> Undo(std::int64_t number, const Batch& by, Revision seen) = 0;
};

}  // namespace rytm
