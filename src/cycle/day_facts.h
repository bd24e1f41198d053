// What every rule of one organisation may ask about days: its breaks and recesses.
#pragma once

#include <optional>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

// Where a break or recess lies: each time it comes within the window, cut at its ends.
std::vector<DaySpan> SpansWithin(const CalendarEntry& entry, DaySpan window);

// Worked out once for a window: whole years, two before it and two after, so that rules may look
// around. Days further away are told to be free.
class DayFacts {
 public:
  DayFacts(const Calendars& calendars, DaySpan window);

  bool Recess(Day day) const;
  bool SchoolBreak(Day day) const;

  // The name of the recess or break on this day, or empty.
  Text RecessName(Day day) const;
  Text SchoolBreakName(Day day) const;
  Text BreakName(Day day) const;  // recess first

  // First day of the recess that began last before `day`, if any began within the year before it.
  // Recesses that overlap, or follow each other without a free day between, are one.
  std::optional<Day> RecessBegunBefore(Day day) const;

  struct NamedSpan {
    DaySpan span;
    Text name;
  };

 private:
  std::vector<NamedSpan> recesses_, school_breaks_;         // sorted by first day
  std::vector<DaySpan> recess_spans_, school_break_spans_;  // the same joined: apart, sorted
};

}  // namespace rytm
