// A meeting as an invitation by mail (iMIP): what stands in the calendar part (RFC 5546, RFC 6047;
// feed profile M1-M10). M numbers the rules that tests/feeds/invitation_test holds it to.
#pragma once

#include <string>

#include "edition/edition.h"
#include "feeds/render.h"

namespace rytm {

struct Invited {
  enum class Method {
    kRequest,  // comes into the calendar, or changes there
    kCancel,   // the meeting is cancelled
    kRemove    // the meeting stands, but not in this person's calendar
  };
  Method method = Method::kRequest;
  int sequence = 0;  // above the last that this person was sent, if anything changed
  Instant stamp{};
  std::string organizer_name;
  std::string organizer_address;  // the same for the life of the meeting (M5)
  std::string attendee_name;
  std::string attendee_address;
};

// "REQUEST" or "CANCEL": the mail's Content-Type says the same (M3).
std::string_view MethodOf(const Invited& invited);

// One VCALENDAR with one VEVENT and one ATTENDEE. `scope` gives level, language, zone and page; the
// event must be one the level may see, but for what takes it away: that tells time and title alone.
std::string RenderInvitation(const Event& event, const FeedScope& scope, const Invited& invited);

}  // namespace rytm
