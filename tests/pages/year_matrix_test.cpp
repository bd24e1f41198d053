#include "pages/year_matrix.h"

#include <gmock/gmock.h>

#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Each cell of the row of breaks: how many months it holds, and what it tells.
std::vector<std::string> CellsOf(const Calendars& calendars, DaySpan days,
                                 Language language = Language::kSwedish) {
  SampleCalendar sample = Unpublished();
  sample.organisation.calendars = calendars;
  std::vector<std::string> cells;
  for (const BreakCell& cell : BreakCells(BreaksIn(sample.In(language), days), days, language)) {
    std::string words = std::to_string(cell.months);
    for (const std::string& told : cell.told) words += " " + told;
    cells.push_back(std::move(words));
  }
  return cells;
}

TEST(YearMatrixTest, BreaksStandUnderTheirMonthsAndHoldMonthsTogether) {
  const Calendars calendars = Unpublished().organisation.calendars;
  EXPECT_THAT(CellsOf(calendars, WholeYear(2027)),
              ElementsAre("1", "1 Sportlov 22–28", "2 Påsklov 29 mars–2 april", "1",
                          "3 Sommaruppehåll 28 juni–13 aug", "1", "1", "1 Höstlov 1–7", "1"));
  EXPECT_THAT(CellsOf(calendars, WholeYear(2027), Language::kEnglish),
              ElementsAre("1", "1 Winter break 22–28", "2 Easter break 29 Mar–2 Apr", "1",
                          "3 Summer recess 28 Jun–13 Aug", "1", "1", "1 Autumn break 1–7", "1"));
}

TEST(YearMatrixTest, ABreakOverNewYearIsCutAtTheYear) {
  Calendars calendars;
  calendars.school_breaks = {{.name = Text("Jullov", "Christmas break"),
                              .days = CalendarEntry::FromUntil{{std::nullopt, date::December / 20},
                                                               {std::nullopt, date::January / 6}},
                              .pointer = ""}};
  EXPECT_THAT(CellsOf(calendars, WholeYear(2027)),
              ElementsAre("1 Jullov 1–6", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1",
                          "1 Jullov 20–31"));
}

TEST(YearMatrixTest, AYearInWhichThePlanBeginsIsShownFromItsFirstMonth) {
  SampleCalendar sample = Unpublished();
  sample.organisation.window = {MakeDay(2026, 10, 15), MakeDay(2027, 12, 31)};
  const PublicCalendar calendar = sample.In(Language::kSwedish);
  const auto first = [&](const std::vector<const Event*>& events, int year) {
    return FormatDay(MonthsShown(calendar, events, year).first);
  };
  EXPECT_EQ("2026-10-01", first({}, 2026));
  EXPECT_EQ("2027-01-01", first({}, 2027));
  Event earlier;
  earlier.day = MakeDay(2026, 8, 31);  // published from rules that have gone
  EXPECT_EQ("2026-08-01", first({&earlier}, 2026));
  EXPECT_THAT(CellsOf(sample.organisation.calendars, {MakeDay(2026, 7, 1), MakeDay(2026, 12, 31)}),
              ElementsAre("2 Sommaruppehåll 1 juli–13 aug", "1", "2 Höstlov 26 okt–1 nov", "1"));
}

TEST(YearMatrixTest, NoBreaksLeaveTwelveEmptyCells) {
  EXPECT_THAT(CellsOf({}, WholeYear(2027)),
              ElementsAre("1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"));
}

TEST(YearMatrixTest, HolidaysOfTheWeekHaveTheirNames) {
  std::vector<std::string> holidays;
  for (const NamedSpan& holiday : HolidaysIn(WholeYear(2027), Language::kSwedish))
    holidays.push_back(FormatDay(holiday.span.first) + " " + holiday.name);
  EXPECT_THAT(
      holidays,
      ElementsAre("2027-01-01 nyårsdagen", "2027-01-06 trettondedag jul", "2027-03-26 långfredagen",
                  "2027-03-29 annandag påsk", "2027-05-06 Kristi himmelsfärdsdag",
                  "2027-06-25 midsommarafton", "2027-12-24 julafton", "2027-12-31 nyårsafton"));
}

TEST(YearMatrixTest, WeeksOfMonthsAreIsoWeeks) {
  EXPECT_EQ(WeeksOfMonth(2027, 1), "53–4");
  EXPECT_EQ(WeeksOfMonth(2027, 10), "39–43");
  EXPECT_EQ(WeeksOfMonth(2027, 12), "48–52");
}

TEST(YearMatrixTest, HasARowForEachListedBodyThatMeetsInTheYear) {
  const SampleCalendar sample = Ekeby2027();
  const PublicCalendar calendar = sample.In(Language::kSwedish);
  const std::vector<const Event*> events = PublicEvents(calendar);
  const auto rows = [&](int year) {
    std::vector<std::string> ids;
    for (const MatrixRow& row : MatrixOf(calendar, EventsInYear(events, year), year).rows)
      ids.push_back(row.body->id + (row.all_tentative ? " (preliminary)" : ""));
    return ids;
  };
  EXPECT_THAT(rows(2027), ElementsAre("kf", "ks", "son", "kun"));
  EXPECT_THAT(rows(2028), ElementsAre("kf (preliminary)", "ks (preliminary)"));
  EXPECT_THAT(rows(2029), IsEmpty());
}

TEST(YearMatrixTest, AJointMeetingStandsInTheRowsOfAllItsBodies) {
  const SampleCalendar sample = Ekeby2027();
  const PublicCalendar calendar = sample.In(Language::kSwedish);
  const YearMatrix matrix = MatrixOf(calendar, EventsInYear(PublicEvents(calendar), 2027), 2027);
  constexpr std::size_t kNovember = 10;
  const auto days = [&](std::size_t row) {
    std::vector<std::string> november;
    for (const Event* event : matrix.rows.at(row).months[kNovember])
      november.push_back(FormatDay(event->day));
    return november;
  };
  EXPECT_THAT(days(0), ElementsAre("2027-11-22"));
  EXPECT_THAT(days(1), ElementsAre("2027-11-17"));
  EXPECT_THAT(days(2), ElementsAre("2027-11-16", "2027-11-17"));
}

}  // namespace
}  // namespace rytm
