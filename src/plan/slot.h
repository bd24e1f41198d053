// A slot: one meeting or dialogue with its lasting identity (DESIGN §4). Born when the rules first
// give it or a person adds it, kept for ever: an id is never given twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "organisation/organisation.h"

namespace rytm {

struct Slot {
  std::string id{};           // <org>.<body>.<series>.<birth day>: the UID without "@host"
  SeriesRef series{};         // whose meeting it is; a dialogue: body and dialogue id
  Day nominal{};              // the rule's own day, before day policies; of an extra: the day added
  std::string base{};         // id of the slot its rule hangs on, or empty
  bool extra = false;         // added by a person: no rule gives it
  bool dropped = false;       // the rules, or an undone batch, have it no longer
  std::optional<Day> late{};  // born on this day into a series that was there: steps before it
                              // were never anybody's to take
  std::vector<Day> exceptions{};  // days by which the rule file's exceptions name it

  // What the rules made of it, before exceptions and adjustments. Frozen, it stays so; dropped, it
  // revives near that day.
  Day day{};
  MeetingForm form{};                // of meetings and dialogues; every field set
  std::optional<Day> frozen_from{};  // its notice day; none: its own day

  friend bool operator==(const Slot&, const Slot&) = default;
};

// The rules are not asked about a slot any more once its notice is out, or it is over.
bool Frozen(const Slot& slot, std::optional<Day> today);

}  // namespace rytm
