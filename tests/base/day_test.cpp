#include "base/day.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <type_traits>

#include "base/limits.h"

namespace rytm {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// A civil day becomes an instant only through a zone. Each line would be a wrong date if it
// compiled.
static_assert(!std::is_convertible_v<Day, Instant> && !std::is_constructible_v<Instant, Day>);
static_assert(!std::is_convertible_v<Instant, Day> && !std::is_constructible_v<Day, Instant>);
static_assert(!std::is_convertible_v<int, Day> && !std::is_convertible_v<int, TimeOfDay>);

TEST(Day, IsReadAndWritten) {
  struct {
    const char* text;
    int year;
    unsigned month;
    unsigned day;
  } const cases[] = {
      {"2027-02-03", 2027, 2, 3},   {"2028-02-29", 2028, 2, 29}, {"2026-12-31", 2026, 12, 31},
      {"1996-01-01", 1996, 1, 1},   {"2000-02-29", 2000, 2, 29}, {"0001-01-01", 1, 1, 1},
      {"9999-12-31", 9999, 12, 31},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(MakeDay(c.year, c.month, c.day), ParseDay(c.text)) << c.text;
    EXPECT_EQ(c.text, FormatDay(MakeDay(c.year, c.month, c.day)));
  }
}

TEST(Day, RefusesWhatIsNoDay) {
  for (const std::string text :
       {"",           "2027",        "2027-2-3",    "2027-02-30",  "2027-02-29",  "2100-02-29",
        "2027-13-01", "2027-00-10",  "2027-01-00",  "2027-01-32",  "2027-04-31",  "2027/02/03",
        "20270203",   "2027-02-03 ", " 2027-02-03", "2027-02-03T", "27-02-03",    "+2027-02-03",
        "-027-02-03", "2027-02-0x",  "２027-02-03", "2027-W05-3",  "2027-02-03Z", "12027-02-03"}) {
    EXPECT_EQ(std::nullopt, ParseDay(text)) << '"' << text << '"';
  }
  EXPECT_EQ(std::nullopt, ParseDay(std::string_view("2027-02-0\0", 10)));
}

TEST(Day, ComesBackAsItWasOnEachDayOfThePlanningWindow) {
  for (Day day = kFirstDay; day <= kLastDay; day += Days{1}) {
    ASSERT_EQ(day, ParseDay(FormatDay(day)));
  }
}

TEST(Day, SpanHoldsBothItsEnds) {
  const DaySpan span{MakeDay(2026, 10, 15), MakeDay(2030, 10, 14)};
  EXPECT_FALSE(span.Contains(MakeDay(2026, 10, 14)));
  EXPECT_TRUE(span.Contains(MakeDay(2026, 10, 15)));
  EXPECT_TRUE(span.Contains(MakeDay(2030, 10, 14)));
  EXPECT_FALSE(span.Contains(MakeDay(2030, 10, 15)));
}

TEST(TimeOfDay, IsReadAndWritten) {
  struct {
    const char* text;
    TimeOfDay time;
  } const cases[] = {
      {"00:00", minutes{0}},
      {"08:05", hours{8} + minutes{5}},
      {"13:30", hours{13} + minutes{30}},
      {"23:59", hours{23} + minutes{59}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.time, ParseTimeOfDay(c.text)) << c.text;
    EXPECT_EQ(c.text, FormatTimeOfDay(c.time));
  }
  for (const std::string text : {"", "24:00", "13:60", "9:00", "13.30", "13:30:00", "1330", "13:3",
                                 " 13:30", "13:30 ", "-1:00", "+1:00", "1e:00", "99:99"}) {
    EXPECT_EQ(std::nullopt, ParseTimeOfDay(text)) << '"' << text << '"';
  }
}

TEST(Length, IsReadAndWritten) {
  struct {
    const char* text;
    Minutes length;
    const char* written;
  } const cases[] = {
      {"PT1M", minutes{1}, "PT1M"},
      {"PT45M", minutes{45}, "PT45M"},
      {"PT3H", hours{3}, "PT3H"},
      {"PT1H30M", minutes{90}, "PT1H30M"},
      {"PT90M", minutes{90}, "PT1H30M"},
      {"PT24H", hours{24}, "PT24H"},
      {"PT1440M", hours{24}, "PT24H"},
      {"PT8H0M", hours{8}, "PT8H"},
      {"PT0H20M", minutes{20}, "PT20M"},
      {"PT05M", minutes{5}, "PT5M"},
      {"PT23H59M", minutes{1439}, "PT23H59M"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.length, ParseLength(c.text)) << c.text;
    EXPECT_EQ(c.written, FormatLength(c.length));
  }
}

TEST(Length, RefusesWhatIsNoLengthOfAMeeting) {
  for (const std::string text :
       {"",        "PT",     "PT0M",  "PT0H",   "PT0H0M",   "PT25H",   "PT24H1M", "PT1441M",
        "3H",      "P3H",    "P1D",   "P1DT1H", "PT3h",     "pt3H",    "PT3",     "PT30M1H",
        "PT1.5H",  "PT1H30", "PT-1H", "-PT1H",  "PT1H ",    " PT1H",   "PT1H1H",  "PT30M30M",
        "PT1H30S", "PT30S",  "PTH",   "PTM",    "PT99999M", "PT00001M"}) {
    EXPECT_EQ(std::nullopt, ParseLength(text)) << '"' << text << '"';
  }
}

TEST(Length, ComesBackAsItWas) {
  for (Minutes length{1}; length <= hours{24}; length += minutes{1}) {
    ASSERT_EQ(length, ParseLength(FormatLength(length))) << FormatLength(length);
  }
}

TEST(Instant, IsReadAndWritten) {
  struct {
    const char* text;
    std::chrono::seconds::rep since_1970;  // from date -u +%s
  } const cases[] = {
      {"1970-01-01T00:00:00Z", 0},          {"2026-01-01T00:00:00Z", 1767225600},
      {"2026-11-23T14:02:00Z", 1795442520}, {"2028-02-29T23:59:59Z", 1835481599},
      {"1969-12-31T23:59:59Z", -1},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Instant{seconds{c.since_1970}}, ParseInstant(c.text)) << c.text;
    EXPECT_EQ(c.text, FormatInstant(Instant{seconds{c.since_1970}}));
  }
  for (const std::string text :
       {"", "2026-11-23", "2026-11-23T14:02Z", "2026-11-23T14:02:00", "2026-11-23 14:02:00Z",
        "2026-11-23t14:02:00z", "2026-11-23T14:02:60Z", "2026-11-23T24:00:00Z",
        "2026-02-30T14:02:00Z", "2026-11-23T14:02:00+01:00", "2026-11-23T14:02:00.0Z",
        "2026-11-23T14:02:00Z "}) {
    EXPECT_EQ(std::nullopt, ParseInstant(text)) << '"' << text << '"';
  }
}

TEST(Weekday, IsReadAndWritten) {
  struct {
    const char* text;
    Weekday weekday;
    Day day;  // one in November 2026
  } const cases[] = {
      {"MO", date::Monday, MakeDay(2026, 11, 23)},    {"TU", date::Tuesday, MakeDay(2026, 11, 24)},
      {"WE", date::Wednesday, MakeDay(2026, 11, 25)}, {"TH", date::Thursday, MakeDay(2026, 11, 26)},
      {"FR", date::Friday, MakeDay(2026, 11, 27)},    {"SA", date::Saturday, MakeDay(2026, 11, 28)},
      {"SU", date::Sunday, MakeDay(2026, 11, 29)},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.weekday, ParseWeekday(c.text)) << c.text;
    EXPECT_EQ(c.text, FormatWeekday(c.weekday));
    EXPECT_EQ(c.text, FormatWeekday(WeekdayOf(c.day)));
  }
  for (const std::string text : {"", "M", "mo", "Mo", "MON", "MO ", "1MO", "XX", "ON"}) {
    EXPECT_EQ(std::nullopt, ParseWeekday(text)) << '"' << text << '"';
  }
}

}  // namespace
}  // namespace rytm
