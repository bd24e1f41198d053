#include <algorithm>

#include "base/words.h"
#include "dates/iso_week.h"
#include "pages/pdf_document.h"
#include "pages/wheel.h"
#include "pages/wheel_bands.h"

namespace rytm {
namespace {

// In units of the drawing, from its middle.
constexpr double kSide = 1200;
constexpr double kSlideWidth = 1800;
constexpr Point kMiddle{kSide / 2, kSide / 2};
constexpr double kEdge = 597;
constexpr double kMonthNames = 577;
constexpr double kWeekNumbers = 543;

// Tell apart in grey and with any kind of colour vision: order of lightness, and each its own form.
constexpr std::string_view kCouncil = "#12284c";
constexpr std::string_view kBoard = "#1f63ad";
constexpr std::string_view kCommittee = "#006b57";
constexpr std::string_view kReport = "#a02c50";
constexpr std::string_view kDialogue = "#f0b32e";
constexpr std::string_view kDialogueInk = "#5c3d00";
constexpr std::string_view kRed = "#a11d21";
constexpr std::string_view kInk = "#17252b";
constexpr std::string_view kQuietInk = "#43535a";
constexpr std::string_view kRule = "#b9c3be";
constexpr std::string_view kPaper = "#ffffff";

std::string Hex(std::string_view colour) { return std::string(colour); }

Path Sector(double from, double until, double inner, double outer) {
  return {MoveTo{PointAt(kMiddle, from, inner)}, LineTo{PointAt(kMiddle, from, outer)},
          ArcTo{kMiddle, outer, from, until}, LineTo{PointAt(kMiddle, until, inner)},
          ArcTo{kMiddle, inner, until, from}};
}

std::string_view ColourOf(WheelRing::Kind kind) {
  switch (kind) {
    case WheelRing::Kind::kCouncil:
      return kCouncil;
    case WheelRing::Kind::kBoard:
      return kBoard;
    case WheelRing::Kind::kCommittee:
    case WheelRing::Kind::kOther:
      return kCommittee;
    case WheelRing::Kind::kReport:
      return kReport;
    case WheelRing::Kind::kDialogue:
      return kDialogue;
  }
  return kInk;
}

std::string_view TintOf(WheelRing::Kind kind) {
  switch (kind) {
    case WheelRing::Kind::kCouncil:
      return "#f1f4f8";
    case WheelRing::Kind::kCommittee:
      return "#eff5f2";
    case WheelRing::Kind::kDialogue:
      return "#fdf6e3";
    default:
      return kPaper;
  }
}

// The mark of a kind around a point, about as wide as `size`.
Path MarkOf(WheelRing::Kind kind, Point at, double size) {
  const double half = size / 2;
  switch (kind) {
    case WheelRing::Kind::kCouncil:
      return Polygon({{at.x - half, at.y - half},
                      {at.x + half, at.y - half},
                      {at.x + half, at.y + half},
                      {at.x - half, at.y + half}});
    case WheelRing::Kind::kBoard:
      return Polygon({{at.x, at.y - half * 1.35},
                      {at.x + half * 1.3, at.y + half},
                      {at.x - half * 1.3, at.y + half}});
    case WheelRing::Kind::kReport:
      return Polygon({{at.x, at.y - half * 1.15},
                      {at.x + half * 1.15, at.y},
                      {at.x, at.y + half * 1.15},
                      {at.x - half * 1.15, at.y}});
    case WheelRing::Kind::kDialogue:
      return Polygon({{at.x - half, at.y - half * 0.75},
                      {at.x + half, at.y - half * 0.75},
                      {at.x + half, at.y + half * 0.4},
                      {at.x, at.y + half * 0.4},
                      {at.x - half * 0.5, at.y + half * 0.9},
                      {at.x - half * 0.5, at.y + half * 0.4},
                      {at.x - half, at.y + half * 0.4}});
    default:
      return Circle(at, half);
  }
}

Figure MarkFigure(WheelRing::Kind kind, const WheelItem& item, Point at, double size) {
  Figure figure{.title = item.title, .address = item.address, .marks = {}};
  const bool dialogue = kind == WheelRing::Kind::kDialogue;
  const std::string colour = Hex(ColourOf(kind));
  const std::string line = dialogue ? Hex(kDialogueInk) : item.tentative ? colour : Hex(kPaper);
  figure.marks.emplace_back(Shape{.path = MarkOf(kind, at, size),
                                  .fill = item.tentative ? Hex(kPaper) : colour,
                                  .line = line,
                                  .line_width = 2});
  if (dialogue) return figure;
  const double lower = kind == WheelRing::Kind::kBoard ? size * 0.14 : 0;
  const double letters = item.words.size() > 2 ? size * 0.46 : size * 0.5;
  figure.marks.emplace_back(Words{.at = {at.x, at.y + lower},
                                  .text = item.words,
                                  .size = letters,
                                  .colour = item.tentative ? colour : Hex(kPaper),
                                  .bold = true});
  return figure;
}

double HubOf(const std::vector<WheelBand>& bands) {
  return bands.empty() ? kWheelRim : bands.back().inner();
}

void AddGround(const Wheel& wheel, const std::vector<WheelBand>& bands, Drawing& drawing) {
  const double hub = HubOf(bands);
  Figure ground;
  ground.marks.emplace_back(Shape{.path = Circle(kMiddle, kEdge), .fill = Hex(kPaper)});
  for (const WheelBand& band : bands)
    ground.marks.emplace_back(Shape{.path = Circle(kMiddle, band.outer),
                                    .fill = Hex(TintOf(band.ring->kind)),
                                    .line = Hex(kRule),
                                    .line_width = 1.2});
  ground.marks.emplace_back(Shape{
      .path = Circle(kMiddle, hub), .fill = Hex(kPaper), .line = Hex(kRule), .line_width = 1.2});
  drawing.figures.push_back(std::move(ground));
  for (const NamedSpan& span : wheel.breaks) {
    Figure figure{.title = span.name + ", " + ShortDay(span.span.first, wheel.language) + "–" +
                           ShortDay(span.span.last, wheel.language)};
    figure.marks.emplace_back(
        Shape{.path = Sector(WheelAngleOf(span.span.first, wheel.year),
                             WheelAngleOf(span.span.last + Days{1}, wheel.year), hub, kWheelRim),
              .fill = "#e3e7ea",
              .hatched = true});
    drawing.figures.push_back(std::move(figure));
  }
}

void AddMonths(const Wheel& wheel, double hub, Drawing& drawing) {
  Figure months;
  for (unsigned month = 1; month <= kMonths; ++month) {
    const double from = WheelAngleOf(MakeDay(wheel.year, month, 1), wheel.year);
    const double until =
        month == kMonths ? 360 : WheelAngleOf(MakeDay(wheel.year, month + 1, 1), wheel.year);
    months.marks.emplace_back(
        Shape{.path = {MoveTo{PointAt(kMiddle, from, hub)}, LineTo{PointAt(kMiddle, from, kEdge)}},
              .line = "#7d8b86",
              .line_width = 1.2});
    const double middle = (from + until) / 2;
    const bool below = middle > 92 && middle < 268;  // else it would stand on its head
    std::string name(MonthName(date::month{month}, wheel.language));
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    months.marks.emplace_back(Words{.at = PointAt(kMiddle, middle, kMonthNames),
                                    .text = std::move(name),
                                    .size = 26,
                                    .colour = Hex(kInk),
                                    .bold = true,
                                    .serif = true,
                                    .turned = below ? middle + 180 : middle});
  }
  drawing.figures.push_back(std::move(months));
}

void AddWeeks(const Wheel& wheel, Drawing& drawing) {
  Figure weeks;
  const IsoWeek now = IsoWeekOf(wheel.today);
  Day monday = MakeDay(wheel.year, 1, 1);
  while (WeekdayOf(monday) != date::Monday) monday += Days{1};
  for (; YearOf(monday + Days{3}) == wheel.year; monday += Days{7}) {
    const double angle = WheelAngleOf(monday, wheel.year);
    weeks.marks.emplace_back(Shape{.path = {MoveTo{PointAt(kMiddle, angle, kWheelRim)},
                                            LineTo{PointAt(kMiddle, angle, kWheelRim + 8)}},
                                   .line = "#56656b"});
    const IsoWeek week = IsoWeekOf(monday);
    const bool current = week.year == now.year && week.week == now.week;
    weeks.marks.emplace_back(
        Words{.at = PointAt(kMiddle, WheelAngleOfNoon(monday + Days{3}, wheel.year), kWeekNumbers),
              .text = std::to_string(week.week),
              .size = 16.5,
              .colour = Hex(current ? kRed : kQuietInk),
              .bold = current});
  }
  drawing.figures.push_back(std::move(weeks));
  for (const NamedSpan& holiday : wheel.holidays) {
    Figure figure{.title = holiday.name + ", " + ShortDay(holiday.span.first, wheel.language)};
    figure.marks.emplace_back(Shape{
        .path = Circle(
            PointAt(kMiddle, WheelAngleOfNoon(holiday.span.first, wheel.year), kWheelRim + 4), 4),
        .fill = Hex(kRed)});
    drawing.figures.push_back(std::move(figure));
  }
}

// Today's hand, under the marks.
void AddHand(const Wheel& wheel, double hub, Drawing& drawing) {
  if (YearOf(wheel.today) != wheel.year) return;
  const double angle = WheelAngleOfNoon(wheel.today, wheel.year);
  const bool swedish = wheel.language == Language::kSwedish;
  Figure hand{.title = (swedish ? "I dag, " : "Today, ") + ShortDay(wheel.today, wheel.language)};
  const Path line{MoveTo{PointAt(kMiddle, angle, hub)},
                  LineTo{PointAt(kMiddle, angle, kWheelRim + 6)}};
  hand.marks.emplace_back(Shape{.path = line, .line = Hex(kPaper), .line_width = 8});
  hand.marks.emplace_back(Shape{.path = line, .line = Hex(kRed), .line_width = 3.5});
  drawing.figures.push_back(std::move(hand));
}

int QuarterOf(Day day) {
  return static_cast<int>((static_cast<unsigned>(CivilOf(day).month()) + 2) / 3);
}

void AddMarks(const Wheel& wheel, const std::vector<WheelBand>& bands, Drawing& drawing) {
  for (const WheelBand& band : bands)
    for (const WheelMark& mark : band.marks) {
      if (wheel.quarter && QuarterOf(mark.item->day) != *wheel.quarter) continue;
      const Point at = PointAt(kMiddle, mark.angle, mark.radius);
      drawing.figures.push_back(MarkFigure(band.ring->kind, *mark.item, at, band.mark_size));
    }
}

// The names of the rings, where July leaves them room.
void AddNames(const std::vector<WheelBand>& bands, Drawing& drawing) {
  Figure names;
  for (const WheelBand& band : bands)
    names.marks.emplace_back(
        Words{.at = {kMiddle.x - 6, kMiddle.y + band.outer - band.width / 2},
              .text = band.ring->short_name.empty() ? band.ring->name : band.ring->short_name,
              .size = 17,
              .colour = Hex(kInk),
              .anchor = Words::Anchor::kEnd,
              .bold = true});
  drawing.figures.push_back(std::move(names));
}

void AddHub(const Wheel& wheel, Drawing& drawing) {
  Figure hub;
  hub.marks.emplace_back(Words{.at = {kMiddle.x, kMiddle.y - 56},
                               .text = wheel.whose,
                               .size = 22,
                               .colour = Hex(kQuietInk)});
  hub.marks.emplace_back(Words{.at = kMiddle,
                               .text = std::to_string(wheel.year),
                               .size = 68,
                               .colour = Hex(kInk),
                               .bold = true,
                               .serif = true});
  if (YearOf(wheel.today) == wheel.year) {
    const bool swedish = wheel.language == Language::kSwedish;
    hub.marks.emplace_back(Words{.at = {kMiddle.x, kMiddle.y + 56},
                                 .text = ShortDay(wheel.today, wheel.language) +
                                         (swedish ? ", vecka " : ", week ") +
                                         std::to_string(IsoWeekOf(wheel.today).week),
                                 .size = 20,
                                 .colour = Hex(kRed),
                                 .bold = true});
  }
  drawing.figures.push_back(std::move(hub));
}

// The quarter of the circle, and so much beyond that no mark on its edges is cut.
void ShowQuarter(int quarter, Drawing& drawing) {
  constexpr double kBeyond = 40;
  const bool right = quarter <= 2;
  const bool below = quarter == 2 || quarter == 3;
  drawing.corner = {right ? kMiddle.x - kBeyond : 0, below ? kMiddle.y - kBeyond : 0};
  drawing.width = kSide / 2 + kBeyond;
  drawing.height = kSide / 2 + kBeyond;
}

void AddLegend(const Wheel& wheel, Drawing& drawing) {
  const bool swedish = wheel.language == Language::kSwedish;
  constexpr double kLeft = 1240;
  constexpr double kText = 1296;
  double y = 60;
  Figure legend;
  const auto words = [&](double x, std::string text, double size, bool bold = false,
                         bool serif = false, std::string_view colour = kInk) {
    legend.marks.emplace_back(Words{.at = {x, y},
                                    .text = std::move(text),
                                    .size = size,
                                    .colour = Hex(colour),
                                    .anchor = Words::Anchor::kStart,
                                    .bold = bold,
                                    .serif = serif});
  };
  words(kLeft, TitleOf(wheel), 44, true, true);
  y += 48;
  words(kLeft, wheel.whose, 21, false, false, kQuietInk);
  y += 60;
  bool tentative = false;
  for (const WheelRing& ring : wheel.rings) {
    for (const WheelItem& item : ring.items) tentative = tentative || item.tentative;
    legend.marks.emplace_back(
        Shape{.path = MarkOf(ring.kind, {kLeft + 12, y}, 24), .fill = Hex(ColourOf(ring.kind))});
    words(kText, (ring.short_name.empty() ? "" : ring.short_name + "  ") + ring.name, 21);
    y += 40;
  }
  if (tentative) {
    legend.marks.emplace_back(Shape{.path = Circle({kLeft + 12, y}, 12),
                                    .fill = Hex(kPaper),
                                    .line = Hex(kCommittee),
                                    .line_width = 2});
    words(kText, swedish ? "Preliminär dag" : "Preliminary date", 21);
    y += 40;
  }
  const Path box =
      Polygon({{kLeft, y - 12}, {kLeft + 24, y - 12}, {kLeft + 24, y + 12}, {kLeft, y + 12}});
  legend.marks.emplace_back(
      Shape{.path = box, .fill = "#e3e7ea", .line = "#7d8b86", .hatched = true});
  words(kText, swedish ? "Lov eller uppehåll" : "Break or recess", 21);
  y += 40;
  legend.marks.emplace_back(Shape{.path = Circle({kLeft + 12, y}, 5), .fill = Hex(kRed)});
  words(kText, swedish ? "Röd dag" : "Public holiday", 21);
  y += 56;
  // Small enough that all of them have room.
  const double left = kSide - 70 - y;
  const double step =
      std::min(32.0, left / std::max<double>(1, static_cast<double>(wheel.letters.size())));
  for (const WheelLetter& letter : wheel.letters) {
    words(kLeft, letter.letter, std::min(20.0, step * 0.75), true, false, kReport);
    words(kText, letter.report, std::min(20.0, step * 0.75));
    y += step;
  }
  y = kSide - 40;
  words(kLeft, swedish ? "Siffran är dagen i månaden." : "The number is the day of the month.", 18,
        false, false, kQuietInk);
  drawing.figures.push_back(std::move(legend));
}

}  // namespace

std::string TitleOf(const Wheel& wheel) {
  std::string title = (wheel.language == Language::kSwedish ? "Årshjul " : "Annual wheel ") +
                      std::to_string(wheel.year);
  if (wheel.quarter) title += ", " + QuarterInWords(*wheel.quarter, wheel.language);
  return title;
}

std::string RingsInWords(const Wheel& wheel) {
  std::string words =
      wheel.language == Language::kSwedish ? "Ringar utifrån och in: " : "Rings from outside in: ";
  for (std::size_t i = 0; i < wheel.rings.size(); ++i)
    words += (i == 0 ? "" : ", ") + wheel.rings[i].name;
  return words;
}

Drawing Draw(const Wheel& wheel, WheelLegend legend) {
  const bool swedish = wheel.language == Language::kSwedish;
  std::string description = RingsInWords(wheel);
  description += swedish ? ". Samma innehåll finns i tabellen på årshjulets sida."
                         : ". The table on the wheel's page has the same content.";
  const bool beside = legend == WheelLegend::kBeside;
  Drawing drawing{.corner = {},
                  .width = beside ? kSlideWidth : kSide,
                  .height = kSide,
                  .title = TitleOf(wheel) + (swedish ? " för " : " of ") + wheel.whose,
                  .description = std::move(description),
                  .language = swedish ? "sv" : "en"};
  const std::vector<WheelBand> bands = BandsOf(wheel);
  const double hub = HubOf(bands);
  if (beside) {
    Figure paper;
    paper.marks.emplace_back(
        Shape{.path = Polygon({{0, 0}, {kSlideWidth, 0}, {kSlideWidth, kSide}, {0, kSide}}),
              .fill = Hex(kPaper)});
    drawing.figures.push_back(std::move(paper));
  }
  AddGround(wheel, bands, drawing);
  AddMonths(wheel, hub, drawing);
  AddWeeks(wheel, drawing);
  if (!wheel.quarter) AddNames(bands, drawing);
  AddHand(wheel, hub, drawing);
  AddMarks(wheel, bands, drawing);
  if (wheel.quarter)
    ShowQuarter(*wheel.quarter, drawing);
  else
    AddHub(wheel, drawing);
  if (beside) AddLegend(wheel, drawing);
  return drawing;
}

Result<std::string> WheelAsPdf(const Wheel& wheel) {
  const Drawing drawing = Draw(wheel, WheelLegend::kBeside);
  PdfDocument document({.paper = PdfDocument::Paper::kA4Lying,
                        .title = drawing.title,
                        .footer = drawing.title,
                        .language = wheel.language,
                        .made = wheel.today});
  document.Picture(drawing);
  document.NextPage();
  document.Heading(drawing.title);
  const WheelTable table = TableOf(wheel);
  std::vector<PdfDocument::Column> columns;
  for (const std::string& column : table.columns)
    columns.push_back({column, columns.empty() ? 0.6 : 1});
  document.Table(columns, table.rows, 8);
  return document.Finish();
}

}  // namespace rytm
