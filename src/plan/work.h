// How much work one plan may be. Two million bytes of rules can ask for hours of it: Build stops
// where its steps are used up and says at which rule. Private to this room.
#pragma once

#include <cstddef>
#include <string>

#include "base/day.h"
#include "base/limits.h"
#include "base/result.h"
#include "organisation/organisation.h"

namespace rytm {

// A step is about a tenth of a microsecond's work. Counted, not timed: a plan that is refused is
// refused on every machine.
class Work {
 public:
  // What one more meeting, step, hop or dialogue costs, with its words.
  static constexpr std::size_t kItemSteps = 100;

  // Takes the steps for the rule at `pointer`. False once there are not enough left; the first rule
  // to find that is the one told of.
  bool Take(std::size_t steps, const std::string& pointer);
  // The same for comparing so many things: sixteen of them are a step.
  bool TakeToCompare(std::size_t things, const std::string& pointer) {
    return Take(1 + things / 16, pointer);
  }
  bool used_up() const { return used_up_; }
  Error Refusal() const;

 private:
  std::size_t left_ = kPlanStepsMax;
  bool used_up_ = false;
  std::string pointer_;
};

// The steps of working out the days of one part of a rule within the span, given so many meetings
// to count from.
std::size_t StepsOf(const When& part, std::size_t bases, DaySpan span);

}  // namespace rytm
