// What a change would do: two plans held against each other (DESIGN §5). Nothing here is stored.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace rytm {

struct ItemChange {
  enum class Kind {
    kAppears,
    kDisappears,
    kMoves,  // another day, time or length
    kCancelled,
    kRevived,
    kChanges  // the same time; another place, title, status, or another thing a reader sees
  };
  Kind kind = Kind::kMoves;
  Item before;  // unless it appears
  Item after;   // unless it disappears
  const Item& item() const { return kind == Kind::kDisappears ? before : after; }
};

struct WhatIf {
  std::vector<ItemChange> items;  // by day, time, id
  std::vector<Finding> appear;    // findings
  std::vector<Finding> disappear;
  std::vector<std::string> bodies;  // whose editions would change, sorted
  // The days the new or moved public notices must be out: the law's own notice that a council
  // meets.
  std::vector<Item> notices;
};

// Who would be told: of each body, the levels that see something change.
std::map<std::string, Levels> ToldOf(const WhatIf& what_if);

WhatIf CompareByItem(const Plan& before, const Plan& after);

}  // namespace rytm
