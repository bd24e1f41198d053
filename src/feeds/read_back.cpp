// The only file of this room that knows libical. It parses leniently and silently (it takes month
// 13, drops what it does not understand, leaves its complaints as properties in the tree), so
// everything is compared, nothing taken on trust.
#include <libical/ical.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>
#include <variant>

#include "base/limits.h"
#include "base/text_check.h"
#include "dates/zone.h"
#include "feeds/content_lines.h"
#include "feeds/event_text.h"
#include "feeds/render.h"

namespace rytm {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct FreeMemory {
  void operator()(char* memory) const { std::free(memory); }
};
using OwnedComponent = std::unique_ptr<icalcomponent, FreeComponent>;

// The functions without _r give memory that libical takes back after some thousand calls.
std::string TakeOver(char* owned) {
  const std::unique_ptr<char, FreeMemory> text(owned);
  return text ? std::string(text.get()) : std::string();
}

// libical is not proven to be thread-safe; reading back happens at publications only.
std::mutex& LibicalMutex() {
  static std::mutex mutex;
  return mutex;
}

using Properties = std::map<std::string, std::string, std::less<>>;

// What the reader understood of one VEVENT.
struct ReadEvent {
  using Moment =
      std::variant<std::monostate, Day, Instant>;  // monostate: nothing that could be understood
  Properties properties;                           // by name, unescaped; without start and end
  Moment start;
  Moment end;
  std::string repeated;  // the name of a property that stands twice
};

class Reader {
 public:
  Reader(icalcomponent* calendar, const FeedScope& scope) : calendar_(calendar), scope_(scope) {}

  ReadEvent Read(icalcomponent* component) const {
    ReadEvent read;
    for (icalproperty* property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
         property != nullptr;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
      std::string name = TakeOver(icalproperty_get_property_name_r(property));
      const icalproperty_kind kind = icalproperty_isa(property);
      if (kind == ICAL_DTSTART_PROPERTY) read.start = MomentOf(property, component);
      if (kind == ICAL_DTEND_PROPERTY) read.end = MomentOf(property, component);
      const bool is_time = kind == ICAL_DTSTART_PROPERTY || kind == ICAL_DTEND_PROPERTY;
      if (!read.properties.emplace(name, is_time ? "" : ValueOf(property)).second)
        read.repeated = std::move(name);
    }
    return read;
  }

 private:
  static std::string ValueOf(icalproperty* property) {
    const icalvalue* value = icalproperty_get_value(property);
    if (value != nullptr && icalvalue_isa(value) == ICAL_TEXT_VALUE) {
      const char* text = icalvalue_get_text(value);
      return text != nullptr ? text : "";
    }
    return TakeOver(icalproperty_get_value_as_string_r(property));
  }

  ReadEvent::Moment MomentOf(icalproperty* property, icalcomponent* component) const {
    const icaltimetype time = icalproperty_get_datetime_with_component(property, component);
    if (icaltime_is_null_time(time) || !icaltime_is_valid_time(time)) return {};
    const auto seconds = [&] {
      return Instant{std::chrono::seconds{icaltime_as_timet_with_zone(time, time.zone)}};
    };
    if (time.is_date)
      return MakeDay(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day));
    if (icaltime_is_utc(time)) return seconds();
    // Only through the VTIMEZONE of the feed itself: libical would quietly use the machine's zone
    // in its place.
    icaltimezone* ours = icalcomponent_get_timezone(calendar_, scope_.zone.c_str());
    if (ours == nullptr || time.zone != ours) return {};
    return seconds();
  }

  icalcomponent* calendar_;
  const FeedScope& scope_;
};

