// One body's next edition: what is told now, held against what was told last. Here an event keeps
// its identity and gets its SEQUENCE and stamps (DESIGN §4). Private to this room.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "edition/edition.h"

namespace rytm {

// The civil day where the organisation is. Its zone was checked when the rules were read; without
// it the day of UTC is at most some hours wrong, and only days kept are counted from it.
Day TodayIn(const std::string& zone_name, Instant now);

class NextEdition {
 public:
  // `head`: everything of it but its number and events. `previous`, the body's latest edition if it
  // has one, must outlive this. `sequence_floor`: what a new event begins at.
  NextEdition(Edition head, const Edition* previous, Day today, int sequence_floor = 0);

  // An event as it is now; what it was before this edition (SEQUENCE, stamps, first day) is filled
  // in here.
  void Put(Event event);

  // What was published and not put becomes cancelled if its day is still to come and `known`, the
  // days the plan could tell of. Nothing when the readers would see no change.
  std::optional<Edition> Close(DaySpan known);

 private:
  void PutNew(Event event);
  void Leave(const Event& before, DaySpan known);
  Day DayItHangsOn(const Event& event) const;
  bool Forgotten(const Event& event) const;
  void Settle(Event& event) const;
  Instant now() const { return edition_.published; }

  Edition edition_;
  const Edition* previous_;
  Day today_;
  int sequence_floor_;
  std::unordered_map<std::string_view, const Event*> published_;
  std::unordered_set<std::string_view> taken_;  // published, and put again
  bool changed_ = false;
};

}  // namespace rytm
