// The annual wheel on a page: the drawing, the same as a table, and what to do with it.
#include <algorithm>
#include <utility>

#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/wheel.h"

namespace rytm {
namespace {

std::string WithQuery(std::string address, const PageQuery& query) {
  char before = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    address += before;
    address.append(name).append("=").append(value);
    before = '&';
  };
  if (query.year) add("year", std::to_string(*query.year));
  if (!query.body.empty()) add("body", query.body);
  if (query.quarter) add("quarter", std::to_string(*query.quarter));
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

// A choice beside those that lead to the same wheel with one thing changed.
PageData Choice(const PublicCalendar& calendar, const std::string& name, const PageQuery& query,
                bool current) {
  PageData data;
  Set(data, "name", name);
  Set(data, "address", WithQuery(WheelAddress(calendar), query));
  Set(data, "current", current);
  return data;
}

PageList YearsData(const PublicCalendar& calendar, const Wheel& wheel, PageQuery query) {
  PageList years;
  for (const int one : wheel.years) {
    query.year = one;
    years.push_back(Choice(calendar, std::to_string(one), query, one == wheel.year));
  }
  return years;
}

// The whole year first.
PageList QuartersData(const PublicCalendar& calendar, const Wheel& wheel, PageQuery query) {
  query.quarter.reset();
  const bool swedish = calendar.language == Language::kSwedish;
  PageList quarters;
  quarters.push_back(
      Choice(calendar, swedish ? "hela året" : "the whole year", query, !wheel.quarter));
  for (int quarter = 1; quarter <= kQuarters; ++quarter) {
    query.quarter = quarter;
    quarters.push_back(Choice(calendar, QuarterInWords(quarter, calendar.language), query,
                              wheel.quarter == quarter));
  }
  return quarters;
}

// The whole organisation first.
PageList BodiesData(const PublicCalendar& calendar, PageQuery query) {
  const std::string chosen = std::exchange(query.body, {});
  const bool swedish = calendar.language == Language::kSwedish;
  PageList bodies;
  bodies.push_back(Choice(calendar, swedish ? "Alla organ" : "All bodies", query, chosen.empty()));
  for (const Body& body : calendar.organisation.bodies) {
    if (!body.listed) continue;
    query.body = body.id;
    bodies.push_back(
        Choice(calendar, Breakable(body.name.In(calendar.language)), query, body.id == chosen));
  }
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
      Set(cell, "ring", table.columns[i]);
      Set(cell, "words", words[i]);
      Set(cell, "none", words[i] == kNoDays);
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
std::string PictureLine(const PublicCalendar& calendar, const Wheel& wheel, PageQuery query) {
  const bool this_year = wheel.year == YearOf(calendar.today);
  if (this_year) query.year.reset();
  query.quarter.reset();
  const auto whole = [&](const std::string& address) {
    return HtmlEscaped(std::string(calendar.base_url) + WithQuery(address, query));
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
  if (query.quarter && (*query.quarter < 1 || *query.quarter > kQuarters)) return std::nullopt;
  Wheel wheel = WheelOf(calendar, year, body);
  wheel.years = std::move(years);
  wheel.quarter = query.quarter;
  return wheel;
}

std::optional<std::string> WheelPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                     const PageQuery& asked) {
  const std::optional<Wheel> wheel = WheelAskedFor(calendar, asked);
  if (!wheel) return std::nullopt;
  PageQuery query = asked;
  query.year = wheel->year;
  PageData data = PartOf(calendar);
  Set(data, "year", std::to_string(wheel->year));
  Set(data, "whose", wheel->whose);
  Set(data, "whole", !wheel->quarter);
  Set(data, "rings", RingsInWords(*wheel) + ".");
  Set(data, "svg", AsSvg(Draw(*wheel, WheelLegend::kNone)));
  Set(data, "years", YearsData(calendar, *wheel, query));
  Set(data, "quarters", QuartersData(calendar, *wheel, query));
  Set(data, "bodies", BodiesData(calendar, query));
  Set(data, "table", TableData(*wheel));
  PageList letters = LettersData(*wheel);
  Set(data, "any_letters", !letters.empty());
  Set(data, "letters", std::move(letters));
  const auto file = [&](const char* name) {
    return WithQuery(PageAddress(calendar, name), {.year = wheel->year, .body = query.body});
  };
  Set(data, "as_svg", file("wheel.svg"));
  Set(data, "as_png", file("wheel.png"));
  Set(data, "as_pdf", file("wheel.pdf"));
  if (!calendar.base_url.empty()) Set(data, "picture", PictureLine(calendar, *wheel, query));
  return RenderPage(calendar, templates, "wheel", data,
                    {.title = TitleOf(*wheel),
                     .address = WithQuery(WheelAddress(calendar), query),
                     .other_address = WithQuery(WheelAddress(InOtherLanguage(calendar)), query),
                     .feed = {}});
}

}  // namespace rytm
