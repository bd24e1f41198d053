// What of the plan an actor may see: items and findings of bodies that are theirs to see.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "plan/what_if.h"
#include "server/api/call.h"

namespace rytm {

// Their own body's, or a joint one with it.
bool Sees(const Call& call, const Item& item);

class SeenPlan {
 public:
  // Both must outlive it.
  SeenPlan(const Call& call, const Plan& plan);
  void Add(const Item& item) { items_.emplace(item.id, &item); }

  // About an item they see; about no item: those who see the whole plan.
  bool Sees(const Finding& finding) const;
  bool IsAbout(const Finding& finding, std::string_view body) const;

 private:
  const Call& call_;
  std::unordered_map<std::string_view, const Item*> items_;
};

// A what-if without what they may not see; how many items that are is told.
JsonObject WhatIfSeen(const Call& call, const Plan& before, const WhatIf& what_if);

}  // namespace rytm
