// Mail on its way: made when due, sent at least once, its text forgotten a month later and when its
// person is erased. One of the stores of a Database.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "reminders/letter.h"

namespace rytm {

enum class LetterState { kWaiting, kSent, kFailed, kStale };

// What the states are called in the database, the API and on the command line, in their order.
inline constexpr std::array<std::string_view, 4> kLetterStateWords{"waiting", "sent", "failed",
                                                                   "stale"};

constexpr std::string_view LetterStateWord(LetterState state) {
  return kLetterStateWords.at(static_cast<std::size_t>(state));
}

struct OutboxLetter {
  std::int64_t number = 0;
  // Once it has ended it has no reply tag and no address to unsubscribe at, and later no text.
  Letter letter;
  std::string message_id;  // without "<>"; the same at every try
  LetterState state = LetterState::kWaiting;
  int tries = 0;
  Instant made{};
  Instant next_try{};
  std::optional<Instant> ended{};  // sent, failed or dropped
  std::string last_answer{};       // of the mail server; no address in it
};

class Outbox {
 public:
  virtual ~Outbox() = default;

  // Which of the keys have been told of before.
  virtual Result<std::vector<std::string>> Known(const std::vector<std::string>& keys) = 0;
  // Keeps the letters. One with a key that is known already is left out; how many were kept comes
  // back. In the transaction of what they tell of.
  virtual Result<std::size_t> Add(const std::vector<Letter>& letters, const std::string& host,
                                  Instant now) = 0;

  // Waiting and due and not stale, urgent ones first, then in the order they were made; of a thread
  // and person the earliest alone, and none while that one is not due.
  virtual Result<std::vector<OutboxLetter>> Due(Instant now, std::size_t count) = 0;
  // kNotFound: there is no such letter, or it has ended.
  virtual Result<Done> NoteSent(std::int64_t number, Instant now) = 0;
  virtual Result<Done> NoteTry(std::int64_t number, Instant next_try,
                               const std::string& answer) = 0;
  virtual Result<Done> NoteEnd(std::int64_t number, LetterState state, const std::string& answer,
                               Instant now) = 0;
  // Not tried yet, and not before `until`.
  virtual Result<Done> Postpone(std::int64_t number, Instant until) = 0;
  // Waiting letters that went stale, ended; how many.
  virtual Result<std::size_t> DropStale(Instant now) = 0;
  // All that wait, ended with this answer: nobody knows any more whether they were sent.
  virtual Result<std::size_t> DropWaiting(const std::string& answer, Instant now) = 0;
  // Texts of letters that ended before `since` are gone. Their keys stay.
  virtual Result<Done> ForgetTexts(Instant since) = 0;

  virtual Result<std::map<LetterState, std::size_t>> Amounts() = 0;
  virtual Result<std::optional<OutboxLetter>> Find(std::int64_t number) = 0;
  // Newest first, those before `before`.
  virtual Result<std::vector<OutboxLetter>> Newest(std::size_t count,
                                                   std::optional<std::int64_t> before) = 0;

  // Nothing is sent while it is paused.
  virtual Result<bool> Paused() = 0;
  virtual Result<Done> SetPaused(bool paused) = 0;
  // Reminders due before it are not made: there was a restore, or mail was turned on.
  virtual Result<std::optional<Instant>> Floor() = 0;
  virtual Result<Done> SetFloor(Instant floor) = 0;

  // An address that was refused for good; after kBouncesMax of them it is used no longer until the
  // person has another, which begins at none. The number so far comes back.
  virtual Result<int> NoteBounce(const std::string& person) = 0;
  virtual Result<Done> ForgetBounces(const std::string& person) = 0;
  // Persons whose address is used no longer.
  virtual Result<std::vector<std::string>> Unreachable() = 0;
};

}  // namespace rytm
