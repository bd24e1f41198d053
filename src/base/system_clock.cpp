#include <chrono>

#include "base/clock.h"

namespace rytm {

Instant SystemClock::Now() const {
  return date::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace rytm
