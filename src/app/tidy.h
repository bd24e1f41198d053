// What is kept no longer than it is needed (GDPR article 5): done once a day.
#pragma once

#include "app/readership.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// Erases people kPersonKeptMonths after their last assignment; forgets absences once the minutes
// are approved, papers and called substitutes of meetings long past, links that expired and
// invitations to what is over.
Result<Done> TidyUp(Database& database, const Readership& readership, Instant now);

}  // namespace rytm
