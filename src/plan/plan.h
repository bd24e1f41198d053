// The plan: everything the rules give, with reasons, and what a person should look at.
//
// Values only. An Item is one thing on one day (or a few): a meeting, a step before or after it, a
// report's hand-in day, a dialogue. Items are sorted by day, time, id. Cancelled meetings are items
// too; released or skipped days are not.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "cycle/reason.h"
#include "organisation/organisation.h"
#include "plan/adjustment.h"
#include "plan/slot.h"

namespace rytm {

enum class ItemKind { kMeeting, kStep, kHop, kFeedback, kDialogue };

// A report on its way through a meeting: what the body does with it there.
struct Business {
  std::string report;    // report id
  std::string period;    // "2027", "2027-08", "2027-T1", "2027-Q3"
  Text name;             // "Årsredovisning 2026"
  Text does;             // "Godkänner årsredovisningen", or empty
  bool decides = false;  // the report's last hop
};

// Where a report passes. Stops of one hop stand side by side.
struct RouteStop {
  std::size_t hop = 0;     // index in the report's route
  Text name;               // of the body or the party
  std::string body;        // body id; this and the rest are empty for a party, which does not meet
  std::string meeting;     // the item id of the body's meeting
  std::optional<Day> day;  // the meeting's in this plan, which others may not know yet
};
using Route = std::vector<RouteStop>;

struct Item {
  // The UID without "@host": <org>.<body>.<series>.<birth day> for meetings and dialogues, + "." +
  // step, <org>.<report>.<period>.<body>.<hop> for hops (DESIGN §4).
  std::string id;
  ItemKind kind = ItemKind::kMeeting;
  std::string body;               // body id; a party's hop: the body after it
  std::string origin;             // series, step, dialogue or report id
  std::vector<std::string> with;  // joint with these bodies
  Day day{};
  int days = 1;                 // consecutive days from `day`
  std::optional<TimeOfDay> at;  // none: the whole day (a deadline)
  Minutes lasts{};
  Text title;
  Text description;   // plain, for those who work with it
  std::string place;  // place id, or empty
  std::string link;
  bool webcast = false;
  Mode mode = Mode::kOnSite;
  Openness open = Openness::kClosed;
  MeetingStatus status = MeetingStatus::kRegular;
  bool cancelled = false;
  bool added = false;  // by an exception
  bool past_when_added =
      false;           // a step that was past already when its meeting was added: not published
  Text reason;         // of cancellation, move or addition, for those who work with it
  Text public_reason;  // of what was changed, for everybody; default none
  Text note;           // a person's, for the secretariat
  std::optional<Day> moved_from;       // an exception moved it from here
  std::string parent;                  // id of the meeting it hangs on, or empty
  std::string law;                     // citation, or empty
  std::vector<Business> business;      // meetings: reports dealt with
  std::shared_ptr<const Route> route;  // hops: the report's whole way, one for all its hops
  std::string guide;                   // guide id, or empty
  bool is_protected = false;
  Levels levels;
  std::vector<Reason> why;

  Day last_day() const { return day + Days{days - 1}; }
  // A deadline or reminder that takes nobody's time.
  bool whole_day() const { return !at.has_value(); }
};

enum class Severity : std::uint8_t { kError, kWarning, kInfo };

struct Finding {
  std::string check;  // "council-notice", stable
  Severity severity = Severity::kInfo;
  std::vector<std::string> items;         // item ids it is about, sorted
  Day day{};                              // where in the year it belongs
  Text message;                           // what and why, plain
  std::string citation;                   // "KL 5:13", or empty
  Text suggestion;                        // what to do; may be empty
  std::optional<Adjustment> fix{};        // what would do it, where one change can
  std::optional<std::string> accepted{};  // why a person accepts it (plan/acceptance.h)
  std::string key() const;                // stable: check and items
};

// Where people were last told that a meeting is: day by meeting id.
using PublishedDays = std::map<std::string, Day, std::less<>>;

// Whether the meeting was moved or added since people were told of it.
bool IsNews(const Item& meeting, const PublishedDays& published);

struct Plan {
  DaySpan window{};
  std::vector<Item> items;
  std::vector<Finding> findings;
  std::vector<Slot> slots;  // all there have ever been, sorted by id: to be stored with the plan

  const Item* Find(std::string_view id) const;
  const Slot* FindSlot(std::string_view id) const;
};

}  // namespace rytm
