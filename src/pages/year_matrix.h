// A calendar year as body × month, and what stands beside it: breaks, recess, public holidays.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "pages/public_events.h"

namespace rytm {

inline constexpr int kMonths = 12;

struct MatrixRow {
  const Body* body = nullptr;
  Usual usual;
  bool all_tentative = false;  // so that the row says it once; reserve dates aside
  std::array<std::vector<const Event*>, kMonths> months;
};

struct YearMatrix {
  int year = 0;
  std::vector<MatrixRow> rows;  // the listed bodies that meet in the year, in file order
};

// `events`: those of the year. A joint meeting stands in the row of each listed body.
YearMatrix MatrixOf(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                    int year);

// The months of a year that are shown, from the first day of the first to 31 December: those before
// the plan begins are left out, unless something met in them.
DaySpan MonthsShown(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                    int year);
DaySpan WholeYear(int year);

struct NamedSpan {
  std::string name;
  DaySpan span;
};

// School breaks and recesses, the part of them within the days, by first day.
std::vector<NamedSpan> BreaksIn(const PublicCalendar& calendar, DaySpan days);

// A cell beside the months of the matrix: a month, or several that a break holds together.
struct BreakCell {
  int months = 1;
  std::vector<std::string> told;  // "Sportlov 22–26", "Påsklov 30 mars–3 april"
};
// The cells of months of one year, which `months` holds whole.
std::vector<BreakCell> BreakCells(const std::vector<NamedSpan>& breaks, DaySpan months,
                                  Language language);

// Public holidays, Midsummer's, Christmas and New Year's Eve, where they fall on Monday to Friday.
std::vector<NamedSpan> HolidaysIn(DaySpan days, Language language);

// "v. 53–4": the ISO weeks of the month's first and last day.
std::string WeeksOfMonth(int year, unsigned month);

}  // namespace rytm
