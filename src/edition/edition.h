// What was published for one body: numbered, immutable (DESIGN §1 edition, event; §4 identity; §5 publishing).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/audience.h"
#include "organisation/organisation.h"

namespace rytm {

enum class EventKind { kMeeting, kStep, kHop, kFeedback, kDialogue };
enum class EventStatus { kConfirmed, kTentative, kCancelled };

// One calendar event, frozen. Everything a feed or page of any level says of it is here; names are resolved. A meeting of
// several days is one item and an event a day: the first has the item's UID, then ".day2", ".day3" before the "@".
struct Event {
  std::string uid;                        // whole, with "@host"
  EventKind kind = EventKind::kMeeting;
  std::string body;                       // body id
  std::string origin;                     // series, step, dialogue or report id
  std::vector<std::string> with;          // joint bodies' ids
  Day day{};
  std::optional<TimeOfDay> at;            // none: the whole day
  Minutes lasts{};
  Text title;                             // alike at every level, without "INSTÄLLT"
  Text description;                       // for those who work with it
  Text public_description;                // for the public: business of the meeting, openness, webcast
  Text place;
  Text place_access;
  std::string link;
  Openness open = Openness::kClosed;
  Mode mode = Mode::kOnSite;
  bool webcast = false;
  bool reserve = false;
  EventStatus status = EventStatus::kConfirmed;
  std::optional<Day> first_day;           // day and time of the first confirmed publication, if it has moved since:
  std::optional<TimeOfDay> first_at;      // "FLYTTAT" compares with it
  Text public_reason;                     // of cancellation or move; default none
  std::string parent_uid;
  Levels levels;
  int sequence = 0;                       // RFC 5545 §3.8.7.4
  Instant created{};                      // first publication
  std::array<Instant, kLevelCount> modified{};  // latest publication that changed what the level sees
  std::optional<Day> dropped_on;          // a tentative or regular event that left the plan: cancelled since this day

  friend bool operator==(const Event&, const Event&) = default;
};

struct Edition {
  std::string organisation;
  std::string body;
  Text body_name;
  int number = 1;                  // counts up for each body
  Instant published{};
  Day until{};                     // confirmed up to here
  Text note;
  std::vector<Event> events;       // sorted by day, time, uid
};

}  // namespace rytm
