// The only file of this room that knows libical. It parses leniently and silently (it takes month
// 13, drops what it does not understand, leaves its complaints as properties in the tree), so
// everything is compared, nothing taken on trust.
#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/fold.h"
#include "base/limits.h"
#include "base/text_check.h"
#include "dates/zone.h"
#include "feeds/content_lines.h"
#include "feeds/event_text.h"
#include "feeds/ical_pointers.h"
#include "feeds/render.h"

namespace rytm {
namespace {

struct FreeMemory {
  void operator()(char* memory) const { std::free(memory); }
};

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

// The zone of our own text. Every calendar has its own, and libical works out all changes of the
// clocks since 1970 for each: that takes longer than to read a body's feed.
icaltimezone* ZoneOfOurText() {
  static const OwnedZone zone = [] {
    OwnedZone made(icaltimezone_new());
    icalcomponent* text = icalparser_parse_string(std::string(TimeZoneText()).c_str());
    icaltimezone_set_component(made.get(), text);  // takes it over
    return made;
  }();
  return zone.get();
}

// A day, a point in time, or nothing that could be understood.
using Moment = std::variant<std::monostate, Day, Instant>;

// What one property should be understood as. Without value whatever stands there will do.
struct Expected {
  icalproperty_kind kind;
  std::string_view name;
  std::variant<std::monostate, std::string_view, int, Moment> value;
  bool found = false;
};

// What libical understood of properties, read out of its own memory: to have it write them as text
// again costs as much as to parse them.
class Reader {
 public:
  Reader(icalcomponent* calendar, std::string_view feed, const FeedScope& scope)
      : zone_(icalcomponent_get_timezone(calendar, scope.zone.c_str())), same_zone_(zone_) {
    if (icalcomponent_count_components(calendar, ICAL_VTIMEZONE_COMPONENT) == 1 &&
        feed.find(TimeZoneText()) != std::string_view::npos)
      same_zone_ = ZoneOfOurText();
  }

  bool Agrees(icalproperty* property, icalcomponent* component, const Expected& expected) const {
    const icalvalue* value = icalproperty_get_value(property);
    if (value == nullptr) return false;
    if (const auto* text = std::get_if<std::string_view>(&expected.value)) {
      const char* read = TextOf(value);
      return read != nullptr && read == *text;
    }
    if (const auto* number = std::get_if<int>(&expected.value))
      return icalvalue_isa(value) == ICAL_INTEGER_VALUE && icalvalue_get_integer(value) == *number;
    if (const auto* moment = std::get_if<Moment>(&expected.value))
      return MomentOf(property, component) == *moment;
    return true;
  }

 private:
  static const char* TextOf(const icalvalue* value) {
    switch (icalvalue_isa(value)) {
      case ICAL_TEXT_VALUE:
        return icalvalue_get_text(value);
      case ICAL_URI_VALUE:
        return icalvalue_get_uri(value);
      case ICAL_CLASS_VALUE:
        return icalproperty_enum_to_string(icalvalue_get_class(value));
      case ICAL_STATUS_VALUE:
        return icalproperty_enum_to_string(icalvalue_get_status(value));
      case ICAL_TRANSP_VALUE:
        return icalproperty_enum_to_string(icalvalue_get_transp(value));
      case ICAL_X_VALUE:
        return icalvalue_get_x(value);
      default:
        return nullptr;
    }
  }

  Moment MomentOf(icalproperty* property, icalcomponent* component) const {
    const icaltimetype time = icalproperty_get_datetime_with_component(property, component);
    const date::year_month_day day{date::year{time.year},
                                   date::month{static_cast<unsigned>(time.month)},
                                   date::day{static_cast<unsigned>(time.day)}};
    if (icaltime_is_null_time(time) || !icaltime_is_valid_time(time) || !day.ok()) return {};
    if (time.is_date) return Day{day};
    if (icaltime_is_utc(time))
      return date::sys_days{day} + std::chrono::hours{time.hour} +
             std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
    // Only through the VTIMEZONE of the feed itself: libical would quietly use the machine's zone
    // in its place.
    if (zone_ == nullptr || time.zone != zone_) return {};
    return Instant{std::chrono::seconds{icaltime_as_timet_with_zone(time, same_zone_)}};
  }

  icaltimezone* zone_;       // of the feed
  icaltimezone* same_zone_;  // the same, if it can be had worked out already
};

class Comparison {
 public:
  explicit Comparison(const FeedScope& scope) : scope_(scope), zone_(Zone::Find(scope.zone)) {
    if (!zone_.ok()) Tell("X-WR-TIMEZONE", zone_.error().message);
  }

  void Tell(std::string where, const Text& what) {
    if (problems_.size() < kProblemsMax)
      problems_.push_back({.file = "", .pointer = std::move(where), .what = what, .instead = {}});
  }

