// A mail in words: made here and by what answers people, kept by the outbox, sent by mail.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/text.h"

namespace rytm {

enum class LetterKind {
  kReminder,
  kDigest,
  kChangeNotice,
  kInvitation,
  kAbsence,     // to a secretary: who cannot come
  kAnswer,      // to what somebody asked for or did: a link, "we have noted that you cannot come"
  kUnreachable  // to a secretary: whose address is used no longer
};

// What the kinds are called in the database, the API and on the command line, in their order.
inline constexpr std::array<std::string_view, 7> kLetterKindWords{
    "reminder", "digest", "change-notice", "invitation", "absence", "answer", "unreachable"};

constexpr std::string_view LetterKindWord(LetterKind kind) {
  return kLetterKindWords.at(static_cast<std::size_t>(kind));
}
constexpr std::optional<LetterKind> LetterKindNamed(std::string_view word) {
  for (std::size_t i = 0; i < kLetterKindWords.size(); ++i)
    if (kLetterKindWords[i] == word) return static_cast<LetterKind>(i);
  return std::nullopt;
}

struct Letter {
  // What it tells, each told once for ever: "reminder/UID/week-before/p-…/2027-01-13T13:00"
  // (DESIGN §7). At least one.
  std::vector<std::string> keys;
  LetterKind kind = LetterKind::kReminder;
  std::string person;  // an id: the address is looked up when it is sent
  Language language = Language::kSwedish;
  bool urgent = false;
  std::string subject{};
  std::string text{};       // plain, lines of any length, LF
  std::string html{};       // a whole document that says the same
  std::string calendar{};   // an iTIP object (RFC 5546), or empty
  std::string method{};     // its METHOD: "REQUEST", "CANCEL"
  std::string thread{};     // letters of one thread stand together: a UID; may be empty
  std::string reply_tag{};  // of the address that replies come to: "rytm+TAG@…"; empty: none
  std::string unsubscribe_address{};  // of the web, for one click (RFC 8058); empty: none
  Instant due{};                      // not sent before
  Instant stale{};                    // nor after

  friend bool operator==(const Letter&, const Letter&) = default;
};

}  // namespace rytm