// What the reader should have understood.
Properties ExpectedOf(const Event& event, const FeedScope& scope) {
  const auto stamp = [](Instant instant) {
    std::string text;
    ContentLines(text).AppendInstant(instant);
    return text;
  };
  const Standing standing = StandingOf(event);
  const std::string changed = stamp(event.modified[static_cast<std::size_t>(scope.level)]);
  Properties expected = {{"UID", event.uid},
                         {"DTSTAMP", changed},
                         {"DTSTART", ""},
                         {"DTEND", ""},
                         {"CATEGORIES", std::string(CategoryOf(event, scope.language))},
                         {"CLASS", "PUBLIC"},
                         {"STATUS", std::string(standing.status)},
                         {"TRANSP", std::string(standing.transp)},
                         {"SEQUENCE", std::to_string(event.sequence)},
                         {"CREATED", stamp(event.created)},
                         {"LAST-MODIFIED", changed},
                         {"X-MICROSOFT-CDO-BUSYSTATUS", std::string(standing.busy)}};
  std::string text;
  const auto expect = [&](const char* name) {
    const std::string_view value = Trimmed(text);
    if (!value.empty() || std::string_view(name) == "SUMMARY") expected.emplace(name, value);
    text.clear();
  };
  AppendSummary(event, scope.language, text);
  expect("SUMMARY");
  AppendFeedDescription(event, scope, text);
  expect("DESCRIPTION");
  text = LocationOf(event, scope);
  expect("LOCATION");
  AppendUrl(event, scope, text);
  expect("URL");
  return expected;
}

class Comparison {
 public:
  explicit Comparison(const FeedScope& scope) : scope_(scope), zone_(Zone::Find(scope.zone)) {
    if (!zone_.ok()) Tell("X-WR-TIMEZONE", zone_.error().message);
  }

  void Tell(const std::string& where, const Text& what) {
    if (problems_.size() < kProblemsMax)
      problems_.push_back({.file = "", .pointer = where, .what = what, .instead = {}});
  }

  void Compare(const Event& event, const ReadEvent& read) {
    const Properties expected = ExpectedOf(event, scope_);
    for (const auto& [name, value] : expected) {
      const auto found = read.properties.find(name);
      if (found == read.properties.end() || found->second != value) Differs(event, name);
    }
    for (const auto& [name, value] : read.properties)
      if (!expected.contains(name)) Differs(event, name);
    if (!read.repeated.empty()) Differs(event, read.repeated);
    CompareTimes(event, read);
  }

  void Missing(const Event& event) {
    Tell(event.uid,
         Text("Händelsen saknas i kalenderflödet.", "The event is missing from the feed."));
  }

  Result<Done> Close() && {
    if (problems_.empty()) return Done{};
    return Error{
        .code = ErrorCode::kRefused,
        .message = Text("Kalenderflödet säger inte samma sak som planen när det läses tillbaka.",
                        "Read back, the calendar feed does not say what the plan says."),
        .problems = std::move(problems_)};
  }

 private:
  void Differs(const Event& event, const std::string& property) {
    Tell(event.uid,
         Text("Läses inte tillbaka rätt: " + property, "Is not read back as written: " + property));
  }

  void CompareTimes(const Event& event, const ReadEvent& read) {
    if (!event.at) {
      if (read.start != ReadEvent::Moment(event.day)) Differs(event, "DTSTART");
      if (read.end != ReadEvent::Moment(event.day + Days{1})) Differs(event, "DTEND");
      return;
    }
    if (!zone_.ok()) return;
    const Result<Instant> start = zone_.value().InstantOf(event.day, *event.at);
    if (!start.ok()) return Tell(event.uid, start.error().message);
    if (read.start != ReadEvent::Moment(start.value())) Differs(event, "DTSTART");
    if (read.end != ReadEvent::Moment(start.value() + ShownLength(event))) Differs(event, "DTEND");
  }

  const FeedScope& scope_;
  Result<Zone> zone_;
  std::vector<Problem> problems_;
};

