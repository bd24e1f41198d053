// What those who met in a dialogue agreed to take along. One of the stores of a Database.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct AgreedLines {
  std::string slot;                  // the dialogue's
  std::vector<std::string> lines{};  // none: nothing is written down
  std::string author{};              // who wrote them down: a person; empty: the command line
  Instant written{};

  friend bool operator==(const AgreedLines&, const AgreedLines&) = default;
};

class AgreedStore {
 public:
  virtual ~AgreedStore() = default;

  // Without lines where none are written down.
  virtual Result<AgreedLines> Of(const std::string& slot) = 0;
  // In the place of those there were; without lines nothing is kept.
  virtual Result<Done> Save(const AgreedLines& agreed) = 0;
};

}  // namespace rytm
