// Where answers to invitations come to, and what they said. One of the stores of a Database.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

// Whom a mail to "rytm+TAG@…" is from, and about what.
struct ReplyTag {
  std::string person;
  std::string uid;   // of the event; empty: the tag tells of bounces alone
  int sequence = 0;  // of the event, in the invitation that the tag was made for

  friend bool operator==(const ReplyTag&, const ReplyTag&) = default;
};

enum class Intention { kAccepted, kDeclined, kTentative };

// What the intentions are called in the database and the API, in their order; as PARTSTAT in
// capitals (RFC 5545 §3.2.12).
inline constexpr std::array<std::string_view, 3> kIntentionWords{"accepted", "declined",
                                                                 "tentative"};

constexpr std::string_view IntentionWord(Intention intention) {
  return kIntentionWords.at(static_cast<std::size_t>(intention));
}
constexpr std::optional<Intention> IntentionNamed(std::string_view word) {
  for (std::size_t i = 0; i < kIntentionWords.size(); ++i)
    if (kIntentionWords[i] == word) return static_cast<Intention>(i);
  return std::nullopt;
}

// An intention only: neither attendance nor a notice of absence, and never counted.
struct InvitationReply {
  std::string person;
  std::string uid;
  Intention answer = Intention::kAccepted;
  Instant answered{};

  friend bool operator==(const InvitationReply&, const InvitationReply&) = default;
};

class ReplyStore {
 public:
  virtual ~ReplyStore() = default;

  // `hash`: of the tag (HashOf in app/tokens.h). A tag that is there gets the new sequence: an
  // organizer's address stays the same through all invitations to a meeting.
  virtual Result<Done> AddTag(const std::string& hash, const ReplyTag& tag) = 0;
  virtual Result<std::optional<ReplyTag>> FindTag(const std::string& hash) = 0;
  // Of the newest invitation that the person was sent to the event.
  virtual Result<std::optional<int>> NewestSequence(const std::string& person,
                                                    const std::string& uid) = 0;

  // In place of what the person said before.
  virtual Result<Done> NoteReply(const InvitationReply& reply) = 0;
  // By person.
  virtual Result<std::vector<InvitationReply>> RepliesTo(const std::string& uid) = 0;
  // The event is over: its tags and what was said are gone.
  virtual Result<Done> ForgetEvent(const std::string& uid) = 0;
};

}  // namespace rytm
