// Which meetings we put into whose own calendar, and what was last said of each. One of the stores
// of a Database.
#pragma once

#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct SentInvitation {
  std::string uid;
  std::string person;
  Day day{};
  int sequence = 0;
  bool cancelled = false;
  std::string said{};       // bytes: a hash of what they were told
  std::string reply_tag{};  // the organizer's address stays the same for the life of the meeting

  friend bool operator==(const SentInvitation&, const SentInvitation&) = default;
};

class InvitationStore {
 public:
  virtual ~InvitationStore() = default;

  // By person, then UID.
  virtual Result<std::vector<SentInvitation>> All() = 0;
  virtual Result<Done> Put(const SentInvitation& invitation) = 0;
  // Those of meetings before the day.
  virtual Result<Done> DropBefore(Day day) = 0;
};

}  // namespace rytm
