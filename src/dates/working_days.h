// Steps over working days (dates/holidays.h). Legal time is another matter: dates/deadline_law.h.
#pragma once

#include "base/day.h"

namespace rytm {

// The n-th working day after the day (n > 0) or before it (n < 0); the day itself is never counted,
// working or not. n = 0 gives the day itself.
Day AddWorkingDays(Day day, int n);

Day NextWorkingDay(Day day);  // the first one strictly after
Day PreviousWorkingDay(
    Day day);  // the last one strictly before; KL 5:14 "vardagen närmast före", Saturdays left out

Day WorkingDayOnOrAfter(Day day);
Day WorkingDayOnOrBefore(Day day);

// The day itself if it is one; of two equally near the earlier, so that nobody gets less time than
// the plan said.
Day NearestWorkingDay(Day day);

}  // namespace rytm
