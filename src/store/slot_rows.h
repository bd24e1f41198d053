// Slots and adjustments as rows, and back. Private to this room.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "plan/adjustment.h"
#include "plan/slot.h"
#include "store/columns.h"

namespace rytm {

// "id, body, …", alike in `slot` and `slot_before`.
const std::string& SlotColumns();
// As many "?" as SlotColumns.
const std::string& SlotMarks();
void BindSlot(Binder& row, const Slot& slot);
Slot ReadSlot(Row& row);

// "adjustment.number, …, batch.author, …": of `adjustment` joined with `batch`.
const std::string& AdjustmentColumns();
Adjustment ReadAdjustment(Row& row);

}  // namespace rytm
