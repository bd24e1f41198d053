#include "feeds/render.h"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <tuple>

#include "dates/zone.h"
#include "feeds/content_lines.h"
#include "feeds/event_text.h"

namespace rytm {
namespace {

constexpr std::string_view kOurZone = "Europe/Stockholm";

// One STANDARD, one DAYLIGHT, RRULE, no RDATE, no UNTIL: the form every reader takes, Outlook among
// them (MS-OXCICAL 2.1.3.1.1.19). Agrees with tzdata from 1996 on; Zone::FitsOurTimeZoneText holds
// it to that.
constexpr std::string_view kTimeZoneText =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/Stockholm\r\n"
    "X-LIC-LOCATION:Europe/Stockholm\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\n"
    "TZNAME:CEST\r\n"
    "DTSTART:19700329T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "TZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:CET\r\n"
    "DTSTART:19701025T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

constexpr std::size_t kEventOctets = 900;  // of a usual event, to reserve for

// Events and their texts lie scattered in memory, and waiting for them is half the time of a big
// feed: they are asked for so many events before their turn, the texts when the event has come,
// which knows where they are.
constexpr std::size_t kEventAhead = 8;
constexpr std::size_t kTextsAhead = 3;
constexpr std::size_t kCacheLineOctets = 64;

bool WritesCivilTime(const FeedScope& scope) { return scope.civil_time && scope.zone == kOurZone; }

class FeedWriter {
 public:
  FeedWriter(const FeedScope& scope, std::string& out)
      : scope_(scope), lines_(out), civil_(WritesCivilTime(scope)) {
    if (civil_) return;
    const Result<Zone> zone = Zone::Find(scope.zone);
    if (zone.ok()) zone_ = zone.value();
  }

