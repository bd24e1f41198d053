#include "feeds/select.h"

#include <algorithm>
#include <tuple>

#include "base/limits.h"
#include "dates/deadline_law.h"
#include "edition/seen.h"

namespace rytm {
namespace {

bool BelongsTo(const Event& event, const std::vector<std::string>& bodies) {
  if (bodies.empty()) return true;
  return std::any_of(bodies.begin(), bodies.end(),
                     [&](const std::string& body) { return event.IsOf(body); });
}

}  // namespace

std::vector<const Event*> SelectForFeed(const std::vector<Edition>& editions, Level level,
                                        const std::vector<std::string>& bodies, Day today) {
  std::vector<const Edition*> each;
  for (const Edition& edition : editions) each.push_back(&edition);
  return SelectForFeed(each, level, bodies, today);
}

std::vector<const Event*> SelectForFeed(std::span<const Edition* const> editions, Level level,
                                        const std::vector<std::string>& bodies, Day today) {
  const Day first = AddMonthsByLaw(today, -kFeedMonthsBack);
  std::vector<const Event*> selected;
  for (const Edition* edition : editions) {
    for (const Event& event : edition->events) {
      if (event.day < first || !event.levels.Has(level) || !BelongsTo(event, bodies)) continue;
      const std::optional<Day> told_until = ToldUntil(event);
      if (!told_until || today <= *told_until) selected.push_back(&event);
    }
  }
  std::sort(selected.begin(), selected.end(), [](const Event* a, const Event* b) {
    return std::tie(a->day, a->at, a->uid) < std::tie(b->day, b->at, b->uid);
  });
  return selected;
}

}  // namespace rytm
