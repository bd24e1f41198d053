#include "cycle/expand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>

#include "base/limits.h"
#include "tests/cycle/rules.h"

namespace rytm {
namespace {

constexpr Day D(int year, unsigned month, unsigned day) { return MakeDay(year, month, day); }

CalendarEntry Recess(const char* name, date::month_day from, date::month_day until) {
  CalendarEntry entry;
  entry.name = Text(name);
  entry.days = CalendarEntry::FromUntil{{std::nullopt, from}, {std::nullopt, until}};
  return entry;
}

const Calendars& SummerAndChristmas() {
  static const Calendars calendars = [] {
    Calendars made;
    made.recesses = {Recess("Sommar", date::June / 23, date::August / 13),
                     Recess("Jul", date::December / 20, date::January / 6)};
    return made;
  }();
  return calendars;
}

std::vector<BaseDay> MonthlyMeetings(int first_year, int last_year) {
  std::vector<BaseDay> meetings;
  for (int year = first_year; year <= last_year; ++year) {
    for (unsigned month = 1; month <= 12; ++month) {
      meetings.push_back({.index = meetings.size(),
                          .day = D(year, month, 18),
                          .extra = month == 5,
                          .cancelled = month == 3,
                          .reserve = month == 7});
    }
  }
  return meetings;
}

std::string Listed(const std::vector<NominalDay>& days) {
  std::string text;
  for (const NominalDay& nominal : days) {
    text += FormatDay(nominal.day);
    if (nominal.base) text += "@" + std::to_string(*nominal.base);
    if (nominal.saturday_asked) text += "!";
    text += " ";
  }
  return text;
}

constexpr const char* kAllForms[] = {
    R"({"rrule": "FREQ=MONTHLY;BYDAY=3WE"})",
    R"({"rrule": "FREQ=MONTHLY;BYDAY=5SA"})",
    R"({"rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"})",
    R"({"rrule": "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2"})",
    R"({"rrule": "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "anchor": "2028-05-17"})",
    R"({"rrule": "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,TU", "anchor": "2019-02-05"})",
    R"({"rrule": "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "anchor": "2026-11-04",
        "restart": {"after": "recess", "iso-week": 34}})",
    R"({"rrule": "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH", "anchor": "2025-09-02",
        "restart": [{"after": "recess", "iso-week": 3}, {"after": "recess", "iso-week": 35}]})",
    R"({"rrule": "FREQ=WEEKLY;INTERVAL=5;BYDAY=FR", "anchor": "2025-01-03",
        "restart": {"iso-week": 53}})",
    R"({"rrule": "FREQ=WEEKLY;BYDAY=TH", "restart": {"after": "recess", "iso-week": 33}})",
    R"({"rrule": "FREQ=DAILY;INTERVAL=40", "anchor": "2024-02-29"})",
    R"({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"})",
    R"({"rrule": "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=2TU", "anchor": "2025-03-11"})",
    R"({"from": "kf/meeting", "weeks": -2, "weekday": "SA"})",
    R"({"from": "kf/meeting", "working-days": -10, "extras": true})",
    R"({"weeks": [1, 26, 52, 53], "weekday": "SU"})",
    R"({"dates": ["2028-02-05", "2027-02-03", "2029-12-31"]})",
    R"({"law": "KL 11:20"})",
    R"({"term": "first-weekday-after-start", "weekday": "MO"})",
    R"({"term": "months-after-start", "months": 47})",
    R"({"term": "middle"})",
    R"({"term": "end", "weekday": "TH"})",
    R"({"term": "election-year", "day": "--05-15"})",
    R"({"meeting": "every", "n": 3, "days": -9})",
    R"({"meeting": "first", "of": "term"})",
    R"({"meeting": "last", "days": 20})",
    R"({"rrule": "FREQ=MONTHLY;BYDAY=1WE", "from": "2027-03-03", "until": "2029-03-07"})"};

class ExpandTest : public testing::Test {
 protected:
  ExpandTest() {
    body_.kind = BodyKind::kExecutiveBoard;
    body_.term_start = date::October / 15;
    body_.from = D(2026, 6, 1);
    Deadline deadline;
    deadline.id = "KL 11:20";
    deadline.day = date::April / 15;
    deadline.valid_from = D(2018, 1, 1);
    deadline.kinds = {BodyKind::kExecutiveBoard};
    deadlines_ = {deadline};
  }

