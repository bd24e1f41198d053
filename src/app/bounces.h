// Addresses that mail does not reach.
#pragma once

#include <string>

#include "base/day.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// A mail to the person was refused for good. At the kBouncesMax-th the address is used no longer,
// and the secretaries of the person's bodies are told, once. In a transaction.
Result<Done> CountBounce(Database& database, const std::string& person, Instant now);

}  // namespace rytm
