#include "pages/year_matrix.h"

#include <algorithm>
#include <map>

#include "base/words.h"
#include "cycle/day_facts.h"
#include "dates/holidays.h"
#include "dates/iso_week.h"

namespace rytm {
namespace {

constexpr std::string_view kDash = "–";

DaySpan SpanOfMonth(int year, unsigned month) {
  const date::year_month_day_last last{date::year{year} / date::month{month} / date::last};
  return {MakeDay(year, month, 1), Day{last}};
}

bool AllTentative(const std::vector<const Event*>& events) {
  bool any = false;
  for (const Event* event : events) {
    if (event->reserve || event->status == EventStatus::kCancelled) continue;
    if (event->status != EventStatus::kTentative) return false;
    any = true;
  }
  return any;
}

// "22–26", "30 mars–3 april".
std::string SpanInWords(DaySpan span, Language language) {
  std::string words = DayOfMonth(span.first);
  if (span.first == span.last) return words;
  const date::month first = CivilOf(span.first).month();
  const date::month last = CivilOf(span.last).month();
  if (first != last) words.append(" ").append(ShortMonthName(first, language));
  words.append(kDash).append(DayOfMonth(span.last));
  if (first != last) words.append(" ").append(ShortMonthName(last, language));
  return words;
}

// Days with the same name, one after another, are one span.
template <class NameOnDay>
void AppendSpans(DaySpan days, NameOnDay name_on, std::vector<NamedSpan>& spans) {
  std::string before;
  for (Day day = days.first; day <= days.last; day += Days{1}) {
    std::string name = name_on(day);
    if (!name.empty() && name == before)
      spans.back().span.last = day;
    else if (!name.empty())
      spans.push_back({name, {day, day}});
    before = std::move(name);
  }
}

}  // namespace

YearMatrix MatrixOf(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                    int year) {
  std::map<std::string_view, std::vector<const Event*>, std::less<>> of_body;
  for (const Event* event : events) {
    if (event->kind != EventKind::kMeeting) continue;
    of_body[event->body].push_back(event);
    for (const std::string& joint : event->with)
      if (joint != event->body) of_body[joint].push_back(event);
  }
  YearMatrix matrix{.year = year, .rows = {}};
  for (const Body& body : calendar.organisation.bodies) {
    const auto found = of_body.find(body.id);
    if (!body.listed || found == of_body.end()) continue;
    MatrixRow row{.body = &body,
                  .usual = UsualOf(found->second, calendar.language),
                  .all_tentative = AllTentative(found->second),
                  .months = {}};
    for (const Event* event : found->second)
      row.months[static_cast<unsigned>(CivilOf(event->day).month()) - 1].push_back(event);
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

DaySpan WholeYear(int year) { return {MakeDay(year, 1, 1), MakeDay(year, 12, 31)}; }

DaySpan MonthsShown(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                    int year) {
  const DaySpan whole = WholeYear(year);
  Day first = std::clamp(calendar.organisation.window.first, whole.first, whole.last);
  for (const Event* event : events) first = std::min(first, event->day);
  return {MakeDay(year, static_cast<unsigned>(CivilOf(first).month()), 1), whole.last};
}

std::vector<NamedSpan> BreaksIn(const PublicCalendar& calendar, DaySpan days) {
  const DayFacts facts(calendar.organisation.calendars, days);
  const Language language = calendar.language;
  std::vector<NamedSpan> spans;
  AppendSpans(
      days, [&](Day day) { return facts.SchoolBreakName(day).In(language); }, spans);
  AppendSpans(
      days, [&](Day day) { return facts.RecessName(day).In(language); }, spans);
  std::stable_sort(spans.begin(), spans.end(), [](const NamedSpan& a, const NamedSpan& b) {
    return a.span.first < b.span.first;
  });
  return spans;
}

std::vector<BreakCell> BreakCells(const std::vector<NamedSpan>& breaks, DaySpan months,
                                  Language language) {
  std::vector<BreakCell> cells;
  const auto first = static_cast<unsigned>(CivilOf(months.first).month());
  for (unsigned month = first; month <= kMonths; ++month) {
    const DaySpan days = SpanOfMonth(YearOf(months.first), month);
    const auto goes_on = [&](const NamedSpan& named) {
      return named.span.first < days.first && named.span.last >= days.first;
    };
    if (month > first && std::any_of(breaks.begin(), breaks.end(), goes_on))
      ++cells.back().months;
    else
      cells.emplace_back();
    for (const NamedSpan& named : breaks)
      if (days.Contains(named.span.first))
        cells.back().told.push_back(named.name + " " + SpanInWords(named.span, language));
  }
  return cells;
}

std::vector<NamedSpan> HolidaysIn(DaySpan days, Language language) {
  std::vector<NamedSpan> holidays;
  for (const NamedDay& named : NamedDaysIn(days)) {
    if (named.kind == NamedDayKind::kCustomaryEve) continue;
    if (WeekdayOf(named.day).iso_encoding() > 5) continue;
    if (!holidays.empty() && holidays.back().span.first == named.day) continue;
    holidays.push_back({NameOf(named.day)->In(language), {named.day, named.day}});
  }
  return holidays;
}

std::string WeeksOfMonth(int year, unsigned month) {
  const DaySpan days = SpanOfMonth(year, month);
  return std::to_string(IsoWeekOf(days.first).week)
      .append(kDash)
      .append(std::to_string(IsoWeekOf(days.last).week));
}

}  // namespace rytm
