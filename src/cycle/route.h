// Route search: which meetings carry a report through its hops in time (DESIGN §3 Reports).
//
// Pure arithmetic on days: the caller has worked out each meeting's item deadline and hand-over day. A hop of several
// bodies is done when the last of them has handed over. Found exactly: the result is what brute force over all
// choices would give.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/day.h"

namespace rytm {

// One meeting a hop may use. Reserve and cancelled meetings are not offered.
struct Carrier {
  std::size_t index = 0;  // the caller's number for the meeting
  Day day{};              // the meeting
  Day item_deadline{};    // the report must be in by this day
  Day hand_over{};        // the next hop has it from this day
};

// One body of a hop and its meetings, sorted by day; or a party without meetings.
struct HopChoices {
  struct BodyChoices {
    std::vector<Carrier> meetings;
  };
  std::vector<BodyChoices> bodies;       // empty: a party
  Days takes{0};                         // a party: done so many calendar days after it gets the report
  std::optional<int> takes_working_days; // or working days
  std::optional<Day> by;                 // meeting (or a party's last day) on or before
  std::optional<Day> not_before;         // meeting on or after
};

struct RouteFound {
  struct HopResult {
    std::vector<Carrier> meetings;  // one for each body, in order; empty: a party
    Day gets{};                     // when the hop has the report
    Day done{};                     // when the next hop has it
  };
  std::vector<HopResult> hops;      // all of them when it fits; what came closest otherwise
  bool fits = false;
  // When it does not fit: the first hop that cannot be in time, and by how many days (0: it has no meeting left).
  std::size_t stuck_at = 0;
  Days gap{0};
};

enum class RoutePreference { kLatest, kEarliest };

// `ready`: the first hop gets the report. kEarliest: the first hop as early as can be (by meeting day, then the next
// hop ...), kLatest: the last hop as late as can be, then the one before it ..., both only among choices that let the whole
// route fit. If nothing fits: each hop at its earliest, limits `by` ignored, and what is missing.
RouteFound FindRoute(Day ready, const std::vector<HopChoices>& hops, RoutePreference preference);

}  // namespace rytm
