#include "plan/slot_book.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "plan/align.h"

namespace rytm {
namespace {

constexpr Days kRevivesWithin{7};  // of its last day (DESIGN §4)

std::vector<AlignDay> AsAlignDays(const std::vector<const Slot*>& slots) {
  std::vector<AlignDay> days;
  days.reserve(slots.size());
  for (const Slot* slot : slots) days.push_back({slot->nominal, slot->base});
  return days;
}

Days Apart(Day a, Day b) { return a < b ? b - a : a - b; }

}  // namespace

bool Frozen(const Slot& slot, std::optional<Day> today) {
  return today && slot.frozen_from.value_or(slot.day) <= *today;
}

SlotBook::SlotBook(std::string organisation, DaySpan window, std::optional<Day> today,
                   std::set<std::string, std::less<>> untold, const std::vector<Slot>& stored,
                   const std::vector<Adjustment>& log)
    : organisation_(std::move(organisation)),
      window_(window),
      today_(today),
      untold_(std::move(untold)),
      stored_(stored),
      changes_(log) {
  for (const Slot& slot : stored) {
    OfSeries& series = series_[slot.series];
    series.taken.insert(slot.id);
    if (slot.extra) {
      if (!slot.dropped) series.extras.push_back(&slot);
      continue;
    }
    series.known = true;
    if (slot.dropped)
      series.dropped.push_back(&slot);
    else if (window.Contains(slot.day))
      series.live.push_back(&slot);
  }
  for (auto& [ref, series] : series_)
    std::sort(series.live.begin(), series.live.end(), [](const Slot* a, const Slot* b) {
      return std::tie(a->nominal, a->id) < std::tie(b->nominal, b->id);
    });
}

std::optional<Day> SlotBook::TodayFor(const SeriesRef& series) const {
  return untold_.contains(series.body) ? std::nullopt : today_;
}

bool SlotBook::IsFrozen(const Slot& slot) const {
  const SlotChange* change = ChangeOf(slot.id);
  return Frozen(slot, TodayFor(slot.series)) || (change != nullptr && change->pinned);
}

Assigned SlotBook::Assign(const SeriesRef& ref, const std::vector<RuleDay>& days) {
  assigned_.insert(ref);
  OfSeries& series = series_[ref];
  Assigned assigned;
  assigned.days.resize(days.size());
  // Days outside the window have no slots; but one moved into it by the rules' own means has.
  std::vector<std::size_t> taking_part;
  std::vector<AlignDay> rule_days;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const bool known = std::any_of(series.live.begin(), series.live.end(), [&](const Slot* slot) {
      return slot->nominal == days[i].nominal;
    });
    if (!known && !window_.Contains(days[i].day)) continue;
    taking_part.push_back(i);
    rule_days.push_back({days[i].nominal, days[i].base});
  }
  std::vector<bool> given(series.live.size());
  const auto slot_of = Align(AsAlignDays(series.live), rule_days);
  for (std::size_t i = 0; i < slot_of.size(); ++i) {
    if (!slot_of[i]) continue;
    given[*slot_of[i]] = true;
    const Slot* slot = series.live[*slot_of[i]];
    assigned.days[taking_part[i]] = {slot->id, slot, IsFrozen(*slot), slot->late};
  }
  for (std::size_t i = 0; i < series.live.size(); ++i) {
    if (given[i]) continue;
    if (IsFrozen(*series.live[i]))
      assigned.kept.push_back(series.live[i]);
    else
      dropped_.insert(series.live[i]->id);
  }
  Revive(series, days, assigned);
  const std::optional<Day> today = TodayFor(ref);
  for (std::size_t i = 0; i < days.size(); ++i) {
    Assigned::One& one = assigned.days[i];
    if (one.slot != nullptr) continue;
    const bool passed = today && days[i].day < *today && window_.Contains(days[i].day);
    if (series.known && passed && !days[i].asked) continue;
    if (series.known) one.late = today;
    one.id = NewId(ref, days[i].nominal);
  }
  return assigned;
}

// The nearest first.
void SlotBook::Revive(const OfSeries& series, const std::vector<RuleDay>& days,
                      Assigned& assigned) const {
  std::vector<std::tuple<Days, std::size_t, const Slot*>> near;
  for (const Slot* slot : series.dropped)
    for (std::size_t i = 0; i < days.size(); ++i)
      if (assigned.days[i].slot == nullptr && window_.Contains(days[i].day) &&
          Apart(days[i].day, slot->day) <= kRevivesWithin)
        near.emplace_back(Apart(days[i].day, slot->day), i, slot);
  std::sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)->id) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b)->id);
  });
  std::set<const Slot*> revived;
  for (const auto& [apart, day, slot] : near)
    if (assigned.days[day].slot == nullptr && revived.insert(slot).second)
      assigned.days[day] = {slot->id, slot, false, slot->late};
}

std::vector<const Slot*> SlotBook::ExtrasOf(const SeriesRef& ref) const {
  const auto found = series_.find(ref);
  return found == series_.end() ? std::vector<const Slot*>() : found->second.extras;
}

std::string SlotBook::NewId(const SeriesRef& ref, Day birth) {
  const std::string stem =
      organisation_ + "." + ref.body + "." + ref.series + "." + FormatDay(birth);
  std::string id = stem;
  std::set<std::string, std::less<>>& taken = series_[ref].taken;
  for (int copy = 2; !taken.insert(id).second; ++copy) id = stem + "." + std::to_string(copy);
  return id;
}

void SlotBook::Put(Slot slot) {
  std::string id = slot.id;
  put_.insert_or_assign(std::move(id), std::move(slot));
}

std::vector<const SlotChange*> SlotBook::WithoutMeeting() const {
  std::vector<const SlotChange*> lost;
  for (const auto& [id, change] : changes_.all())
    if (!put_.contains(id)) lost.push_back(&change);
  return lost;
}

std::vector<Slot> SlotBook::Close() {
  for (const Slot& slot : stored_) {
    if (put_.contains(slot.id)) continue;
    Slot left = slot;
    // A series that is gone takes its meetings with it.
    const bool gone = !assigned_.contains(slot.series) && window_.Contains(slot.day);
    left.dropped = slot.dropped || dropped_.contains(slot.id) || (gone && !IsFrozen(slot));
    put_.emplace(slot.id, std::move(left));
  }
  std::vector<Slot> slots;
  slots.reserve(put_.size());
  for (auto& [id, slot] : put_) slots.push_back(std::move(slot));
  put_.clear();
  return slots;
}

}  // namespace rytm
