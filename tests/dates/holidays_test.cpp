#include "dates/holidays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "base/words.h"
#include "dates/iso_week.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

constexpr int kTableFirstYear = 1900;
constexpr int kTableLastYear = 2199;

std::string_view KindInWords(NamedDayKind kind) {
  switch (kind) {
    case NamedDayKind::kPublicHoliday:
      return "helgdag";
    case NamedDayKind::kEquatedEve:
      return "afton enligt lag";
    case NamedDayKind::kCustomaryEve:
      return "afton enligt sed";
  }
  return "";
}

// "2026-W53"
std::string WeekInWords(Day day) {
  const IsoWeek week = IsoWeekOf(day);
  return std::to_string(week.year) + (week.week < 10 ? "-W0" : "-W") + std::to_string(week.week);
}

std::string Line(Day day, std::string_view name, std::string_view kind) {
  return FormatDay(day) + "," + std::string(ShortWeekdayName(WeekdayOf(day), Language::kSwedish)) +
         "," + WeekInWords(day) + "," + std::string(name) + "," + std::string(kind);
}

// Every line of the published calendar and no other.
TEST(Holidays, AreThoseOfTheCalendar2026To2031) {
  std::set<std::string> expected;
  for (const Case& c : ReadCases("holidays_2026_2031.csv", 5, ',')) {
    expected.insert(c[0] + "," + c[1] + "," + c[2] + "," + c[3] + "," + c[4]);
  }
  const DaySpan window{MakeDay(2026, 1, 1), MakeDay(2031, 12, 31)};
  std::set<std::string> computed;
  for (const NamedDay& named : NamedDaysIn(window)) {
    computed.insert(Line(named.day, named.name.sv, KindInWords(named.kind)));
  }
  for (Day day = window.first; day <= window.last; day += Days{1}) {
    if (IsBridgeDay(day)) computed.insert(Line(day, "klämdag", "klämdag"));
  }
  EXPECT_EQ(expected, computed);
}

// The yes-or-no questions give the same answers as the list of names.
TEST(Holidays, AnswerAboutADayAsInTheCalendar) {
  std::map<Day, std::set<std::string>> kinds;
  for (const Case& c : ReadCases("holidays_2026_2031.csv", 5, ',')) kinds[c.Day(0)].insert(c[4]);
  for (Day day = MakeDay(2026, 1, 1); day <= MakeDay(2031, 12, 31); day += Days{1}) {
    const std::set<std::string>& of_day = kinds[day];
    const bool weekend = WeekdayOf(day) == date::Saturday || WeekdayOf(day) == date::Sunday;
    const bool holiday = of_day.contains("helgdag") || WeekdayOf(day) == date::Sunday;
    EXPECT_EQ(holiday, IsPublicHoliday(day)) << FormatDay(day);
    EXPECT_EQ(of_day.contains("klämdag"), IsBridgeDay(day)) << FormatDay(day);
    EXPECT_EQ(!weekend && !holiday && !of_day.contains("afton enligt lag"), IsWorkingDay(day))
        << FormatDay(day);
    const EveKind eve = of_day.contains("afton enligt lag")   ? EveKind::kEquated
                        : of_day.contains("afton enligt sed") ? EveKind::kCustomary
                                                              : EveKind::kNone;
    EXPECT_EQ(eve, EveOf(day)) << FormatDay(day);
  }
}

TEST(Holidays, LeaveSoManyWorkingDaysAndBridgeDays) {
  for (const Case& c : ReadCases("working_days_per_year.txt", 3)) {
    const DaySpan year{MakeDay(c.Number(0), 1, 1), MakeDay(c.Number(0), 12, 31)};
    EXPECT_EQ(c.Number(1), WorkingDaysIn(year)) << c.where;
    std::string bridge_days;
    for (Day day = year.first; day <= year.last; day += Days{1}) {
      if (IsBridgeDay(day)) bridge_days += (bridge_days.empty() ? "" : " ") + FormatDay(day);
    }
    EXPECT_EQ(c[2], bridge_days) << c.where;
  }
}

TEST(Holidays, CountWorkingDaysWithBothEnds) {
  const Day friday = MakeDay(2026, 11, 27);
  EXPECT_EQ(1, WorkingDaysIn({friday, friday}));
  EXPECT_EQ(2, WorkingDaysIn({friday, friday + Days{3}}));
  EXPECT_EQ(0, WorkingDaysIn({friday + Days{1}, friday + Days{2}}));
}

TEST(Holidays, HaveNames) {
  struct {
    const char* day;
    const char* sv;
    const char* en;
  } const cases[] = {
      {"2027-03-26", "långfredagen", "Good Friday"},
      {"2027-05-06", "Kristi himmelsfärdsdag", "Ascension Day"},
      {"2026-06-19", "midsommarafton", "Midsummer Eve"},
      {"2026-10-31", "alla helgons dag", "All Saints' Day"},
      {"2028-04-30", "valborgsmässoafton", "Walpurgis Night"},
      {"2008-05-01", "första maj och Kristi himmelsfärdsdag", "May Day and Ascension Day"},
      {"2049-06-06", "nationaldagen och pingstdagen", "National Day and Whit Sunday"},
      {"1992-06-06", "pingstafton", "Whitsun Eve"},
  };
  for (const auto& c : cases) {
    const auto name = NameOf(*ParseDay(c.day));
    ASSERT_TRUE(name.has_value()) << c.day;
    EXPECT_EQ(c.sv, name->sv) << c.day;
    EXPECT_EQ(c.en, name->en) << c.day;
  }
  for (const char* day : {"2026-11-25", "2026-11-29", "2026-05-15", "2028-06-05", "2026-12-23"}) {
    EXPECT_EQ(std::nullopt, NameOf(*ParseDay(day))) << day;
  }
}

