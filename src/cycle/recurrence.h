// RFC 5545 recurrences, expanded by libical. Private to this room; recurrence.cpp is the only file
// here that knows libical.
#pragma once

#include <vector>

#include "base/day.h"
#include "cycle/day_facts.h"
#include "organisation/organisation.h"

namespace rytm {

struct RecurrenceDays {
  std::vector<Day> days;        // sorted, each once
  bool names_saturday = false;  // BYDAY, or the anchor of a rule without it, says Saturday
};

// The days within the span. Without an anchor the rhythm counts from kFirstDay, a Monday; as
// INTERVAL is 1 then, it only fills in what the rule leaves out. A rule outside the safe subset
// (calendar/README.md), which the reader refuses, gives no days.
RecurrenceDays ExpandRecurrence(const Recurrence& recurrence, const DayFacts& facts,
                                DaySpan within);

}  // namespace rytm
