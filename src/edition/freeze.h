// Freeze: the plan becomes editions (DESIGN §2). The only door from plan to what others see.
#pragma once

#include <vector>

#include "edition/edition.h"
#include "plan/plan.h"

namespace rytm {

// What is told of the dates that are not decided: that they are preliminary, or nothing. A date
// that readers have as confirmed is never hidden from them: it becomes preliminary.
enum class Undecided { kTentative, kWithheld };

struct FreezeRequest {
  std::vector<std::string> bodies{};  // ids; empty: every body, those the rules have no longer too
  // Decided is what lies up to `until` and, where the body's decisions are on record, inside a
  // decided period. What hangs on a meeting follows it.
  Day until{};
  Instant now{};
  Text note{};
  Undecided undecided = Undecided::kTentative;
  std::vector<Adoption> adoptions{};  // the whole log, of all bodies
  std::string author{};               // person id
  int sequence_floor = 0;             // what a new event begins at: 0, or higher after a restore
};

// One edition for each body asked for, numbered after `previous` (the latest edition of each body,
// if any).
//
// An item that was published before keeps its UID; SEQUENCE rises when start, end, place, status or
// title changed; `modified` of a level moves to `now` only when what that level sees changed, the
// SEQUENCE among it. An event that left the plan, alone or with its whole body, becomes cancelled
// if its day is still to come and within the plan's window, and stays as it was otherwise; a
// cancelled event keeps the day and name it was cancelled with, and leaves kFeedMonthsBack
// after it, when no feed has told of it for long (ToldUntil). A meeting cancelled before it was
// ever published is told in a body's first edition only: later we know that nobody was promised it.
// A moved event whose new day has passed is told as unmoved the next time its body is published. A
// body whose edition would be equal to the previous one gets none. Of other bodies an event quotes
// only days that their own readers have, from `previous` or from this call. Steps past when their
// meeting was added are left out, as is the public where the body is not listed.
std::vector<Edition> Freeze(const Organisation& organisation, const Plan& plan,
                            const std::vector<Edition>& previous, const FreezeRequest& request);

// The bodies not asked for that the new editions speak of, and whose own readers do not have the
// day from the plan, from `from` on: better published together. Sorted.
std::vector<std::string> QuotedOf(const Plan& plan, const std::vector<Edition>& previous,
                                  const FreezeRequest& request, Day from);

}  // namespace rytm
