// A decision as one writes it on the command line: "ks:2027: Kommunstyrelsen 2026-11-17 § 131 (KS
// 2026/412)".
#pragma once

#include <string>
#include <vector>

#include "app/decisions.h"
#include "base/result.h"

namespace rytm {

// Body, period (a year, or "2027-01-01/2027-06-30"), and, where somebody decided, by whom, when,
// and paragraph and case number if there are any. Of the kind kAdopted where a day is told, else
// kProposed. kBadInput with a problem for each that does not read.
Result<std::vector<Adoption>> ReadAdoptions(const std::vector<std::string>& texts);

}  // namespace rytm
