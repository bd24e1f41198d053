// What a feed says of an event: the words around what edition/seen.h lets through. Private to this
// room.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "edition/edition.h"
#include "feeds/render.h"

namespace rytm {

// DTEND must come after DTSTART (profile E5): a moment without length is shown so long.
inline constexpr Minutes kMomentShownAs{15};

// "INSTÄLLT: " and the like; empty where nothing is unusual. Outlook ignores STATUS, so the title
// must tell (E9, E16).
std::string_view PrefixOf(const Event& event, Language language);

void AppendSummary(const FeedEntry& entry, Language language, std::string& out);
void AppendFeedDescription(const FeedEntry& entry, Language language, std::string& out);

// The place, or the link of a meeting without one (E12); empty if the level is shown neither.
std::string_view LocationOf(const FeedEntry& entry, Language language);

// Percent-encoded (RFC 3986). Empty for an event that no public page shows.
void AppendUrl(const Event& event, const FeedScope& scope, std::string& out);

std::string_view CategoryOf(const Event& event, Language language);

// One row of E8: STATUS, TRANSP and Outlook's own word, which must agree.
struct Standing {
  std::string_view status;
  std::string_view transp;
  std::string_view busy;
  friend auto operator<=>(const Standing&, const Standing&) = default;
};
Standing StandingOf(const FeedEntry& entry);

// The length a calendar shows.
Minutes ShownLength(const Event& event);

// An alarm for it (E15): so long before its start; for a whole day at 16:00 the day before, when
// those who have something to hand in still can.
Minutes AlarmBefore(const Event& event, const FeedScope& scope);

// The event of a feed without events (C8).
Event NoticeOfNoEvents(const FeedScope& scope);

}  // namespace rytm
