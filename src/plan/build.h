// Build: the whole plan from the organisation's rules, in dependency order (DESIGN §2).
//
// Series by series: expand, day policies, alignment with the
// slots, exceptions, adjustments; then what hangs on the result: chains, report
// routes, variants, dialogues; findings last. The order of bodies and rules in the file never
// changes the result.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/result.h"
#include "plan/adjustment.h"
#include "plan/plan.h"

namespace rytm {

struct BuildOptions {
  std::optional<DaySpan> window;  // within the organisation's own; none: the organisation's
  std::optional<Day> today;  // what was summoned by this day is frozen, nothing is born before it,
                             // and news comes too late for days before it; none: nothing is late
  PublishedDays published;   // a meeting published on its day is no news
  PublishedDays told{};      // the day people first heard of a meeting, as a promise or not
  std::set<std::string, std::less<>> untold{};  // bodies of which nothing is published yet: theirs
                                                // is not frozen, and may be born in the past
};

// What lasts between two builds.
struct PlanState {
  std::vector<Slot> slots;              // as the last build left them; none: all are born
  std::vector<Adjustment> adjustments;  // those in force: without undone batches
};

// Refuses what no plan can hold: a rule with too many days, a start in the spring gap or autumn
// overlap of the organisation's zone (kBadInput, one Problem for each, pointing into the rule
// file); rules that together give more work than kPlanStepsMax (kTooLarge, pointing at the one
// where it was full) or more than kFindingsMax findings (kTooLarge).
//
// Built again from the slots it left, the plan is the same.
Result<Plan> Build(const Organisation& organisation, const BuildOptions& options = {},
                   const PlanState& state = {});

}  // namespace rytm
