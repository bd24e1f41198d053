// What each revision changed. One of the stores of a Database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace rytm {

struct RevisionNews {
  enum class Kind { kRules, kAdjustments, kUndo, kAdoption, kAcceptance, kPublication };
  Revision revision = 0;
  Instant made{};
  Kind kind = Kind::kRules;
  std::optional<std::int64_t> batch{};  // of what can be undone
  std::string author{};                 // of the batch
  Text what{};                          // the batch in one line
  std::vector<std::string> bodies{};    // whose plan or edition changed, sorted; none: all may have
};

class RevisionLog {
 public:
  virtual ~RevisionLog() = default;

  // Those after `seen`, oldest first, `count` at most.
  virtual Result<std::vector<RevisionNews>> Since(Revision seen, std::size_t count) = 0;
};

}  // namespace rytm
