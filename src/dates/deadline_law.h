// Counting of legal time: lag (1930:173) om beräkning av lagstadgad tid, and the periods of the
// Local Government Act (kommunallagen 2017:725, KL) that need it.
#pragma once

#include "base/day.h"

namespace rytm {

// 1930:173 1 §: time in weeks ends on the weekday of the same name, time in months or years on the
// day of the same number, or on the last of the month if it has none (31 December + 2 months = 28
// or 29 February). A negative count goes back by the same rule. The result is nominal: no weekend
// or holiday is looked at.
Day AddWeeksByLaw(Day day, int weeks);
Day AddMonthsByLaw(Day day, int months);
Day AddYearsByLaw(Day day, int years);

// 1930:173 2 §: Saturday, Sunday, public holiday, midsommarafton, julafton, nyårsafton.
bool IsLawNonWorking(Day day);

// 1930:173 2 §: the last day for an act, moved forward to the next day that is none of those. Only
// for "at the latest" counted forward from something; never for notice periods and never for
// decisions "before the end of".
Day LastDayByLaw(Day nominal);

// The last day to give notice when the law wants at least so much time before the meeting (KL 5:13,
// 5:15: one week). Never later than that; moved earlier when offices are closed, because 2 § does
// not help backwards.
Day NoticeDayByLaw(Day meeting, Days at_least);

struct LegalDeadline {
  Day nominal;  // by 1 §
  Day last;     // after 2 §; nominal <= last
  friend bool operator==(const LegalDeadline&, const LegalDeadline&) = default;
};

// KL 11:16: the interim report reaches council and auditors within two months of the end of its
// period. 30 June gives 30 August, not the 31st many calendars print.
LegalDeadline InterimReportDeadline(Day period_end);

}  // namespace rytm
