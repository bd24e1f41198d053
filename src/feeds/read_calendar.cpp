#include "feeds/read_calendar.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/limits.h"
#include "base/text_check.h"
#include "dates/zone.h"
#include "feeds/calendar_components.h"
#include "feeds/calendar_lines.h"
#include "feeds/calendar_zones.h"
#include "organisation/recurrence_rule.h"

namespace rytm {
namespace {

constexpr int kEventDaysMax = 366;
constexpr std::size_t kNamesMax = 20;  // categories of one event that are looked at

std::string Line(std::size_t number) { return std::to_string(number); }

// Digits of a value at a fixed place.
std::optional<int> Number(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size()) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

// What an event's lines say; what is wrong throws away the event, never half of it.
class EventReader {
 public:
  EventReader(const CalendarComponent& component, const CalendarZones& zones)
      : component_(component), zones_(zones) {
    for (const CalendarLine& line : component.lines) lines_.emplace(line.name, &line);
  }

  std::optional<CalendarEvent> Read(bool all_cancelled) {
    event_.line = component_.line;
    for (const char* name : {"DTSTART", "DTEND", "DURATION", "RRULE", "STATUS", "SUMMARY",
                             "RECURRENCE-ID", "UID", "LOCATION"})
      if (lines_.count(name) > 1)
        Tell(component_.line,
             {std::string(name) + " står två gånger.", std::string(name) + " stands twice."});
    ReadWords(all_cancelled);
    ReadStart();
    if (problems_.empty()) ReadEnd();
    if (problems_.empty()) ReadRepeat();
    if (!problems_.empty()) return std::nullopt;
    return std::move(event_);
  }

  std::vector<Problem> problems() && { return std::move(problems_); }
  int sequence() const { return sequence_; }

 private:
  const CalendarLine* Find(std::string_view name) const {
    const auto found = lines_.find(name);
    return found == lines_.end() ? nullptr : found->second;
  }

  void Tell(std::size_t line, Text what, Text instead = {}) {
    problems_.push_back({.file = "",
                         .pointer = "line " + std::to_string(line),
                         .what = std::move(what),
                         .instead = std::move(instead)});
  }

  std::string OneLine(std::string_view name) {
    const CalendarLine* line = Find(name);
    if (line == nullptr) return "";
    std::string text = NormaliseText(UnescapedText(line->value), Lines::kOne);
    if (text.size() > kTextBytesMax) {
      const std::string most = std::to_string(kTextBytesMax);
      Tell(line->number, {line->name + " är längre än " + most + " byte.",
                          line->name + " is longer than " + most + " bytes."});
    }
    return text;
  }

  void ReadWords(bool all_cancelled) {
    event_.uid = OneLine("UID");
    event_.summary = OneLine("SUMMARY");
    event_.location = OneLine("LOCATION");
    const auto [begin, end] = lines_.equal_range("CATEGORIES");
    for (auto line = begin; line != end; ++line)
      for (std::string& name : ListOfTexts(line->second->value))
        if (event_.categories.size() < kNamesMax)
          event_.categories.push_back(NormaliseText(name, Lines::kOne));
    event_.cancelled = all_cancelled || Capitals(OneLine("STATUS")) == "CANCELLED";
    event_.free = Capitals(OneLine("TRANSP")) == "TRANSPARENT";
    const CalendarLine* sequence = Find("SEQUENCE");
    if (sequence != nullptr && sequence->value.size() <= 9)
      sequence_ = Number(sequence->value, 0, sequence->value.size()).value_or(0);
  }

  // --- moments

