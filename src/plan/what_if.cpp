#include "plan/what_if.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace rytm {
namespace {

constexpr std::string_view kNoticeStep = "notice";

auto TimeOf(const Item& item) { return std::tie(item.day, item.days, item.at, item.lasts); }

// What readers see of it besides its time.
auto LookOf(const Item& item) {
  return std::tie(item.body, item.with, item.title, item.description, item.place, item.link,
                  item.webcast, item.mode, item.open, item.status);
}

bool SameBusiness(const Item& a, const Item& b) {
  return std::equal(a.business.begin(), a.business.end(), b.business.begin(), b.business.end(),
                    [](const Business& x, const Business& y) {
                      return std::tie(x.report, x.period, x.does, x.decides) ==
                             std::tie(y.report, y.period, y.does, y.decides);
                    });
}

std::optional<ItemChange::Kind> KindOf(const Item& before, const Item& after) {
  if (!before.cancelled && after.cancelled) return ItemChange::Kind::kCancelled;
  if (before.cancelled && !after.cancelled) return ItemChange::Kind::kRevived;
  if (TimeOf(before) != TimeOf(after)) return ItemChange::Kind::kMoves;
  if (LookOf(before) != LookOf(after) || before.levels != after.levels ||
      before.public_reason != after.public_reason || !SameBusiness(before, after))
    return ItemChange::Kind::kChanges;
  return std::nullopt;
}

class Comparison {
 public:
  Comparison(const Plan& before, const Plan& after) : before_(before), after_(after) {}

  WhatIf Make() {
    Items();
    Findings();
    std::sort(what_if_.items.begin(), what_if_.items.end(),
              [](const ItemChange& a, const ItemChange& b) {
                return std::tie(a.item().day, a.item().at, a.item().id) <
                       std::tie(b.item().day, b.item().at, b.item().id);
              });
    what_if_.bodies.assign(bodies_.begin(), bodies_.end());
    return std::move(what_if_);
  }

 private:
  void Items() {
    std::unordered_map<std::string_view, const Item*> old;
    old.reserve(before_.items.size());
    for (const Item& item : before_.items) old.emplace(item.id, &item);
    for (const Item& item : after_.items) {
      const auto found = old.find(item.id);
      if (found == old.end()) {
        Add({.kind = ItemChange::Kind::kAppears, .before = {}, .after = item});
        continue;
      }
      if (const auto kind = KindOf(*found->second, item))
        Add({.kind = *kind, .before = *found->second, .after = item});
      old.erase(found);
    }
    for (const auto& [id, item] : old)
      Add({.kind = ItemChange::Kind::kDisappears, .before = *item, .after = {}});
  }

  void Add(ItemChange change) {
    const Item& item = change.item();
    bodies_.insert(item.body);
    bodies_.insert(item.with.begin(), item.with.end());
    const bool stands =
        change.kind != ItemChange::Kind::kDisappears && !item.cancelled && !item.past_when_added;
    if (stands && item.kind == ItemKind::kStep && item.origin == kNoticeStep)
      what_if_.notices.push_back(item);
    what_if_.items.push_back(std::move(change));
  }

  // Keys last while the facts do: a finding with other words is the same one.
  void Findings() {
    const auto keys = [](const Plan& plan) {
      std::set<std::string> all;
      for (const Finding& finding : plan.findings) all.insert(finding.key());
      return all;
    };
    const std::set<std::string> old = keys(before_);
    const std::set<std::string> now = keys(after_);
    for (const Finding& finding : after_.findings)
      if (!old.contains(finding.key())) what_if_.appear.push_back(finding);
    for (const Finding& finding : before_.findings)
      if (!now.contains(finding.key())) what_if_.disappear.push_back(finding);
  }

  const Plan& before_;
  const Plan& after_;
  WhatIf what_if_;
  std::set<std::string> bodies_;
};

}  // namespace

std::map<std::string, Levels> ToldOf(const WhatIf& what_if) {
  std::map<std::string, Levels> told;
  for (const ItemChange& change : what_if.items) {
    for (const Item* item : {&change.before, &change.after}) {
      if (item->id.empty() || item->past_when_added) continue;
      std::vector<std::string> bodies = item->with;
      bodies.push_back(item->body);
      for (const std::string& body : bodies)
        for (int level = 0; level < kLevelCount; ++level)
          if (item->levels.Has(static_cast<Level>(level)))
            told[body].Add(static_cast<Level>(level));
    }
  }
  return told;
}

WhatIf CompareByItem(const Plan& before, const Plan& after) {
  return Comparison(before, after).Make();
}

}  // namespace rytm
