// Alignment: which of a series' slots each day of its rule belongs to, so that a moved meeting
// moves in everyone's calendar instead of dying and being born again (DESIGN §4).
//
// A meeting whose rule hangs on another meeting follows that one. For the rest the order is kept
// and as few days as possible are moved over: a slot or a day left alone costs half the median gap
// between the slots, and no slot moves more than one gap. Of equals the one that moves the fewest
// slots is taken, then the one that matches the earliest.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace rytm {

// A slot or a day of the rule, as alignment sees it.
struct AlignDay {
  Day day{};              // before day policies
  std::string_view base;  // id of the meeting its rule hangs on, or empty
};

// For each day the index of its slot; none: a slot of its own is to be born. Both lists are sorted
// by day.
std::vector<std::optional<std::size_t>> Align(const std::vector<AlignDay>& slots,
                                              const std::vector<AlignDay>& days);

}  // namespace rytm
