// Files packed together as a ZIP. Here, and not with the pages, since archives are made of what the
// store holds; the library stands behind this file alone.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct PackedFile {
  std::string name;
  std::string bytes;
};

// In the order given, not compressed, each with the same time: the same files give the same bytes.
// kUnavailable: no memory.
Result<std::string> AsZip(const std::vector<PackedFile>& files, Instant time);

}  // namespace rytm
