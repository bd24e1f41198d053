#include "dates/terms.h"

#include <gtest/gtest.h>

#include "dates/deadline_law.h"
#include "dates/iso_week.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

// "--10-15"
date::month_day MonthDayOf(const std::string& text) {
  return date::month{static_cast<unsigned>(std::stoi(text.substr(2, 2)))} /
         date::day{static_cast<unsigned>(std::stoi(text.substr(5, 2)))};
}

TEST(Terms, FollowTheElections) {
  for (const Case& c : ReadCases("elections_and_terms.txt", 8)) {
    const Day election = c.Day(0);
    const int year = YearOf(election);
    ASSERT_TRUE(IsElectionYear(year)) << c.where;
    EXPECT_EQ(c[0], FormatDay(ElectionDay(year))) << c.where;
    // "Before the end of February of the election year" (KL 5:7, 5:8).
    EXPECT_EQ(c[1], FormatDay(AddMonthsByLaw(MakeDay(year - 1, 12, 31), 2))) << c.where;
    EXPECT_EQ(c.Day(2), CouncilTerm(election).last) << c.where;
    EXPECT_EQ((DaySpan{c.Day(3), c.Day(4)}), CouncilTerm(c.Day(2) + Days{1})) << c.where;
    EXPECT_EQ((DaySpan{c.Day(5), c.Day(6)}), BoardTerm(c.Day(5))) << c.where;
    EXPECT_EQ(c.Day(5) - Days{1}, BoardTerm(election).last) << c.where;
    EXPECT_EQ(c[7], FormatDay(AddMonthsByLaw(election, 24))) << c.where;
  }
}

TEST(Terms, HaveElectionsEveryFourthYear) {
  for (const int year : {1994, 1998, 2014, 2018, 2022, 2026, 2030, 2034}) {
    EXPECT_TRUE(IsElectionYear(year)) << year;
  }
  for (const int year : {1995, 2016, 2024, 2025, 2027, 2028, 2029, 2031}) {
    EXPECT_FALSE(IsElectionYear(year)) << year;
  }
}

TEST(Terms, HaveTheElectionOnTheSecondSundayOfSeptember) {
  for (int year = 2014; year <= 2198; year += 4) {
    const Day day = ElectionDay(year);
    ASSERT_EQ(date::Sunday, WeekdayOf(day)) << year;
    ASSERT_TRUE((DaySpan{MakeDay(year, 9, 8), MakeDay(year, 9, 14)}.Contains(day))) << year;
  }
  EXPECT_EQ(MakeDay(2014, 9, 14), ElectionDay(2014));
  EXPECT_NE(MakeDay(2026, 9, 9), ElectionDay(2026));  // as one public site had it
}

TEST(Terms, HaveTheElectionWeekEndOnElectionDay) {
  EXPECT_EQ((DaySpan{MakeDay(2026, 9, 7), MakeDay(2026, 9, 13)}), ElectionWeek(2026));
  EXPECT_EQ(SpanOfIsoWeek(2026, 37), ElectionWeek(2026));
  EXPECT_EQ((DaySpan{MakeDay(2030, 9, 2), MakeDay(2030, 9, 8)}), ElectionWeek(2030));
}

TEST(Terms, AreSetPerBody) {
  for (const Case& c : ReadCases("terms_of_bodies.txt", 4)) {
    EXPECT_EQ((DaySpan{c.Day(2), c.Day(3)}), TermOf(MonthDayOf(c[0]), c.Day(1))) << c.where;
  }
}

// Each day lies in its term, and terms follow each other without a gap.
TEST(Terms, CoverEveryDayOnce) {
  for (const date::month_day start : {date::October / 15, date::January / 1, date::May / 1,
                                      date::December / 31, date::February / 29}) {
    for (Day day = MakeDay(2015, 1, 1); day <= MakeDay(2037, 12, 31); day += Days{1}) {
      const DaySpan term = TermOf(start, day);
      ASSERT_TRUE(term.Contains(day)) << FormatDay(day);
      ASSERT_EQ(term, TermOf(start, term.first)) << FormatDay(day);
      ASSERT_EQ(term, TermOf(start, term.last)) << FormatDay(day);
      ASSERT_EQ(term.last + Days{1}, TermOf(start, term.last + Days{1}).first) << FormatDay(day);
    }
  }
}

TEST(Terms, BeginWithTheFirstWeekdayOfTheCouncil) {
  for (const Case& c : ReadCases("first_council_meeting.txt", 3)) {
    const DaySpan term = CouncilTerm(MakeDay(c.Number(0), 12, 31));
    EXPECT_EQ(c[2], FormatDay(FirstWeekdayOnOrAfter(term.first, c.Weekday(1)))) << c.where;
  }
}

TEST(Terms, HaveAMiddle) {
  const Day first = MakeDay(2026, 10, 15);
  EXPECT_EQ(first, MiddleOf({first, first}));
  EXPECT_EQ(first, MiddleOf({first, first + Days{1}}));
  EXPECT_EQ(first + Days{1}, MiddleOf({first, first + Days{2}}));
  EXPECT_EQ(MakeDay(2028, 12, 31), MiddleOf(BoardTerm(MakeDay(2027, 1, 1))));
  EXPECT_EQ(MakeDay(2028, 10, 14), MiddleOf(CouncilTerm(first)));
}

}  // namespace
}  // namespace rytm