// The rules of the bytes themselves, which libical would forgive (profile S1, S2, C9).
std::optional<Text> WrongWithLines(std::string_view feed) {
  std::size_t number = 0;
  while (!feed.empty()) {
    ++number;
    const std::size_t end = feed.find("\r\n");
    const std::string_view line = feed.substr(0, end);
    const bool controls =
        line.find_first_of(std::string_view("\0\r\n", 3)) != std::string_view::npos;
    const bool splits = FindInvalidUtf8(line).has_value();  // a character must not be folded apart
    if (end == std::string_view::npos || line.empty() || line.size() > kLineOctetsMax || controls ||
        splits)
      return Text("Rad " + std::to_string(number) + " följer inte RFC 5545 avsnitt 3.1.",
                  "Line " + std::to_string(number) + " does not follow RFC 5545 section 3.1.");
    feed.remove_prefix(end + 2);
  }
  return std::nullopt;
}

bool Says(icalcomponent* calendar, icalproperty_kind kind, std::string_view value) {
  icalproperty* property = icalcomponent_get_first_property(calendar, kind);
  return property != nullptr && TakeOver(icalproperty_get_value_as_string_r(property)) == value;
}

std::optional<Text> WrongWithCalendar(icalcomponent* calendar) {
  if (calendar == nullptr || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT)
    return Text("Det är ingen kalender (VCALENDAR).", "This is no calendar (VCALENDAR).");
  if (icalcomponent_count_errors(calendar) > 0)
    return Text("Kalendern har egenskaper som inte går att läsa.",
                "The calendar has properties that cannot be read.");
  if (!Says(calendar, ICAL_VERSION_PROPERTY, "2.0") ||
      !Says(calendar, ICAL_METHOD_PROPERTY, "PUBLISH"))
    return Text("VERSION och METHOD ska vara 2.0 och PUBLISH.",
                "VERSION and METHOD must be 2.0 and PUBLISH.");
  return std::nullopt;
}

// Compares every VEVENT with the event of its UID.
void CompareAll(icalcomponent* calendar, const std::map<std::string_view, const Event*>& expected,
                const FeedScope& scope, Comparison& comparison) {
  const Reader reader(calendar, scope);
  std::unordered_set<std::string> seen;
  icalcompiter iterator = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; icalcompiter_deref(&iterator) != nullptr; icalcompiter_next(&iterator)) {
    const ReadEvent read = reader.Read(icalcompiter_deref(&iterator));
    const auto uid = read.properties.find("UID");
    const auto event = uid == read.properties.end() ? expected.end() : expected.find(uid->second);
    if (event == expected.end() || !seen.insert(uid->second).second) {
      comparison.Tell(uid == read.properties.end() ? "" : uid->second,
                      Text("Händelsen ska inte stå där.", "The event should not stand there."));
      continue;
    }
    comparison.Compare(*event->second, read);
  }
  for (const auto& [uid, event] : expected)
    if (!seen.contains(std::string(uid))) comparison.Missing(*event);
}

}  // namespace

Result<Done> ReadBack(std::string_view feed, const std::vector<const Event*>& events,
                      const FeedScope& scope) {
  Comparison comparison(scope);
  if (const std::optional<Text> wrong = WrongWithLines(feed)) {
    comparison.Tell("", *wrong);
    return std::move(comparison).Close();
  }
  const Event notice = NoticeOfNoEvents(scope);
  std::map<std::string_view, const Event*> expected;
  for (const Event* event : events)
    if (event->levels.Has(scope.level)) expected.emplace(event->uid, event);
  if (expected.empty()) expected.emplace(notice.uid, &notice);
  const std::lock_guard<std::mutex> lock(LibicalMutex());
  const OwnedComponent calendar(icalparser_parse_string(std::string(feed).c_str()));
  if (const std::optional<Text> wrong = WrongWithCalendar(calendar.get()))
    comparison.Tell("", *wrong);
  else
    CompareAll(calendar.get(), expected, scope, comparison);
  return std::move(comparison).Close();
}

}  // namespace rytm
