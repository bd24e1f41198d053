#include "app/agreed.h"

#include <algorithm>
#include <utility>

namespace rytm {
namespace {

struct Earlier {
  Day day{};
  std::string slot;
};

// The latest first.
std::vector<Earlier> EarlierOnes(const Plan& plan, const Item& dialogue) {
  std::vector<Earlier> earlier;
  for (const Slot& slot : plan.slots) {
    if (slot.series.body != dialogue.body || slot.series.series != dialogue.origin || slot.dropped)
      continue;
    // What lies before the plan's window has no item any more.
    const Item* item = plan.Find(slot.id);
    const Day day = item == nullptr ? slot.day : item->day;
    if (day < dialogue.day) earlier.push_back({day, slot.id});
  }
  std::sort(earlier.begin(), earlier.end(),
            [](const Earlier& a, const Earlier& b) { return a.day > b.day; });
  return earlier;
}

}  // namespace

Result<AgreedSeen> AgreedAt(Database& database, const Plan& plan, const Item& dialogue) {
  Result<AgreedLines> now = database.agreed().Of(dialogue.id);
  if (!now.ok()) return now.error();
  AgreedSeen seen{.now = std::move(now).value(), .before = {}};
  for (const Earlier& earlier : EarlierOnes(plan, dialogue)) {
    Result<AgreedLines> before = database.agreed().Of(earlier.slot);
    if (!before.ok()) return before.error();
    if (before.value().lines.empty()) continue;
    seen.before = std::move(before).value();
    seen.day_before = earlier.day;
    break;
  }
  return seen;
}

}  // namespace rytm