  // No COLOR: each reader gives a calendar its own, and two of ours must not look the same.
  void Head(bool with_zone) {
    lines_.Constant(
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Rytm//Rytm//SV\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n");
    const std::string& name = scope_.name.In(scope_.language);
    lines_.TextLine("X-WR-CALNAME:", name);
    lines_.TextLine("NAME:", name);
    lines_.TextLine("X-WR-CALDESC:", scope_.description.In(scope_.language));
    lines_.TextLine("X-WR-TIMEZONE:", scope_.zone);
    lines_.Constant(
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
        "X-PUBLISHED-TTL:PT1H\r\n");
    if (with_zone && civil_) lines_.Constant(kTimeZoneText);
  }

  void Write(const FeedEntry& entry) {
    const Event& event = *entry.event;
    lines_.Constant("BEGIN:VEVENT\r\n");
    const Instant changed = event.modified[static_cast<std::size_t>(entry.level)];
    lines_.TextLine("UID:", event.uid);
    Stamp("DTSTAMP:", changed, lines_);
    if (event.at)
      Times(event.day, *event.at, ShownLength(event));
    else
      WholeDay(event.day);
    Words(entry);
    lines_.Constant(ClosingLines({.category = CategoryOf(event, scope_.language),
                                  .standing = StandingOf(entry),
                                  .sequence = event.sequence,
                                  .created = event.created,
                                  .changed = changed}));
    if (scope_.alarm && HasAlarm(event)) Alarm(entry);
    lines_.Constant("END:VEVENT\r\n");
  }

  void Write(const Event& event) { Write(FeedEntry{.event = &event, .level = scope_.level}); }

  void WriteAll(const std::vector<const Event*>& events) {
    for (std::size_t turn = 0; turn < events.size(); ++turn) {
      if (turn + kEventAhead < events.size()) {
        const auto* event = reinterpret_cast<const char*>(events[turn + kEventAhead]);
        for (std::size_t at = 0; at < sizeof(Event); at += kCacheLineOctets)
          __builtin_prefetch(event + at);
      }
      if (turn + kTextsAhead < events.size()) {
        const Event& event = *events[turn + kTextsAhead];
        for (const std::string* text : {&event.uid, &event.title.In(scope_.language),
                                        &event.description.In(scope_.language)}) {
          __builtin_prefetch(text->data());
          __builtin_prefetch(text->data() + kCacheLineOctets);
        }
      }
      Write(*events[turn]);
    }
  }

 private:
  // What the lines after an event's words say.
  struct Closing {
    std::string_view category;
    Standing standing;
    int sequence;
    Instant created;
    Instant changed;
    friend auto operator<=>(const Closing&, const Closing&) = default;
  };

  // Most events of a feed close alike: those lines are put together once.
  const std::string& ClosingLines(const Closing& closing) {
    std::string& text = closing_lines_[closing];
    if (!text.empty()) return text;
    ContentLines lines(text);
    lines.Plain("CATEGORIES:", closing.category);
    lines.Constant("CLASS:PUBLIC\r\n");
    lines.Plain("STATUS:", closing.standing.status);
    lines.Plain("TRANSP:", closing.standing.transp);
    lines.Begin("SEQUENCE:");
    lines.AppendNumber(closing.sequence);
    lines.End();
    Stamp("CREATED:", closing.created, lines);
    Stamp("LAST-MODIFIED:", closing.changed, lines);
    lines.Plain("X-MICROSOFT-CDO-BUSYSTATUS:", closing.standing.busy);
    return text;
  }

  static void Stamp(std::string_view name, Instant instant, ContentLines& lines) {
    lines.Begin(name);
    lines.AppendInstant(instant);
    lines.End();
  }

  void WholeDay(Day day) {
    lines_.Begin("DTSTART;VALUE=DATE:");
    lines_.AppendDay(day);
    lines_.End();
    lines_.Begin("DTEND;VALUE=DATE:");  // RFC 5545 §3.6.1: the day after the last
    lines_.AppendDay(day + Days{1});
    lines_.End();
  }

  void Times(Day day, TimeOfDay at, Minutes length) {
    if (!civil_) {
      const Instant start = InstantOf(day, at);
      Stamp("DTSTART:", start, lines_);
      Stamp("DTEND:", start + length, lines_);
      return;
    }
    CivilTime("DTSTART;TZID=Europe/Stockholm:", day, at);
    CivilTime("DTEND;TZID=Europe/Stockholm:", day, at + length);
  }

  void CivilTime(std::string_view name, Day day, TimeOfDay time) {
    const auto days = date::floor<Days>(time);
    lines_.Begin(name);
    lines_.AppendDay(day + days);
    lines_.AppendTime(time - days);
    lines_.End();
  }

  // Build refuses starts in the gap and the overlap. For them, counting from midnight is what RFC
  // 5545 §3.3.5 says.
  Instant InstantOf(Day day, TimeOfDay at) const {
    if (!zone_) return Instant{(day + at).time_since_epoch()};
    const Result<Instant> instant = zone_->InstantOf(day, at);
    return instant.ok() ? instant.value() : zone_->StartOfDay(day) + at;
  }

  // E15: all four, for there are readers that take no calendar with an alarm that lacks one.
  void Alarm(const FeedEntry& entry) {
    lines_.Constant("BEGIN:VALARM\r\n");
    words_ = "alarm." + entry.event->uid;
    lines_.TextLine("UID:", words_);
    lines_.Constant("ACTION:DISPLAY\r\n");
    lines_.Begin("TRIGGER:-PT");
    lines_.AppendNumber(static_cast<int>(AlarmBefore(*entry.event, scope_).count()));
    lines_.Raw("M");
    lines_.End();
    words_.clear();
    AppendSummary(entry, scope_.language, words_);
    lines_.TextLine("DESCRIPTION:", words_);
    lines_.Constant("END:VALARM\r\n");
  }

  void Words(const FeedEntry& entry) {
    words_.clear();
    AppendSummary(entry, scope_.language, words_);
    lines_.TextLine("SUMMARY:", words_);
    words_.clear();
    AppendFeedDescription(entry, scope_.language, words_);
    lines_.TextLine("DESCRIPTION:", words_);
    lines_.TextLine("LOCATION:", LocationOf(entry, scope_.language));
    words_.clear();
    AppendUrl(*entry.event, scope_, words_);
    if (words_.empty()) return;
    lines_.Begin("URL:");
    lines_.Raw(words_);
    lines_.End();
  }

  const FeedScope& scope_;
  ContentLines lines_;
  bool civil_;
  std::optional<Zone> zone_;
  std::string words_;
  std::map<Closing, std::string> closing_lines_;
};

// Those the level may see, by time, each once.
std::vector<const Event*> InOrder(const std::vector<const Event*>& events, Level level) {
  std::vector<const Event*> shown;
  shown.reserve(events.size());
  for (const Event* event : events)
    if (event->levels.Has(level)) shown.push_back(event);
  const auto earlier = [](const Event* a, const Event* b) {
    if (a->day != b->day) return a->day < b->day;
    return std::tie(a->at, a->uid) < std::tie(b->at, b->uid);
  };
  if (!std::is_sorted(shown.begin(), shown.end(), earlier))
    std::sort(shown.begin(), shown.end(), earlier);
  const auto same = [](const Event* a, const Event* b) { return a->uid == b->uid; };
  shown.erase(std::unique(shown.begin(), shown.end(), same), shown.end());
  return shown;
}

}  // namespace

std::string_view TimeZoneText() { return kTimeZoneText; }

std::string_view FeedEnd() { return "END:VCALENDAR\r\n"; }

std::string RenderHead(const FeedScope& scope) {
  std::string out;
  FeedWriter(scope, out).Head(true);
  return out;
}

std::string RenderEvent(const Event& event, const FeedScope& scope) {
  std::string out;
  if (event.levels.Has(scope.level)) FeedWriter(scope, out).Write(event);
  return out;
}

bool HasAlarm(const Event& event) {
  const bool is_message = event.body.empty();  // of the feed itself
  return !is_message && event.status != EventStatus::kCancelled;
}

std::string RenderEntry(const FeedEntry& entry, const FeedScope& scope) {
  std::string out;
  FeedWriter(scope, out).Write(entry);
  return out;
}

std::string RenderEntries(const std::vector<FeedEntry>& entries, const FeedScope& scope) {
  std::string out;
  out.reserve((2 + entries.size()) * kEventOctets);
  FeedWriter writer(scope, out);
  writer.Head(entries.empty() || std::any_of(entries.begin(), entries.end(), [](const auto& entry) {
                return entry.event->at.has_value();
              }));
  for (const FeedEntry& entry : entries) writer.Write(entry);
  if (entries.empty()) writer.Write(NoticeOfNoEvents(scope));
  out.append(FeedEnd());
  return out;
}

std::string RenderFeed(const std::vector<const Event*>& events, const FeedScope& scope) {
  const std::vector<const Event*> shown = InOrder(events, scope.level);
  std::string out;
  out.reserve(2 * kEventOctets + shown.size() * kEventOctets);
  FeedWriter writer(scope, out);
  // C7 wants no VTIMEZONE that is not used; an empty feed keeps it.
  writer.Head(shown.empty() || std::any_of(shown.begin(), shown.end(), [](const Event* event) {
                return event->at.has_value();
              }));
  writer.WriteAll(shown);
  if (shown.empty()) writer.Write(NoticeOfNoEvents(scope));
  out.append(FeedEnd());
  return out;
}

}  // namespace rytm
