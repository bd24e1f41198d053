#include "plan/adjustment.h"

#include <algorithm>

namespace rytm {
namespace {

void Set(auto& field, const auto& by) {
  if (by) field = by;
}

void Fold(const Adjustment& adjustment, SlotChange& change) {
  if (!adjustment.step.empty()) {
    change.steps[adjustment.step] = &adjustment;
    return;
  }
  change.latest = &adjustment;
  if (adjustment.as_ruled) {
    SlotChange ruled;
    ruled.latest = change.latest;
    ruled.cancelled = change.cancelled;
    ruled.is_cancelled = change.is_cancelled;
    ruled.moves = change.moves;
    ruled.first_rule_day = change.first_rule_day;
    ruled.note = change.note;
    change = std::move(ruled);
  }
  if (adjustment.day) {
    change.day = adjustment.day;
    change.moved = &adjustment;
    if (change.moves++ == 0) change.first_rule_day = adjustment.rule_day;
  }
  Set(change.form.name, adjustment.form.name);
  Set(change.form.at, adjustment.form.at);
  Set(change.form.lasts, adjustment.form.lasts);
  Set(change.form.days, adjustment.form.days);
  Set(change.form.place, adjustment.form.place);
  Set(change.form.chain, adjustment.form.chain);
  Set(change.link, adjustment.link);
  Set(change.mode, adjustment.mode);
  Set(change.open, adjustment.open);
  Set(change.status, adjustment.status);
  if (adjustment.cancelled) {
    change.is_cancelled = adjustment.cancelled;
    change.cancelled = &adjustment;
  }
  change.released = adjustment.released.value_or(change.released);
  change.pinned = adjustment.pinned.value_or(change.pinned);
  change.note = adjustment.note.value_or(change.note);
}

}  // namespace

const std::vector<ReasonKind>& ReasonKinds() {
  static const std::vector<ReasonKind> kinds = {
      {"clash", {"krockar med ett annat möte", "clashes with another meeting"}},
      {"holiday", {"helg eller lov", "holiday or school break"}},
      {"no-items", {"för få ärenden", "too few items"}},
      {"more-time", {"ärendena behöver mer tid", "the items need more time"}},
      {"urgent", {"brådskande ärende", "urgent item"}},
      {"place", {"lokalen går inte att använda", "the place cannot be used"}},
      {"attendance", {"för få kan komma", "too few can come"}},
      {"decided", {"beslut av organet", "decided by the body"}},
      {"correction", {"rättelse av ett fel", "correction of a mistake"}},
      {"other", {"annat skäl", "another reason"}}};
  return kinds;
}

Text ReasonInWords(const Adjustment& adjustment) {
  const auto& kinds = ReasonKinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const ReasonKind& one) {
    return one.id == adjustment.reason_kind;
  });
  if (kind == kinds.end()) return adjustment.reason;
  return adjustment.reason.empty() ? kind->words : kind->words + Text(": ") + adjustment.reason;
}

AdjustmentsInForce::AdjustmentsInForce(const std::vector<Adjustment>& log) {
  std::vector<const Adjustment*> in_order;
  in_order.reserve(log.size());
  for (const Adjustment& adjustment : log) in_order.push_back(&adjustment);
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const Adjustment* a, const Adjustment* b) { return a->number < b->number; });
  for (const Adjustment* adjustment : in_order) Fold(*adjustment, changes_[adjustment->slot]);
}

const SlotChange* AdjustmentsInForce::Of(std::string_view slot) const {
  const auto found = changes_.find(slot);
  return found == changes_.end() ? nullptr : &found->second;
}

}  // namespace rytm
