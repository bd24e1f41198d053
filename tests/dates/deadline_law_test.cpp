#include "dates/deadline_law.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/words.h"
#include "dates/holidays.h"
#include "dates/terms.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

TEST(LegalTime, CountsMonths) {
  for (const Case& c : ReadCases("months_by_law.txt", 3)) {
    EXPECT_EQ(c[2], FormatDay(AddMonthsByLaw(c.Day(0), c.Number(1)))) << c.where;
  }
}

TEST(LegalTime, CountsYearsAndWeeks) {
  EXPECT_EQ(MakeDay(2027, 11, 23), AddYearsByLaw(MakeDay(2026, 11, 23), 1));
  EXPECT_EQ(MakeDay(2029, 2, 28), AddYearsByLaw(MakeDay(2028, 2, 29), 1));
  EXPECT_EQ(MakeDay(2026, 12, 14), AddWeeksByLaw(MakeDay(2026, 11, 23), 3));
  EXPECT_EQ(MakeDay(2026, 11, 16), AddWeeksByLaw(MakeDay(2026, 11, 23), -1));
}

// 1 § on every day: same number or the last of the month, in the right month.
TEST(LegalTime, EndsOnTheSameNumberOrTheLastOfTheMonth) {
  for (Day day = MakeDay(2024, 1, 1); day <= MakeDay(2031, 12, 31); day += Days{1}) {
    for (int months = -14; months <= 48; ++months) {
      const date::year_month_day from = CivilOf(day);
      const date::year_month_day until = CivilOf(AddMonthsByLaw(day, months));
      ASSERT_EQ(from.year() / from.month() + date::months{months}, until.year() / until.month());
      const bool last_of_month =
          CivilOf(AddMonthsByLaw(day, months) + Days{1}).day() == date::day{1};
      ASSERT_TRUE(until.day() == from.day() || (last_of_month && until.day() < from.day()))
          << FormatDay(day) << " + " << months;
    }
  }
}

TEST(LegalTime, MovesTheLastDayForward) {
  for (const Case& c : ReadCases("last_day_by_law.txt", 3)) {
    EXPECT_EQ(c[1], FormatDay(LastDayByLaw(c.Day(0)))) << c.where;
  }
}

TEST(LegalTime, MovesNoticeBackwards) {
  for (const Case& c : ReadCases("notice_days.txt", 4)) {
    EXPECT_EQ(c[2], FormatDay(NoticeDayByLaw(c.Day(0), Days{c.Number(1)}))) << c.where;
  }
}

// Nowhere in the planning window is notice late, nor a deadline early, nor either on a closed day.
TEST(LegalTime, NeverMovesTheWrongWay) {
  for (Day day = kFirstDay; day <= kLastDay; day += Days{1}) {
    const Day last = LastDayByLaw(day);
    ASSERT_GE(last, day);
    ASSERT_FALSE(IsLawNonWorking(last)) << FormatDay(day);
    for (Day d = day; d < last; d += Days{1}) ASSERT_TRUE(IsLawNonWorking(d)) << FormatDay(day);
    const Day notice = NoticeDayByLaw(day, Days{7});
    ASSERT_LE(notice, day - Days{7});
    ASSERT_FALSE(IsLawNonWorking(notice)) << FormatDay(day);
  }
}

// The days of 1930:173 2 §, one by one.
TEST(LegalTime, KnowsTheDaysWithoutOfficeHours) {
  for (Day day = MakeDay(2026, 1, 1); day <= MakeDay(2031, 12, 31); day += Days{1}) {
    const bool closed = WeekdayOf(day) == date::Saturday || WeekdayOf(day) == date::Sunday ||
                        IsPublicHoliday(day) || EveOf(day) == EveKind::kEquated;
    ASSERT_EQ(closed, IsLawNonWorking(day)) << FormatDay(day);
  }
}

TEST(LegalTime, GivesTheChainAfterAMeeting) {
  for (const Case& c : ReadCases("minutes_chain.txt", 9)) {
    const Day approved = c.Day(2);
    const Day posted = c.Day(4);
    EXPECT_EQ(c[1], FormatDay(AddWeeksByLaw(c.Day(0), 2))) << c.where;
    EXPECT_LE(approved, AddWeeksByLaw(c.Day(0), 2)) << c.where;
    EXPECT_EQ(c[3], FormatDay(approved + Days{2})) << c.where;
    EXPECT_LE(posted, approved + Days{2}) << c.where;
    const Day nominal = AddWeeksByLaw(posted, 3);
    EXPECT_EQ(c[5], FormatDay(nominal)) << c.where;
    EXPECT_EQ(c[6], FormatDay(LastDayByLaw(nominal))) << c.where;
    EXPECT_EQ(c[7], FormatDay(LastDayByLaw(nominal) + Days{1})) << c.where;
  }
}

// Had 2 § been used on approval too, minutes due on julafton 2026 could wait until the 28th.
TEST(LegalTime, WouldMoveApprovalOverChristmas) {
  EXPECT_EQ(MakeDay(2026, 12, 28), LastDayByLaw(AddWeeksByLaw(MakeDay(2026, 12, 10), 2)));
}

TEST(LegalTime, GivesTheInterimReport) {
  for (const Case& c : ReadCases("interim_reports.txt", 3)) {
    EXPECT_EQ((LegalDeadline{c.Day(1), c.Day(2)}), InterimReportDeadline(c.Day(0))) << c.where;
  }
}

// The months end where the law's "before the end of" says, and the weekday printed beside is the
// right one.
TEST(LegalTime, HasTheFixedDaysOfTheYear) {
  for (const Case& c : ReadCases("fixed_deadlines.txt", 7)) {
    const int year = c.Number(0);
    const Day new_year = MakeDay(year - 1, 12, 31);
    const Day expected[] = {MakeDay(year, 4, 15), AddMonthsByLaw(new_year, 6),
                            AddMonthsByLaw(new_year, 10), AddMonthsByLaw(new_year, 11),
                            AddMonthsByLaw(new_year, 12)};
    for (std::size_t i = 0; i < std::size(expected); ++i) {
      const std::string weekday(ShortWeekdayName(WeekdayOf(expected[i]), Language::kSwedish));
      EXPECT_EQ(c[i + 1], FormatDay(expected[i]) + " " + weekday) << c.where;
    }
    EXPECT_EQ(c[6] == "ja", IsElectionYear(year)) << c.where;
  }
}

}  // namespace
}  // namespace rytm
