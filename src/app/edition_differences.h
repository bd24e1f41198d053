// What differs between two editions of a body, or between one and the plan as it stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/planned.h"
#include "base/result.h"
#include "edition/differences.h"
#include "store/database.h"

namespace rytm {

struct EditionsAsked {
  std::string body;
  std::optional<int> from{};  // an edition's number; none: the latest
  std::optional<int> to{};    // none: what would be published now
};

struct EditionsApart {
  std::string body;
  Text name;
  std::optional<int> from;  // none: nothing was published yet
  std::optional<int> to;
  std::vector<Difference> differences;
};

// kNotFound: no such body or edition.
Result<EditionsApart> DiffEditions(Database& database, const Planned& planned,
                                   const EditionsAsked& asked, Instant now);

}  // namespace rytm
