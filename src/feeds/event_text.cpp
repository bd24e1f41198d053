#include "feeds/event_text.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/words.h"
#include "edition/seen.h"

namespace rytm {
namespace {

// RFC 3986: what may stand in a URL as it is, "%" for what was encoded before; but for "," and ";",
// on which readers of iCalendar trip.
constexpr std::array<bool, 256> MayStand() {
  std::array<bool, 256> may{};
  for (const char c : std::string_view(
           "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+=%"))
    may[static_cast<unsigned char>(c)] = true;
  return may;
}
constexpr std::array<bool, 256> kMayStand = MayStand();

void AppendEncoded(std::string_view url, std::string& out) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (kMayStand[byte]) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 0x0FU];
  }
}

void AppendOldTime(const Event& event, Language language, std::string& out) {
  const bool swedish = language == Language::kSwedish;
  out += swedish ? "Flyttat från " : "Moved from ";
  out += YearOf(*event.first_day) == YearOf(event.day)
             ? ShortDay(*event.first_day, language)
             : ShortDayWithYear(*event.first_day, language);
  if (event.first_at) {
    out += swedish ? " kl. " : " ";
    out += ClockTime(*event.first_at, language);
  }
  out += ".\n";
}

}  // namespace

std::string_view PrefixOf(const Event& event, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (event.status) {
    case EventStatus::kCancelled:
      // A date kept free and let go is nothing called off.
      if (event.dropped_on) return swedish ? "UTGÅR: " : "DROPPED: ";
      return swedish ? "INSTÄLLT: " : "CANCELLED: ";
    case EventStatus::kTentative:
      if (event.reserve) return swedish ? "RESERV: " : "RESERVE: ";
      return swedish ? "PRELIMINÄRT: " : "PRELIMINARY: ";
    case EventStatus::kConfirmed:
      if (event.moved()) return swedish ? "FLYTTAT: " : "MOVED: ";
      return "";
  }
  return "";
}

void AppendSummary(const FeedEntry& entry, Language language, std::string& out) {
  out += PrefixOf(*entry.event, language);
  out += entry.event->title.In(language);
  if (entry.substitute) out += language == Language::kSwedish ? " (ersättare)" : " (substitute)";
}

void AppendFeedDescription(const FeedEntry& entry, Language language, std::string& out) {
  const Event& event = *entry.event;
  const bool swedish = language == Language::kSwedish;
  const bool stands = event.status != EventStatus::kCancelled;
  const std::string& link = LinkSeenBy(event, entry.level);
  if (stands && !link.empty()) {
    out += swedish ? "Möteslänk: " : "Meeting link: ";
    out += link;
    out += '\n';
  }
  if (stands && event.moved()) AppendOldTime(event, language, out);
  if (entry.level == Level::kPublic && !event.public_reason.empty()) {
    out += swedish ? "Skäl: " : "Reason: ";
    out += event.public_reason.In(language);
    out += '\n';
  }
  AppendDescription(event, entry.level, language, out);
  if (!out.empty() && out.back() == '\n') out.pop_back();
}

std::string_view LocationOf(const FeedEntry& entry, Language language) {
  const Text& place = PlaceSeenBy(*entry.event, entry.level);
  if (!place.empty()) return place.In(language);
  return LinkSeenBy(*entry.event, entry.level);
}

void AppendUrl(const Event& event, const FeedScope& scope, std::string& out) {
  if (scope.page_url.empty() || event.body.empty() || !event.levels.Has(Level::kPublic)) return;
  AppendEncoded(scope.page_url, out);
  AppendEncoded(event.body, out);
  out += '#';
  // A step has no place of its own on the page: its meeting has.
  const std::string_view uid = event.kind == EventKind::kStep ? event.parent_uid : event.uid;
  AppendEncoded(uid.substr(0, uid.rfind('@')), out);
}

std::string_view CategoryOf(const Event& event, Language language) {
  const bool swedish = language == Language::kSwedish;
  if (event.body.empty()) return swedish ? "Meddelande" : "Message";  // of the feed itself
  switch (event.kind) {
    case EventKind::kMeeting:
      return swedish ? "Möte" : "Meeting";
    case EventKind::kStep:
      return swedish ? "Före och efter mötet" : "Before and after the meeting";
    case EventKind::kHop:
      return swedish ? "Rapport" : "Report";
    case EventKind::kFeedback:
      return swedish ? "Återkoppling" : "Feedback";
    case EventKind::kDialogue:
      return "Dialog";
  }
  return "";
}

Standing StandingOf(const FeedEntry& entry) {
  const Event& event = *entry.event;
  const bool takes_time = event.at.has_value() && event.lasts > Minutes{0};
  const bool waits = entry.substitute && event.status == EventStatus::kConfirmed;
  switch (waits ? EventStatus::kTentative : event.status) {
    case EventStatus::kCancelled:
      return {"CANCELLED", "TRANSPARENT", "FREE"};
    case EventStatus::kTentative:
      if (!takes_time) return {"TENTATIVE", "TRANSPARENT", "FREE"};
      return {"TENTATIVE", "OPAQUE", "TENTATIVE"};
    case EventStatus::kConfirmed:
      if (!takes_time) return {"CONFIRMED", "TRANSPARENT", "FREE"};
      return {"CONFIRMED", "OPAQUE", "BUSY"};
  }
  return {};
}

Minutes ShownLength(const Event& event) {
  return event.lasts > Minutes{0} ? event.lasts : kMomentShownAs;
}

Minutes AlarmBefore(const Event& event, const FeedScope& scope) {
  constexpr Minutes kBeforeMidnight{8 * 60};
  return event.at ? *scope.alarm : kBeforeMidnight;
}

Event NoticeOfNoEvents(const FeedScope& scope) {
  Event notice;
  notice.uid = "no-events@rytm.invalid";
  notice.kind = EventKind::kStep;
  notice.day = std::max(kFirstDay, Day{date::floor<Days>(scope.published).time_since_epoch()});
  notice.title = Text("Inga möten är publicerade än", "No meetings have been published yet");
  notice.description = Text("När möten publiceras kommer de hit av sig själva.",
                            "When meetings are published, they will appear here by themselves.");
  if (scope.message) {
    notice.uid = "message@rytm.invalid";
    notice.title = scope.message->title;
    notice.description = scope.message->description;
  }
  notice.public_description = notice.description;
  notice.levels.Add(scope.level);
  notice.created = scope.published;
  notice.modified.fill(scope.published);
  return notice;
}

}  // namespace rytm
