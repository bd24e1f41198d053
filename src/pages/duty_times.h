// A duty's times with the travel counted in. Private to this room.
#pragma once

#include <string>

#include "pages/duty_list.h"

namespace rytm {

struct DutyTimes {
  TimeOfDay from{};
  Minutes lasts{};
};
// From midnight at the earliest.
DutyTimes TimesOf(const DutyList& list, const Duty& duty);
// "kl. 12.30–17.30", "hela dagen".
std::string TimesInWords(const DutyList& list, const Duty& duty);

}  // namespace rytm
