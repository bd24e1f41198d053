#include "dates/iso_week.h"

#include <cassert>

namespace rytm {
namespace {

// Week 1 is the week of 4 January.
Day MondayOfWeekOne(int year) {
  const Day fourth = MakeDay(year, 1, 4);
  return fourth - (WeekdayOf(fourth) - date::Monday);
}

}  // namespace

IsoWeek IsoWeekOf(Day day) {
  const Day thursday = day - (WeekdayOf(day) - date::Monday) + Days{3};
  const int year = YearOf(thursday);
  const auto days = (thursday - MakeDay(year, 1, 1)).count();
  return {year, static_cast<unsigned>(days / 7 + 1)};
}

unsigned IsoWeeksIn(int year) {
  const auto days = (MondayOfWeekOne(year + 1) - MondayOfWeekOne(year)).count();
  return static_cast<unsigned>(days / 7);
}

std::optional<Day> DayOfIsoWeek(int year, unsigned week, Weekday weekday) {
  assert(weekday.ok());
  if (week < 1 || week > IsoWeeksIn(year)) return std::nullopt;
  return MondayOfWeekOne(year) + date::weeks{week - 1} + (weekday - date::Monday);
}

DaySpan SpanOfIsoWeek(int year, unsigned week) {
  assert(week >= 1 && week <= IsoWeeksIn(year));
  const Day monday = MondayOfWeekOne(year) + date::weeks{week - 1};
  return {monday, monday + Days{6}};
}

}  // namespace rytm
