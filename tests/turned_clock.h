// A clock that tests turn.
#pragma once

#include "base/clock.h"

namespace rytm {

struct TurnedClock final : Clock {
  Instant Now() const override { return now; }
  Instant now = *ParseInstant("2026-11-23T08:00:00Z");
};

}  // namespace rytm
