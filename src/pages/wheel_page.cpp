// The annual wheel on a page: the drawing, the same as a table, and what to do with it.
#include <algorithm>
#include <array>

#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/wheel.h"

namespace rytm {
namespace {

std::string AddressOf(const PublicCalendar& calendar, std::string_view name, int year,
                      std::string_view body) {
  std::string address = PageAddress(calendar, name) + "?year=" + std::to_string(year);
  if (!body.empty()) address.append("&body=").append(body);
  return address;
}

std::string WheelAddress(const PublicCalendar& calendar, int year, std::string_view body) {
  return AddressOf(calendar, calendar.language == Language::kSwedish ? "arshjul" : "wheel", year,
                   body);
}

// The years that have something, and this one.
std::vector<int> YearsOf(const PublicCalendar& calendar) {
  std::vector<int> years{YearOf(calendar.today), YearOf(calendar.today) + 1};
  for (const Event* event : PublicEvents(calendar)) years.push_back(YearOf(event->day));
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

PageList YearsData(const PublicCalendar& calendar, int year, std::string_view body) {
  PageList years;
  for (const int one : YearsOf(calendar)) {
    PageData data;
    Set(data, "year", std::to_string(one));
    Set(data, "address", WheelAddress(calendar, one, body));
    Set(data, "current", one == year);
    years.push_back(std::move(data));
  }
  return years;
}

// The whole organisation first.
PageList BodiesData(const PublicCalendar& calendar, int year, std::string_view chosen) {
  const Language language = calendar.language;
  PageList bodies;
  const auto add = [&](const std::string& name, std::string_view id) {
    PageData data;
    Set(data, "name", Breakable(name));
    Set(data, "address", WheelAddress(calendar, year, id));
    Set(data, "current", id == chosen);
    bodies.push_back(std::move(data));
  };
  add(language == Language::kSwedish ? "Alla organ" : "All bodies", {});
  for (const Body& body : calendar.organisation.bodies)
    if (body.listed) add(body.name.In(language), body.id);
  return bodies;
}

PageData TableData(const Wheel& wheel) {
  const WheelTable table = TableOf(wheel);
  PageData data;
  PageList columns;
  for (const std::string& column : table.columns) {
    PageData cell;
    Set(cell, "words", Breakable(column));
    columns.push_back(std::move(cell));
  }
  PageList rows;
  for (const std::vector<std::string>& words : table.rows) {
    PageData row;
    Set(row, "month", words.front());
    PageList cells;
    for (std::size_t i = 1; i < words.size(); ++i) {
      PageData cell;
      Set(cell, "words", words[i]);
      cells.push_back(std::move(cell));
    }
    Set(row, "cells", std::move(cells));
    rows.push_back(std::move(row));
  }
  Set(data, "columns", std::move(columns));
  Set(data, "rows", std::move(rows));
  return data;
}

PageList LettersData(const Wheel& wheel) {
  PageList letters;
  for (const WheelLetter& letter : wheel.letters) {
    PageData data;
    Set(data, "letter", letter.letter);
    Set(data, "report", letter.report);
    letters.push_back(std::move(data));
  }
  return letters;
}

}  // namespace

std::optional<Wheel> WheelAskedFor(const PublicCalendar& calendar, const PageQuery& query) {
  const Body* body = nullptr;
  if (!query.body.empty()) {
    body = ListedBody(calendar.organisation, query.body);
    if (body == nullptr) return std::nullopt;
  }
  const int year = query.year.value_or(YearOf(calendar.today));
  const std::vector<int> years = YearsOf(calendar);
  if (std::find(years.begin(), years.end(), year) == years.end()) return std::nullopt;
  return WheelOf(calendar, year, body);
}

std::optional<std::string> WheelPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                     const PageQuery& query) {
  const std::optional<Wheel> wheel = WheelAskedFor(calendar, query);
  if (!wheel) return std::nullopt;
  PageData data = PartOf(calendar);
  Set(data, "year", std::to_string(wheel->year));
  Set(data, "whose", wheel->whose);
  Set(data, "any", !wheel->rings.empty());
  Set(data, "svg", AsSvg(Draw(*wheel, WheelLegend::kNone)));
  Set(data, "years", YearsData(calendar, wheel->year, query.body));
  Set(data, "bodies", BodiesData(calendar, wheel->year, query.body));
  Set(data, "table", TableData(*wheel));
  PageList letters = LettersData(*wheel);
  Set(data, "any_letters", !letters.empty());
  Set(data, "letters", std::move(letters));
  for (const char* kind : {"svg", "png", "pdf"})
    Set(data, (std::string("as_") + kind).c_str(),
        AddressOf(calendar, "wheel." + std::string(kind), wheel->year, query.body));
  const bool swedish = calendar.language == Language::kSwedish;
  return RenderPage(
      calendar, templates, "wheel", data,
      {.title = (swedish ? "Årshjul " : "Annual wheel ") + std::to_string(wheel->year),
       .address = WheelAddress(calendar, wheel->year, query.body),
       .other_address = WheelAddress(InOtherLanguage(calendar), wheel->year, query.body),
       .feed = {}});
}

}  // namespace rytm
