// The decision document of bodies, worked out from the plan and what is published.
#pragma once

#include <string>
#include <vector>

#include "app/planned.h"
#include "base/result.h"
#include "pages/decision_document.h"
#include "store/database.h"

namespace rytm {

// As PDF, of the bodies in the order asked for. Errors as DiffEditions' and DecisionAsPdf's.
Result<std::string> DecisionPaper(Database& database, const Planned& planned,
                                  const std::vector<std::string>& bodies,
                                  const DecisionOptions& options, Instant now);

}  // namespace rytm
