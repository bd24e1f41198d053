// Findings that people accept, with a reason: each returns when its facts change (DESIGN §1).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace rytm {

struct Acceptance {
  std::int64_t number = 0;  // place in the log, from 1
  std::string finding{};    // Finding::key()
  std::string facts{};      // FactsOf it when it was accepted
  bool withdrawn = false;   // to be looked at again
  std::string reason{};
  std::string author{};       // person id
  std::string author_role{};  // "planner"…
  Instant made{};

  friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

// What a finding is about: when its items are, its severity, and every number in its words (a
// gap in days, a week's load). Told in other words alone, a finding stays accepted.
std::string FactsOf(const Finding& finding, const Plan& plan);

// Marks the plan's findings that stand accepted by the log (in order of number).
void MarkAccepted(std::span<const Acceptance> log, Plan& plan);

}  // namespace rytm
