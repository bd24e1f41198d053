// Edits to a plan, and the stamps each moves. Held by Freeze, and by the bytes of the feeds.
#pragma once

#include <functional>
#include <vector>

#include "organisation/organisation.h"
#include "plan/plan.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {

struct EditedWorld {
  Organisation organisation = Ekeby();
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  Item step = Step(meeting, "item-deadline", Text("Ärendestopp"), "2027-03-24",
                   {Level::kOfficial, Level::kSecretariat});

  // The board's edition, following on `previous`; none if nothing changed.
  std::vector<Edition> Publish(const std::vector<Edition>& previous, std::string_view now) const;
};

struct Edit {
  const char* name;
  std::function<void(EditedWorld&)> change;
  int sequence;  // how much the meeting's SEQUENCE rises
  Levels moved;  // the levels whose DTSTAMP of the meeting moves
};

const std::vector<Edit>& Edits();

}  // namespace rytm
