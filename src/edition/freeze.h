// Freeze: the plan becomes editions (DESIGN §2). The only door from plan to what others see.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "plan/plan.h"

namespace rytm {

struct FreezeRequest {
  std::vector<std::string> bodies;       // ids; empty: every body
  Day until{};                           // items after it are tentative
  Instant now{};
  Text note;
};

// One edition for each body asked for, numbered after `previous` (the latest edition of each body, if any).
//
// An item that was published before keeps its UID; SEQUENCE rises when start, end, place, status or title changed;
// `modified` of a level moves to `now` only when what that level sees changed; an event that left the plan becomes
// cancelled and stays until kCancelledKeptDays after its day. A body whose edition would be equal to the previous
// one gets none. Steps past when their meeting was added are left out.
std::vector<Edition> Freeze(const Organisation& organisation, const Plan& plan, const std::vector<Edition>& previous,
                            const FreezeRequest& request);

// What one level sees of an event: text, place and link by the audience table. Nothing if it may not see it.
struct SeenEvent {
  Text title;
  Text description;
  Text place;
  std::string link;
};
std::optional<SeenEvent> SeenBy(const Event& event, Level level);

}  // namespace rytm
