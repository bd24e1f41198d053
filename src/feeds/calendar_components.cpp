#include "feeds/calendar_components.h"

#include <string>
#include <utility>

#include "base/limits.h"

namespace rytm {
namespace {

Error NotACalendar(const Text& why) {
  return {ErrorCode::kBadInput,
          Text("Filen är ingen hel kalender: ", "The file is no whole calendar: ") + why,
          {}};
}

// Takes the file apart; what a component holds besides events and zones plays no part.
class Splitter {
 public:
  Result<CalendarComponents> Split(const std::vector<CalendarLine>& lines) {
    for (const CalendarLine& line : lines) {
      if (line.name != "BEGIN" && line.name != "END") {
        Keep(line);
        continue;
      }
      const Result<Done> done = line.name == "BEGIN" ? Begin(line) : End(line);
      if (!done.ok()) return done.error();
    }
    if (!open_.empty()) {
      const auto& [name, number] = open_.back();
      return NotACalendar(
          {ShownInMessage(name) + " på rad " + std::to_string(number) + " tar aldrig slut.",
           ShownInMessage(name) + " on line " + std::to_string(number) + " never ends."});
    }
    if (!seen_)
      return NotACalendar(
          {"den börjar inte med BEGIN:VCALENDAR.", "it does not begin with BEGIN:VCALENDAR."});
    return std::move(components_);
  }

 private:
  Result<Done> Begin(const CalendarLine& line) {
    const std::string name = Capitals(line.value);
    if (open_.empty() && name != "VCALENDAR")
      return NotACalendar({"rad " + std::to_string(line.number) + " står utanför VCALENDAR.",
                           "line " + std::to_string(line.number) + " is outside VCALENDAR."});
    if (open_.size() == kCalendarDepthMax)
      return NotACalendar(
          {"för många delar i varandra på rad " + std::to_string(line.number) + ".",
           "too many components in each other on line " + std::to_string(line.number) + "."});
    const bool top = open_.size() == 1;
    seen_ = true;
    if (name == "VCALENDAR" && !open_.empty())
      return NotACalendar(
          {"en kalender inne i en annan på rad " + std::to_string(line.number) + ".",
           "a calendar within another on line " + std::to_string(line.number) + "."});
    if (name == "VEVENT" && !top)
      return NotACalendar({"en händelse på fel plats, rad " + std::to_string(line.number) + ".",
                           "an event in a wrong place, line " + std::to_string(line.number) + "."});
    open_.emplace_back(name, line.number);
    if (name == "VEVENT") {
      if (components_.events.size() == kCalendarEventsMax)
        return Error{
            ErrorCode::kTooLarge,
            {"Kalendern har fler än " + std::to_string(kCalendarEventsMax) + " händelser.",
             "The calendar has more than " + std::to_string(kCalendarEventsMax) + " events."},
            {}};
      components_.events.push_back({line.number, {}});
    } else if (name == "VTIMEZONE" && top) {
      components_.zones.push_back({line.number, {}});
    } else if (open_.size() == 3 && open_[1].first == "VTIMEZONE") {
      components_.zones.back().lines.push_back(line);
    }
    return Done{};
  }

  Result<Done> End(const CalendarLine& line) {
    const std::string name = Capitals(line.value);
    if (open_.empty() || open_.back().first != name)
      return NotACalendar({"END:" + ShownInMessage(name) + " på rad " +
                               std::to_string(line.number) + " avslutar inget.",
                           "END:" + ShownInMessage(name) + " on line " +
                               std::to_string(line.number) + " ends nothing."});
    if (open_.size() == 3 && open_[1].first == "VTIMEZONE")
      components_.zones.back().lines.push_back(line);
    open_.pop_back();
    return Done{};
  }

  void Keep(const CalendarLine& line) {
    if (open_.size() == 1) components_.calendar.push_back(line);
    if (open_.size() == 2 && open_[1].first == "VEVENT")
      components_.events.back().lines.push_back(line);
    if (open_.size() >= 2 && open_.size() <= 3 && open_[1].first == "VTIMEZONE")
      components_.zones.back().lines.push_back(line);
  }

  std::vector<std::pair<std::string, std::size_t>> open_;  // name and line
  bool seen_ = false;
  CalendarComponents components_;
};

}  // namespace

Result<CalendarComponents> SplitCalendar(const std::vector<CalendarLine>& lines) {
  return Splitter().Split(lines);
}

}  // namespace rytm
