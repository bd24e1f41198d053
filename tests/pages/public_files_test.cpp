// Pictures, documents and tables of the public calendar.
#include "pages/public_files.h"

#include <gmock/gmock.h>

#include <cmath>
#include <initializer_list>

#include "pages/wheel.h"
#include "pages/wheel_bands.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const SampleCalendar& Sample() {
  static const SampleCalendar kSample = Ekeby2027();
  return kSample;
}

TEST(PublicFiles, EachAddressGivesItsKind) {
  struct Row {
    std::string_view address;
    std::string_view type;
    std::string_view name;
    std::string_view begins;
  };
  for (const Row& row : {
           Row{"/ekeby/wheel.svg", "image/svg+xml", "ekeby-arshjul-2027.svg", "<svg "},
           Row{"/en/ekeby/wheel.png?year=2028", "image/png", "ekeby-wheel-2028.png", "\x89PNG"},
           Row{"/ekeby/wheel.pdf?body=ks", "application/pdf", "ekeby-ks-arshjul-2027.pdf", "%PDF"},
           Row{"/ekeby/2027.pdf", "application/pdf", "ekeby-2027.pdf", "%PDF"},
           Row{"/ekeby/2027-a3.pdf", "application/pdf", "ekeby-2027-a3.pdf", "%PDF"},
           Row{"/ekeby/2027-large-print.pdf", "application/pdf", "ekeby-2027-large-print.pdf",
               "%PDF"},
           Row{"/ekeby/ks/2027.pdf", "application/pdf", "ekeby-ks-2027.pdf", "%PDF"},
           Row{"/ekeby/ks/2027.csv", "text/csv", "ekeby-ks-2027.csv",
               "\xEF\xBB\xBF"
               "Datum;"},
           Row{"/en/ekeby/2027.csv", "text/csv", "ekeby-2027.csv",
               "\xEF\xBB\xBF"
               "Date;"},
           Row{"/ekeby/2027.xlsx",
               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
               "ekeby-2027.xlsx", ""},
       }) {
    const std::optional<PublicFile> file = FileAt(Sample(), row.address);
    ASSERT_TRUE(file) << row.address;
    EXPECT_EQ(row.type, file->type) << row.address;
    EXPECT_EQ(row.name, file->name) << row.address;
    EXPECT_THAT(file->bytes, StartsWith(std::string(row.begins))) << row.address;
  }
  for (const std::string_view address :
       {"/ekeby/wheel.gif", "/ekeby/2019.pdf", "/ekeby/20277.pdf", "/ekeby/pdf", "/ekeby/.pdf",
        "/annan/2027.pdf", "/ekeby/ks/2027-a3.pdf", "/ekeby/2027-chain.pdf",
        "/ekeby/ks/2027-chain.gif", "/ekeby/nobody/2027.csv", "/ekeby/wheel.svg?year=1999",
        "/ekeby/wheel.svg?body=nobody", "/ekeby/ks/wheel.svg"})
    EXPECT_FALSE(FileAt(Sample(), address)) << address;
}

TEST(PublicFiles, AWorkbookHasTheRowsOfTheTable) {
  const std::optional<PublicFile> file = FileAt(Sample(), "/ekeby/ks/2027.xlsx");
  ASSERT_TRUE(file && file->workbook);
  EXPECT_EQ("2027", file->workbook->name);
  EXPECT_EQ("Datum", file->workbook->columns.front());
  for (const std::vector<std::string>& row : file->workbook->rows)
    EXPECT_EQ(file->workbook->columns.size(), row.size());
}

TEST(PublicFiles, ATableSaysWhatIsUnusual) {
  const std::string csv = FileAt(Sample(), "/ekeby/2027.csv")->bytes;
  EXPECT_THAT(csv, HasSubstr("Flyttat från"));
  EXPECT_THAT(csv, HasSubstr("Inställt"));
  EXPECT_THAT(csv, HasSubstr("Kommunstyrelsen"));
}

TEST(Wheel, HasARingForEachBodyThatMeetsAndTheSameInItsTable) {
  const PublicCalendar calendar = Sample().In(Language::kSwedish);
  const Wheel wheel = WheelOf(calendar, 2027);
  std::vector<std::string> names;
  for (const WheelRing& ring : wheel.rings) names.push_back(ring.name);
  ASSERT_THAT(names, Not(IsEmpty()));
  EXPECT_EQ("Kommunfullmäktige", names.front());
  const WheelTable table = TableOf(wheel);
  EXPECT_EQ(names.size() + 1, table.columns.size());
  EXPECT_EQ(12U, table.rows.size());
  // What stands on the drawing stands in the table: as many days, ring by ring.
  for (std::size_t ring = 0; ring < wheel.rings.size(); ++ring) {
    std::size_t told = 0;
    for (const std::vector<std::string>& row : table.rows) {
      const std::string& cell = row[ring + 1];
      if (cell == "–") continue;
      told += 1;
      for (std::size_t at = cell.find(", "); at != std::string::npos; at = cell.find(", ", at + 2))
        ++told;
    }
    EXPECT_EQ(wheel.rings[ring].items.size(), told) << wheel.rings[ring].name;
  }
}

TEST(Wheel, ACancelledMeetingIsNotThereAndAMovedOneSaysSo) {
  const Wheel wheel = WheelOf(Sample().In(Language::kSwedish), 2027);
  bool moved = false;
  for (const WheelRing& ring : wheel.rings)
    for (const WheelItem& item : ring.items) {
      EXPECT_THAT(item.title, Not(HasSubstr("Inställt"))) << item.title;
      moved = moved || item.title.find("Flyttat från") != std::string::npos;
    }
  EXPECT_TRUE(moved);
}