  void Compare(const FeedEntry& entry, icalcomponent* component, const Reader& reader) {
    const Event& event = *entry.event;
    Expect(entry);
    for (icalproperty* property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
         property != nullptr;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
      Expected* expected = ExpectedOf(property);
      if (expected == nullptr || expected->found || !reader.Agrees(property, component, *expected))
        Differs(event, TakeOver(icalproperty_get_property_name_r(property)));
      if (expected != nullptr) expected->found = true;
    }
    for (const Expected& expected : expected_)
      if (!expected.found) Differs(event, std::string(expected.name));
    CompareAlarm(entry, component);
  }

  void Missing(const Event& event) {
    Tell(event.uid,
         Text("Händelsen saknas i kalenderflödet.", "The event is missing from the feed."));
  }

  Result<Done> Close() && {
    if (problems_.empty()) return Done{};
    return Refuse(ErrorCode::kRefused,
                  Text("Kalenderflödet säger inte samma sak som planen när det läses tillbaka.",
                       "Read back, the calendar feed does not say what the plan says."),
                  std::move(problems_));
  }

 private:
  void Differs(const Event& event, const std::string& property) {
    Tell(event.uid,
         Text("Läses inte tillbaka rätt: " + property, "Is not read back as written: " + property));
  }

  // Its alarm alone, with every property that readers ask for.
  void CompareAlarm(const FeedEntry& entry, icalcomponent* component) {
    const Event& event = *entry.event;
    icalcomponent* alarm = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    if (!scope_.alarm || !HasAlarm(event)) {
      if (alarm != nullptr) Differs(event, "VALARM");
      return;
    }
    summary_.clear();
    AppendSummary(entry, scope_.language, summary_);
    const auto value_of = [&](icalproperty_kind kind) {
      icalproperty* property = icalcomponent_get_first_property(alarm, kind);
      return property == nullptr ? std::string()
                                 : TakeOver(icalproperty_get_value_as_string_r(property));
    };
    const bool agrees = alarm != nullptr && icalcomponent_isa(alarm) == ICAL_VALARM_COMPONENT &&
                        icalcomponent_count_components(component, ICAL_ANY_COMPONENT) == 1 &&
                        icalcomponent_count_properties(alarm, ICAL_ANY_PROPERTY) == 4 &&
                        value_of(ICAL_ACTION_PROPERTY) == "DISPLAY" &&
                        value_of(ICAL_UID_PROPERTY) == "alarm." + event.uid &&
                        DescriptionOf(alarm) == Trimmed(summary_, " ") &&
                        TriggerOf(alarm) == -AlarmBefore(event, scope_);
    if (!agrees) Differs(event, "VALARM");
  }

  static std::string_view DescriptionOf(icalcomponent* alarm) {
    const char* text = icalcomponent_get_description(alarm);
    return text == nullptr ? std::string_view() : text;
  }

  static std::optional<Minutes> TriggerOf(icalcomponent* alarm) {
    icalproperty* property = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    if (property == nullptr) return std::nullopt;
    const icaltriggertype trigger = icalproperty_get_trigger(property);
    if (!icaltime_is_null_time(trigger.time)) return std::nullopt;
    return std::chrono::duration_cast<Minutes>(
        std::chrono::seconds{icaldurationtype_as_int(trigger.duration)});
  }

  // Every property of the event, each once.
  void Expect(const FeedEntry& entry) {
    const Event& event = *entry.event;
    const Standing standing = StandingOf(entry);
    const Instant changed = event.modified[static_cast<std::size_t>(entry.level)];
    expected_.clear();
    expected_.push_back({ICAL_UID_PROPERTY, "UID", std::string_view(event.uid)});
    expected_.push_back({ICAL_DTSTAMP_PROPERTY, "DTSTAMP", Moment(changed)});
    ExpectTimes(event);
    ExpectWords(entry);
    expected_.push_back(
        {ICAL_CATEGORIES_PROPERTY, "CATEGORIES", CategoryOf(event, scope_.language)});
    expected_.push_back({ICAL_CLASS_PROPERTY, "CLASS", std::string_view("PUBLIC")});
    expected_.push_back({ICAL_STATUS_PROPERTY, "STATUS", standing.status});
    expected_.push_back({ICAL_TRANSP_PROPERTY, "TRANSP", standing.transp});
    expected_.push_back({ICAL_SEQUENCE_PROPERTY, "SEQUENCE", event.sequence});
    expected_.push_back({ICAL_CREATED_PROPERTY, "CREATED", Moment(event.created)});
    expected_.push_back({ICAL_LASTMODIFIED_PROPERTY, "LAST-MODIFIED", Moment(changed)});
    expected_.push_back({ICAL_X_PROPERTY, "X-MICROSOFT-CDO-BUSYSTATUS", standing.busy});
  }

  void ExpectTimes(const Event& event) {
    Expected start{ICAL_DTSTART_PROPERTY, "DTSTART", {}};
    Expected end{ICAL_DTEND_PROPERTY, "DTEND", {}};
    if (!event.at) {
      start.value = Moment(event.day);
      end.value = Moment(event.day + Days{1});
    } else if (zone_.ok()) {
      const Result<Instant> instant = zone_.value().InstantOf(event.day, *event.at);
      if (instant.ok()) {
        start.value = Moment(instant.value());
        end.value = Moment(instant.value() + ShownLength(event));
      } else {
        Tell(event.uid, instant.error().message);
      }
    }
    expected_.push_back(start);
    expected_.push_back(end);
  }

