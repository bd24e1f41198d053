#include "server/api/seen.h"

#include <algorithm>

#include "pages/what_if_listing.h"

namespace rytm {

bool Sees(const Call& call, const Item& item) {
  return call.Sees(item.body) ||
         std::any_of(item.with.begin(), item.with.end(),
                     [&](const std::string& body) { return call.Sees(body); });
}

SeenPlan::SeenPlan(const Call& call, const Plan& plan) : call_(call) {
  for (const Item& item : plan.items) Add(item);
}

bool SeenPlan::Sees(const Finding& finding) const {
  if (call_.Sees("")) return true;
  return std::any_of(finding.items.begin(), finding.items.end(), [&](const std::string& id) {
    const auto item = items_.find(id);
    return item != items_.end() && rytm::Sees(call_, *item->second);
  });
}

bool SeenPlan::IsAbout(const Finding& finding, std::string_view body) const {
  return std::any_of(finding.items.begin(), finding.items.end(), [&](const std::string& id) {
    const auto item = items_.find(id);
    return item != items_.end() && item->second->body == body;
  });
}

JsonObject WhatIfSeen(const Call& call, const Plan& before, const WhatIf& what_if) {
  SeenPlan plan(call, before);
  for (const ItemChange& change : what_if.items) plan.Add(change.item());
  WhatIf seen = what_if;
  std::erase_if(seen.items, [&](const ItemChange& change) { return !Sees(call, change.item()); });
  std::erase_if(seen.notices, [&](const Item& item) { return !Sees(call, item); });
  std::erase_if(seen.bodies, [&](const std::string& body) { return !call.Sees(body); });
  const auto unseen = [&](const Finding& finding) { return !plan.Sees(finding); };
  std::erase_if(seen.appear, unseen);
  std::erase_if(seen.disappear, unseen);
  JsonObject json = WhatIfJson(seen);
  json["unseen"] = what_if.items.size() - seen.items.size();
  return json;
}

}  // namespace rytm
