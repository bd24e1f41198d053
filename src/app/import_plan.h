// A decided plan put into a rule file: read row by row, matched with the bodies' series, written as
// dates or as rules, and checked against what the rules then give.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cycle/fit.h"
#include "organisation/decided_plan.h"

namespace rytm {

struct ImportPlanOptions {
  DecidedPlanOptions reading;
  std::optional<Day> from;   // the plan decides every day from here; none: the first day's year
  std::optional<Day> until;  // to here; none: the last day's year
  bool rules = false;        // take the rules that are offered
  std::string program = {};  // path of rytm itself, which calendar files are read with
};

// A rule that gives a body's days, with the changes it needs.
struct RuleOffer {
  bool in_force = false;  // the rule that the series has already
  std::vector<When> when;
  Text words;
  std::vector<DayChange> changes;
};

struct BodyPlan {
  SeriesRef series;
  Text name;                             // the body's
  std::vector<DecidedMeeting> meetings;  // by day
  std::optional<RuleOffer> offer;        // where one gives kShareByRuleMin of the days
};

struct PlanImport {
  DecidedPlan read;
  std::vector<Problem> problems;    // of rows, and of what the rule file cannot hold; in file order
  std::vector<BodyPlan> bodies;     // in the order of the rule file
  DaySpan period{};                 // decided
  std::optional<Day> window_until;  // the rule file's window grows to here
  std::vector<std::string> places;  // that the rule file gets, by name
  bool as_rules = false;            // the rules that were offered are taken
  std::string rule_file;            // with the plan in it; empty where there is a problem
};

// `plan` are the bytes of the file, `rule_file` the text it is put into, each with its name.
//
// Nothing is applied by halves: with one problem there is no new rule file. With none it gives each
// body exactly the days, times, places and marks of the plan within the period: this is checked by
// building the plan from it. Outside the period, and for other bodies, rules and exceptions stay.
//
// Errors are of the files as a whole: no text, not the rule file of an organisation, no meeting in
// it; kRefused where the rules would not give what was decided.
Result<PlanImport> ImportPlan(std::string_view plan_name, std::string_view plan,
                              std::string_view rule_file_name, std::string_view rule_file,
                              const ImportPlanOptions& options);

}  // namespace rytm
