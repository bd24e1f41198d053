#include "dates/deadline_law.h"

#include <cassert>

#include "dates/holidays.h"

namespace rytm {

Day AddWeeksByLaw(Day day, int weeks) { return day + date::weeks{weeks}; }

Day AddMonthsByLaw(Day day, int months) {
  const date::year_month_day same_number = CivilOf(day) + date::months{months};
  if (same_number.ok()) return Day{same_number};
  return Day{same_number.year() / same_number.month() / date::last};
}

Day AddYearsByLaw(Day day, int years) { return AddMonthsByLaw(day, 12 * years); }

// The days 2 § names are exactly those that are no working days.
bool IsLawNonWorking(Day day) { return !IsWorkingDay(day); }

Day LastDayByLaw(Day nominal) {
  Day day = nominal;
  while (IsLawNonWorking(day)) day += Days{1};
  return day;
}

Day NoticeDayByLaw(Day meeting, Days at_least) {
  assert(at_least >= Days{0});
  Day day = meeting - at_least;
  while (IsLawNonWorking(day)) day -= Days{1};
  return day;
}

LegalDeadline InterimReportDeadline(Day period_end) {
  const Day nominal = AddMonthsByLaw(period_end, 2);
  return {nominal, LastDayByLaw(nominal)};
}

}  // namespace rytm
