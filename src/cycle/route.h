// Route search: which meetings carry a report through its hops in time (DESIGN §3 Reports).
//
// Pure arithmetic on days: the caller has worked out each meeting's item deadline and hand-over
// day. A hop of several bodies is done when the last of them has handed over. Found exactly: the
// result is what brute force over all choices would give, also where a later meeting has an earlier
// item deadline or hands over first.
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

// The bodies of a hop and their meetings, or a party without meetings.
struct HopChoices {
  struct BodyChoices {
    std::vector<Carrier> meetings;  // sorted by day
  };
  std::vector<BodyChoices> bodies;  // empty: a party
  Days takes{0};  // a party: its last day is so many calendar days after it gets the report
  std::optional<int> takes_working_days;  // or so many working days, 0 or more
  std::optional<Day> by;                  // meeting (or a party's last day) on or before
  std::optional<Day> not_before;          // meeting (or a party's last day) on or after
};

struct RouteFound {
  struct HopResult {
    std::vector<Carrier> meetings;  // one for each body, in order; empty: a party
    Day gets{};                     // when the hop has the report
    Day done{};                     // when the next hop has it; a party's last day
  };
  // All of them when it fits. Otherwise as far as there are meetings: before `stuck_at` those that
  // hand over first, from there on the first meetings, whatever `by` says.
  std::vector<HopResult> hops;
  bool fits = false;
  // When it does not fit: the first hop that no choice before it lets be in time, and by how many
  // days it misses its `by` (0: a body has no meeting left).
  std::size_t stuck_at = 0;
  Days gap{0};
  // The nearest fix: had the report come to that hop so many days earlier, it would be in time
  // there. None: no meeting there lies within the hop's limits.
  std::optional<Days> earlier;
};

enum class RoutePreference { kLatest, kEarliest };

// `ready`: the first hop gets the report. kEarliest: the first hop as early as can be (by meeting
// day; of two meetings on a day the one that hands over first), then the next hop ...; kLatest: the
// last hop as late as can be (of two on a day the one with the later item deadline), then the one
// before it ...; both only among choices that let the whole route fit.
RouteFound FindRoute(Day ready, const std::vector<HopChoices>& hops, RoutePreference preference);

}  // namespace rytm
