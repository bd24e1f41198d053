// Publishing: plan → editions → feeds, in one transaction (DESIGN §5).
#pragma once

#include <string>
#include <vector>

#include "app/planned.h"
#include "base/result.h"
#include "edition/differences.h"
#include "edition/freeze.h"
#include "store/database.h"
#include "store/store.h"

namespace rytm {

struct PublishRequest {
  std::vector<std::string> bodies{};  // ids; empty: every body, those the rules have no longer too
  Day until{};                        // decided up to here at most (FreezeRequest::until)
  Text note{};
  Undecided undecided = Undecided::kTentative;
  std::vector<Adoption> adoptions{};  // decisions to put on record first
  std::string author{};               // person id; empty: the command line
  bool tell = true;                   // false: a small change, about which nobody gets a mail
};

struct PublishedBody {
  std::string body;
  Text name;
  int number = 0;                       // of the new edition
  std::vector<Difference> differences;  // from the one before
};

struct Publication {
  Revision revision = 0;
  std::vector<PublishedBody> bodies;  // those with a new edition
  std::vector<std::string> feeds;     // paths whose bytes changed
  std::vector<std::string> quoted{};  // bodies that the new editions speak of, and whose own
                                      // readers have not got the day: better published too
  std::vector<Finding> in_the_way{};  // errors that nobody accepted, where the organisation lets
                                      // them stop a publication
};

// What publishing would do; nothing is stored. Errors as Publish's, but for findings in the way.
Result<Publication> PreviewPublication(Database& database, const Planned& planned,
                                       const PublishRequest& request, Instant now);

// Freezes the plan, renders the public feeds and reads each back with another parser before
// anything goes live: a mismatch refuses the whole publication (kRefused) and the old editions
// stay. Refused too: (kNotFound) a body that does not exist; (kBadInput) `until` outside the plan,
// a decision that CheckAdoptions refuses; (kRefused) findings in the way; (kConflict) the plan is
// another by now than `planned`. Where nothing changed no edition is stored: `bodies` is empty.
Result<Publication> Publish(Database& database, const Planned& planned,
                            const PublishRequest& request, Instant now);

// Back to an earlier edition of a body: see ReturnTo. The plan is not changed by it. kNotFound: no
// such edition; kConflict as above.
struct ReturnToEdition {
  std::string body;
  int number = 0;
  Text note{};
  std::string author{};
};
Result<Publication> Publish(Database& database, const Planned& planned,
                            const ReturnToEdition& request, Instant now);

}  // namespace rytm