  // "20270203", "20270203T130000", "20270203T120000Z" in the organisation's zone.
  std::optional<CalendarMoment> MomentOf(const CalendarLine& line, std::string_view value,
                                         bool round_up = false) {
    const std::optional<Day> day = DayOf(value);
    const bool utc = value.size() == 16 && value.ends_with('Z');
    const bool whole = value.size() == 8;
    if (!day || (!whole && !utc && value.size() != 15)) {
      TellValue(line, value);
      return std::nullopt;
    }
    if (whole) return CalendarMoment{*day, std::nullopt};
    const std::optional<int> hours = Number(value, 9, 2);
    const std::optional<int> minutes = Number(value, 11, 2);
    const std::optional<int> seconds = Number(value, 13, 2);
    const bool shaped = value[8] == 'T' && hours && minutes && seconds;
    if (!shaped || *hours > 23 || *minutes > 59 || *seconds > 59) {
      TellValue(line, value);
      return std::nullopt;
    }
    const TimeOfDay time{60 * *hours + *minutes};
    const Result<LocalTime> ours = zones_.InOurs(*day, time, utc ? "UTC" : line.Parameter("TZID"));
    if (!ours.ok()) {
      Tell(line.number, ours.error().message);
      return std::nullopt;
    }
    // 23:59:59 is the end of the day.
    CalendarMoment moment{ours.value().day, ours.value().time};
    if (!round_up || *seconds == 0) return moment;
    moment.time = *moment.time + Minutes{1};
    if (*moment.time == kWholeDay) moment = {moment.day + Days{1}, TimeOfDay{0}};
    return moment;
  }

  static std::optional<Day> DayOf(std::string_view value) {
    const auto year = Number(value, 0, 4);
    const auto month = Number(value, 4, 2);
    const auto day = Number(value, 6, 2);
    if (!year || !month || !day) return std::nullopt;
    const date::year_month_day civil{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                                     date::day{static_cast<unsigned>(*day)}};
    if (!civil.ok() || Day{civil} < kFirstDay || Day{civil} > kLastDay) return std::nullopt;
    return Day{civil};
  }

  void TellValue(const CalendarLine& line, std::string_view value) {
    const std::string shown = ShownInMessage(value);
    Tell(line.number,
         {line.name + " är ingen dag eller tid som går att planera: " + shown + ".",
          line.name + " is no day or time that can be planned: " + shown + "."},
         {"Skriv som 20270203 eller 20270203T130000.", "Write it as 20270203 or 20270203T130000."});
  }

  void ReadStart() {
    const CalendarLine* line = Find("DTSTART");
    if (line == nullptr)
      return Tell(component_.line,
                  {"Händelsen har ingen början (DTSTART).", "The event has no start (DTSTART)."});
    start_in_ours_ = !line->value.ends_with('Z') && zones_.IsOurs(line->Parameter("TZID"));
    if (const std::optional<CalendarMoment> start = MomentOf(*line, line->value))
      event_.start = *start;
    const CalendarLine* instead = Find("RECURRENCE-ID");
    if (instead == nullptr) return;
    if (!instead->Parameter("RANGE").empty())
      return Tell(instead->number,
                  {"En ändring av alla följande gånger (THISANDFUTURE) går inte att läsa in.",
                   "A change of all times that follow (THISANDFUTURE) cannot be read in."},
                  {"Dela händelsen i två.", "Make two events of it."});
    event_.instead_of = MomentOf(*instead, instead->value);
  }

  // --- the end

  void ReadEnd() {
    const CalendarLine* end = Find("DTEND");
    const CalendarLine* duration = Find("DURATION");
    if (end != nullptr && duration != nullptr)
      return Tell(end->number, {"Händelsen har både DTEND och DURATION.",
                                "The event has both DTEND and DURATION."});
    if (end != nullptr) return ReadLastMoment(*end);
    if (duration == nullptr) return;
    const std::optional<Minutes> length = LengthOf(duration->value);
    if (!length) return TellLength(duration->number);
    if (event_.start.time) return SetLength(*length, duration->number);
    if (*length % kWholeDay != Minutes{0}) return TellLength(duration->number);
    SetDays(static_cast<int>(*length / kWholeDay), duration->number);
  }

  void ReadLastMoment(const CalendarLine& line) {
    const std::optional<CalendarMoment> end = MomentOf(line, line.value, true);
    if (!end) return;
    if (end->time.has_value() != event_.start.time.has_value())
      return Tell(line.number, {"Början är en tid och slutet en dag, eller tvärtom.",
                                "The start is a time and the end a day, or the other way round."});
    const Days apart = end->day - event_.start.day;
    if (!event_.start.time) return SetDays(static_cast<int>(apart.count()), line.number);
    SetLength(apart + *end->time - *event_.start.time, line.number);
  }

  void TellLength(std::size_t line) {
    Tell(line, {"Händelsen slutar före sin början, eller varar längre än " +
                    std::to_string(kEventDaysMax) + " dagar.",
                "The event ends before it begins, or lasts more than " +
                    std::to_string(kEventDaysMax) + " days."});
  }

