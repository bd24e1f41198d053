#include "edition/republish.h"

#include <algorithm>

namespace rytm {

int SequenceFloorAt(Instant restored) {
  const auto since = restored - Instant{MakeDay(2026, 1, 1).time_since_epoch()};
  return static_cast<int>(std::max(since, std::chrono::seconds{0}).count());
}

std::vector<Edition> Republish(const std::vector<Edition>& latest, int floor, Instant now,
                               const Text& note) {
  std::vector<Edition> editions = latest;
  for (Edition& edition : editions) {
    ++edition.number;
    edition.published = now;
    edition.note = note;
    edition.author.clear();
    edition.returns_to.reset();
    for (Event& event : edition.events) {
      event.sequence = std::max(event.sequence, floor);
      for (Instant& modified : event.modified) modified = std::max(modified, now);
    }
  }
  return editions;
}

}  // namespace rytm
