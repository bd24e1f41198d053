// What a person changed, in one line: for the history, and for those who hear of it from others.
#pragma once

#include <vector>

#include "plan/adjustment.h"
#include "plan/what_if.h"

namespace rytm {

// "Kommunstyrelsen ons 19 maj 2027 flyttades till ons 26 maj 2027; 2 datum till ändrades." `asked`
// is what was asked for, in `before` or in what came of it.
Text ChangeInWords(const Organisation& organisation, const Plan& before,
                   const std::vector<Adjustment>& asked, const WhatIf& what_if);

}  // namespace rytm
