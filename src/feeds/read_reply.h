// What somebody answers to an invitation (iTIP REPLY, RFC 5546 §3.2.3), from whatever calendar
// wrote it. It may be anybody's: nothing is believed here but its form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rytm {

struct InvitationAnswer {
  std::string uid;
  int sequence = 0;
  std::string attendee;  // an address of e-mail, in lower case
  std::string answer;    // PARTSTAT, in lower case: "accepted"
};

// nullopt: this is no answer. The time zones, the ORGANIZER and all else need not be there, nor be
// right (feed profile M11). Of several events or attendees the first counts.
std::optional<InvitationAnswer> ReadInvitationAnswer(std::string_view calendar);

}  // namespace rytm