  void SetDays(int days, std::size_t line) {
    if (days < 1 || days > kEventDaysMax) return TellLength(line);
    event_.days = days;
  }

  // Over several days it begins and ends at the same time each day.
  void SetLength(Minutes length, std::size_t line) {
    if (length < Minutes{0} || length > kEventDaysMax * kWholeDay) return TellLength(line);
    if (length == Minutes{0}) return;  // no end that says anything
    const Minutes end = *event_.start.time + length;
    event_.days = 1 + static_cast<int>((end - Minutes{1}) / kWholeDay);
    const Minutes of_day = length - (event_.days - 1) * kWholeDay;
    if (of_day <= Minutes{0}) return TellLength(line);
    event_.lasts = of_day;
  }

  // "PT1H30M", "P1DT2H", "P2W"; at most four figures each.
  static std::optional<Minutes> LengthOf(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    Minutes length{0};
    bool time = false;
    while (!text.empty()) {
      if (!time && text.front() == 'T') {
        time = true;
        text.remove_prefix(1);
        continue;
      }
      std::size_t digits = 0;
      while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
      if (digits == 0 || digits > 4 || digits == text.size()) return std::nullopt;
      const int count = *Number(text, 0, digits);
      const char unit = text[digits];
      if (!time && unit == 'W')
        length += 7 * count * kWholeDay;
      else if (!time && unit == 'D')
        length += count * kWholeDay;
      else if (time && unit == 'H')
        length += Minutes{60 * count};
      else if (time && unit == 'M')
        length += Minutes{count};
      else if (!time || unit != 'S')
        return std::nullopt;
      text.remove_prefix(digits + 1);
    }
    return length;
  }

  // --- repeated

  void ReadRepeat() {
    const CalendarLine* rule = Find("RRULE");
    CalendarRepeat repeat;
    if (const CalendarLine* except = Find("EXRULE"))
      return Tell(except->number, {"EXRULE går inte att läsa in.", "EXRULE cannot be read in."},
                  {"Skriv dagarna som EXDATE.", "Write the days as EXDATE."});
    ReadMoments("EXDATE", repeat.except);
    ReadMoments("RDATE", repeat.added);
    if (rule == nullptr && repeat.added.empty()) return;
    if (!start_in_ours_ && event_.start.time)
      return Tell(component_.line,
                  {"En händelse som upprepas ska stå i organisationens egen tidszon.",
                   "An event that is repeated must be in the organisation's own time zone."});
    if (rule != nullptr) ReadRule(*rule, repeat);
    event_.repeat = std::move(repeat);
  }

  void ReadMoments(std::string_view name, std::vector<CalendarMoment>& moments) {
    const auto [begin, end] = lines_.equal_range(name);
    for (auto entry = begin; entry != end; ++entry) {
      const CalendarLine& line = *entry->second;
      for (const std::string& value : ListOfTexts(line.value)) {
        if (value.find('/') != std::string::npos)
          return Tell(line.number, {"Ett tidsspann (PERIOD) går inte att läsa in.",
                                    "A span of time (PERIOD) cannot be read in."});
        if (moments.size() == kCalendarRepeatsMax) return TellRepeats(line.number);
        const std::optional<CalendarMoment> moment = MomentOf(line, value);
        if (!moment) return;
        moments.push_back(*moment);
      }
    }
  }

  void TellRepeats(std::size_t line) {
    const std::string most = std::to_string(kCalendarRepeatsMax);
    Tell(line, {"Händelsen upprepas mer än " + most + " gånger.",
                "The event is repeated more than " + most + " times."});
  }

  void ReadRule(const CalendarLine& line, CalendarRepeat& repeat) {
    std::string_view rule = line.value;
    while (!rule.empty()) {
      const std::string_view part = rule.substr(0, rule.find(';'));
      rule.remove_prefix(std::min(part.size() + 1, rule.size()));
      if (part.starts_with("COUNT=")) {
        repeat.count = part.size() > 10 ? std::nullopt : Number(part, 6, part.size() - 6);
        if (!repeat.count || *repeat.count < 1) return TellRule(line, part);
        if (*repeat.count > static_cast<int>(kCalendarRepeatsMax)) return TellRepeats(line.number);
      } else if (part.starts_with("UNTIL=")) {
        repeat.until = MomentOf(line, part.substr(6));
        if (!repeat.until) return;
      } else {
        repeat.rrule += (repeat.rrule.empty() ? "" : ";") + std::string(part);
      }
    }
    if (repeat.count && repeat.until) return TellRule(line, "COUNT, UNTIL");
    const Result<RecurrenceRule> read = ParseRecurrenceRule(repeat.rrule);
    if (!read.ok()) return TellProblems(line, read.error().problems);
    TellProblems(line, CheckRecurrence(read.value(), event_.start.day));
  }

