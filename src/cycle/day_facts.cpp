#include "cycle/day_facts.h"

#include <algorithm>

#include "dates/holidays.h"
#include "dates/iso_week.h"

namespace rytm {
namespace {

using NamedSpan = DayFacts::NamedSpan;

std::optional<DaySpan> SpanIn(int year, const CalendarEntry::FromUntil& dates) {
  if (dates.from.year && *dates.from.year != year) return std::nullopt;
  const bool passes_new_year = dates.until.day < dates.from.day;
  const DaySpan span{
      DayIn(year, dates.from.day),
      DayIn(dates.until.year.value_or(passes_new_year ? year + 1 : year), dates.until.day)};
  if (span.last < span.first) return std::nullopt;
  return span;
}

std::optional<DaySpan> SpanIn(int year, unsigned iso_week) {
  if (iso_week > IsoWeeksIn(year)) return std::nullopt;
  return SpanOfIsoWeek(year, iso_week);
}

// Monday to Friday.
std::optional<DaySpan> SpanIn(int year, CalendarEntry::EasterWeek week) {
  const Day easter = EasterSunday(year);
  if (week == CalendarEntry::EasterWeek::kBefore)
    return DaySpan{easter - Days{6}, easter - Days{2}};
  return DaySpan{easter + Days{1}, easter + Days{5}};
}

std::vector<NamedSpan> SpansOf(const std::vector<CalendarEntry>& entries, DaySpan window) {
  std::vector<NamedSpan> spans;
  for (int year = YearOf(window.first) - 2; year <= YearOf(window.last) + 2; ++year) {
    for (const CalendarEntry& entry : entries) {
      const auto span =
          std::visit([&](const auto& days) { return SpanIn(year, days); }, entry.days);
      if (span) spans.push_back({*span, entry.name});
    }
  }
  std::stable_sort(spans.begin(), spans.end(), [](const NamedSpan& a, const NamedSpan& b) {
    return a.span.first < b.span.first;
  });
  return spans;
}

std::vector<DaySpan> Joined(const std::vector<NamedSpan>& named) {
  std::vector<DaySpan> joined;
  for (const auto& [span, name] : named) {
    if (!joined.empty() && span.first <= joined.back().last + Days{1}) {
      joined.back().last = std::max(joined.back().last, span.last);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

// The first span that begins after the day.
auto After(const std::vector<DaySpan>& spans, Day day) {
  return std::upper_bound(spans.begin(), spans.end(), day,
                          [](Day left, const DaySpan& span) { return left < span.first; });
}

bool Holds(const std::vector<DaySpan>& spans, Day day) {
  const auto after = After(spans, day);
  return after != spans.begin() && std::prev(after)->Contains(day);
}

Text NameIn(const std::vector<NamedSpan>& spans, Day day) {
  const auto found = std::find_if(spans.begin(), spans.end(),
                                  [&](const NamedSpan& named) { return named.span.Contains(day); });
  return found == spans.end() ? Text() : found->name;
}

}  // namespace

std::vector<DaySpan> SpansWithin(const CalendarEntry& entry, DaySpan window) {
  std::vector<DaySpan> within;
  for (const DaySpan& span : Joined(SpansOf({entry}, window))) {
    const DaySpan cut{std::max(span.first, window.first), std::min(span.last, window.last)};
    if (cut.first <= cut.last) within.push_back(cut);
  }
  return within;
}

DayFacts::DayFacts(const Calendars& calendars, DaySpan window)
    : recesses_(SpansOf(calendars.recesses, window)),
      school_breaks_(SpansOf(calendars.school_breaks, window)),
      recess_spans_(Joined(recesses_)),
      school_break_spans_(Joined(school_breaks_)) {}

bool DayFacts::Recess(Day day) const { return Holds(recess_spans_, day); }
bool DayFacts::SchoolBreak(Day day) const { return Holds(school_break_spans_, day); }

Text DayFacts::RecessName(Day day) const { return NameIn(recesses_, day); }
Text DayFacts::SchoolBreakName(Day day) const { return NameIn(school_breaks_, day); }
Text DayFacts::BreakName(Day day) const {
  const Text recess = RecessName(day);
  return recess.empty() ? SchoolBreakName(day) : recess;
}

std::optional<Day> DayFacts::RecessBegunBefore(Day day) const {
  const auto after = After(recess_spans_, day - Days{1});
  if (after == recess_spans_.begin()) return std::nullopt;
  const Day begun = std::prev(after)->first;
  if (begun < day - Days{365}) return std::nullopt;
  return begun;
}

}  // namespace rytm
