// When mail may go: moments of civil time, in spite of the clocks. Private to this room.
#pragma once

#include "dates/zone.h"

namespace rytm {

// Where the clocks skip or double the time, an hour later.
Instant MomentOf(const Zone& zone, Day day, TimeOfDay at);

}  // namespace rytm
