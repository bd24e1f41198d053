#include "app/calendar_times.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "cycle/expand.h"

namespace rytm {
namespace {

constexpr Days kStride{366};  // of days expanded at a time

bool IsAmong(const CalendarMoment& moment, const std::vector<CalendarMoment>& all) {
  return std::any_of(all.begin(), all.end(), [&](const CalendarMoment& one) {
    return one.day == moment.day && (!one.time || one.time == moment.time);
  });
}

class Unfolding {
 public:
  Unfolding(const ReadCalendar& calendar, Day endless_until) : endless_until_(endless_until) {
    for (const CalendarEvent& event : calendar.events)
      if (event.instead_of && !event.uid.empty()) changed_[event.uid].push_back(*event.instead_of);
  }

  // False: there are too many.
  bool Add(const CalendarEvent& event) {
    if (!event.repeat) return AddAt(event, event.start);
    std::set<CalendarMoment> moments{event.start};
    for (const Day day : DaysOfRule(event)) {
      const CalendarMoment moment{day, event.start.time};
      if (!event.repeat->until || !IsAfter(moment, *event.repeat->until)) moments.insert(moment);
    }
    for (const CalendarMoment& added : event.repeat->added)
      moments.insert({added.day, added.time ? added.time : event.start.time});
    if (moments.size() > kCalendarRepeatsMax) return Tell(event);
    const auto changed = changed_.find(event.uid);
    for (const CalendarMoment& moment : moments) {
      const bool out = IsAmong(moment, event.repeat->except) ||
                       (changed != changed_.end() && IsAmong(moment, changed->second));
      if (!out && !AddAt(event, moment)) return false;
    }
    return true;
  }

  std::vector<CalendarTime> times;
  std::vector<Problem> problems;

 private:
  bool AddAt(const CalendarEvent& event, const CalendarMoment& moment) {
    if (times.size() == kCalendarEventsMax) return false;
    times.push_back({.line = event.line,
                     .summary = event.summary,
                     .location = event.location,
                     .categories = event.categories,
                     .day = moment.day,
                     .days = event.days,
                     .at = moment.time,
                     .lasts = event.lasts,
                     .cancelled = event.cancelled,
                     .free = event.free});
    return true;
  }

  static bool IsAfter(const CalendarMoment& moment, const CalendarMoment& until) {
    return moment.day > until.day ||
           (moment.day == until.day && moment.time && until.time && *moment.time > *until.time);
  }

  // At most one more than may be.
  std::vector<Day> DaysOfRule(const CalendarEvent& event) const {
    const CalendarRepeat& repeat = *event.repeat;
    std::vector<Day> days;
    if (repeat.rrule.empty()) return days;
    const When when{
        .from = {},
        .until = {},
        .rule = Recurrence{.rrule = repeat.rrule, .anchor = event.start.day, .restarts = {}},
        .pointer = {}};
    const std::size_t most =
        repeat.count ? static_cast<std::size_t>(*repeat.count) : kCalendarRepeatsMax + 1;
    const Day last = repeat.until ? repeat.until->day : repeat.count ? kLastDay : endless_until_;
    for (Day from = event.start.day; from <= last && days.size() < most; from += kStride) {
      const DaySpan span{from, std::min(last, from + kStride - Days{1})};
      const Result<std::vector<NominalDay>> given =
          Expand(when, 0, Body{}, {}, {}, DayFacts({}, span), span);
      if (!given.ok()) break;
      for (const NominalDay& nominal : given.value())
        if (days.size() < most) days.push_back(nominal.day);
    }
    return days;
  }

  bool Tell(const CalendarEvent& event) {
    const std::string most = std::to_string(kCalendarRepeatsMax);
    if (problems.size() < kProblemsMax)
      problems.push_back({.file = "",
                          .pointer = "line " + std::to_string(event.line),
                          .what = {"Händelsen upprepas mer än " + most + " gånger.",
                                   "The event is repeated more than " + most + " times."},
                          .instead = {}});
    return true;
  }

  Day endless_until_;
  std::map<std::string, std::vector<CalendarMoment>> changed_;  // by UID
};

}  // namespace

Result<CalendarTimes> TimesOf(ReadCalendar calendar, Day endless_until) {
  Unfolding unfolding(calendar, endless_until);
  for (const CalendarEvent& event : calendar.events) {
    if (unfolding.Add(event)) continue;
    const std::string most = std::to_string(kCalendarEventsMax);
    return Error{ErrorCode::kTooLarge,
                 {"Kalendern har fler än " + most + " händelser, upprepade räknade var för sig.",
                  "The calendar has more than " + most + " events, each repetition counted."},
                 {}};
  }
  CalendarTimes times{.name = std::move(calendar.name),
                      .times = std::move(unfolding.times),
                      .problems = std::move(calendar.problems)};
  times.problems.insert(times.problems.end(), unfolding.problems.begin(), unfolding.problems.end());
  std::stable_sort(times.times.begin(), times.times.end(),
                   [](const CalendarTime& a, const CalendarTime& b) {
                     return std::tie(a.day, a.at) < std::tie(b.day, b.at);
                   });
  return times;
}

}  // namespace rytm