  Result<std::vector<NominalDay>> Given(const When& when, DaySpan window) const {
    const DayFacts facts(SummerAndChristmas(), window);
    return Expand(when, 0, body_, meetings_, deadlines_, facts, window);
  }

  Body body_;
  std::vector<Deadline> deadlines_;
  const std::vector<BaseDay> meetings_ = MonthlyMeetings(2022, 2034);
};

TEST_F(ExpandTest, WindowsAgree) {
  constexpr unsigned kSeed = 20262030;
  std::mt19937 random(kSeed);
  const auto upto = [&](int last) { return std::uniform_int_distribution<int>(0, last)(random); };
  const DaySpan wide{D(2026, 1, 1), D(2031, 12, 31)};
  for (const char* json : kAllForms) {
    const When rule = WhenFrom(json);
    const Result<std::vector<NominalDay>> all = Given(rule, wide);
    ASSERT_TRUE(all.ok()) << json;
    EXPECT_FALSE(all.value().empty()) << json;
    for (int i = 0; i < 100; ++i) {
      const Day first = wide.first + Days{upto(1900)};
      const DaySpan window{first, std::min(wide.last, first + Days{upto(700)})};
      std::vector<NominalDay> cut = all.value();
      std::erase_if(cut, [&](const NominalDay& nominal) { return !window.Contains(nominal.day); });
      ASSERT_EQ(Listed(cut), Listed(Given(rule, window).value()))
          << json << ", " << FormatDay(window.first) << " to " << FormatDay(window.last)
          << ", seed " << kSeed;
    }
  }
}

TEST_F(ExpandTest, TheSameAgainAndFromManyThreads) {
  const DaySpan window{D(2027, 1, 1), D(2030, 12, 31)};
  const auto all = [&] {
    std::string text;
    for (const char* rule : kAllForms) text += Listed(Given(WhenFrom(rule), window).value());
    return text;
  };
  const std::string expected = all();
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& text : got) threads.emplace_back([&] { text = all(); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::vector<std::string>(4, expected), got);
}

TEST_F(ExpandTest, MoreDaysThanAPlanHoldsAreRefused) {
  When when = WhenFrom(R"({"rrule": "FREQ=DAILY"})");
  when.pointer = "/bodies/0/series/0/when/0";
  const Day first = D(2027, 1, 1);
  const Days most{static_cast<int>(kOccurrencesMax)};
  const auto filled = Given(when, {first, first + most - Days{1}});
  ASSERT_TRUE(filled.ok());
  EXPECT_EQ(kOccurrencesMax, filled.value().size());
  const auto over = Given(when, {first, first + most});
  ASSERT_FALSE(over.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, over.error().code);
  ASSERT_EQ(1U, over.error().problems.size());
  EXPECT_EQ("/bodies/0/series/0/when/0", over.error().problems[0].pointer);
  EXPECT_NE(std::string::npos, over.error().message.sv.find("4000"));
}

// The reader refuses them all; here they must at least end.
TEST_F(ExpandTest, HostileRulesEnd) {
  const DaySpan window{D(2027, 1, 1), kLastDay};
  for (const char* rrule : {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                            "FREQ=MINUTELY",
                            "FREQ=HOURLY;INTERVAL=1",
                            "FREQ=DAILY;INTERVAL=0",
                            "FREQ=DAILY;INTERVAL=-1",
                            "FREQ=DAILY;INTERVAL=99999999999",
                            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                            "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
                            "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                            "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=1000",
                            "FREQ=MONTHLY;BYDAY=255SU",
                            "FREQ=YEARLY;BYDAY=53MO;BYMONTH=2",
                            "FREQ=DAILY;COUNT=1000000000",
                            "FREQ=DAILY;BYSETPOS=366",
                            "FREQ=YEARLY;BYWEEKNO=53;BYSECOND=61",
                            "FREQ=YEARLY;RSCALE=X",
                            "FREQ=",
                            "BYDAY=MO",
                            "",
                            ";;;",
                            "FREQ=DAILY;FREQ=SECONDLY"}) {
    When when;
    when.rule = Recurrence{rrule, std::nullopt, {}};
    const auto days = Given(when, window);
    ASSERT_TRUE(days.ok()) << rrule;
    EXPECT_EQ("", Listed(days.value())) << rrule;
  }
  const When rare = WhenFrom(R"({"rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=FR"})");
  EXPECT_EQ("2036-02-29 ", Listed(Given(rare, window).value())) << "rare is not never";
}

