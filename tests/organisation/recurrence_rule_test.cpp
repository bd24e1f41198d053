// Recurrence rules, read strictly; what is let through here is safe to expand.
#include "organisation/recurrence_rule.h"

#include <gtest/gtest.h>

#include <string>

namespace rytm {
namespace {

using Frequency = RecurrenceRule::Frequency;

RecurrenceRule Read(std::string_view text) {
  const Result<RecurrenceRule> rule = ParseRecurrenceRule(text);
  if (rule.ok()) return rule.value();
  ADD_FAILURE() << text << ": " << rule.error().message.sv;
  return {};
}

TEST(RecurrenceRule, ReadsEachPart) {
  const RecurrenceRule rule =
      Read("FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE,-1FR;BYMONTH=1,12;BYSETPOS=-1;WKST=SU");
  EXPECT_EQ(Frequency::kMonthly, rule.frequency);
  EXPECT_EQ(2, rule.interval);
  EXPECT_EQ((std::vector<RecurrenceRule::ByDay>{{3, date::Wednesday}, {-1, date::Friday}}),
            rule.by_day);
  EXPECT_EQ((std::vector<int>{1, 12}), rule.by_month);
  EXPECT_EQ((std::vector<int>{-1}), rule.by_set_pos);
  EXPECT_EQ(date::Sunday, rule.week_start);
  EXPECT_EQ((std::vector<int>{31, -1}), Read("FREQ=MONTHLY;BYMONTHDAY=+31,-1").by_month_day);
  EXPECT_EQ((std::vector<int>{366, -366}), Read("FREQ=YEARLY;BYYEARDAY=366,-366").by_year_day);
}

TEST(RecurrenceRule, RefusesWhatIsNotWrittenSo) {
  const char* texts[] = {
      "",
      ";",
      "FREQ",
      "FREQ=",
      "=DAILY",
      "FREQ=DAILY;",
      ";FREQ=DAILY",
      "FREQ=daily",
      "freq=DAILY",
      " FREQ=DAILY",
      "FREQ=DAILY;FREQ=WEEKLY",
      "FREQ=HOURLY",
      "FREQ=MINUTELY",
      "FREQ=SECONDLY",
      "BYDAY=MO",
      "FREQ=WEEKLY;BYDAY=MO,",
      "FREQ=WEEKLY;BYDAY=MO,MO",
      "FREQ=WEEKLY;BYDAY=0MO",
      "FREQ=WEEKLY;BYDAY=54MO",
      "FREQ=WEEKLY;BYDAY=+-1MO",
      "FREQ=WEEKLY;BYDAY=XX",
      "FREQ=WEEKLY;BYDAY=M",
      "FREQ=WEEKLY;INTERVAL=0",
      "FREQ=WEEKLY;INTERVAL=-1",
      "FREQ=WEEKLY;INTERVAL=1001",
      "FREQ=WEEKLY;INTERVAL=1,2",
      "FREQ=WEEKLY;INTERVAL=99999999999999999999",
      "FREQ=YEARLY;BYMONTH=13",
      "FREQ=YEARLY;BYMONTH=-1",
      "FREQ=MONTHLY;BYMONTHDAY=0",
      "FREQ=MONTHLY;BYMONTHDAY=32",
      "FREQ=YEARLY;BYYEARDAY=367",
      "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
      "FREQ=WEEKLY;WKST=8",
      "FREQ=DAILY;COUNT=3",
      "FREQ=DAILY;UNTIL=20270101",
      "FREQ=DAILY;BYHOUR=8",
      "FREQ=DAILY;BYMINUTE=1",
      "FREQ=DAILY;BYSECOND=1",
      "FREQ=YEARLY;BYWEEKNO=20",
      "FREQ=YEARLY;BYEASTER=0",
      "RSCALE=CHINESE;FREQ=YEARLY",
      "FREQ=YEARLY;SKIP=OMIT",
      "FREQ=DAILY;X-MORE=1",
  };
  for (const char* text : texts) {
    const Result<RecurrenceRule> rule = ParseRecurrenceRule(text);
    ASSERT_FALSE(rule.ok()) << text;
    EXPECT_FALSE(rule.error().problems.empty()) << text;
  }
  EXPECT_FALSE(ParseRecurrenceRule(std::string(1'000'000, 'A')).ok());
}

struct CheckCase {
  const char* rule;
  const char* anchor;   // or ""
  const char* pointer;  // of what is told, or "" when all is well
};

TEST(RecurrenceRule, PartsAndAnchorHoldTogether) {
  const CheckCase cases[] = {
      {"FREQ=DAILY", "", ""},
      {"FREQ=WEEKLY;BYDAY=WE", "", ""},
      {"FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "2027-01-20", ""},
      {"FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "", "/rrule"},
      {"FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "2027-01-21", "/anchor"},
      {"FREQ=WEEKLY;INTERVAL=4", "2027-01-21", ""},
      {"FREQ=WEEKLY", "", "/rrule"},
      {"FREQ=DAILY;INTERVAL=2", "", "/rrule"},
      {"FREQ=MONTHLY;BYDAY=3WE;BYMONTH=1,2,3,4,5,6,8,9,10,11,12", "", ""},
      {"FREQ=MONTHLY;BYDAY=-1MO", "", ""},
      {"FREQ=MONTHLY;BYDAY=5TU;BYMONTH=2", "", ""},  // 29 February 2028
      {"FREQ=MONTHLY;BYDAY=5MO,5TU;BYMONTH=2;BYSETPOS=2", "", "/rrule"},
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2027-02-01", ""},
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2027-02-08", "/anchor"},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "", ""},  // the last weekday of the month
      {"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-01-29", ""},
      {"FREQ=MONTHLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2027-01-28", "/anchor"},
      {"FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2", "", "/rrule"},
      {"FREQ=MONTHLY;BYDAY=6MO", "", "/rrule"},
      {"FREQ=YEARLY;BYDAY=20MO", "", ""},
      {"FREQ=YEARLY;BYDAY=53MO", "", ""},  // 2029
      {"FREQ=YEARLY;BYMONTH=5;BYDAY=20MO", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "", ""},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-30", "", ""},
      {"FREQ=YEARLY;BYYEARDAY=100;BYMONTH=4", "", ""},
      {"FREQ=YEARLY;BYYEARDAY=100;BYMONTH=5", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=4", "", "/rrule"},
      {"FREQ=YEARLY;BYMONTH=4", "2027-04-15", ""},
      {"FREQ=YEARLY;BYMONTH=4", "2027-05-15", "/anchor"},
      {"FREQ=MONTHLY", "2027-01-31", ""},
      {"FREQ=DAILY;BYMONTH=7;BYMONTHDAY=1", "", ""},
      {"FREQ=WEEKLY;BYMONTHDAY=1", "", "/rrule"},
      {"FREQ=WEEKLY;BYDAY=1MO", "", "/rrule"},
      {"FREQ=DAILY;BYDAY=-1MO", "", "/rrule"},
      {"FREQ=MONTHLY;BYYEARDAY=1", "", "/rrule"},
      {"FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=13", "", "/rrule"},
      {"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "", ""},
      {"FREQ=MONTHLY;BYSETPOS=1", "2027-01-31", "/rrule"},
      {"FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,SA;BYSETPOS=1", "2027-01-03", ""},
      {"FREQ=WEEKLY;WKST=MO;INTERVAL=2;BYDAY=SU,SA;BYSETPOS=1", "2027-01-03", "/anchor"},
  };
  for (const CheckCase& one : cases) {
    const std::string name = std::string(one.rule) + " from " + one.anchor;
    const std::vector<Problem> problems = CheckRecurrence(Read(one.rule), ParseDay(one.anchor));
    const std::string pointer = problems.empty() ? "" : problems.front().pointer;
    EXPECT_EQ(one.pointer, pointer) << name;
    for (const Problem& problem : problems) EXPECT_FALSE(problem.what.sv.empty()) << name;
  }
}

TEST(RecurrenceRule, SaysWhichDayTheAnchorCouldBe) {
  const std::vector<Problem> problems =
      CheckRecurrence(Read("FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE"), MakeDay(2027, 1, 21));
  ASSERT_EQ(1u, problems.size());
  EXPECT_EQ("Rytmen räknas från torsdag 21 januari 2027, men regeln ger inte den dagen.",
            problems.front().what.sv);
  EXPECT_EQ("Närmaste dag som regeln ger är 2027-02-17.", problems.front().instead.sv);
}

}  // namespace
}  // namespace rytm