// SFS 2004:1320: from 2005 nationaldagen instead of annandag pingst.
TEST(Holidays, ChangedIn2005) {
  struct {
    const char* day;
    bool holiday;
  } const cases[] = {
      {"2003-06-06", false},  // fredag
      {"2004-05-31", true},   // annandag pingst
      {"2005-05-16", false},
      {"2005-06-06", true},  // måndag
  };
  for (const auto& c : cases) EXPECT_EQ(c.holiday, IsPublicHoliday(*ParseDay(c.day))) << c.day;
}

// The ecclesiastical full moon of each golden number, the same for all of 1900-2199 (the table of
// the lunar cycle in the prayer books), as days after 1 March. Easter is the Sunday after it.
Day EasterByGoldenNumber(int year) {
  constexpr unsigned kApril = 31;
  constexpr std::array<unsigned, 19> kFullMoon = {
      kApril + 14, kApril + 3,  23,          kApril + 11, 31,          kApril + 18, kApril + 8,
      28,          kApril + 16, kApril + 5,  25,          kApril + 13, kApril + 2,  22,
      kApril + 10, 30,          kApril + 17, kApril + 7,  27};
  const auto golden_number = static_cast<std::size_t>(year % 19);
  Day day = MakeDay(year, 3, 1) + Days{kFullMoon.at(golden_number) - 1};
  do {
    day += Days{1};
  } while (WeekdayOf(day) != date::Sunday);
  return day;
}

TEST(Easter, IsTheSundayAfterTheFullMoonOfTheChurch) {
  for (int year = kTableFirstYear; year <= kTableLastYear; ++year) {
    ASSERT_EQ(FormatDay(EasterByGoldenNumber(year)), FormatDay(EasterSunday(year))) << year;
  }
}

TEST(Easter, IsOnTheseDays) {
  for (const char* text : {
           "1818-03-22",  // as early as it can be
           "1899-04-02",
           "1900-04-15",
           "1943-04-25",  // as late as it can be
           "1954-04-18",
           "1981-04-19",
           "2026-04-05",
           "2027-03-28",
           "2037-04-05",
           "2038-04-25",
           "2049-04-18",
           "2076-04-19",
           "2199-04-14",
           "2200-04-06",
           "2285-03-22",
           "2299-04-16",
       }) {
    const Day day = *ParseDay(text);
    EXPECT_EQ(text, FormatDay(EasterSunday(YearOf(day))));
  }
}

TEST(WorkingDay, IsNeverAHolidayOrAWeekendOrAnEquatedEve) {
  for (Day day = MakeDay(1990, 1, 1); day <= MakeDay(kTableLastYear, 12, 31); day += Days{1}) {
    if (WeekdayOf(day) == date::Sunday) {
      ASSERT_TRUE(IsPublicHoliday(day)) << FormatDay(day);
    }
    if (IsWorkingDay(day)) {
      ASSERT_FALSE(IsPublicHoliday(day)) << FormatDay(day);
      ASSERT_NE(date::Saturday, WeekdayOf(day)) << FormatDay(day);
      ASSERT_NE(EveKind::kEquated, EveOf(day)) << FormatDay(day);
    }
    if (IsBridgeDay(day)) {
      ASSERT_TRUE(IsWorkingDay(day)) << FormatDay(day);
    }
  }
}

// Whatever the year: how many named days, and the weekdays the law or the custom ties them to.
TEST(NamedDays, AreTheSameEachYear) {
  for (int year = 2005; year <= kTableLastYear; ++year) {
    const auto named = NamedDaysIn({MakeDay(year, 1, 1), MakeDay(year, 12, 31)});
    std::map<NamedDayKind, int> count;
    for (const NamedDay& day : named) ++count[day.kind];
    ASSERT_EQ(13, count[NamedDayKind::kPublicHoliday]) << year;
    ASSERT_EQ(3, count[NamedDayKind::kEquatedEve]) << year;
    ASSERT_EQ(6, count[NamedDayKind::kCustomaryEve]) << year;
    ASSERT_TRUE(std::is_sorted(named.begin(), named.end(), [](const auto& a, const auto& b) {
      return a.day < b.day;
    })) << year;
    for (const NamedDay& day : named) {
      if (day.kind == NamedDayKind::kPublicHoliday) {
        ASSERT_TRUE(IsPublicHoliday(day.day)) << FormatDay(day.day);
      }
      if (day.name.sv == "midsommardagen" || day.name.sv == "alla helgons dag") {
        ASSERT_EQ(date::Saturday, WeekdayOf(day.day)) << FormatDay(day.day);
      }
    }
  }
}

TEST(NamedDays, StandInTheSpanWithBothEnds) {
  const Day christmas = MakeDay(2026, 12, 25);
  EXPECT_EQ(1u, NamedDaysIn({christmas, christmas}).size());
  EXPECT_EQ(3u, NamedDaysIn({christmas - Days{1}, christmas + Days{1}}).size());
  EXPECT_TRUE(NamedDaysIn({christmas + Days{2}, christmas + Days{5}}).empty());
}

TEST(NamedDays, PutTheHolidayFirstWhenTwoMeet) {
  const Day day = MakeDay(2008, 5, 1);
  const auto named = NamedDaysIn({day, day});
  ASSERT_EQ(2u, named.size());
  EXPECT_EQ("första maj", named[0].name.sv);
  EXPECT_EQ("Kristi himmelsfärdsdag", named[1].name.sv);
}

}  // namespace
}  // namespace rytm
