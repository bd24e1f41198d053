// What was published for one body: numbered, immutable (DESIGN §1 edition, event; §4 identity; §5
// publishing).
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "edition/adoption.h"
#include "organisation/audience.h"
#include "organisation/organisation.h"

namespace rytm {

enum class EventKind { kMeeting, kStep, kHop, kFeedback, kDialogue };
enum class EventStatus { kConfirmed, kTentative, kCancelled };

// A step before or after a meeting, as the meeting tells it to the levels that may see the step.
struct ChainDay {
  Text name;
  Day day{};
  std::optional<TimeOfDay> at;
  Levels levels;

  friend bool operator==(const ChainDay&, const ChainDay&) = default;
};

// One calendar event, frozen. Everything a feed or page of any level says of it is here; names are
// resolved. A meeting of several days is one item and an event a day: the first has the item's UID,
// then ".day2", ".day3" before the "@". What of it a level may see is told by edition/seen.h alone.
struct Event {
  std::string uid;  // whole, with "@host"
  EventKind kind = EventKind::kMeeting;
  std::string body;               // body id
  std::string origin;             // series, step, dialogue or report id
  std::vector<std::string> with;  // joint bodies' ids
  Day day{};
  std::optional<TimeOfDay> at;  // none: the whole day
  Minutes lasts{};
  Text title;               // alike at every level, without "INSTÄLLT"
  Text description;         // for those who work with it, without link, access and chain
  Text public_description;  // for the public: business of the meeting, openness, webcast
  Text place;
  Text place_access;
  std::string link;
  std::vector<ChainDay> chain;  // meetings: their steps, in order of time
  Openness open = Openness::kClosed;
  Mode mode = Mode::kOnSite;
  bool webcast = false;
  bool reserve = false;
  EventStatus status = EventStatus::kConfirmed;
  std::optional<Day>
      first_day;  // day and time of the first confirmed publication; none: never confirmed.
  std::optional<TimeOfDay> first_at;  // "FLYTTAT" compares with them: ask moved()
  Text public_reason;                 // of what is unusual, shown to the public; default none
  std::string parent_uid;
  Levels levels;
  int sequence = 0;   // RFC 5545 §3.8.7.4
  Instant created{};  // first publication
  std::array<Instant, kLevelCount>
      modified{};  // latest publication that changed what the level sees
  std::optional<Day>
      dropped_on;  // a tentative event that left the plan: cancelled, quietly, since this day

  // The UID without "@host".
  std::string_view id() const { return std::string_view(uid).substr(0, uid.find('@')); }
  // Of the body, or of one that meets with it.
  bool IsOf(std::string_view id_of_body) const {
    return body == id_of_body || std::find(with.begin(), with.end(), id_of_body) != with.end();
  }
  // Stands on another day or time than its readers were first promised.
  bool moved() const { return first_day.has_value() && (*first_day != day || first_at != at); }

  friend bool operator==(const Event&, const Event&) = default;
};

struct Edition {
  std::string organisation;
  std::string body;
  Text body_name;
  int number = 1;  // counts up for each body
  Instant published{};
  Day until{};  // confirmed up to here
  Text note;
  std::string author{};               // person id; empty: the command line
  std::optional<int> returns_to{};    // the number of the edition it says the same as
  std::vector<Adoption> adoptions{};  // those in force for the body
  std::vector<Event> events{};        // sorted by day, time, uid
};

}  // namespace rytm
