// The municipality the figures are about: 25 bodies × 11 meetings a year × 8 items (the meeting and
// 7 steps) × 4 years = 8,800.
#pragma once

#include <string>

#include "organisation/organisation.h"

namespace rytm {

std::string SampleRules();
Organisation SampleOrganisation();

// The most memory this process had at once so far.
double PeakMebibytes();

}  // namespace rytm
