// Slows down those who guess passwords and codes, without locking out those who know them.
//
// Each guess is counted before it is looked at, so that many at once count too, and taken back if
// it was right. There are three counts: of an account from one source, of an account from anywhere,
// of a source at any account; each lets some through at once and then one now and then (limits.h).
// A browser that has logged in to the account before is judged by its own count only: whatever
// others do, the rightful owner gets in. Logins under way are not touched.
#pragma once

#include <string>

#include "base/day.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

// Where a request comes from.
struct Visitor {
  std::string source;   // the address; of IPv6 the first 64 bits
  std::string browser;  // the browser's long-lived cookie, set when it logged in; empty: none
};

enum class Guess { kPassword, kCode };

class Guesses {
 public:
  // The database must outlive it.
  explicit Guesses(Database& database) : database_(database) {}

  // Counts a guess at the account, there or not, by its login name or person. kTooOften: wait.
  Result<Done> Count(Guess guess, const std::string& account, const Visitor& visitor, Instant now);

  // It was right: forgives the visitor all guesses at this account, and knows the browser from now
  // on.
  Result<Done> Forgive(Guess guess, const std::string& account, const Visitor& visitor,
                       Instant now);

 private:
  Database& database_;
};

}  // namespace rytm
