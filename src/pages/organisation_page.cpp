// The organisation: what comes next, its bodies, its years as body × month.
#include <map>

#include "base/words.h"
#include "pages/meeting_rows.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"
#include "pages/year_matrix.h"

namespace rytm {
namespace {

constexpr std::size_t kNextShown = 8;

std::string DayAndTime(const PublicCalendar& calendar, const Event& event) {
  const Language language = calendar.language;
  const bool this_year = YearOf(event.day) == YearOf(calendar.today);
  std::string words =
      this_year ? ShortDay(event.day, language) : ShortDayWithYear(event.day, language);
  if (!event.at) return words;
  words += language == Language::kSwedish ? " kl. " : " ";
  return words + ClockTime(*event.at, language);
}

// Each body's next meeting that stands, its own or a joint one.
std::map<std::string_view, const Event*> NextByBody(const std::vector<const Event*>& events,
                                                    Day today) {
  std::map<std::string_view, const Event*> next;
  for (const Event* event : events) {
    if (!IsAhead(*event, today)) continue;
    next.emplace(event->body, event);
    for (const std::string& joint : event->with) next.emplace(joint, event);
  }
  return next;
}

// The bodies of today and to come.
PageList BodiesData(const PublicCalendar& calendar, const std::vector<const Event*>& events) {
  const std::map<std::string_view, const Event*> next = NextByBody(events, calendar.today);
  PageList rows;
  for (const Body& body : calendar.organisation.bodies) {
    if (!body.listed || (body.until && *body.until < calendar.today)) continue;
    const auto found = next.find(body.id);
    PageData row;
    Set(row, "body", Breakable(body.name.In(calendar.language)));
    Set(row, "address", PageAddress(calendar, body.id));
    Set(row, "kind", ClassOf(body.kind));
    Set(row, "shape", ShapeOf(body.kind));
    Set(row, "next", found == next.end() ? std::string() : DayAndTime(calendar, *found->second));
    Set(row, "subscribe_address", SubscribeAddress(calendar, body.id));
    rows.push_back(std::move(row));
  }
  return rows;
}

// One date in a cell: the weekday where it is not the usual one, the time where it is another.
PageData CellDate(const PublicCalendar& calendar, const Event& event, const MatrixRow& row) {
  const Language language = calendar.language;
  const bool swedish = language == Language::kSwedish;
  const bool other_weekday = row.usual.weekday && WeekdayOf(event.day) != *row.usual.weekday;
  std::string number = DayOfMonth(event.day);
  PageData date;
  Set(date, "address", MeetingAddress(calendar, event));
  Set(date, "iso", FormatDay(event.day));
  const std::string with_letters = MatrixDay(event.day, language);
  const bool letters = other_weekday || !row.usual.weekday;
  Set(date, "letters", letters ? with_letters.substr(0, with_letters.find(' ')) : std::string());
  Set(date, "weekday", WeekdayName(WeekdayOf(event.day), language));
  Set(date, "date", std::move(number));
  Set(date, "star", other_weekday);
  const bool gone = event.status == EventStatus::kCancelled;
  Set(date, "gone", gone);
  Set(date, "past", event.day < calendar.today);
  const bool other_time = event.at && row.usual.at && *event.at != *row.usual.at;
  Set(date, "at",
      !gone && other_time ? (swedish ? "kl. " : "") + ClockTime(*event.at, language)
                          : std::string());
  PageList marks;
  for (const Mark mark : MarksOf(event)) {
    if (mark == Mark::kTentative && row.all_tentative) continue;
    PageData shown;
    Set(shown, "word", MarkInCell(mark, language));
    marks.push_back(std::move(shown));
  }
  Set(date, "words", std::move(marks));
  return date;
}

PageData RowData(const PublicCalendar& calendar, const MatrixRow& row, unsigned first_month) {
  const Language language = calendar.language;
  PageList cells;
  cells.reserve(kMonths);
  for (std::size_t month = first_month - 1; month < kMonths; ++month) {
    PageData cell;
    PageList dates;
    dates.reserve(row.months[month].size());
    for (const Event* event : row.months[month]) dates.push_back(CellDate(calendar, *event, row));
    Set(cell, "dates", std::move(dates));
    cells.push_back(std::move(cell));
  }
  PageData data;
  Set(data, "body", Breakable(row.body->name.In(language)));
  Set(data, "short", row.body->short_name);
  Set(data, "address", PageAddress(calendar, row.body->id));
  Set(data, "kind", ClassOf(row.body->kind));
  Set(data, "shape", ShapeOf(row.body->kind));
  std::string usual;
  if (row.usual.weekday) usual = WeekdayName(*row.usual.weekday, language);
  if (row.usual.weekday && language == Language::kSwedish) usual += "ar";
  if (row.usual.weekday && language == Language::kEnglish) usual += "s";
  if (row.usual.at) usual += (usual.empty() ? "" : " ") + ClockTime(*row.usual.at, language);
  Set(data, "usual", std::move(usual));
  Set(data, "all_tentative", row.all_tentative);
  Set(data, "cells", std::move(cells));
  return data;
}

PageList MonthsData(int year, unsigned first_month, Language language) {
  PageList months;
  months.reserve(kMonths);
  for (unsigned month = first_month; month <= kMonths; ++month) {
    PageData data;
    Set(data, "month", ShortMonthName(date::month{month}, language));
    Set(data, "weeks", WeeksOfMonth(year, month));
    months.push_back(std::move(data));
  }
  return months;
}

PageList BreaksData(const std::vector<NamedSpan>& breaks, DaySpan months, Language language) {
  PageList cells;
  for (const BreakCell& cell : BreakCells(breaks, months, language)) {
    PageList told;
    for (const std::string& words : cell.told) told.push_back(PageData(words));
    PageData data;
    Set(data, "columns", std::to_string(cell.months));
    Set(data, "told", std::move(told));
    cells.push_back(std::move(data));
  }
  return cells;
}

PageList HolidaysData(DaySpan days, Language language) {
  PageList holidays;
  for (const NamedSpan& holiday : HolidaysIn(days, language)) {
    PageData data;
    Set(data, "holiday", holiday.name);
    Set(data, "day", ShortDay(holiday.span.first, language));
    holidays.push_back(std::move(data));
  }
  return holidays;
}

PageData YearData(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                  int year) {
  const std::vector<const Event*> of_year = EventsInYear(events, year);
  const YearMatrix matrix = MatrixOf(calendar, of_year, year);
  const DaySpan months = MonthsShown(calendar, of_year, year);
  const date::month first = CivilOf(months.first).month();
  const auto first_month = static_cast<unsigned>(first);
  const std::vector<NamedSpan> breaks = BreaksIn(calendar, months);
  PageList rows;
  rows.reserve(matrix.rows.size());
  for (const MatrixRow& row : matrix.rows) rows.push_back(RowData(calendar, row, first_month));
  PageData data;
  Set(data, "year", std::to_string(year));
  Set(data, "any_breaks", !breaks.empty());
  Set(data, "begins",
      first == date::January ? std::string() : std::string(MonthName(first, calendar.language)));
  Set(data, "few", first_month > kMonths / 2);
  Set(data, "breaks", BreaksData(breaks, months, calendar.language));
  Set(data, "any_rows", !matrix.rows.empty());
  const auto file = [&](const char* ending) {
    return PageAddress(calendar, std::to_string(year) + ending);
  };
  Set(data, "pdf", file(".pdf"));
  Set(data, "pdf_a3", file("-a3.pdf"));
  Set(data, "pdf_large", file("-large-print.pdf"));
  Set(data, "xlsx", file(".xlsx"));
  Set(data, "csv", file(".csv"));
  Set(data, "rows", std::move(rows));
  Set(data, "months", MonthsData(year, first_month, calendar.language));
  Set(data, "holidays", HolidaysData(months, calendar.language));
  return data;
}

}  // namespace

std::string OrganisationPage(const PublicCalendar& calendar, const PageTemplates& templates) {
  const std::vector<const Event*> events = PublicEvents(calendar);
  const std::vector<const Event*> next = NextMeetings(events, calendar.today, kNextShown);
  const int this_year = YearOf(calendar.today);
  PageData data = PartOf(calendar);
  Set(data, "any", !events.empty());
  Set(data, "next",
      next.empty()
          ? std::string()
          : MeetingList(calendar, templates, next, UsualTitles(events, calendar.language)));
  Set(data, "bodies", BodiesData(calendar, events));
  Set(data, "subscribe_address", SubscribeAddress(calendar, "all"));
  Set(data, "wheel_address", WheelAddress(calendar));
  PageList years;
  years.reserve(2);
  for (const int year : {this_year, this_year + 1})
    years.push_back(YearData(calendar, events, year));
  Set(data, "years", std::move(years));
  const bool swedish = calendar.language == Language::kSwedish;
  return RenderPage(calendar, templates, "organisation", data,
                    {.title = swedish ? "Sammanträden" : "Meetings",
                     .address = PageAddress(calendar),
                     .other_address = PageAddress(InOtherLanguage(calendar)),
                     .feed = "all"});
}

}  // namespace rytm
