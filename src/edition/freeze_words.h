// The words of an event: what those who work with it read, and what the public reads. Private to
// Freeze.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edition/edition.h"
#include "edition/freeze.h"
#include "plan/plan.h"

namespace rytm {

bool AsksFor(const FreezeRequest& request, std::string_view body);

// The plan, ready to be asked about one item and what hangs on it; and the editions beside it, for
// what an event may quote of other bodies. All must outlive it.
class PlanLookup {
 public:
  PlanLookup(const Plan& plan, const std::vector<Edition>& previous, const FreezeRequest& request);
  const Item* Find(std::string_view id) const;
  // The meeting an item hangs on, if the plan has it.
  const Item* ParentOf(const Item& item) const {
    return item.parent.empty() ? nullptr : Find(item.parent);
  }
  // A meeting's steps in order of time, without those that are cancelled or were past when it was
  // added.
  const std::vector<const Item*>& StepsOf(const Item& meeting) const;
  // The day of the stop's meeting as its body's own readers know it: from the plan if the body is
  // published now, else from its latest edition. None if that has no such meeting, or a
  // cancelled one.
  std::optional<Day> PublishedDay(const RouteStop& stop) const;
  // Whether its day is decided, which is its meeting's if it hangs on one of the same body.
  bool IsDecided(const Item& item) const;
  // Whether this publication tells of it at all.
  bool Tells(const Item& item) const;

 private:
  const FreezeRequest& request_;
  std::map<std::string, DecidedDays, std::less<>>
      decided_;  // of the bodies with decisions on record
  std::unordered_map<std::string_view, const Event*> told_;  // latest editions, by item id
  std::unordered_map<std::string_view, const Item*> items_;
  std::unordered_map<std::string_view, std::vector<const Item*>> steps_;
};

struct EventWords {
  Text title;
  Text description;
  Text public_description;
};

// `open_to_public`: the event will be shown to the public, so its title names listed bodies only.
EventWords WordsOf(const Item& item, const Body& body, bool open_to_public, const PlanLookup& plan,
                   const Organisation& organisation);

}  // namespace rytm
