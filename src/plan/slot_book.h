// The slots while a plan is built: those handed in, what became of them, and those born on the way.
// Private to this room.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "plan/adjustment.h"
#include "plan/slot.h"

namespace rytm {

// A day that a rule gives, after day policies.
struct RuleDay {
  Day nominal{};
  Day day{};
  std::string base;    // id of the meeting it hangs on, or empty
  bool asked = false;  // a person named this very day: born even where it has passed
};

// What the days of one series' rule became.
struct Assigned {
  struct One {
    std::string id;              // empty: no meeting is born on a day that has passed
    const Slot* slot = nullptr;  // nullptr: born now
    bool frozen = false;
    std::optional<Day> late;
  };
  std::vector<One> days;          // one for each day of the rule
  std::vector<const Slot*> kept;  // frozen slots that the rule does not give any more
};

class SlotBook {
 public:
  // `stored` and `log` must outlive the book. No slots: everything is born.
  // `untold`: bodies of which people know nothing yet; nothing of theirs is bound by today.
  SlotBook(std::string organisation, DaySpan window, std::optional<Day> today,
           std::set<std::string, std::less<>> untold, const std::vector<Slot>& stored,
           const std::vector<Adjustment>& log);

  // `days` are sorted by nominal day. Once for each series.
  Assigned Assign(const SeriesRef& series, const std::vector<RuleDay>& days);

  // Slots a person added to the series.
  std::vector<const Slot*> ExtrasOf(const SeriesRef& series) const;

  // An id for what is born on the day, never given before.
  std::string NewId(const SeriesRef& series, Day birth);

  // What a slot has become in this plan.
  void Put(Slot slot);

  const SlotChange* ChangeOf(std::string_view slot) const { return changes_.Of(slot); }
  const AdjustmentsInForce& changes() const { return changes_; }
  bool IsFrozen(const Slot& slot) const;

  // Every slot there is, sorted by id: those put, and the rest as they were or dropped.
  std::vector<Slot> Close();

  // Ids of changed slots that the plan does not hold.
  std::vector<const SlotChange*> WithoutMeeting() const;

 private:
  struct OfSeries {
    std::vector<const Slot*> live;  // within the window, sorted by nominal day
    std::vector<const Slot*> dropped;
    std::vector<const Slot*> extras;
    std::set<std::string, std::less<>> taken;  // ids
    bool known = false;                        // had slots before
  };

  std::optional<Day> TodayFor(const SeriesRef& series) const;
  void Revive(const OfSeries& series, const std::vector<RuleDay>& days, Assigned& assigned) const;

  std::string organisation_;
  DaySpan window_;
  std::optional<Day> today_;
  std::set<std::string, std::less<>> untold_;
  const std::vector<Slot>& stored_;
  AdjustmentsInForce changes_;
  std::map<SeriesRef, OfSeries> series_;
  std::map<std::string, Slot, std::less<>> put_;
  std::set<std::string_view> dropped_;  // not given any more
  std::set<SeriesRef> assigned_;
};

}  // namespace rytm
