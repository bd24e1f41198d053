// Back to an earlier edition: a new one that says the same (DESIGN §5).
#pragma once

#include <optional>

#include "edition/edition.h"

namespace rytm {

struct ReturnRequest {
  Instant now{};
  Day today{};  // where the organisation is
  Text note{};
  std::string author{};               // person id
  std::vector<Adoption> adoptions{};  // the whole log
};

// What has been stays as `latest`, the body's latest edition, tells it; from today on the readers
// get `earlier` again, under the same UIDs and with SEQUENCE going on upwards, and what came after
// it is cancelled. Nothing when they would see no change.
std::optional<Edition> ReturnTo(const Edition& earlier, const Edition& latest,
                                const ReturnRequest& request);

}  // namespace rytm
