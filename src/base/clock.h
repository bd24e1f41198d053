// Time enters the program here and nowhere else (DESIGN §9). Only main, app and tests hold a Clock;
// below them `now` and `today` are arguments.
#pragma once

#include "base/day.h"

namespace rytm {

struct Clock {
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
};

// The machine's clock, in whole seconds.
struct SystemClock final : Clock {
  Instant Now() const override;
};

}  // namespace rytm
