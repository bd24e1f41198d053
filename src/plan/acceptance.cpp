#include "plan/acceptance.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace rytm {
namespace {

using ItemsById = std::unordered_map<std::string_view, const Item*>;

std::string FactsOf(const Finding& finding, const ItemsById& items) {
  std::string facts = std::to_string(static_cast<int>(finding.severity));
  for (const std::string& id : finding.items) {
    facts += "|";
    const auto found = items.find(id);
    if (found == items.end()) continue;
    facts += FormatDay(found->second->day);
    if (found->second->at) facts += " " + FormatTimeOfDay(*found->second->at);
    if (found->second->cancelled) facts += " cancelled";
  }
  facts += "|";
  const std::string& words = finding.message.sv;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (digit(words[i])) facts += words[i];
    if (digit(words[i]) && (i + 1 == words.size() || !digit(words[i + 1]))) facts += " ";
  }
  return facts;
}

}  // namespace

std::string FactsOf(const Finding& finding, const Plan& plan) {
  ItemsById items;
  for (const std::string& id : finding.items)
    if (const Item* item = plan.Find(id)) items.emplace(item->id, item);
  return FactsOf(finding, items);
}

void MarkAccepted(std::span<const Acceptance> log, Plan& plan) {
  std::unordered_map<std::string_view, const Acceptance*> latest;
  for (const Acceptance& one : log) latest[one.finding] = &one;
  if (latest.empty()) return;
  ItemsById items;
  for (const Item& item : plan.items) items.emplace(item.id, &item);
  for (Finding& finding : plan.findings) {
    const auto found = latest.find(finding.key());
    const bool stands = found != latest.end() && !found->second->withdrawn &&
                        found->second->facts == FactsOf(finding, items);
    finding.accepted = stands ? std::optional(found->second->reason) : std::nullopt;
  }
}

}  // namespace rytm
