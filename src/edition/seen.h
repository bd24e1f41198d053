// What one level sees of an event (DESIGN §1 level). Feeds, pages and mails all ask here, so that
// none shows more than another.
#pragma once

#include <optional>
#include <string>

#include "edition/edition.h"

namespace rytm {

// Text, place and link by the audience table. Nothing if the level may not see the event.
struct SeenEvent {
  Text title;
  Text description;  // with the steps the level may see, and the access of the place
  Text place;
  std::string link;

  friend bool operator==(const SeenEvent&, const SeenEvent&) = default;
};
std::optional<SeenEvent> SeenBy(const Event& event, Level level);

// The parts of SeenBy in one language, for who writes many: the level must be one the event has.
void AppendDescription(const Event& event, Level level, Language language, std::string& out);
const Text& PlaceSeenBy(const Event& event, Level level);
const Text& AccessSeenBy(const Event& event, Level level);
const std::string& LinkSeenBy(const Event& event, Level level);

// The last day on which feeds still tell of a cancelled event; none for an event that stands.
std::optional<Day> ToldUntil(const Event& event);

}  // namespace rytm