  void ExpectWords(const FeedEntry& entry) {
    summary_.clear();
    description_.clear();
    url_.clear();
    AppendSummary(entry, scope_.language, summary_);
    AppendFeedDescription(entry, scope_.language, description_);
    AppendUrl(*entry.event, scope_, url_);
    expected_.push_back({ICAL_SUMMARY_PROPERTY, "SUMMARY", Trimmed(summary_, " ")});
    const auto expect = [&](icalproperty_kind kind, std::string_view name, std::string_view value) {
      value = Trimmed(value, " ");
      if (!value.empty()) expected_.push_back({kind, name, value});
    };
    expect(ICAL_DESCRIPTION_PROPERTY, "DESCRIPTION", description_);
    expect(ICAL_LOCATION_PROPERTY, "LOCATION", LocationOf(entry, scope_.language));
    expect(ICAL_URL_PROPERTY, "URL", url_);
  }

  Expected* ExpectedOf(icalproperty* property) {
    const icalproperty_kind kind = icalproperty_isa(property);
    const auto found =
        std::find_if(expected_.begin(), expected_.end(),
                     [&](const Expected& expected) { return expected.kind == kind; });
    if (found == expected_.end()) return nullptr;
    const char* x_name = kind == ICAL_X_PROPERTY ? icalproperty_get_x_name(property) : nullptr;
    if (kind == ICAL_X_PROPERTY && (x_name == nullptr || found->name != x_name)) return nullptr;
    return &*found;
  }

  const FeedScope& scope_;
  Result<Zone> zone_;
  std::vector<Expected> expected_;  // of the event at hand, with the words it points into
  std::string summary_;
  std::string description_;
  std::string url_;
  std::vector<Problem> problems_;
};

// The rules of the bytes themselves, which libical would forgive (profile S1, S2, C9).
std::optional<Text> WrongWithLines(std::string_view feed) {
  std::size_t number = 0;
  while (!feed.empty()) {
    ++number;
    const std::size_t end = feed.find("\r\n");
    const std::string_view line = feed.substr(0, end);
    const auto holds = [&](char control) { return line.find(control) != std::string_view::npos; };
    const bool splits = FindInvalidUtf8(line).has_value();  // a character must not be folded apart
    if (end == std::string_view::npos || line.empty() || line.size() > kLineOctetsMax ||
        holds('\0') || holds('\r') || holds('\n') || splits)
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

// An event that should be in the feed.
struct Awaited {
  FeedEntry entry{};
  bool read = false;
};

// Compares every VEVENT with the event of its UID.
void CompareAll(icalcomponent* calendar, const Reader& reader,
                std::map<std::string_view, Awaited>& awaited, Comparison& comparison) {
  icalcompiter iterator = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; icalcompiter_deref(&iterator) != nullptr; icalcompiter_next(&iterator)) {
    icalcomponent* component = icalcompiter_deref(&iterator);
    const char* read_uid = icalcomponent_get_uid(component);
    const std::string_view uid = read_uid != nullptr ? read_uid : "";
    const auto found = awaited.find(uid);
    if (found == awaited.end() || found->second.read) {
      comparison.Tell(std::string(uid),
                      Text("Händelsen ska inte stå där.", "The event should not stand there."));
      continue;
    }
    found->second.read = true;
    comparison.Compare(found->second.entry, component, reader);
  }
  for (const auto& [uid, one] : awaited)
    if (!one.read) comparison.Missing(*one.entry.event);
}

}  // namespace

Result<Done> ReadBack(std::string_view feed, const std::vector<const Event*>& events,
                      const FeedScope& scope) {
  std::vector<FeedEntry> entries;
  for (const Event* event : events)
    if (event->levels.Has(scope.level)) entries.push_back({.event = event, .level = scope.level});
  return ReadBack(feed, entries, scope);
}

Result<Done> ReadBack(std::string_view feed, const std::vector<FeedEntry>& entries,
                      const FeedScope& scope) {
  Comparison comparison(scope);
  if (const std::optional<Text> wrong = WrongWithLines(feed)) {
    comparison.Tell("", *wrong);
    return std::move(comparison).Close();
  }
  const Event notice = NoticeOfNoEvents(scope);
  std::map<std::string_view, Awaited> awaited;
  for (const FeedEntry& entry : entries) awaited.try_emplace(entry.event->uid, Awaited{entry});
  if (awaited.empty())
    awaited.try_emplace(notice.uid, Awaited{{.event = &notice, .level = scope.level}});
  const std::lock_guard<std::mutex> lock(LibicalMutex());
  const OwnedComponent calendar(icalparser_parse_string(std::string(feed).c_str()));
  if (const std::optional<Text> wrong = WrongWithCalendar(calendar.get()))
    comparison.Tell("", *wrong);
  else
    CompareAll(calendar.get(), Reader(calendar.get(), feed, scope), awaited, comparison);
  return std::move(comparison).Close();
}

}  // namespace rytm
