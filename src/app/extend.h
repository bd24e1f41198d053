// Next year out: the plan's window grows, what is planned already stays, and the new year is shown
// beside this year's real days.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/change.h"
#include "app/import.h"
#include "app/import_plan.h"
#include "app/planned.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// A meeting of one year beside the one that answers to it the year after; either may be missing.
struct YearPair {
  std::optional<Day> before;
  std::optional<Day> after;
  friend bool operator==(const YearPair&, const YearPair&) = default;
};

struct ExtendedSeries {
  SeriesRef series;
  Text body;  // name
  Text name;  // of the series
  std::vector<YearPair> pairs;
  std::size_t decided = 0;         // days of the last year, where people decided them: no next ones
  std::optional<RuleOffer> offer;  // then a rule that gives kShareByRuleMin of them, if one does
};

struct Extension {
  DaySpan added{};
  bool as_rules = false;               // the rules that are offered were taken
  std::vector<ExtendedSeries> series;  // that have meetings in either year, in file order
  ImportReport report;
};

struct ExtendOptions {
  Day until{};
  bool rules = false;  // take the rules that are offered, from the first new day
};

// Days that people decided do not go on by themselves: the new days are what other rules of the
// series give, or the rule that is offered, or none. Saved as one batch; `preview`: nothing is.
//
// Refused (kBadInput): a day that is planned already, or after kLastDay; and as ImportRules.
Result<Extension> ExtendPlan(Database& database, const Planned& planned,
                             const ExtendOptions& options, bool preview, const Author& author,
                             Instant now);

// The days of a year beside those of the next, both sorted: each with the one as near as can be to
// 52 weeks later, in order.
std::vector<YearPair> BesideEachOther(const std::vector<Day>& year, const std::vector<Day>& next);

}  // namespace rytm
