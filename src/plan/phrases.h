// Small pieces of text that findings and reasons are put together from. Private to this room.
#pragma once

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

// "ons 14 okt 2026".
Text DayWithYear(Day day);

// "Kommunstyrelsen ons 14 okt 2026".
Text NameOfMeeting(const Body& body, Day day);

// "1 dag", "12 dagar".
Text CountedDays(Days days);

}  // namespace rytm
