#include "dates/iso_week.h"

#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <set>
#include <string>

#include "base/limits.h"
#include "dates/holidays.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

TEST(IsoWeek, IsAsInTheTable) {
  for (const Case& c : ReadCases("iso_weeks.txt", 4)) {
    const IsoWeek week{c.Number(1), static_cast<unsigned>(c.Number(2))};
    EXPECT_EQ(week, IsoWeekOf(c.Day(0))) << c.where;
    EXPECT_EQ(c.Day(0), DayOfIsoWeek(week.year, week.week, c.Weekday(3))) << c.where;
  }
}

TEST(IsoWeek, HasTheSchoolBreaksOfThePlan) {
  for (const Case& c : ReadCases("weeks_2026_2031.txt", 4)) {
    const int year = c.Number(0);
    const auto week = static_cast<unsigned>(c.Number(1));
    EXPECT_EQ(c.Day(2), DayOfIsoWeek(year, week, date::Monday)) << c.where;
    EXPECT_EQ(c.Day(3), DayOfIsoWeek(year, week, date::Friday)) << c.where;
    EXPECT_EQ((DaySpan{c.Day(2), c.Day(3) + Days{2}}), SpanOfIsoWeek(year, week)) << c.where;
  }
}

TEST(IsoWeek, HasTheDaysAroundEaster) {
  for (const Case& c : ReadCases("days_around_easter.txt", 5)) {
    const IsoWeek week = IsoWeekOf(EasterSunday(c.Number(0)));
    EXPECT_EQ(c.Day(1), DayOfIsoWeek(week.year, week.week, date::Monday)) << c.where;
    EXPECT_EQ(c.Day(2), DayOfIsoWeek(week.year, week.week, date::Thursday)) << c.where;
    EXPECT_EQ(c.Day(3), DayOfIsoWeek(week.year, week.week + 1, date::Tuesday)) << c.where;
    EXPECT_EQ(c.Day(4), DayOfIsoWeek(week.year, week.week + 1, date::Friday)) << c.where;
  }
}

// The C library counts the same weeks.
TEST(IsoWeek, IsTheWeekOfStrftime) {
  for (Day day = MakeDay(1990, 1, 1); day <= kLastDay; day += Days{1}) {
    const std::time_t moment = day.time_since_epoch() / std::chrono::seconds{1};
    std::tm civil{};
    ASSERT_NE(nullptr, gmtime_r(&moment, &civil));
    std::array<char, 16> text{};
    ASSERT_NE(0u, std::strftime(text.data(), text.size(), "%G %V", &civil));
    const IsoWeek week = IsoWeekOf(day);
    ASSERT_EQ(text.data(),
              std::to_string(week.year) + (week.week < 10 ? " 0" : " ") + std::to_string(week.week))
        << FormatDay(day);
  }
}

TEST(IsoWeek, ComesBackToTheSameDay) {
  for (Day day = MakeDay(1990, 1, 1); day <= kLastDay; day += Days{1}) {
    const IsoWeek week = IsoWeekOf(day);
    ASSERT_EQ(day, DayOfIsoWeek(week.year, week.week, WeekdayOf(day))) << FormatDay(day);
    ASSERT_TRUE(SpanOfIsoWeek(week.year, week.week).Contains(day)) << FormatDay(day);
  }
}

TEST(IsoWeek, HasNoWeek53InMostYears) {
  const std::set<int> long_years = {1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037};
  for (int year = 1990; year <= 2037; ++year) {
    const bool is_long = long_years.contains(year);
    EXPECT_EQ(is_long ? 53u : 52u, IsoWeeksIn(year)) << year;
    EXPECT_EQ(is_long, DayOfIsoWeek(year, 53, date::Wednesday).has_value()) << year;
    EXPECT_EQ(std::nullopt, DayOfIsoWeek(year, 0, date::Monday)) << year;
    EXPECT_EQ(std::nullopt, DayOfIsoWeek(year, 54, date::Monday)) << year;
  }
}

}  // namespace
}  // namespace rytm
