// Render: editions become iCalendar bytes (DESIGN §2, §6; RFC 5545; the numbers C, E, S of the feed profile are told in
// feeds/README part of the tests).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edition/edition.h"

namespace rytm {

struct FeedScope {
  Level level = Level::kPublic;
  Language language = Language::kSwedish;
  Text name;                          // X-WR-CALNAME
  Text description;                   // X-WR-CALDESC
  std::string zone;                   // TZID
  bool civil_time = true;             // false: UTC times, no VTIMEZONE (DESIGN §6: when the text no longer fits)
  std::string page_url;               // prefix of an event's URL; empty: none
};

// One VEVENT, folded, CRLF, ready to stand in any feed of the same level and language.
std::string RenderEvent(const Event& event, const FeedScope& scope);

// A whole VCALENDAR. Events a level may not see are left out; a UID stands once (joint meetings). Never empty: without
// events the VTIMEZONE and one notice stand there (feed profile C8).
std::string RenderFeed(const std::vector<const Event*>& events, const FeedScope& scope);

// The constant VTIMEZONE text of Europe/Stockholm.
std::string_view TimeZoneText();

// Reads the feed back with libical and compares every property with the events: uid, start and end as instants, title,
// place, status, sequence, stamps. A mismatch is an error naming the event and the property (DESIGN §5).
Result<Done> ReadBack(std::string_view feed, const std::vector<const Event*>& events, const FeedScope& scope);

}  // namespace rytm
