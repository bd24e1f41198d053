// What people decide beside the plan: decisions on a body's dates, and findings they accept. Both
// are logs.
#pragma once

#include <vector>

#include "base/result.h"
#include "edition/adoption.h"
#include "plan/acceptance.h"
#include "store/store.h"

namespace rytm {

class DecisionStore {
 public:
  virtual ~DecisionStore() = default;

  // In order of number.
  virtual Result<std::vector<Adoption>> Adoptions() = 0;
  virtual Result<std::vector<Acceptance>> Acceptances() = 0;

  // Each gets the next number. kConflict if anything was saved or published after `seen`. A
  // publication that brings its own decisions saves them itself (Store::Publish).
  virtual Result<Revision> Record(const std::vector<Adoption>& adoptions, Revision seen) = 0;
  virtual Result<Revision> Record(const std::vector<Acceptance>& acceptances, Revision seen) = 0;
};

}  // namespace rytm
