// Where breaks and recesses lie: each time they come within a window, cut at its ends.
#include "cycle/day_facts.h"

#include <gmock/gmock.h>

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> SpansIn(decltype(CalendarEntry::days) days, DaySpan window) {
  std::vector<std::string> told;
  for (const DaySpan& span : SpansWithin({.name = {}, .days = days, .pointer = {}}, window))
    told.push_back(FormatDay(span.first) + "/" + FormatDay(span.last));
  return told;
}

constexpr auto kChristmas = [] {
  return CalendarEntry::FromUntil{{std::nullopt, date::December / 20},
                                  {std::nullopt, date::January / 6}};
};

TEST(SpansWithin, CutAtTheWindow) {
  const DaySpan year{MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};
  EXPECT_THAT(SpansIn(kChristmas(), year),
              ElementsAre("2027-01-01/2027-01-06", "2027-12-20/2027-12-31"));
  EXPECT_THAT(SpansIn(44U, year), ElementsAre("2027-11-01/2027-11-07"));
  EXPECT_THAT(SpansIn(CalendarEntry::EasterWeek::kBefore, year),
              ElementsAre("2027-03-22/2027-03-26"));
  EXPECT_THAT(SpansIn(53U, year), ElementsAre("2027-01-01/2027-01-03")) << "week 53 of 2026";
}

TEST(SpansWithin, EachYearOfTheWindow) {
  EXPECT_THAT(SpansIn(44U, {MakeDay(2027, 1, 1), MakeDay(2028, 12, 31)}),
              ElementsAre("2027-11-01/2027-11-07", "2028-10-30/2028-11-05"));
}

TEST(SpansWithin, NothingOutsideIt) {
  EXPECT_THAT(SpansIn(kChristmas(), {MakeDay(2027, 2, 1), MakeDay(2027, 11, 30)}), IsEmpty());
}

}  // namespace
}  // namespace rytm
