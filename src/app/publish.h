// Publishing: plan → editions → feeds, in one transaction (DESIGN §5).
#pragma once

#include <string>
#include <vector>

#include "app/planned.h"
#include "base/result.h"
#include "edition/differences.h"
#include "store/database.h"
#include "store/store.h"

namespace rytm {

struct PublishRequest {
  std::vector<std::string> bodies;  // ids; empty: every body, those the rules have no longer too
  Day until{};                      // confirmed up to here, tentative after
  Text note;
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
};

// Freezes the plan, renders the public feeds and reads each
// back with another parser before anything goes live: a mismatch refuses the whole publication
// (kRefused) and the old editions stay. Refused too (kNotFound): a body that does not exist;
// (kBadInput): `until` outside the plan; (kConflict): the plan is another by now than `planned`.
// Where nothing changed nothing is stored: `bodies` is empty and `revision` the one before.
Result<Publication> Publish(Database& database, const Planned& planned,
                            const PublishRequest& request, Instant now);

}  // namespace rytm
