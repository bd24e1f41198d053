// The annual wheel on a page: the drawing, the same as a table, and what to do with it.
#include <algorithm>
#include <array>

#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/wheel.h"

namespace rytm {
namespace {

std::string WithQuery(std::string address, int year, std::string_view body) {
  address += "?year=" + std::to_string(year);
  if (!body.empty()) address.append("&body=").append(body);
  return address;
}

// The years that have something, and this one.
std::vector<int> YearsOf(const PublicCalendar& calendar) {
  std::vector<int> years{YearOf(calendar.today), YearOf(calendar.today) + 1};
  for (const Event* event : PublicEvents(calendar)) years.push_back(YearOf(event->day));
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

PageList YearsData(const PublicCalendar& calendar, const Wheel& wheel, std::string_view body) {
  PageList years;
  for (const int one : wheel.years) {
    PageData data;
    Set(data, "year", std::to_string(one));
    Set(data, "address", WithQuery(WheelAddress(calendar), one, body));
    Set(data, "current", one == wheel.year);
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
    Set(data, "address", WithQuery(WheelAddress(calendar), year, id));
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

// The line to copy into somebody else's page: the picture, and behind it the page with the table.
// The wheel of this year goes on to the next by itself.
std::string PictureLine(const PublicCalendar& calendar, const Wheel& wheel, std::string_view body) {
  const bool this_year = wheel.year == YearOf(calendar.today);
  const auto whole = [&](const std::string& address) {
    std::string query = this_year ? "" : "year=" + std::to_string(wheel.year);
    if (!body.empty()) query.append(query.empty() ? "" : "&").append("body=").append(body);
    return HtmlEscaped(std::string(calendar.base_url) + address + (query.empty() ? "" : "?") +
                       query);
  };
  std::string says = calendar.language == Language::kSwedish ? "Årshjul" : "Annual wheel";
  if (!this_year) says += " " + std::to_string(wheel.year);
  return "<a href=\"" + whole(WheelAddress(calendar)) + "\"><img src=\"" +
         whole(PageAddress(calendar, "wheel.svg")) + "\" alt=\"" +
         HtmlEscaped(says + ", " + wheel.whose) + "\" style=\"width: 100%; height: auto\"></a>";
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
  std::vector<int> years = YearsOf(calendar);
  if (std::find(years.begin(), years.end(), year) == years.end()) return std::nullopt;
  Wheel wheel = WheelOf(calendar, year, body);
  wheel.years = std::move(years);
  return wheel;
}

std::optional<std::string> WheelPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                     const PageQuery& query) {
  const std::optional<Wheel> wheel = WheelAskedFor(calendar, query);
  if (!wheel) return std::nullopt;
  PageData data = PartOf(calendar);
  Set(data, "year", std::to_string(wheel->year));
  Set(data, "whose", wheel->whose);
  Set(data, "svg", AsSvg(Draw(*wheel, WheelLegend::kNone)));
  Set(data, "years", YearsData(calendar, *wheel, query.body));
  Set(data, "bodies", BodiesData(calendar, wheel->year, query.body));
  Set(data, "table", TableData(*wheel));
  PageList letters = LettersData(*wheel);
  Set(data, "any_letters", !letters.empty());
  Set(data, "letters", std::move(letters));
  const auto file = [&](const char* name) {
    return WithQuery(PageAddress(calendar, name), wheel->year, query.body);
  };
  Set(data, "as_svg", file("wheel.svg"));
  Set(data, "as_png", file("wheel.png"));
  Set(data, "as_pdf", file("wheel.pdf"));
  if (!calendar.base_url.empty()) Set(data, "picture", PictureLine(calendar, *wheel, query.body));
  const bool swedish = calendar.language == Language::kSwedish;
  return RenderPage(
      calendar, templates, "wheel", data,
      {.title = (swedish ? "Årshjul " : "Annual wheel ") + std::to_string(wheel->year),
       .address = WithQuery(WheelAddress(calendar), wheel->year, query.body),
       .other_address = WithQuery(WheelAddress(InOtherLanguage(calendar)), wheel->year, query.body),
       .feed = {}});
}

}  // namespace rytm
