#include "dates/working_days.h"

#include "dates/holidays.h"

namespace rytm {
namespace {

constexpr Days kOneDay{1};

}  // namespace

Day AddWorkingDays(Day day, int n) {
  for (; n > 0; --n) day = NextWorkingDay(day);
  for (; n < 0; ++n) day = PreviousWorkingDay(day);
  return day;
}

Day NextWorkingDay(Day day) { return WorkingDayOnOrAfter(day + kOneDay); }

Day PreviousWorkingDay(Day day) { return WorkingDayOnOrBefore(day - kOneDay); }

Day WorkingDayOnOrAfter(Day day) {
  while (!IsWorkingDay(day)) day += kOneDay;
  return day;
}

Day WorkingDayOnOrBefore(Day day) {
  while (!IsWorkingDay(day)) day -= kOneDay;
  return day;
}

Day NearestWorkingDay(Day day) {
  const Day before = WorkingDayOnOrBefore(day);
  const Day after = WorkingDayOnOrAfter(day);
  return day - before <= after - day ? before : after;
}

}  // namespace rytm
