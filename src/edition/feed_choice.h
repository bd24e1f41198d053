// What somebody's own calendar holds, and how: as they chose it when the link to it was made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/json_reader.h"
#include "base/limits.h"
#include "base/text.h"
#include "edition/edition.h"
#include "organisation/rule_words.h"  // kLevelWords

namespace rytm {

enum class FeedKind {
  kPerson,  // everything the person sees of the bodies they sit in
  kRole,    // what those at a level see of named bodies
  kCustom   // the same, of some kinds of events
};

// What the kinds are called in the database, the API and on the command line.
inline constexpr JsonWord<FeedKind> kFeedKindWords[] = {
    {"person", FeedKind::kPerson}, {"role", FeedKind::kRole}, {"custom", FeedKind::kCustom}};
inline constexpr JsonWord<EventKind> kEventKindWords[] = {{"meeting", EventKind::kMeeting},
                                                          {"step", EventKind::kStep},
                                                          {"hop", EventKind::kHop},
                                                          {"feedback", EventKind::kFeedback},
                                                          {"dialogue", EventKind::kDialogue}};

template <class Value, std::size_t Count>
constexpr std::optional<Value> NamedIn(const JsonWord<Value> (&words)[Count],
                                       std::string_view word) {
  for (const JsonWord<Value>& known : words)
    if (known.word == word) return known.value;
  return std::nullopt;
}

inline constexpr Minutes kFeedAlarmMax{7 * 24 * 60};  // at most so long before an event

struct FeedChoice {
  FeedKind kind = FeedKind::kPerson;
  std::string person{};               // whose it is, an id; a feed of a role may be nobody's
  std::vector<std::string> bodies{};  // ids; kPerson: empty, all they sit in
  std::vector<EventKind> kinds{};     // empty: all
  Level level = Level::kPublic;       // kRole, kCustom: never more than this level sees

  Language language = Language::kSwedish;
  bool cancelled = true;           // cancelled events are told
  std::optional<Minutes> alarm{};  // so long before each event; none: no alarms
  int months_back = kFeedMonthsBack;

  friend bool operator==(const FeedChoice&, const FeedChoice&) = default;
};

}  // namespace rytm
