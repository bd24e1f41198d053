#include "plan/check_adjustments.h"

#include <algorithm>
#include <unordered_map>

#include "base/limits.h"

namespace rytm {
namespace {

class AdjustmentCheck {
 public:
  AdjustmentCheck(const Organisation& organisation, const Plan& plan)
      : organisation_(organisation), plan_(plan) {
    for (const Slot& slot : plan.slots) slots_.emplace(slot.id, &slot);
    for (const Item& item : plan.items) items_.emplace(item.id, &item);
  }

  void Check(Adjustment& adjustment, std::size_t index) {
    pointer_ = "/adjustments/" + std::to_string(index);
    const auto slot = slots_.find(adjustment.slot);
    if (slot == slots_.end() || slot->second->dropped)
      return Tell("/slot",
                  Text("Det finns inget möte eller samtal med id " + adjustment.slot + ".",
                       "There is no meeting or talk with the id " + adjustment.slot + "."),
                  Text("Läs in planen på nytt.", "Load the plan anew."));
    const auto found = items_.find(adjustment.slot);
    const Item* item = found == items_.end() ? nullptr : found->second;
    adjustment.rule_day = slot->second->day;
    Reason(adjustment);
    if (!adjustment.step.empty()) return Step(adjustment, item);
    if (adjustment.day && !plan_.window.Contains(*adjustment.day)) OutsidePlan();
    Place(adjustment);
    Length(adjustment, *slot->second);
    if (adjustment.released.value_or(false) && item != nullptr &&
        item->status != MeetingStatus::kReserve)
      Tell("/set/released",
           Text("Bara reservdagar kan släppas.", "Only reserve dates can be released."),
           Text("Ställ in mötet i stället.", "Cancel the meeting instead."));
    if (adjustment.cancelled.value_or(false)) Cancelled(adjustment, item);
  }

  std::vector<Problem> problems() && { return std::move(problems_); }

 private:
  void Tell(const std::string& where, Text what, Text instead = {}) {
    problems_.push_back({.file = "",
                         .pointer = pointer_ + where,
                         .what = std::move(what),
                         .instead = std::move(instead)});
  }

  void OutsidePlan() {
    const std::string first = FormatDay(plan_.window.first);
    const std::string last = FormatDay(plan_.window.last);
    Tell("/set/day",
         Text("Dagen ligger utanför planen, som går från " + first + " till " + last + ".",
              "The day lies outside the plan, which goes from " + first + " to " + last + "."));
  }

  void Reason(const Adjustment& adjustment) {
    const auto& kinds = ReasonKinds();
    const bool known = std::any_of(kinds.begin(), kinds.end(), [&](const ReasonKind& kind) {
      return kind.id == adjustment.reason_kind;
    });
    if (known || adjustment.reason_kind.empty()) return;
    std::string all;
    for (const ReasonKind& kind : kinds) all += (all.empty() ? "" : ", ") + std::string(kind.id);
    Tell("/reason-kind", Text("Det skälet finns inte i listan.", "That reason is not in the list."),
         Text(all));
  }

  void Step(const Adjustment& adjustment, const Item* meeting) {
    if (!items_.contains(adjustment.slot + "." + adjustment.step))
      Tell("/step", Text("Mötet har inget steg " + adjustment.step + ".",
                         "The meeting has no step " + adjustment.step + "."));
    const bool only_day = adjustment.form == MeetingForm() && !adjustment.link &&
                          !adjustment.mode && !adjustment.open && !adjustment.status &&
                          !adjustment.cancelled && !adjustment.released && !adjustment.pinned;
    if (!only_day || meeting == nullptr)
      Tell("/set",
           Text("Av ett steg går bara dagen att ändra.", "Only the day of a step can be changed."));
  }

  void Place(const Adjustment& adjustment) {
    const auto& place = adjustment.form.place;
    if (!place || place->empty() || organisation_.FindPlace(*place) != nullptr) return;
    Tell("/set/place",
         Text("Det finns ingen plats " + *place + ".", "There is no place " + *place + "."));
  }

  void Length(const Adjustment& adjustment, const Slot& slot) {
    const TimeOfDay at = adjustment.form.at.value_or(slot.form.at.value_or(TimeOfDay{}));
    const Minutes lasts = adjustment.form.lasts.value_or(slot.form.lasts.value_or(Minutes{}));
    if ((adjustment.form.at || adjustment.form.lasts) && at + lasts > kWholeDay)
      Tell(adjustment.form.lasts ? "/set/lasts" : "/set/at",
           Text("Mötet skulle sluta efter midnatt.", "The meeting would end after midnight."),
           Text("Korta mötet eller låt det börja tidigare.",
                "Make it shorter, or let it begin earlier."));
  }

  void Cancelled(Adjustment& adjustment, const Item* item) {
    if (item == nullptr || !item->is_protected) return;
    if (ReasonInWords(adjustment).empty())
      Tell("/reason", Text("Samtalet är skyddat: säg varför det ställs in.",
                           "This talk is protected: say why it is cancelled."));
    if (!adjustment.day)
      Tell("/set/day", Text("Samtalet är skyddat: ge det en ny dag.",
                            "This talk is protected: give it a new day."));
    adjustment.cancelled.reset();
  }

  const Organisation& organisation_;
  const Plan& plan_;
  std::unordered_map<std::string_view, const Slot*> slots_;
  std::unordered_map<std::string_view, const Item*> items_;
  std::string pointer_;
  std::vector<Problem> problems_;
};

}  // namespace

Result<std::vector<Adjustment>> CheckAdjustments(const Organisation& organisation, const Plan& plan,
                                                 std::vector<Adjustment> adjustments) {
  AdjustmentCheck check(organisation, plan);
  for (std::size_t i = 0; i < adjustments.size(); ++i) check.Check(adjustments[i], i);
  std::vector<Problem> problems = std::move(check).problems();
  if (problems.empty()) return adjustments;
  return Refuse(ErrorCode::kBadInput,
                Text("Ändringen går inte att göra.", "The change cannot be made."),
                std::move(problems));
}

}  // namespace rytm