  void TellRule(const CalendarLine& line, std::string_view part) {
    const std::string shown = ShownInMessage(part);
    Tell(line.number, {"Upprepningen går inte att läsa: " + shown + ".",
                       "The repetition cannot be read: " + shown + "."});
  }

  void TellProblems(const CalendarLine& line, const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) Tell(line.number, problem.what, problem.instead);
  }

  const CalendarComponent& component_;
  const CalendarZones& zones_;
  std::multimap<std::string, const CalendarLine*, std::less<>> lines_;
  CalendarEvent event_;
  bool start_in_ours_ = true;
  int sequence_ = 0;
  std::vector<Problem> problems_;
};

// The events of one UID and one time: the highest SEQUENCE counts.
class Newest {
 public:
  explicit Newest(ReadCalendar& calendar) : calendar_(calendar) {}

  void Add(CalendarEvent event, int sequence) {
    if (event.uid.empty()) return calendar_.events.push_back(std::move(event));
    const auto [known, is_new] =
        known_.try_emplace({event.uid, event.instead_of}, calendar_.events.size(), sequence);
    auto& [index, of_known] = known->second;
    if (is_new) return calendar_.events.push_back(std::move(event));
    if (sequence == of_known) {
      const std::string line = Line(calendar_.events[index].line);
      calendar_.problems.push_back(
          {.file = "",
           .pointer = "line " + Line(event.line),
           .what = {"Händelsen har samma UID som den på rad " + line + ".",
                    "The event has the same UID as the one on line " + line + "."},
           .instead = {"Ta bort den ena.", "Take one of them away."}});
    } else if (sequence > of_known) {
      of_known = sequence;
      calendar_.events[index] = std::move(event);
    }
  }

 private:
  ReadCalendar& calendar_;
  std::map<std::pair<std::string, std::optional<CalendarMoment>>, std::pair<std::size_t, int>>
      known_;
};

std::string ValueOf(const std::vector<CalendarLine>& lines, std::string_view name) {
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [&](const CalendarLine& line) { return line.name == name; });
  return found == lines.end() ? "" : NormaliseText(UnescapedText(found->value), Lines::kOne);
}

}  // namespace

Result<ReadCalendar> ReadCalendarFile(std::string_view bytes, const std::string& zone) {
  const Result<Zone> ours = Zone::Find(zone);
  if (!ours.ok()) return ours.error();
  ReadCalendar calendar;
  const Result<std::vector<CalendarLine>> lines = ReadCalendarLines(bytes, calendar.problems);
  if (!lines.ok()) return lines.error();
  const Result<CalendarComponents> split = SplitCalendar(lines.value());
  if (!split.ok()) return split.error();
  const CalendarComponents& components = split.value();
  const std::string method = Capitals(ValueOf(components.calendar, "METHOD"));
  if (method == "REPLY" || method == "COUNTER" || method == "DECLINECOUNTER" || method == "REFRESH")
    return Error{ErrorCode::kBadInput,
                 {"Filen är ett svar på en inbjudan, ingen kalender.",
                  "The file is an answer to an invitation, no calendar."},
                 {}};
  calendar.name = ValueOf(components.calendar, "X-WR-CALNAME");
  if (calendar.name.empty()) calendar.name = ValueOf(components.calendar, "NAME");
  CalendarZones zones(ours.value());
  for (const CalendarComponent& one : components.zones) zones.Add(one.lines);
  Newest newest(calendar);
  for (const CalendarComponent& component : components.events) {
    EventReader reader(component, zones);
    std::optional<CalendarEvent> event = reader.Read(method == "CANCEL");
    const int sequence = reader.sequence();
    for (Problem& problem : std::move(reader).problems())
      if (calendar.problems.size() < kProblemsMax) calendar.problems.push_back(std::move(problem));
    if (event) newest.Add(*std::move(event), sequence);
  }
  return calendar;
}

}  // namespace rytm
