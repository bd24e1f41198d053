// Editions whose readers have not been told yet what changed. One of the stores of a Database.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace rytm {

struct UntoldEdition {
  std::string body;
  int number = 0;

  friend bool operator==(const UntoldEdition&, const UntoldEdition&) = default;
};

class UntoldStore {
 public:
  virtual ~UntoldStore() = default;

  // In the transaction of the publication.
  virtual Result<Done> Add(const UntoldEdition& edition) = 0;
  // By body, then number.
  virtual Result<std::vector<UntoldEdition>> All() = 0;
  virtual Result<Done> Drop(const std::vector<UntoldEdition>& editions) = 0;
};

}  // namespace rytm
