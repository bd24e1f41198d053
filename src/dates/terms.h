// Elections and terms of office in Swedish municipalities and regions.
//
// Sources: vallagen (2005:837) 1:3, second Sunday of September every fourth year (since 2014); KL
// 5:9, the council sits from 15 October; KL 6:18, the executive board from 1 January after; KL
// 6:19, the council decides for other bodies. The fixed cycle holds from the election of 1994; an
// extra election does not change it (KL 5:10).
#pragma once

#include "base/day.h"

namespace rytm {

// 1994, 1998, … 2026, 2030.
bool IsElectionYear(int year);

// The second Sunday of September. The year must be an election year.
Day ElectionDay(int year);

// The ISO week, Monday to Sunday, that ends with the election day: the last week of the campaign,
// when rooms and people are taken. The counting of votes comes in the week after. The year must be
// an election year.
DaySpan ElectionWeek(int year);

// KL 5:9: 15 October of an election year to 14 October four years later, the one that holds the
// day.
DaySpan CouncilTerm(Day within);

// KL 6:18: 1 January after an election year to 31 December four years later, the one that holds the
// day.
DaySpan BoardTerm(Day within);

// The four-year term, holding the day, of a body whose terms start on this day of the year: from 15
// October on in the election year itself, when the new council sits; earlier in the year, in the
// year after the election. The start must exist in that year; 29 February is taken as the last of
// February.
DaySpan TermOf(date::month_day start, Day within);

// The day itself, or the first such weekday after it.
Day FirstWeekdayOnOrAfter(Day day, Weekday weekday);

// The day in the middle; the earlier of two.
Day MiddleOf(DaySpan span);

}  // namespace rytm
