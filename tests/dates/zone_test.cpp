#include "dates/zone.h"

#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "tests/cases/case_table.h"

namespace rytm {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Zone Find(const std::string& name) {
  const auto zone = Zone::Find(name);
  if (!zone.ok()) throw std::runtime_error("this machine's tzdata has no " + name);
  return zone.value();
}

TEST(Zone, RefusesTimesThatTheClocksSkipOrShowTwice) {
  const Zone stockholm = Find("Europe/Stockholm");
  for (const Case& c : ReadCases("clock_changes.txt", 3)) {
    const auto instant = stockholm.InstantOf(c.Day(0), ParseTimeOfDay(c[1]).value());
    if (instant.ok()) {
      EXPECT_EQ(c[2], FormatInstant(instant.value())) << c.where;
      continue;
    }
    EXPECT_EQ(ErrorCode::kBadInput, instant.error().code) << c.where;
    const bool skipped = instant.error().message.sv.find("finns inte") != std::string::npos;
    const bool repeated = instant.error().message.sv.find("två gånger") != std::string::npos;
    EXPECT_EQ(c[2], skipped ? "finns inte" : repeated ? "två gånger" : "") << c.where;
  }
}

TEST(Zone, SaysInBothLanguagesWhyATimeIsRefused) {
  const Zone stockholm = Find("Europe/Stockholm");
  const auto spring = stockholm.InstantOf(MakeDay(2026, 3, 29), hours{2} + minutes{30});
  ASSERT_FALSE(spring.ok());
  EXPECT_EQ(
      "Klockan 02.30 söndag 29 mars 2026 finns inte: klockan ställs fram den natten. Välj en annan "
      "tid.",
      spring.error().message.sv);
  EXPECT_EQ(
      "02:30 on Sunday 29 March 2026 does not exist: the clocks go forward that night. Choose "
      "another time.",
      spring.error().message.en);
  const auto autumn = stockholm.InstantOf(MakeDay(2026, 10, 25), hours{2} + minutes{30});
  ASSERT_FALSE(autumn.ok());
  EXPECT_EQ(
      "Klockan 02.30 söndag 25 oktober 2026 inträffar två gånger: klockan ställs tillbaka den "
      "natten. Välj en annan tid.",
      autumn.error().message.sv);
  EXPECT_EQ(
      "02:30 on Sunday 25 October 2026 comes twice: the clocks go back that night. Choose another "
      "time.",
      autumn.error().message.en);
}

TEST(Zone, RefusesDaysAfterTheLast) {
  const Zone stockholm = Find("Europe/Stockholm");
  EXPECT_TRUE(stockholm.InstantOf(kLastDay, hours{13}).ok());
  const auto late = stockholm.InstantOf(kLastDay + Days{1}, hours{13});
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(ErrorCode::kBadInput, late.error().code);
  EXPECT_EQ("Välj en dag senast torsdag 31 december 2037. Längre fram är sommartiden inte känd.",
            late.error().message.sv);
}

TEST(Zone, KnowsWhenTheDayBegins) {
  struct {
    const char* zone;
    const char* day;
    const char* utc;
  } const cases[] = {
      {"Europe/Stockholm", "2026-01-01", "2025-12-31T23:00:00Z"},
      {"Europe/Stockholm", "2026-03-29", "2026-03-28T23:00:00Z"},
      {"Europe/Stockholm", "2026-03-30", "2026-03-29T22:00:00Z"},
      {"Europe/Stockholm", "2026-10-26", "2026-10-25T23:00:00Z"},
      {"America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"},  // the clocks skipped midnight
      {"America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"},     // and here show it twice
  };
  for (const auto& c : cases) {
    EXPECT_EQ(c.utc, FormatInstant(Find(c.zone).StartOfDay(*ParseDay(c.day)))) << c.day;
  }
}

TEST(Zone, TellsTheLocalTime) {
  const Zone stockholm = Find("Europe/Stockholm");
  struct {
    const char* utc;
    LocalTime local;
  } const cases[] = {
      {"2026-11-23T14:02:07Z", {MakeDay(2026, 11, 23), hours{15} + minutes{2}, seconds{7}}},
      {"2026-07-01T22:00:00Z", {MakeDay(2026, 7, 2), hours{0}, seconds{0}}},
      {"2026-12-31T22:59:59Z", {MakeDay(2026, 12, 31), hours{23} + minutes{59}, seconds{59}}},
      {"2026-12-31T23:00:00Z", {MakeDay(2027, 1, 1), hours{0}, seconds{0}}},
      {"2026-10-25T00:30:00Z", {MakeDay(2026, 10, 25), hours{2} + minutes{30}, seconds{0}}},
      {"2026-10-25T01:30:00Z", {MakeDay(2026, 10, 25), hours{2} + minutes{30}, seconds{0}}},
  };
  for (const auto& c : cases) EXPECT_EQ(c.local, stockholm.LocalOf(*ParseInstant(c.utc))) << c.utc;
}

// Every half hour of the planning window comes back as it was, but for the hour shown twice.
TEST(Zone, ComesBackToTheSameInstant) {
  const Zone stockholm = Find("Europe/Stockholm");
  int refused = 0;
  for (Instant instant = stockholm.StartOfDay(MakeDay(2026, 1, 1));
       instant < stockholm.StartOfDay(kLastDay); instant += minutes{30}) {
    const LocalTime local = stockholm.LocalOf(instant);
    const auto back = stockholm.InstantOf(local.day, local.time);
    if (!back.ok()) {
      ++refused;
      continue;
    }
    ASSERT_EQ(instant, back.value()) << FormatInstant(instant);
  }
  EXPECT_EQ(12 * 4, refused);  // 02:00 and 02:30, twice each, in the autumns of 2026-2037
}

TEST(Zone, IsFoundByItsName) {
  for (const std::string name : {"Europe/Stockholm", "Europe/Helsinki", "America/New_York"}) {
    const auto zone = Zone::Find(name);
    ASSERT_TRUE(zone.ok()) << name;
    EXPECT_EQ(name, zone.value().name());
  }
  for (const std::string name : {"", "Stockholm", "europe/stockholm", "Europe/Ekeby", "CEST",
                                 "../../../etc/passwd", "Europe/Stockholm "}) {
    const auto zone = Zone::Find(name);
    ASSERT_FALSE(zone.ok()) << name;
    EXPECT_EQ(ErrorCode::kBadInput, zone.error().code) << name;
    EXPECT_EQ("Tidszonen \"" + name + "\" finns inte. Skriv ett namn som Europe/Stockholm.",
              zone.error().message.sv);
  }
}

TEST(Zone, FitsTheTimeZoneTextOfOurFeeds) {
  struct {
    const char* zone;
    const char* first;
    const char* last;
    bool fits;
  } const cases[] = {
      {"Europe/Stockholm", "1996-01-01", "2037-12-31", true},
      {"Europe/Stockholm", "2026-10-15", "2030-12-31", true},
      {"Europe/Stockholm", "2026-03-29", "2026-03-29", true},
      {"Europe/Stockholm", "2026-10-25", "2026-10-25", true},
      {"Europe/Stockholm", "1995-12-31", "2026-12-31", false},  // before our text holds
      {"Europe/Stockholm", "2026-01-01", "2038-01-01", false},  // after all that is known
      {"Europe/Berlin", "2026-01-01", "2037-12-31", true},
      {"Europe/Helsinki", "2026-01-01", "2026-12-31", false},  // an hour ahead
      {"Europe/London", "2026-07-01", "2026-07-02", false},    // an hour behind
      {"Africa/Tunis", "2026-11-01", "2027-03-27", true},      // the same, but no summer time
      {"Africa/Tunis", "2026-11-01", "2027-03-28", false},
      {"Africa/Tunis", "2005-05-10", "2005-09-29", true},         // it had summer time that year,
      {"Africa/Tunis", "2005-05-10", "2005-10-15", false},        // but ended it on 30 September
      {"Africa/Johannesburg", "2026-04-01", "2026-10-24", true},  // summer time all year
      {"Africa/Johannesburg", "2026-04-01", "2026-10-25", false},
  };
  for (const auto& c : cases) {
    const DaySpan window{*ParseDay(c.first), *ParseDay(c.last)};
    EXPECT_EQ(c.fits, Find(c.zone).FitsOurTimeZoneText(window))
        << c.zone << " " << c.first << " " << c.last;
  }
}

}  // namespace
}  // namespace rytm
