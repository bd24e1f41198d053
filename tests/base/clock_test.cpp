#include "base/clock.h"

#include <gtest/gtest.h>

#include <ctime>

namespace rytm {
namespace {

TEST(SystemClock, TellsWhatTheMachineTells) {
  const SystemClock clock;
  const std::time_t before = std::time(nullptr);
  const Instant now = clock.Now();
  const std::time_t after = std::time(nullptr);
  // time() may read a coarser clock that lags by a tick.
  EXPECT_LE(before, now.time_since_epoch().count());
  EXPECT_LE(now.time_since_epoch().count(), after + 1);
}

}  // namespace
}  // namespace rytm
