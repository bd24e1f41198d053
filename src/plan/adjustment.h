// An adjustment: what a person changed on one slot (DESIGN §1, §4). A log, never overwritten: the
// later wins, field by field.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/organisation.h"

namespace rytm {

struct Adjustment {
  std::int64_t number = 0;  // place in the log, from 1
  std::string slot{};       // Slot::id
  std::string step{};       // one step of the meeting's chain: only `day` is set; or empty

  // What it sets; the rest stays as it was.
  std::optional<Day> day{};
  MeetingForm form{};  // name, at, lasts, place
  std::optional<std::string> link{};
  std::optional<Mode> mode{};
  std::optional<Openness> open{};
  std::optional<MeetingStatus> status{};
  std::optional<bool> cancelled{};  // false: revived
  std::optional<bool> released{};   // a reserve date nobody needs: gone without a word
  std::optional<bool> pinned{};     // stays whatever the rules say
  std::optional<Text> note{};       // for the secretariat
  bool as_ruled = false;            // gives up what was set before, but not the cancellation

  std::string reason_kind{};  // from the pick-list (kReasonKinds), or empty
  Text reason{};              // for the secretariat
  Text public_reason{};       // what everyone may read; default none
  std::string author{};       // person id
  std::string author_role{};  // "administrator", "planner", "secretary"
  Instant made{};
  Day rule_day{};  // the rule's day when it was made: another one later is told

  friend bool operator==(const Adjustment&, const Adjustment&) = default;
};

// The reasons to pick from: id and words.
struct ReasonKind {
  std::string_view id;
  Text words;
};
const std::vector<ReasonKind>& ReasonKinds();

// The reason as the secretariat reads it: the picked one, then the text.
Text ReasonInWords(const Adjustment& adjustment);

// All adjustments of one slot taken together.
struct SlotChange {
  const Adjustment* moved = nullptr;      // the one that set the day in force
  const Adjustment* cancelled = nullptr;  // the latest that cancelled or revived
  const Adjustment* latest = nullptr;     // the latest of all that say something of the slot itself
  std::optional<Day> day;
  MeetingForm form;
  std::optional<std::string> link;
  std::optional<Mode> mode;
  std::optional<Openness> open;
  std::optional<MeetingStatus> status;
  std::optional<bool> is_cancelled;
  bool released = false;
  bool pinned = false;
  Text note;
  int moves = 0;                                   // how many times a day was set
  Day first_rule_day{};                            // the rule's day before the first move
  std::map<std::string, const Adjustment*> steps;  // step id → the one that set its day
};

// The log, folded by slot. Keeps pointers into it.
class AdjustmentsInForce {
 public:
  explicit AdjustmentsInForce(const std::vector<Adjustment>& log);
  const SlotChange* Of(std::string_view slot) const;  // nullptr: untouched
  const std::map<std::string_view, SlotChange>& all() const { return changes_; }

 private:
  std::map<std::string_view, SlotChange> changes_;
};

}  // namespace rytm
