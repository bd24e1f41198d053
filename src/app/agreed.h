// "Det här tar vi med oss": up to three lines that those who met in a dialogue agreed on, shown at
// the next one of the same kind. Nothing is kept of who said what.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "plan/plan.h"
#include "store/agreed_store.h"
#include "store/database.h"

namespace rytm {

struct AgreedSeen {
  AgreedLines now;     // the dialogue's own
  AgreedLines before;  // of the latest one before it that has any; else without lines
  Day day_before{};    // when that was; says nothing without lines
};

// `dialogue`: an item of the plan. The same kind is the same dialogue of the same body, so that
// nobody reads lines of a talk whose like they do not take part in.
Result<AgreedSeen> AgreedAt(Database& database, const Plan& plan, const Item& dialogue);

}  // namespace rytm
