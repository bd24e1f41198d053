// What people decide beside the plan: decisions on a body's dates, and findings they accept.
#pragma once

#include <string>
#include <vector>

#include "app/change.h"
#include "app/planned.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// New decisions as the store would number them. kNotFound: an unknown body; kBadInput: what
// CheckAdoptions refuses.
Result<std::vector<Adoption>> NumberedAdoptions(const Planned& planned,
                                                std::vector<Adoption> adoptions,
                                                const std::string& author, Instant now);

// Puts decisions on record; readers see them with the next edition. Errors as above; kConflict: the
// plan is another by now than `planned`.
Result<Revision> RecordAdoptions(Database& database, const Planned& planned,
                                 std::vector<Adoption> adoptions, const std::string& author,
                                 Instant now);

// Accepts a finding of the plan, or with `again` takes that back. kNotFound: the plan has no such
// finding; kBadInput: no reason, or one longer than kAcceptedReasonBytesMax; kConflict as above.
struct FindingDecision {
  std::string finding;  // Finding::key()
  std::string reason{};
  bool again = false;  // is to be looked at again
};
Result<Revision> DecideFinding(Database& database, const Planned& planned,
                               const FindingDecision& decision, const Author& author, Instant now);

}  // namespace rytm
