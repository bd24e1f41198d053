// A calendar as a decided plan: whose meetings its events are, and what is left out.
#include "app/calendar_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rytm {
namespace {

Organisation TwoBodies() {
  Organisation organisation;
  organisation.bodies.resize(2);
  organisation.bodies[0].id = "ks";
  organisation.bodies[0].short_name = "KS";
  organisation.bodies[0].name = Text("Kommunstyrelsen");
  organisation.bodies[1].id = "bun";
  organisation.bodies[1].short_name = "BUN";
  organisation.bodies[1].name = Text("Barn- och utbildningsnämnden");
  return organisation;
}

CalendarTime At(Day day, const std::string& summary) {
  CalendarTime time;
  time.line = 4;
  time.day = day;
  time.summary = summary;
  return time;
}

constexpr Day kFebruary = MakeDay(2027, 2, 3);
constexpr DaySpan kYear{MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};

DecidedRow RowOf(const CalendarTime& time, const DecidedPlanOptions& options = {},
                 const std::string& calendar = "") {
  const Organisation organisation = TwoBodies();
  return PlanOfCalendar({calendar, {time}, {}}, organisation, options, kYear).rows.at(0);
}

// The body, or what is told.
std::string Told(const DecidedRow& row) {
  if (!row.meetings.empty()) return row.meetings[0].body;
  return row.problems.empty() ? row.note.sv : "! " + row.problems[0].what.sv;
}

struct TitleCase {
  std::string summary;
  std::string told;
};

TEST(CalendarPlan, KnowsTheBodyByTheTitle) {
  for (const TitleCase& c : std::initializer_list<TitleCase>{
           {"Kommunstyrelsen", "ks"},
           {"Kommunstyrelsens sammanträde", "ks"},
           {"KS", "ks"},
           {"KS: extra möte", "ks"},
           {"Sammanträde, Barn- och utbildningsnämnden", "bun"},
           {"Sammanträde - BUN", "bun"},
           {"Sammanträde (BUN)", "bun"},
           {"FLYTTAT: Kommunstyrelsen: Sammanträde", "ks"},
           {"INSTÄLLT: Kommunstyrelsen: Sammanträde", "Inställt, läses inte."},
           {"Julfest", "! Vilket organ gäller händelsen \"Julfest\"?"},
           {"", "! Vilket organ gäller händelsen \"\"?"}})
    EXPECT_EQ(c.told, Told(RowOf(At(kFebruary, c.summary)))) << c.summary;
}

TEST(CalendarPlan, KnowsTheBodyByCategoryCalendarOrOption) {
  CalendarTime time = At(kFebruary, "Sammanträde");
  time.categories = {"Politik", "BUN"};
  EXPECT_EQ("bun", Told(RowOf(time)));
  time.categories.clear();
  EXPECT_EQ("ks", Told(RowOf(time, {}, "Kommunstyrelsen - sammanträden")));
  EXPECT_EQ("! Vilket organ gäller händelsen \"Luciafirande\"?",
            Told(RowOf(At(kFebruary, "Luciafirande"), {}, "Kommunstyrelsen")));
  EXPECT_EQ("bun", Told(RowOf(time, {.year = {}, .body = "bun", .known_bodies_only = false})));
  EXPECT_EQ("Inget av organisationens organ.",
            Told(RowOf(time, {.year = {}, .body = {}, .known_bodies_only = true})));
}

TEST(CalendarPlan, LeavesOutWhatIsNoMeetingOfThePeriod) {
  CalendarTime cancelled = At(kFebruary, "KS");
  cancelled.cancelled = true;
  EXPECT_EQ("Inställt, läses inte.", Told(RowOf(cancelled)));
  CalendarTime holiday = At(kFebruary, "KS");
  holiday.days = 21;
  EXPECT_EQ("! Händelsen varar längre än 5 dagar.", Told(RowOf(holiday)));
  CalendarTime free = At(kFebruary, "KS");
  free.free = true;
  EXPECT_EQ("Tar ingen tid i kalendern, läses inte som möte.", Told(RowOf(free)));
  EXPECT_EQ("Utanför 2027-01-01–2027-12-31, läses inte.",
            Told(RowOf(At(MakeDay(2026, 12, 2), "KS"))));
}

TEST(CalendarPlan, TakesTimePlaceAndDays) {
  CalendarTime time = At(kFebruary, "KS");
  time.days = 2;
  time.at = ParseTimeOfDay("13:30");
  time.lasts = ParseLength("PT3H");
  time.location = "Stora salen";
  const DecidedMeeting meeting = RowOf(time).meetings.at(0);
  EXPECT_EQ(kFebruary, meeting.day);
  EXPECT_EQ(2, meeting.days);
  EXPECT_EQ(time.at, meeting.at);
  EXPECT_EQ(time.lasts, meeting.lasts);
  EXPECT_EQ("Stora salen", meeting.place);
  time.location = "https://teams.example/mote";
  EXPECT_EQ("", RowOf(time).meetings.at(0).place);
}

TEST(CalendarPlan, TellsADayOfABodyTwiceAndProblemsOfTheFile) {
  const Organisation organisation = TwoBodies();
  const Problem problem{.file = "", .pointer = "line 9", .what = Text("Fel."), .instead = {}};
  const DecidedPlan plan =
      PlanOfCalendar({"", {At(kFebruary, "KS"), At(kFebruary, "Kommunstyrelsen")}, {problem}},
                     organisation, {}, kYear);
  ASSERT_EQ(3U, plan.rows.size());
  EXPECT_EQ(9U, plan.rows[0].line);
  EXPECT_EQ("! Fel.", Told(plan.rows[0]));
  EXPECT_EQ("ks", Told(plan.rows[1]));
  EXPECT_EQ("! 2027-02-03 står två gånger för ks, också på rad 4.", Told(plan.rows[2]));
}

}  // namespace
}  // namespace rytm
