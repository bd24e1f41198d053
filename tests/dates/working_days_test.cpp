#include "dates/working_days.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "dates/holidays.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

TEST(AddWorkingDays, StepsAsInTheTable) {
  for (const Case& c : ReadCases("working_days.txt", 4)) {
    EXPECT_EQ(c[2], FormatDay(AddWorkingDays(c.Day(0), c.Number(1)))) << c.where;
  }
}

TEST(NearestWorkingDay, IsAsInTheTable) {
  for (const Case& c : ReadCases("nearest_working_day.txt", 7)) {
    const Day day = c.Day(0);
    EXPECT_EQ(c[1], FormatDay(NearestWorkingDay(day))) << c.where;
    EXPECT_EQ(c[2], FormatDay(WorkingDayOnOrAfter(day))) << c.where;
    EXPECT_EQ(c[3], FormatDay(WorkingDayOnOrBefore(day))) << c.where;
    EXPECT_EQ(c[4], FormatDay(NextWorkingDay(day))) << c.where;
    EXPECT_EQ(c[5], FormatDay(PreviousWorkingDay(day))) << c.where;
  }
}

TEST(AddWorkingDays, GoesBackTheWayItCame) {
  for (Day day = MakeDay(2020, 1, 1); day <= kLastDay; day += Days{1}) {
    for (const int n : {1, 2, 5, 10, 26}) {
      const Day there = AddWorkingDays(day, n);
      ASSERT_TRUE(IsWorkingDay(there)) << FormatDay(day);
      ASSERT_EQ(n, WorkingDaysIn({day + Days{1}, there})) << FormatDay(day);
      const Day back = AddWorkingDays(there, -n);
      ASSERT_EQ(WorkingDayOnOrBefore(day), back) << FormatDay(day) << " + " << n;
    }
  }
}

TEST(NearestWorkingDay, HasNoWorkingDayNearer) {
  for (Day day = kFirstDay; day <= kLastDay; day += Days{1}) {
    const Day nearest = NearestWorkingDay(day);
    ASSERT_TRUE(IsWorkingDay(nearest)) << FormatDay(day);
    const Days away = nearest < day ? day - nearest : nearest - day;
    for (Days d{0}; d < away; d += Days{1}) {
      ASSERT_FALSE(IsWorkingDay(day - d)) << FormatDay(day);
      ASSERT_FALSE(IsWorkingDay(day + d)) << FormatDay(day);
    }
    ASSERT_TRUE(nearest <= day || !IsWorkingDay(day - away)) << "tie: " << FormatDay(day);
  }
}

}  // namespace
}  // namespace rytm
