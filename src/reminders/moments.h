// When mail may go: moments of civil time, in spite of the clocks. Private to this room.
#pragma once

#include "dates/zone.h"
#include "reminders/choices.h"

namespace rytm {

// Where the clocks skip or double the time, an hour later.
Instant MomentOf(const Zone& zone, Day day, TimeOfDay at);
Instant MomentOf(const Zone& zone, Day day, SendTime time);

// The first moment from then on that lies outside the quiet hours.
Instant OutsideQuietHours(const MailChoices& choices, const Zone& zone, Instant moment);

}  // namespace rytm
