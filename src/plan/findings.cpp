#include "plan/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace rytm {

ById::ById(const Organisation& organisation, const Plan& plan) {
  items_.reserve(plan.items.size());
  for (const Item& item : plan.items) items_.emplace(item.id, &item);
  for (const Body& body : organisation.bodies) bodies_.emplace(body.id, &body);
}

const Item* ById::FindItem(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : found->second;
}

const Body* ById::FindBody(std::string_view id) const {
  const auto found = bodies_.find(id);
  return found == bodies_.end() ? nullptr : found->second;
}

Findings FindAll(const FindingFacts& facts, Findings noticed) {
  FindDayTrouble(facts, noticed);
  FindClashes(facts, noticed);
  FindLawTrouble(facts, noticed);
  FindReportTrouble(facts, noticed);
  FindDialogueTrouble(facts, noticed);
  FindLoadTrouble(facts, noticed);
  for (Finding& finding : noticed) std::sort(finding.items.begin(), finding.items.end());
  std::sort(noticed.begin(), noticed.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.day, a.severity, a.check, a.items) <
           std::tie(b.day, b.severity, b.check, b.items);
  });
  std::set<std::string> keys;
  std::erase_if(noticed,
                [&](const Finding& finding) { return !keys.insert(finding.key()).second; });
  return noticed;
}

}  // namespace rytm
