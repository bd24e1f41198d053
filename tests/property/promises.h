// What subscribers have been told, and what may never be done to them (DESIGN §4).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "edition/differences.h"
#include "edition/edition.h"
#include "plan/slot.h"

namespace rytm {

class Promises {
 public:
  // What is planned now. An id once given stays, with its owner.
  void SeePlan(const std::vector<Slot>& slots);

  // The latest editions after a publication. Nobody has seen those of a body before that have the
  // same number.
  void SeePublication(const std::vector<Edition>& latest, Day today);

  // The same after a restore: what came after the backup is forgotten, but not what was seen.
  void SeeRestore(const std::vector<Edition>& latest, const std::vector<Slot>& slots, Day today);

  // The first promise that was broken.
  const std::optional<std::string>& broken() const { return broken_; }
  void Break(const std::string& what) {
    if (!broken_) broken_ = what;
  }

 private:
  struct Seen {
    Event last;
    int sequence = 0;  // the highest ever seen
  };

  void SeeEvents(const Edition& edition);
  void CompareWithBefore(const Edition& before, const Edition& after, Day today);
  void CompareEvent(const Event& before, const Event& after, const Difference* told, Day today);
  void LookForCancelled(const std::vector<Edition>& latest, Day today);
  void Own(const std::string& id, const std::string& owner);

  std::map<std::string, std::string> owners_;  // of slot ids and UIDs
  std::set<std::string> slots_;                // there have been since the beginning or a restore
  std::map<std::string, Seen> events_;         // by UID
  std::map<std::string, Edition> editions_;    // the latest seen, by body
  std::optional<std::string> broken_;
};

}  // namespace rytm
