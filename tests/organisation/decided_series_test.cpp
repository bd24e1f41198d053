#include "organisation/decided_series.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

const DaySpan kYear{MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};

Json Parsed(const std::string& text) { return ParseJson(text, "").value(); }

When Dates() {
  return {.from = kYear.first,
          .until = kYear.last,
          .rule = DateList{.dates = {MakeDay(2027, 2, 3)}, .decided = true, .form = {}},
          .pointer = {}};
}

const std::string kDates =
    R"({"dates":["2027-02-03"],"decided":true,"from":"2027-01-01","until":"2027-12-31"})";

struct Splice {
  std::string when;
  std::string spliced;
};

TEST(DecidedSeries, CutsTheRuleAroundThePeriod) {
  for (
      const Splice& c : std::initializer_list<Splice>{
          {R"({"rrule":"X"})", R"([{"rrule":"X","until":"2026-12-31"},)" + kDates +
                                   R"(,{"rrule":"X","from":"2028-01-01"}])"},
          {R"([{"rrule":"X","until":"2026-06-30"},{"rrule":"Y","from":"2026-08-01"}])",
           R"([{"rrule":"X","until":"2026-06-30"},{"rrule":"Y","from":"2026-08-01","until":"2026-12-31"},)" +
               kDates + R"(,{"rrule":"Y","from":"2028-01-01"}])"},
          {R"([{"rrule":"X","from":"2027-03-01","until":"2027-06-30"}])", kDates},
          {R"({"from":"kf/meeting","days":-7,"since":"2027-05-01"})",
           "[" + kDates + R"(,{"from":"kf/meeting","days":-7,"since":"2028-01-01"}])"},
          {R"({"rrule":"X","from":"2028-01-01"})",
           "[" + kDates + R"(,{"rrule":"X","from":"2028-01-01"}])"},
          // The same plan read in again takes its own place.
          {R"([{"rrule":"X","until":"2026-12-31"},)" + kDates +
               R"(,{"rrule":"X","from":"2028-01-01"}])",
           R"([{"rrule":"X","until":"2026-12-31"},)" + kDates +
               R"(,{"rrule":"X","from":"2028-01-01"}])"}}) {
    EXPECT_EQ(c.spliced, WriteJsonCompact(SpliceWhen(Parsed(c.when), kYear, Dates(), false)))
        << c.when;
  }
}

TEST(DecidedSeries, EndsTheOldRuleForGood) {
  const When rule{
      .from = kYear.first,
      .until = {},
      .rule = Recurrence{.rrule = "FREQ=MONTHLY;BYDAY=3WE", .anchor = {}, .restarts = {}},
      .pointer = {}};
  EXPECT_EQ(
      R"([{"rrule":"X","until":"2026-12-31"},{"rrule":"FREQ=MONTHLY;BYDAY=3WE","from":"2027-01-01"}])",
      WriteJsonCompact(SpliceWhen(Parsed(R"([{"rrule":"X"},{"rrule":"Y","from":"2029-01-01"}])"),
                                  kYear, rule, true)));
}

TEST(DecidedSeries, KeepsTheExceptionsThatStillMeanSomething) {
  const Json exceptions = Parsed(R"([
    {"on": "2026-05-01", "cancel": true}, {"add": "2028-01-01"},
    {"on": "2027-02-03", "move": {"day": "2027-02-04"}}, {"add": "2027-03-03"},
    {"on": "2027-02-03", "status": "reserve"},
    {"on": "2027-02-03", "at": "09:00"}, {"on": "2027-02-03", "step": "notice", "day": "2027-01-20"},
    {"on": "2027-02-17", "place": "salen"}])");
  const JsonArray added = Parsed(R"([{"on": "2027-02-03", "cancel": true}])").as_array();
  EXPECT_EQ(
      R"([{"on":"2026-05-01","cancel":true},{"add":"2028-01-01"},{"on":"2027-02-03","at":"09:00"},)"
      R"({"on":"2027-02-03","step":"notice","day":"2027-01-20"},{"on":"2027-02-03","cancel":true}])",
      WriteJsonCompact(
          SpliceExceptions(exceptions.as_array(), kYear, {MakeDay(2027, 2, 3)}, added)));
}

TEST(DecidedSeries, PutsTimeAndPlaceOfADayIntoOneException) {
  const Json exceptions =
      Parsed(R"([{"on": "2027-02-03", "place": "salen", "reason": "Salen renoveras"}])");
  const JsonArray added = Parsed(R"([
    {"on": "2027-02-03", "at": "09:00", "reason": "Plan"},
    {"on": "2027-03-03", "at": "09:00", "reason": "Plan"}])")
                              .as_array();
  EXPECT_EQ(R"([{"on":"2027-02-03","place":"salen","reason":"Salen renoveras","at":"09:00"},)"
            R"({"on":"2027-03-03","at":"09:00","reason":"Plan"}])",
            WriteJsonCompact(SpliceExceptions(exceptions.as_array(), kYear,
                                              {MakeDay(2027, 2, 3), MakeDay(2027, 3, 3)}, added)));
}

}  // namespace
}  // namespace rytm
