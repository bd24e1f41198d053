#include "plan/align.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

namespace rytm {
namespace {

constexpr int kLoneGapDays = 180;  // where neither slots nor days tell a rhythm: a talk each term

std::optional<int> MedianGapDays(const std::vector<AlignDay>& days) {
  std::vector<int> gaps;
  for (std::size_t i = 1; i < days.size(); ++i)
    gaps.push_back(static_cast<int>((days[i].day - days[i - 1].day).count()));
  if (gaps.empty()) return std::nullopt;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::max(1, *middle);
}

// What an alignment costs, in half days so that half a gap is a whole number.
struct Cost {
  int half_days = 0;
  int moved = 0;
  friend auto operator<=>(const Cost&, const Cost&) = default;
  friend Cost operator+(const Cost& a, const Cost& b) {
    return {a.half_days + b.half_days, a.moved + b.moved};
  }
};

// The cheapest way to bring slots and days together in order, worked out from their ends.
class InOrder {
 public:
  InOrder(const std::vector<AlignDay>& slots, const std::vector<AlignDay>& days, int gap_days)
      : slots_(slots),
        days_(days),
        gap_(gap_days),
        choices_((slots.size() + 1) * (days.size() + 1), Choice::kEnd) {
    std::vector<Cost> after(days.size() + 1);  // the costs from the next slot on
    std::vector<Cost> from(days.size() + 1);
    for (std::size_t s = slots.size() + 1; s-- > 0; std::swap(from, after))
      for (std::size_t d = days.size() + 1; d-- > 0;) from[d] = Choose(s, d, from, after);
  }

  // The pairs of slot and day.
  std::vector<std::pair<std::size_t, std::size_t>> Pairs() const {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::size_t s = 0;
    std::size_t d = 0;
    while (true) {
      switch (choices_[At(s, d)]) {
        case Choice::kPair:
          pairs.emplace_back(s++, d++);
          break;
        case Choice::kLeaveSlot:
          ++s;
          break;
        case Choice::kLeaveDay:
          ++d;
          break;
        case Choice::kEnd:
          return pairs;
      }
    }
  }

 private:
  enum class Choice : std::uint8_t { kEnd, kPair, kLeaveSlot, kLeaveDay };

  std::size_t At(std::size_t s, std::size_t d) const { return s * (days_.size() + 1) + d; }

  Cost Choose(std::size_t s, std::size_t d, const std::vector<Cost>& from,
              const std::vector<Cost>& after) {
    Cost best;
    Choice& choice = choices_[At(s, d)];
    const auto offer = [&](Choice offered, Cost cost) {
      if (choice != Choice::kEnd && best <= cost) return;
      choice = offered;
      best = cost;
    };
    const bool slot_left = s < slots_.size();
    const bool day_left = d < days_.size();
    if (slot_left && day_left) {
      const int apart = std::abs(static_cast<int>((days_[d].day - slots_[s].day).count()));
      if (apart <= gap_) offer(Choice::kPair, after[d + 1] + Cost{2 * apart, apart > 0 ? 1 : 0});
    }
    if (slot_left) offer(Choice::kLeaveSlot, after[d] + Cost{gap_, 0});
    if (day_left) offer(Choice::kLeaveDay, from[d + 1] + Cost{gap_, 0});
    return best;
  }

  const std::vector<AlignDay>& slots_;
  const std::vector<AlignDay>& days_;
  int gap_;  // days
  std::vector<Choice> choices_;
};

bool SameDays(const std::vector<AlignDay>& slots, const std::vector<AlignDay>& days) {
  return std::equal(slots.begin(), slots.end(), days.begin(), days.end(),
                    [](const AlignDay& slot, const AlignDay& day) {
                      return slot.day == day.day && slot.base == day.base;
                    });
}

// One of the two lists without those already brought together, and where the rest stood.
struct Rest {
  std::vector<AlignDay> days;
  std::vector<std::size_t> index;

  Rest(const std::vector<AlignDay>& all, const std::vector<bool>& taken) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (taken[i]) continue;
      days.push_back(all[i]);
      index.push_back(i);
    }
  }
};

}  // namespace

std::vector<std::optional<std::size_t>> Align(const std::vector<AlignDay>& slots,
                                              const std::vector<AlignDay>& days) {
  std::vector<std::optional<std::size_t>> slot_of(days.size());
  if (slots.empty()) return slot_of;
  if (SameDays(slots, days)) {  // nothing moved: by far the most common
    for (std::size_t i = 0; i < days.size(); ++i) slot_of[i] = i;
    return slot_of;
  }
  std::vector<bool> slot_taken(slots.size());
  std::vector<bool> day_taken(days.size());
  const auto join = [&](std::size_t slot, std::size_t day) {
    slot_of[day] = slot;
    slot_taken[slot] = true;
    day_taken[day] = true;
  };
  std::unordered_map<std::string_view, std::size_t> slot_with_base;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (!slots[i].base.empty()) slot_with_base.emplace(slots[i].base, i);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto found = slot_with_base.find(days[i].base);
    if (found != slot_with_base.end() && !slot_taken[found->second]) join(found->second, i);
  }
  const Rest slots_left(slots, slot_taken);
  const Rest days_left(days, day_taken);
  const int gap_days = MedianGapDays(slots).value_or(MedianGapDays(days).value_or(kLoneGapDays));
  for (const auto& [slot, day] : InOrder(slots_left.days, days_left.days, gap_days).Pairs())
    join(slots_left.index[slot], days_left.index[day]);
  return slot_of;
}

}  // namespace rytm
