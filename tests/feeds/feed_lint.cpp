#include "tests/feeds/feed_lint.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text_check.h"

namespace rytm {
namespace {

constexpr std::size_t kOctets = 75;
constexpr std::size_t kTitleOctets = 1000;
constexpr std::size_t kUidOctets = 255;

struct Property {
  std::string name;
  std::string parameters;  // "TZID=Europe/Stockholm"
  std::string value;
};

using Event = std::vector<Property>;

const std::vector<std::string> kOrder = {
    "UID",        "DTSTAMP",     "DTSTART",       "DTEND",
    "SUMMARY",    "DESCRIPTION", "LOCATION",      "URL",
    "CATEGORIES", "CLASS",       "STATUS",        "TRANSP",
    "SEQUENCE",   "CREATED",     "LAST-MODIFIED", "X-MICROSOFT-CDO-BUSYSTATUS"};

bool AllOf(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

// 20270203T133000, and with `zulu` a Z after it.
bool IsDateTime(std::string_view text, bool zulu) {
  if (text.size() != (zulu ? 16U : 15U) || text[8] != 'T' || (zulu && text[15] != 'Z'))
    return false;
  return AllOf(text.substr(0, 8), "0123456789") && AllOf(text.substr(9, 6), "0123456789");
}

Property Split(const std::string& line) {
  const std::size_t colon = line.find(':');
  const std::string head = line.substr(0, colon);
  const std::size_t semicolon = head.find(';');
  return {head.substr(0, semicolon),
          semicolon == std::string::npos ? "" : head.substr(semicolon + 1),
          colon == std::string::npos ? "" : line.substr(colon + 1)};
}

class Lint {
 public:
  explicit Lint(bool with_alarms) : with_alarms_(with_alarms) {}

  std::vector<std::string> Run(std::string_view feed) {
    ReadLines(feed);
    CheckText();
    if (lines_.size() < 3 || lines_.front() != "BEGIN:VCALENDAR" ||
        lines_.back() != "END:VCALENDAR") {
      Say("C1", "not one VCALENDAR from beginning to end");
      return offences_;
    }
    ReadCalendar();
    CheckHead();
    CheckZone();
    for (const Event& event : events_) CheckEvent(event);
    for (std::size_t i = 0; i < events_.size(); ++i) CheckAlarms(events_[i], alarms_[i]);
    CheckOrder();
    return offences_;
  }

 private:
  void Say(const std::string& rule, const std::string& what) {
    offences_.push_back(rule + " " + what);
  }

  // Physical lines first, then unfolded.
  void ReadLines(std::string_view feed) {
    if (feed.starts_with("\xEF\xBB\xBF")) Say("C9", "byte order mark");
    for (std::size_t number = 1; !feed.empty(); ++number) {
      const std::string where = "line " + std::to_string(number);
      const std::size_t end = feed.find('\n');
      const bool crlf = end != std::string_view::npos && end > 0 && feed[end - 1] == '\r';
      if (!crlf) Say("S1", where + ": no CRLF");
      std::string_view line = feed.substr(0, end);
      if (crlf) line.remove_suffix(1);
      CheckPhysical(line, where);
      if (line.starts_with(' ') && !lines_.empty())
        lines_.back() += line.substr(1);
      else
        lines_.emplace_back(line);
      feed.remove_prefix(end == std::string_view::npos ? feed.size() : end + 1);
    }
  }

  void CheckPhysical(std::string_view line, const std::string& where) {
    if (line.empty()) Say("C9", where + ": blank");
    if (line.size() > kOctets) Say("S2", where + ": " + std::to_string(line.size()) + " octets");
    if (FindInvalidUtf8(line)) Say("S2", where + ": a character folded apart, or no UTF-8");
    if (line.ends_with(' ') || line.starts_with("  "))
      Say("S2", where + ": a blank beside the fold");
  }

  void CheckText() {
    for (const std::string& line : lines_) {
      if (line != NormaliseText(line)) Say("S5", "controls in " + line.substr(0, 30));
      const Property property = Split(line);
      if (line.find(':') == std::string::npos || property.name.empty() ||
          !AllOf(property.name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ||
          property.name == "X-LIC-ERROR")
        Say("C9", "odd name in " + line.substr(0, 30));
      if (property.parameters.find('"') != std::string::npos)
        Say("S4", "quoted parameter in " + property.name);
      if (IsText(property.name)) CheckEscapes(property);
    }
  }

  static bool IsText(const std::string& name) {
    static const std::set<std::string> kText = {"SUMMARY",      "DESCRIPTION", "LOCATION",
                                                "CATEGORIES",   "NAME",        "X-WR-CALNAME",
                                                "X-WR-CALDESC", "UID"};
    return kText.contains(name);
  }

  void CheckEscapes(const Property& property) {
    const std::string& value = property.value;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (value[i] == ',' || value[i] == ';')
        Say("S3", std::string("bare ") + value[i] + " in " + property.name);
      if (value[i] != '\\') continue;
      if (++i == value.size() || std::string("\\;,n").find(value[i]) == std::string::npos)
        Say("S3", "escape of nothing in " + property.name);
    }
  }

  void ReadCalendar() {
    std::string inside;
    for (std::size_t i = 1; i + 1 < lines_.size(); ++i) {
      const std::string& line = lines_[i];
      if (line == "BEGIN:VCALENDAR" || line == "END:VCALENDAR")
        Say("C1", "more than one VCALENDAR");
      if (line == "BEGIN:VEVENT") {
        events_.emplace_back();
        alarms_.emplace_back();
        inside = "VEVENT";
      } else if (line == "BEGIN:VALARM" && inside == "VEVENT" && with_alarms_) {
        inside = "VALARM";
        alarms_.back().emplace_back();
      } else if (line == "END:VALARM" && inside == "VALARM") {
        inside = "VEVENT";
      } else if (inside == "VALARM") {
        alarms_.back().back().push_back(Split(line));
      } else if (line == "END:VEVENT") {
        inside.clear();
      } else if (line.starts_with("BEGIN:") && inside == "VEVENT") {
        Say("E15", line + " in an event");
      } else if (inside == "VEVENT") {
        events_.back().push_back(Split(line));
      } else if (line == "BEGIN:VTIMEZONE") {
        inside = "VTIMEZONE";
        if (!events_.empty()) Say("C7", "VTIMEZONE after an event");
        ++zones_;
      } else if (line == "END:VTIMEZONE") {
        inside.clear();
      } else if (inside.empty()) {
        head_.push_back(Split(line));
      }
    }
  }

  std::string Head(const std::string& name) const {
    for (const Property& property : head_)
      if (property.name == name) return property.value;
    return "";
  }

  void CheckHead() {
    if (head_.size() < 2 || head_[0].name != "VERSION" || head_[0].value != "2.0" ||
        head_[1].name != "PRODID" || head_[1].value.empty())
      Say("C2", "VERSION and PRODID must come first");
    if (Head("CALSCALE") != "GREGORIAN" || Head("METHOD") != "PUBLISH")
      Say("C3", "CALSCALE and METHOD");
    if (Head("NAME").empty() || Head("NAME") != Head("X-WR-CALNAME"))
      Say("C4", "NAME and X-WR-CALNAME");
    if (Head("X-WR-TIMEZONE").empty()) Say("C5", "X-WR-TIMEZONE");
    for (const Property& property : head_)
      if (property.name == "REFRESH-INTERVAL" && property.parameters != "VALUE=DURATION")
        Say("C6", "VALUE=DURATION");
    if (Head("REFRESH-INTERVAL") != "PT1H" || Head("X-PUBLISHED-TTL") != "PT1H")
      Say("C6", "refresh hints");
    if (events_.empty()) Say("C8", "no event");
  }

  void CheckZone() {
    bool used = false;
    bool timed = false;
    for (const Event& event : events_)
      for (const Property& property : event) {
        used = used || property.parameters.starts_with("TZID=");
        timed = timed || (property.name == "DTSTART" && property.parameters != "VALUE=DATE");
      }
    const bool notice = events_.size() == 1 && !timed;
    if (zones_ > 1 || (used && zones_ == 0)) Say("C7", "each zone used has one VTIMEZONE");
    if (!used && zones_ > 0 && !notice) Say("C7", "a VTIMEZONE that is not used");
  }

  void CheckEvent(const Event& event) {
    std::map<std::string, Property> by_name;
    std::size_t last = 0;
    for (const Property& property : event) {
      if (!by_name.emplace(property.name, property).second && property.name != "CATEGORIES")
        Say("C10", property.name + " twice");
      CheckName(property.name);
      const auto place = std::find(kOrder.begin(), kOrder.end(), property.name);
      const auto at = static_cast<std::size_t>(place - kOrder.begin());
      if (at < last) Say("C10", property.name + " out of order");
      last = at;
    }
    CheckIdentity(by_name);
    CheckTimes(by_name);
    CheckWords(by_name);
    CheckStanding(by_name);
  }

  void CheckAlarms(const Event& event, const std::vector<Event>& alarms) {
    if (!with_alarms_) return;
    const bool stands = std::none_of(event.begin(), event.end(), [](const Property& property) {
      return property.name == "STATUS" && property.value == "CANCELLED";
    });
    const bool is_message = event.front().value.ends_with("@rytm.invalid");
    if (alarms.size() != (stands && !is_message ? 1U : 0U)) Say("E15", "alarms of an event");
    for (const Event& alarm : alarms)
      if (alarm.size() != 4 || alarm[0].name != "UID" || alarm[1].name != "ACTION" ||
          alarm[1].value != "DISPLAY" || alarm[2].name != "TRIGGER" ||
          !alarm[2].value.starts_with("-PT") || alarm[3].name != "DESCRIPTION" ||
          alarm[3].value.empty())
        Say("E15", "what an alarm must say");
  }

  void CheckName(const std::string& name) {
    if (name == "ORGANIZER" || name == "ATTENDEE") Say("E14", name);
    if (name == "RRULE" || name == "RDATE" || name == "EXDATE" || name == "RECURRENCE-ID")
      Say("E19", name);
    if (name == "DURATION") Say("E5", "DURATION");
  }

  void CheckIdentity(std::map<std::string, Property>& event) {
    const std::string& uid = event["UID"].value;
    const bool ascii =
        std::all_of(uid.begin(), uid.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (uid.empty() || !ascii || uid.size() > kUidOctets || uid.starts_with("040000008200E000"))
      Say("E1", "UID " + uid);
    if (!uids_.insert(uid).second) Say("E1", "UID twice: " + uid);
    if (!IsDateTime(event["DTSTAMP"].value, true)) Say("E2", uid);
    const std::string& sequence = event["SEQUENCE"].value;
    if (sequence.empty() || !AllOf(sequence, "0123456789")) Say("E3", uid);
    if (!IsDateTime(event["CREATED"].value, true) ||
        event["LAST-MODIFIED"].value != event["DTSTAMP"].value)
      Say("E4", uid);
  }

  void CheckTimes(std::map<std::string, Property>& event) {
    const Property& start = event["DTSTART"];
    const Property& end = event["DTEND"];
    if (start.parameters != end.parameters) Say("E5", "start and end of two kinds");
    if (!(start.value < end.value)) Say("E5", "ends before it starts: " + start.value);
    if (start.parameters == "VALUE=DATE") {
      if (start.value.size() != 8 || end.value.size() != 8) Say("E7", start.value);
    } else if (start.parameters == "TZID=Europe/Stockholm") {
      if (!IsDateTime(start.value, false) || !IsDateTime(end.value, false)) Say("E5", start.value);
    } else if (!start.parameters.empty() || !IsDateTime(start.value, true) ||
               !IsDateTime(end.value, true)) {
      Say("E5", "floating or of an unknown zone: " + start.value);
    }
  }

  void CheckWords(std::map<std::string, Property>& event) {
    const std::string& title = event["SUMMARY"].value;
    if (title.empty() || title.size() > kTitleOctets || title.find("\\n") != std::string::npos ||
        title.find('<') != std::string::npos)
      Say("E9", title);
    if (event["LOCATION"].value.find("\\n") != std::string::npos)
      Say("E12", event["LOCATION"].value);
    if (event["CLASS"].value != "PUBLIC") Say("E13", "CLASS");
    const std::string& url = event["URL"].value;
    const bool encoded = std::all_of(url.begin(), url.end(), [](char c) {
      return c > 0x20 && c < 0x7F && c != ',' && c != ';' && c != '"';
    });
    if (!encoded) Say("URL", url);
  }

  void CheckStanding(std::map<std::string, Property>& event) {
    const std::string words = event["STATUS"].value + " " + event["TRANSP"].value + " " +
                              event["X-MICROSOFT-CDO-BUSYSTATUS"].value;
    static const std::set<std::string> kAgree = {
        "CONFIRMED OPAQUE BUSY", "CONFIRMED TRANSPARENT FREE", "TENTATIVE OPAQUE TENTATIVE",
        "TENTATIVE TRANSPARENT FREE", "CANCELLED TRANSPARENT FREE"};
    if (!kAgree.contains(words)) Say("E8", words);
    if (event["DTSTART"].parameters == "VALUE=DATE" && event["TRANSP"].value != "TRANSPARENT")
      Say("E7", "takes time");
    const std::string& title = event["SUMMARY"].value;
    const bool says =
        std::any_of(kCancelled.begin(), kCancelled.end(),
                    [&](const std::string& prefix) { return title.starts_with(prefix); });
    if (says != (event["STATUS"].value == "CANCELLED")) Say("E16", title);
  }

  void CheckOrder() {
    std::vector<std::pair<std::string, std::string>> keys;
    for (const Event& event : events_) {
      std::map<std::string, Property> by_name;
      for (const Property& property : event) by_name.emplace(property.name, property);
      keys.emplace_back(by_name["DTSTART"].value, by_name["UID"].value);
    }
    if (!std::is_sorted(keys.begin(), keys.end()))
      Say("C10", "events are not sorted by DTSTART and UID");
  }

  const std::vector<std::string> kCancelled = {"INSTÄLLT: ", "CANCELLED: ", "UTGÅR: ", "DROPPED: "};
  std::vector<std::string> offences_;
  std::vector<std::string> lines_;
  std::vector<Property> head_;
  const bool with_alarms_;
  std::vector<Event> events_;
  std::vector<std::vector<Event>> alarms_;  // by event
  std::set<std::string> uids_;
  int zones_ = 0;
};

}  // namespace

std::vector<std::string> LintFeed(std::string_view feed, bool with_alarms) {
  return Lint(with_alarms).Run(feed);
}

}  // namespace rytm
