#include "dates/terms.h"

#include <cassert>

namespace rytm {
namespace {

constexpr int kTermYears = 4;
constexpr date::month_day kCouncilStart = date::October / 15;  // KL 5:9
constexpr date::month_day kBoardStart = date::January / 1;     // KL 6:18

// The first day of the term that comes out of this year's election.
Day StartAfterElection(date::month_day start, int election_year) {
  const int year = start >= kCouncilStart ? election_year : election_year + 1;
  const date::year_month_day civil = date::year{year} / start;
  if (!civil.ok()) return Day{date::year{year} / start.month() / date::last};
  return Day{civil};
}

}  // namespace

bool IsElectionYear(int year) { return year % kTermYears == 2; }

Day ElectionDay(int year) {
  assert(IsElectionYear(year));
  return Day{date::year{year} / date::September / date::Sunday[2]};
}

DaySpan ElectionWeek(int year) {
  const Day sunday = ElectionDay(year);
  return {sunday - Days{6}, sunday};
}

DaySpan CouncilTerm(Day within) { return TermOf(kCouncilStart, within); }

DaySpan BoardTerm(Day within) { return TermOf(kBoardStart, within); }

DaySpan TermOf(date::month_day start, Day within) {
  int election_year = YearOf(within);
  while (!IsElectionYear(election_year)) --election_year;
  if (within < StartAfterElection(start, election_year)) election_year -= kTermYears;
  return {StartAfterElection(start, election_year),
          StartAfterElection(start, election_year + kTermYears) - Days{1}};
}

Day FirstWeekdayOnOrAfter(Day day, Weekday weekday) {
  assert(weekday.ok());
  return day + (weekday - WeekdayOf(day));
}

Day MiddleOf(DaySpan span) {
  assert(span.first <= span.last);
  return span.first + (span.last - span.first) / 2;
}

}  // namespace rytm
