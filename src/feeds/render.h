// Render: editions become iCalendar bytes (DESIGN §2, §6; RFC 5545). C, E, S number the rules that
// tests/feeds/feed_lint holds every feed to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edition/edition.h"

namespace rytm {

// What a feed says in place of meetings.
struct FeedMessage {
  Text title;
  Text description;
};

struct FeedScope {
  Level level = Level::kPublic;
  Language language = Language::kSwedish;
  Text name;         // X-WR-CALNAME
  Text description;  // X-WR-CALDESC
  std::string zone;  // TZID; one that Zone::Find knows
  bool civil_time =
      true;  // false: UTC times, no VTIMEZONE (DESIGN §6: when the text no longer fits)
  std::string page_url;  // an event's URL is this + body + "#" + UID without host (a step's:
                         // its meeting's); empty: none
  Instant published{};   // latest publication in the feed: the day of an empty feed's notice
  std::optional<FeedMessage> message{};  // of an empty feed; none: that nothing is published yet
  std::optional<Minutes> alarm{};        // so long before each event; none: no alarms (E15)
};

// An event in a feed of somebody's own, where not all is seen by the scope's level.
struct FeedEntry {
  const Event* event = nullptr;
  Level level = Level::kPublic;  // whose text of it: one that may see it
  bool substitute = false;       // they sit in as one and are not called: tentative, and says so
};

// One VEVENT, folded, CRLF, ready to stand in any feed of the same level, language, zone and page.
// Empty if the level may not see the event. Same event, same bytes.
std::string RenderEvent(const Event& event, const FeedScope& scope);

// A whole VCALENDAR, sorted. Events a level may not see are left out; a UID stands once (joint
// meetings). Never empty: without events the VTIMEZONE and one notice stand there (C8).
std::string RenderFeed(const std::vector<const Event*>& events, const FeedScope& scope);

// The same of somebody's own entries, in order of time, each event once; none: the scope's message.
std::string RenderEntry(const FeedEntry& entry, const FeedScope& scope);
std::string RenderEntries(const std::vector<FeedEntry>& entries, const FeedScope& scope);
// Whether the scope's alarm rings for it.
bool HasAlarm(const Event& event);

// For feeds joined from blocks: what stands before the first VEVENT, and after the last. The
// VTIMEZONE stands there only with civil times of Europe/Stockholm; times of other zones are
// written in UTC.
std::string RenderHead(const FeedScope& scope);
std::string_view FeedEnd();

// The constant VTIMEZONE text of Europe/Stockholm.
std::string_view TimeZoneText();

// Reads the feed back with libical and compares every property with the events: uid, start and end
// as instants, title, text, place, address, status, sequence, stamps; and that nothing else stands
// there. A mismatch is an error (kRefused) naming each event by UID and the property (DESIGN §5).
// So is a meeting that the change of clocks would make longer or shorter than planned, which no
// civil time can tell.
Result<Done> ReadBack(std::string_view feed, const std::vector<const Event*>& events,
                      const FeedScope& scope);
Result<Done> ReadBack(std::string_view feed, const std::vector<FeedEntry>& entries,
                      const FeedScope& scope);

}  // namespace rytm
