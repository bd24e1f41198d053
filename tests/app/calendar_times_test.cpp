// Repeated events told time by time.
#include "app/calendar_times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"

namespace rytm {
namespace {

std::string Calendar(const std::string& events) {
  std::string text = "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n";
  return text;
}
std::string Event(const std::string& lines) {
  return "BEGIN:VEVENT\nUID:a@x\n" + lines + "END:VEVENT\n";
}

Result<CalendarTimes> Times(const std::string& events) {
  Result<ReadCalendar> calendar = ReadCalendarFile(Calendar(events), "Europe/Stockholm");
  EXPECT_TRUE(calendar.ok());
  if (!calendar.ok()) return calendar.error();
  return TimesOf(std::move(calendar).value(), MakeDay(2027, 4, 30));
}

// "02-03 13:30" of each time in 2027, then problems.
std::string Told(const std::string& events) {
  const Result<CalendarTimes> times = Times(events);
  if (!times.ok()) return "refused: " + times.error().message.sv;
  std::string told;
  for (const CalendarTime& time : times.value().times) {
    if (!told.empty()) told += ", ";
    told += FormatDay(time.day).substr(YearOf(time.day) == 2027 ? 5 : 0);
    if (time.at) told += " " + FormatTimeOfDay(*time.at);
  }
  for (const Problem& problem : times.value().problems) told += "! " + problem.what.sv;
  return told;
}

struct RepeatCase {
  std::string name;
  std::string events;
  std::string told;
};

class Repeated : public ::testing::TestWithParam<RepeatCase> {};
TEST_P(Repeated, IsToldTimeByTime) { EXPECT_EQ(GetParam().told, Told(GetParam().events)); }

INSTANTIATE_TEST_SUITE_P(
    Events, Repeated,
    ::testing::ValuesIn(std::vector<RepeatCase>{
        {"Once", Event("DTSTART:20270203T133000\n"), "02-03 13:30"},
        {"Counted", Event("DTSTART:20270203\nRRULE:FREQ=WEEKLY;COUNT=3\n"), "02-03, 02-10, 02-17"},
        {"CountedOverYears", Event("DTSTART:20270203\nRRULE:FREQ=YEARLY;COUNT=3\n"),
         "02-03, 2028-02-03, 2029-02-03"},
        {"ToADay", Event("DTSTART:20270203T133000\nRRULE:FREQ=WEEKLY;UNTIL=20270217\n"),
         "02-03 13:30, 02-10 13:30, 02-17 13:30"},
        {"ToBeforeItsTime",
         Event("DTSTART:20270203T133000\nRRULE:FREQ=WEEKLY;UNTIL=20270217T120000\n"),
         "02-03 13:30, 02-10 13:30"},
        {"ForEver", Event("DTSTART:20270203\nRRULE:FREQ=MONTHLY;BYDAY=1WE\n"),
         "02-03, 03-03, 04-07"},
        {"Except", Event("DTSTART:20270203\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270210\n"),
         "02-03, 02-17"},
        {"ExceptADayOfATime",
         Event("DTSTART:20270203T133000\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20270210\n"),
         "02-03 13:30"},
        {"AddedDays", Event("DTSTART:20270203\nRDATE:20270209,20270203\n"), "02-03, 02-09"},
        {"OneTimeMoved",
         Event("DTSTART:20270203\nRRULE:FREQ=WEEKLY;COUNT=3\n") +
             Event("RECURRENCE-ID:20270210\nDTSTART:20270212\n"),
         "02-03, 02-12, 02-17"},
        {"LastOfTheMonth", Event("DTSTART:20270131\nRRULE:FREQ=MONTHLY;COUNT=3\n"),
         "01-31, 03-31, 05-31"},
        {"LeapDay", Event("DTSTART:20280229\nRRULE:FREQ=YEARLY;COUNT=2\n"),
         "2028-02-29, 2032-02-29"},
        {"BegunAfterTheEnd", Event("DTSTART:20280105\nRRULE:FREQ=WEEKLY\n"), "2028-01-05"},
        {"TooOften", Event("DTSTART:20200101\nRRULE:FREQ=DAILY\n"),
         "! Händelsen upprepas mer än 1000 gånger."}}),
    [](const ::testing::TestParamInfo<RepeatCase>& row) { return row.param.name; });

TEST(CalendarTimes, CountsEachRepetition) {
  std::string events;
  for (int i = 0; i < 6; ++i)
    events += "BEGIN:VEVENT\nDTSTART:20260101\nRRULE:FREQ=DAILY;COUNT=1000\nEND:VEVENT\n";
  const Result<CalendarTimes> times = Times(events);
  ASSERT_FALSE(times.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, times.error().code);
}

}  // namespace
}  // namespace rytm
