#include "plan/checking.h"

#include <algorithm>

namespace rytm {

ById::ById(const FindingFacts& facts) {
  items_.reserve(facts.plan.items.size());
  for (const Item& item : facts.plan.items) items_.emplace(item.id, &item);
  for (const Body& body : facts.organisation.bodies) bodies_.emplace(body.id, &body);
}

const Item* ById::FindItem(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : found->second;
}

const Body* ById::FindBody(std::string_view id) const {
  const auto found = bodies_.find(id);
  return found == bodies_.end() ? nullptr : found->second;
}

const Deadline* Binding(const Organisation& organisation, std::string_view law, BodyKind kind,
                        Day day) {
  const Deadline* deadline = organisation.FindDeadline(law);
  if (deadline == nullptr || day < deadline->valid_from) return nullptr;
  if (deadline->valid_until && day > *deadline->valid_until) return nullptr;
  const bool binds =
      std::find(deadline->kinds.begin(), deadline->kinds.end(), kind) != deadline->kinds.end();
  return binds ? deadline : nullptr;
}

}  // namespace rytm
