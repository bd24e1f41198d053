// A rule for days that people have decided: the way back from Expand.
//
// A rule is offered only with what it gives: every candidate is expanded and answered by the
// series' day policies, and what then differs from the wanted days is named as changes.
#pragma once

#include <optional>
#include <vector>

#include "base/day.h"
#include "cycle/day_facts.h"
#include "organisation/organisation.h"

namespace rytm {

// What makes days that a rule gives the days that are wanted: moved, taken away (only `from`) or
// added (only `to`).
struct DayChange {
  std::optional<Day> from;
  std::optional<Day> to;
  friend bool operator==(const DayChange&, const DayChange&) = default;
};

// The fewest changes, and among them those that move least; both lists are sorted, each day once.
// Order is kept, and no day moves further than three weeks. In the order of the days.
std::vector<DayChange> ChangesBetween(const std::vector<Day>& given,
                                      const std::vector<Day>& wanted);

// A series that a rule may hang on, with its final days, sorted.
struct FitBase {
  SeriesRef series;
  std::vector<Day> days;
};

// The days a rule should give within a period, and what it would live with.
struct FitTask {
  const Body& body;
  const Series& series;          // its days in a row and day policies
  const std::vector<Day>& days;  // wanted: sorted, each once, within `period`
  DaySpan period;                // no other days are wanted here
  const std::vector<FitBase>& bases;
  const std::vector<Day>& avoided;  // days of the series in `avoid`, sorted
  const DayFacts& facts;
};

// The days the parts give within the period, after policies, sorted; nullopt where two meet on one
// day, which no exception could tell apart, or a part hangs on what the task does not know: a term,
// a law, a choice of meetings.
std::optional<std::vector<Day>> DaysGiven(const FitTask& task, const std::vector<When>& parts);

struct FittedRule {
  When when;                       // goes on after the period
  std::vector<DayChange> changes;  // within it
};

// Share by rule: 1 - changes / days (tests/plan/published_test.cpp counts it so).
double ShareByRule(std::size_t changes, std::size_t days);

inline constexpr double kShareByRuleMin = 0.85;   // below it the days are better told one by one
inline constexpr std::size_t kDaysFittedMin = 4;  // fewer tell no rule

// The simplest rule that gives at least kShareByRuleMin of the days, or nullopt: a weekday of the
// month with its months; every n weeks, anew after the summer; a day so far from another series'
// meetings; or, if nothing else fits, the same ISO weeks every year. Few changes outweigh a simple
// rule. The first of equals, so that the same days always get the same rule.
std::optional<FittedRule> FitRule(const FitTask& task);

}  // namespace rytm
