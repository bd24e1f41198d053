// A file with a decided plan, whatever program it comes from.
#pragma once

#include <string_view>

#include "base/result.h"
#include "organisation/decided_plan.h"

namespace rytm {

// Tables and lists as text. kBadInput for what is something else, with what would be right: a
// workbook, a PDF, a web page, a rule file.
Result<DecidedPlan> ReadDecidedFile(std::string_view bytes, const Organisation& organisation,
                                    const DecidedPlanOptions& options);

}  // namespace rytm
