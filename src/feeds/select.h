// Which events stand in a feed on a day: feeds change only at a publication, so `today` is its day
// (DESIGN §4).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "edition/edition.h"

namespace rytm {

// The events that a feed of these bodies at this level holds, sorted by day, time, UID: those of
// the last kFeedMonthsBack months and all to come, of the bodies or joint with one of them;
// cancelled ones as long as ToldUntil says. `bodies` empty: all. The pointers point into
// the editions, of which there is one for each body.
std::vector<const Event*> SelectForFeed(std::span<const Edition* const> editions, Level level,
                                        const std::vector<std::string>& bodies, Day today);
std::vector<const Event*> SelectForFeed(const std::vector<Edition>& editions, Level level,
                                        const std::vector<std::string>& bodies, Day today);

}  // namespace rytm