TEST_F(ExpandTest, AnAnchorFarInThePastOrFutureIsNoSearch) {
  const When old = WhenFrom(R"({"rrule": "FREQ=DAILY", "anchor": "1996-01-01"})");
  body_.from.reset();
  EXPECT_EQ(31U, Given(old, {D(2037, 12, 1), kLastDay}).value().size());
  const When late = WhenFrom(R"({"rrule": "FREQ=DAILY", "anchor": "2037-12-31"})");
  EXPECT_EQ("", Listed(Given(late, {kFirstDay, D(2006, 12, 31)}).value()));
}

TEST_F(ExpandTest, LivesFromFirstToLastDay) {
  body_.until = D(2028, 12, 31);
  EXPECT_FALSE(Lives(body_, D(2026, 5, 31)));
  EXPECT_TRUE(Lives(body_, D(2026, 6, 1)));
  EXPECT_TRUE(Lives(body_, D(2028, 12, 31)));
  EXPECT_FALSE(Lives(body_, D(2029, 1, 1)));
  EXPECT_TRUE(Lives(Body(), D(1996, 1, 1)));
}

// --- day facts --------------------------------------------------------------------------------

TEST(DayFacts, LastRecessBegunBefore) {
  const DayFacts facts(SummerAndChristmas(), {D(2027, 1, 1), D(2027, 12, 31)});
  struct Row {
    Day day;
    std::optional<Day> begun;
  };
  for (const Row& row : {Row{D(2027, 8, 23), D(2027, 6, 23)}, Row{D(2027, 6, 24), D(2027, 6, 23)},
                         Row{D(2027, 6, 23), D(2026, 12, 20)}, Row{D(2028, 1, 3), D(2027, 12, 20)},
                         Row{D(2026, 1, 19), D(2025, 12, 20)}}) {
    EXPECT_EQ(row.begun, facts.RecessBegunBefore(row.day)) << FormatDay(row.day);
  }
  EXPECT_EQ(std::nullopt,
            DayFacts({}, {D(2027, 1, 1), D(2027, 12, 31)}).RecessBegunBefore(D(2027, 8, 23)));
}

TEST(DayFacts, OnlyRecessesOfTheYearBeforeCount) {
  Calendars calendars;
  CalendarEntry once;
  once.days = CalendarEntry::FromUntil{{2027, date::June / 1}, {2027, date::June / 10}};
  calendars.recesses = {once};
  const DayFacts facts(calendars, {D(2027, 1, 1), D(2028, 12, 31)});
  EXPECT_EQ(D(2027, 6, 1), facts.RecessBegunBefore(D(2028, 5, 31)));
  EXPECT_EQ(std::nullopt, facts.RecessBegunBefore(D(2028, 6, 1)));
}

TEST(DayFacts, NamesRecessBeforeSchoolBreak) {
  Calendars calendars = SummerAndChristmas();
  CalendarEntry summer_break = Recess("Sommarlov", date::June / 10, date::August / 17);
  calendars.school_breaks = {summer_break};
  const DayFacts facts(calendars, {D(2027, 1, 1), D(2027, 12, 31)});
  EXPECT_EQ("Sommarlov", facts.BreakName(D(2027, 6, 14)).sv);
  EXPECT_EQ("Sommar", facts.BreakName(D(2027, 7, 14)).sv);
  EXPECT_EQ("Sommarlov", facts.SchoolBreakName(D(2027, 7, 14)).sv);
  EXPECT_EQ("", facts.BreakName(D(2027, 9, 1)).sv);
  EXPECT_TRUE(facts.Recess(D(2028, 1, 6)));
  EXPECT_FALSE(facts.Recess(D(2028, 1, 7)));
}

}  // namespace
}  // namespace rytm
