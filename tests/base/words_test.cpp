#include "base/words.h"

#include <gtest/gtest.h>

#include "tests/cases/case_table.h"

namespace rytm {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Language kSv = Language::kSwedish;
constexpr Language kEn = Language::kEnglish;

TEST(Words, SayADay) {
  for (const Case& c : ReadCases("dates_in_words.txt", 11)) {
    EXPECT_EQ(c[1], ShortDay(c.Day(0), kSv)) << c.where;
    EXPECT_EQ(c[2], ShortDayWithYear(c.Day(0), kSv)) << c.where;
    EXPECT_EQ(c[3], LongDay(c.Day(0), kSv)) << c.where;
    EXPECT_EQ(c[4], LongDayWithoutYear(c.Day(0), kSv)) << c.where;
    EXPECT_EQ(c[5], MatrixDay(c.Day(0), kSv)) << c.where;
    EXPECT_EQ(c[6], ShortDay(c.Day(0), kEn)) << c.where;
    EXPECT_EQ(c[7], ShortDayWithYear(c.Day(0), kEn)) << c.where;
    EXPECT_EQ(c[8], LongDay(c.Day(0), kEn)) << c.where;
    EXPECT_EQ(c[9], LongDayWithoutYear(c.Day(0), kEn)) << c.where;
    EXPECT_EQ(c[10], MatrixDay(c.Day(0), kEn)) << c.where;
  }
}

TEST(Words, NameWeekdaysAndMonths) {
  EXPECT_EQ("söndag", WeekdayName(date::Sunday, kSv));
  EXPECT_EQ("Sunday", WeekdayName(date::Sunday, kEn));
  EXPECT_EQ("tors", ShortWeekdayName(date::Thursday, kSv));
  EXPECT_EQ("Thu", ShortWeekdayName(date::Thursday, kEn));
  EXPECT_EQ("augusti", MonthName(date::August, kSv));
  EXPECT_EQ("August", MonthName(date::August, kEn));
  EXPECT_EQ("april", ShortMonthName(date::April, kSv));
  EXPECT_EQ("Apr", ShortMonthName(date::April, kEn));
}

TEST(Words, SayATime) {
  struct {
    TimeOfDay time;
    const char* sv;
    const char* en;
  } const cases[] = {
      {minutes{0}, "00.00", "00:00"},
      {hours{8} + minutes{5}, "08.05", "08:05"},
      {hours{13}, "13.00", "13:00"},
      {hours{23} + minutes{59}, "23.59", "23:59"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.sv, ClockTime(c.time, kSv));
    EXPECT_EQ(c.en, ClockTime(c.time, kEn));
  }
}

TEST(Words, SayFromWhenUntilWhen) {
  struct {
    TimeOfDay start;
    Minutes length;
    const char* sv;
    const char* en;
  } const cases[] = {
      {hours{13}, hours{3}, "kl. 13.00–16.00", "13:00–16:00"},
      {hours{8} + minutes{30}, minutes{45}, "kl. 08.30–09.15", "08:30–09:15"},
      {hours{18}, hours{6}, "kl. 18.00–24.00", "18:00–24:00"},
      {hours{18} + minutes{30}, hours{7}, "kl. 18.30–01.30", "18:30–01:30"},
      {hours{9}, hours{24}, "kl. 09.00–09.00", "09:00–09:00"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.sv, ClockSpan(c.start, c.length, kSv));
    EXPECT_EQ(c.en, ClockSpan(c.start, c.length, kEn));
  }
}

TEST(Words, SayALength) {
  struct {
    Minutes length;
    const char* sv;
    const char* en;
  } const cases[] = {
      {minutes{0}, "0 minuter", "0 minutes"},
      {minutes{1}, "1 minut", "1 minute"},
      {minutes{45}, "45 minuter", "45 minutes"},
      {hours{1}, "1 timme", "1 hour"},
      {minutes{61}, "1 timme 1 minut", "1 hour 1 minute"},
      {minutes{90}, "1 timme 30 minuter", "1 hour 30 minutes"},
      {hours{2}, "2 timmar", "2 hours"},
      {minutes{150}, "2 timmar 30 minuter", "2 hours 30 minutes"},
      {hours{24}, "24 timmar", "24 hours"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.sv, LengthInWords(c.length, kSv));
    EXPECT_EQ(c.en, LengthInWords(c.length, kEn));
  }
}

}  // namespace
}  // namespace rytm
