// Editions once more, after a restore: what they say stands, for readers who have seen later ones.
#pragma once

#include <vector>

#include "edition/edition.h"

namespace rytm {

// SEQUENCE from a restore on is no lower than this: the seconds since 2026-01-01 UTC (DESIGN §4).
// More than any count of changes, so that readers take what was restored for newer than all they
// have seen.
int SequenceFloorAt(Instant restored);

// The next edition of each, saying the same: every SEQUENCE at the floor or above it, every level's
// stamp `now` or later.
std::vector<Edition> Republish(const std::vector<Edition>& latest, int floor, Instant now,
                               const Text& note);

}  // namespace rytm