// Where each mark that leads to a meeting stands.
std::vector<Point> MarksOn(const Drawing& drawing) {
  std::vector<Point> marks;
  for (const Figure& figure : drawing.figures) {
    if (figure.address.empty()) continue;
    for (const auto& mark : figure.marks)
      if (const auto* words = std::get_if<Words>(&mark)) marks.push_back(words->at);
  }
  return marks;
}

constexpr double kHalfMark = 19;

void ExpectWhole(const Point& mark, const Drawing& drawing) {
  EXPECT_GT(mark.x - kHalfMark, drawing.corner.x) << drawing.title;
  EXPECT_GT(mark.y - kHalfMark, drawing.corner.y) << drawing.title;
  EXPECT_LT(mark.x + kHalfMark, drawing.corner.x + drawing.width) << drawing.title;
  EXPECT_LT(mark.y + kHalfMark, drawing.corner.y + drawing.height) << drawing.title;
}

TEST(Wheel, EachMarkIsWholeInOneQuarter) {
  Wheel wheel = WheelOf(Sample().In(Language::kSwedish), 2027);
  const std::size_t marks = MarksOn(Draw(wheel, WheelLegend::kNone)).size();
  std::size_t shown = 0;
  for (int quarter = 1; quarter <= kQuarters; ++quarter) {
    wheel.quarter = quarter;
    const Drawing drawing = Draw(wheel, WheelLegend::kNone);
    for (const Point& mark : MarksOn(drawing)) ExpectWhole(mark, drawing);
    shown += MarksOn(drawing).size();
  }
  EXPECT_EQ(marks, shown);
}

TEST(Wheel, NoMarkCoversAnotherWhereReportsAreDenseNearTheMiddle) {
  Wheel wheel = WheelOf(Sample().In(Language::kSwedish), 2027);
  WheelRing reports{.kind = WheelRing::Kind::kReport, .name = "", .short_name = "", .items = {}};
  for (const unsigned day :
       std::initializer_list<unsigned>{1, 2, 3, 8, 8, 9, 10, 15, 15, 16, 17, 22, 29, 31})
    reports.items.push_back(
        {.day = MakeDay(2027, 12, day), .title = "", .address = "", .words = "R"});
  wheel.rings.push_back(reports);
  const WheelBand band = BandsOf(wheel).back();
  ASSERT_EQ(reports.items.size(), band.marks.size());
  for (std::size_t i = 0; i < band.marks.size(); ++i) {
    const WheelMark& mark = band.marks[i];
    const double late = mark.angle - WheelAngleOfNoon(mark.item->day, 2027);
    EXPECT_GE(late, 0) << i;
    EXPECT_LE(late, 7) << i;
    EXPECT_LE(mark.angle, 360) << i;
    for (std::size_t j = 0; j < i; ++j) {
      const Point a = PointAt({}, mark.angle, mark.radius);
      const Point b = PointAt({}, band.marks[j].angle, band.marks[j].radius);
      EXPECT_GE(std::hypot(a.x - b.x, a.y - b.y), band.mark_size) << i << " and " << j;
    }
  }
}

TEST(Wheel, TheFirstAndLastDayOfAQuarterAreWholeToo) {
  for (const int year : {2027, 2028})
    for (int quarter = 1; quarter <= kQuarters; ++quarter) {
      const auto month = static_cast<unsigned>(quarter * 3);
      const Day first = MakeDay(year, month - 2, 1);
      const Day last = MakeDay(month == 12 ? year + 1 : year, month % 12 + 1, 1) - Days{1};
      Wheel wheel;
      wheel.year = year;
      for (const Day day : {first, last}) {
        WheelRing ring;
        ring.items = {{.day = day, .title = "a", .address = "/a", .words = "1"}};
        wheel.rings.push_back(ring);
      }
      wheel.quarter = quarter;
      const Drawing drawing = Draw(wheel, WheelLegend::kNone);
      ASSERT_EQ(MarksOn(drawing).size(), 2U);
      for (const Point& mark : MarksOn(drawing)) ExpectWhole(mark, drawing);
    }
}

TEST(Drawing, TellsWhatIsInAPlaceAndEscapesWhatIsWritten) {
  Drawing drawing{
      .width = 10, .height = 10, .title = "a < b & \"c\"", .description = "d", .language = "sv"};
  Figure figure{.title = "<script>", .address = "/x?a=1&b=2"};
  figure.marks.emplace_back(Shape{.path = Circle({5, 5}, 2), .fill = "#000000"});
  figure.marks.emplace_back(Words{.at = {5, 5}, .text = "\x01<&>"});
  drawing.figures.push_back(figure);
  const std::string svg = AsSvg(drawing);
  EXPECT_THAT(svg, HasSubstr("<title id=\"drawing-title\">a &lt; b &amp; &quot;c&quot;</title>"));
  EXPECT_THAT(svg, HasSubstr("<title>&lt;script&gt;</title>"));
  EXPECT_THAT(svg, HasSubstr("href=\"/x?a=1&amp;b=2\""));
  EXPECT_THAT(svg, HasSubstr(">&lt;&amp;&gt;</text>"));
  EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

}  // namespace
}  // namespace rytm
