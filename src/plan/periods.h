// The periods reports are about, and the days that follow from them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

struct Period {
  std::string id;  // "2027", "2027-08" (to the end of August), "2027-T1", "2027-Q3", "2027-m04",
                   // "2026-2030"
  DaySpan days{};
  Text name;  // "2027", "augusti 2027", "tertial 1 2027", ...
};

// The periods whose reports may be on their way within the span, in order.
std::vector<Period> PeriodsIn(const Report& report, const Organisation& organisation, DaySpan span);

// When the terms start that a report of the term is about: those of the body that decides it.
date::month_day TermStart(const Report& report, const Organisation& organisation);

// "Årsredovisning 2026".
Text NameWithPeriod(const Report& report, const Period& period);

// When the first hop gets the report.
Day ReadyDay(const Report& report, const Period& period);

// The day a limit means for this period; none where the law's day binds only in election years and
// this is none.
std::optional<Day> LimitDay(const Limit& limit, const Report& report, const Period& period,
                            const Organisation& organisation);

}  // namespace rytm
