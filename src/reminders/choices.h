// Which mails somebody wants. Organisations set what is usual for elected representatives and for
// officials; each person may choose otherwise.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/day.h"
#include "base/json.h"
#include "base/json_reader.h"

namespace rytm {

enum class ReminderKind : std::uint8_t {
  kPapers,      // the papers of a meeting are out
  kWeekBefore,  // meetings
  kDayBefore,
  kMorning,   // of the meeting's day
  kDeadline,  // steps and report deadlines, for officials
  kDialogue   // with its guide, in time to prepare
};

// What the kinds are called in the database, the API and on the command line, in their order.
inline constexpr std::array<std::string_view, 6> kReminderKindWords{
    "papers", "week-before", "day-before", "morning", "deadline", "dialogue"};

class ReminderKinds {
 public:
  constexpr ReminderKinds() = default;
  constexpr ReminderKinds(std::initializer_list<ReminderKind> kinds) {
    for (const ReminderKind kind : kinds) Set(kind, true);
  }
  constexpr bool Has(ReminderKind kind) const { return (bits_ & Bit(kind)) != 0; }
  constexpr void Set(ReminderKind kind, bool wanted) {
    bits_ = static_cast<std::uint8_t>(wanted ? bits_ | Bit(kind) : bits_ & ~Bit(kind));
  }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(ReminderKinds, ReminderKinds) = default;

 private:
  static constexpr std::uint8_t Bit(ReminderKind kind) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
  }
  std::uint8_t bits_ = 0;
};

struct MailChoices {
  ReminderKinds reminders;
  bool digest = false;       // one mail a week in place of single reminders
  bool changes = true;       // what was moved, cancelled or added
  bool invitations = false;  // meetings come as invitations, and not in the person's feed
  TimeOfDay at{};            // when reminders of days to come are sent
  TimeOfDay quiet_from{};  // between these nothing is sent but what is urgent; alike: no such hours
  TimeOfDay quiet_until{};

  friend bool operator==(const MailChoices&, const MailChoices&) = default;
};

// What is usual where the organisation says nothing: quiet, and enough.
MailChoices UsualForElected();
MailChoices UsualForOfficials();

// Neither reminders nor notices of change.
MailChoices NoMail(MailChoices choices);

// {"reminders": ["week-before", …], "digest": false, "changes": true, "invitations": false,
//  "at": "08:00", "quiet": {"from": "20:00", "until": "07:00"}}
JsonObject ChoicesAsJson(const MailChoices& choices);
// What is not named stays as `before` has it.
MailChoices ReadChoices(const JsonReader& reader, const MailChoices& before);

// The first time at or after `at` outside the quiet hours: on the same day, or (`next_day`) the
// next.
struct SendTime {
  TimeOfDay at{};
  bool next_day = false;
};
SendTime OutsideQuietHours(const MailChoices& choices, TimeOfDay at);

}  // namespace rytm
