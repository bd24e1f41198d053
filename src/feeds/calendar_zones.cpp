// Of this room only this file and read_back.cpp know libical. It is given only what has been
// checked: a VTIMEZONE of known properties, whose rules are of the safe subset.
#include "feeds/calendar_zones.h"

#include <libical/ical.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "feeds/ical_pointers.h"
#include "organisation/recurrence_rule.h"

namespace rytm {
namespace {

constexpr std::size_t kZoneLinesMax = 500;

// What Windows calls zones whose clocks are those of Sweden, and others near it.
constexpr std::pair<std::string_view, std::string_view> kWindowsZones[] = {
    {"W. Europe Standard Time", "Europe/Stockholm"},
    {"Central Europe Standard Time", "Europe/Stockholm"},
    {"Central European Standard Time", "Europe/Stockholm"},
    {"Romance Standard Time", "Europe/Stockholm"},
    {"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Stockholm"},
    {"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Stockholm"},
    {"FLE Standard Time", "Europe/Helsinki"},
    {"GMT Standard Time", "Europe/London"},
    {"UTC", "UTC"}};

// "/freeassociation.sourceforge.net/Europe/Stockholm", "/mozilla.org/20050126_1/Europe/Stockholm":
// the last two steps.
std::string PlainName(std::string_view tzid) {
  for (const auto& [windows, name] : kWindowsZones)
    if (tzid == windows) return std::string(name);
  if (!tzid.starts_with('/')) return std::string(tzid);
  const std::size_t city = tzid.rfind('/');
  const std::size_t area = city == 0 ? 0 : tzid.rfind('/', city - 1) + 1;
  return std::string(tzid.substr(area));
}

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsOffset(std::string_view text) {
  const bool shaped = (text.size() == 5 || text.size() == 7) &&
                      (text[0] == '+' || text[0] == '-') && IsDigits(text.substr(1));
  return shaped && text.substr(1, 2) <= "14" && text.substr(3, 2) <= "59";
}

bool IsLocalTime(std::string_view text) {
  return text.size() == 15 && text[8] == 'T' && IsDigits(text.substr(0, 8)) &&
         IsDigits(text.substr(9));
}

// A yearly rule of the safe subset, with UNTIL or without.
bool IsSafeRule(std::string_view rule) {
  std::string rest;
  for (std::size_t at = 0; at <= rule.size();) {
    const std::size_t end = std::min(rule.find(';', at), rule.size());
    const std::string_view part = rule.substr(at, end - at);
    if (!part.starts_with("UNTIL=")) rest += (rest.empty() ? "" : ";") + std::string(part);
    at = end + 1;
  }
  const Result<RecurrenceRule> read = ParseRecurrenceRule(rest);
  return read.ok() && read.value().frequency == RecurrenceRule::Frequency::kYearly;
}

// A line of a zone that libical may see; nullopt: one that may not stand there as it does.
std::optional<bool> IsUsed(const CalendarLine& line) {
  if (line.name == "TZOFFSETFROM" || line.name == "TZOFFSETTO")
    return IsOffset(line.value) ? std::optional(true) : std::nullopt;
  if (line.name == "DTSTART" || line.name == "RDATE")
    return IsLocalTime(line.value) ? std::optional(true) : std::nullopt;
  if (line.name == "RRULE") return IsSafeRule(line.value) ? std::optional(true) : std::nullopt;
  return line.name == "BEGIN" || line.name == "END";
}

Error NoZone(std::string_view tzid) {
  const std::string name = ShownInMessage(tzid);
  return {ErrorCode::kBadInput,
          {"Tidszonen \"" + name + "\" är inte känd, och filen beskriver den inte.",
           "The time zone \"" + name + "\" is not known, and the file does not describe it."},
          {}};
}

}  // namespace

struct CalendarZones::OwnZone {
  OwnedComponent calendar;  // owns the zone
  icaltimezone* zone = nullptr;
};

CalendarZones::CalendarZones(Zone ours) : ours_(std::move(ours)) {}
CalendarZones::~CalendarZones() = default;

void CalendarZones::Add(const std::vector<CalendarLine>& lines) {
  if (lines.size() > kZoneLinesMax) return;
  std::string tzid;
  std::string text = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:own\r\n";
  std::size_t offsets = 0;
  for (const CalendarLine& line : lines) {
    if (line.name == "TZID") tzid = line.value;
    const std::optional<bool> used = IsUsed(line);
    if (!used) return;
    if (!*used) continue;
    offsets += line.name == "TZOFFSETTO" ? 1 : 0;
    text += line.name + ":" + line.value + "\r\n";
  }
  text += "END:VTIMEZONE\r\nEND:VCALENDAR\r\n";
  if (tzid.empty() || offsets == 0) return;
  auto own = std::make_unique<OwnZone>();
  own->calendar.reset(icalparser_parse_string(text.c_str()));
  if (own->calendar) own->zone = icalcomponent_get_timezone(own->calendar.get(), "own");
  if (own->zone != nullptr) own_.emplace(std::move(tzid), std::move(own));
}

bool CalendarZones::IsOurs(std::string_view tzid) const {
  return tzid.empty() || PlainName(tzid) == ours_.name();
}

Result<LocalTime> CalendarZones::InOurs(Day day, TimeOfDay time, std::string_view tzid) const {
  if (IsOurs(tzid)) return LocalTime{day, time, std::chrono::seconds{0}};
  const Result<Zone> known = Zone::Find(PlainName(tzid));
  if (known.ok()) {
    const Result<Instant> instant = known.value().InstantOf(day, time);
    if (!instant.ok()) return instant.error();
    return ours_.LocalOf(instant.value());
  }
  const auto own = own_.find(tzid);
  if (own == own_.end()) return NoZone(tzid);
  const date::year_month_day civil = CivilOf(day);
  icaltimetype local = icaltime_null_time();
  local.year = static_cast<int>(civil.year());
  local.month = static_cast<int>(static_cast<unsigned>(civil.month()));
  local.day = static_cast<int>(static_cast<unsigned>(civil.day()));
  local.hour = static_cast<int>(time.count() / 60);
  local.minute = static_cast<int>(time.count() % 60);
  const time_t seconds = icaltime_as_timet_with_zone(local, own->second->zone);
  return ours_.LocalOf(Instant{std::chrono::seconds{seconds}});
}

}  // namespace rytm
