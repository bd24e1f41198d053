#include "pages/year_files.h"

#include <utility>

#include "base/csv.h"
#include "base/decode_text.h"
#include "base/words.h"
#include "dates/iso_week.h"
#include "edition/seen.h"
#include "pages/page_data.h"
#include "pages/pdf_document.h"
#include "pages/year_matrix.h"

namespace rytm {
namespace {

// "on 20", "on 20*" where the weekday is another than usual, with what is unusual behind it.
std::string CellDay(const Event& event, const MatrixRow& row, Language language) {
  std::string words = MatrixDay(event.day, language);
  if (row.usual.weekday && WeekdayOf(event.day) != *row.usual.weekday) words += "*";
  for (const Mark mark : MarksOf(event)) {
    if (mark == Mark::kTentative && row.all_tentative) continue;
    words.append(" ").append(MarkInCell(mark, language));
  }
  return words;
}

std::string UsualTime(const MatrixRow& row, Language language) {
  if (!row.usual.at) return {};
  return (language == Language::kSwedish ? "kl. " : "") + ClockTime(*row.usual.at, language);
}

// "Lov och uppehåll: Sportlov 22–28 feb, …"
std::string SpansInWords(const std::string& heading, const std::vector<NamedSpan>& spans,
                         Language language) {
  std::string words;
  for (const NamedSpan& one : spans) {
    words += (words.empty() ? heading + ": " : ", ") + one.name + " " +
             ShortDay(one.span.first, language);
    if (one.span.last != one.span.first) words += "–" + ShortDay(one.span.last, language);
  }
  return words.empty() ? words : words + ".";
}

std::string TitleOf(const PublicCalendar& calendar, const Body* body, const std::string& year) {
  return (body == nullptr ? calendar.organisation.name : body->name).In(calendar.language) + ", " +
         (calendar.language == Language::kSwedish ? "sammanträden " : "meetings ") + year;
}

// "Rytm, Ekeby kommun. Utgåva 4. Beslutad av …": what the paper says and where it is kept right.
std::string FooterOf(const PublicCalendar& calendar, const Body* body) {
  const bool swedish = calendar.language == Language::kSwedish;
  std::string footer = calendar.organisation.name.In(calendar.language) + ". ";
  const Edition* edition = body == nullptr ? nullptr : EditionOf(calendar, *body);
  if (edition != nullptr)
    footer += (swedish ? "Utgåva " : "Edition ") + std::to_string(edition->number) + ". ";
  footer += (swedish ? "Utskrivet " : "Printed ") + DateInWords(calendar.today, calendar.language);
  if (!calendar.base_url.empty())
    footer += (swedish ? ". Aktuella tider: " : ". Current times: ") +
              std::string(calendar.base_url) +
              PageAddress(calendar, body == nullptr ? std::string_view() : body->id);
  return footer + ".";
}

PdfDocument::About AboutOf(const PublicCalendar& calendar, const Body* body,
                           const std::string& title) {
  return {.paper = PdfDocument::Paper::kA4Lying,
          .title = title,
          .footer = FooterOf(calendar, body),
          .language = calendar.language,
          .made = calendar.today};
}

// In points: as municipalities print it, and as it is read from a step away.
constexpr double kPaperLetters = 9;
constexpr double kWallLetters = 13;
// From 9 points to 15.
constexpr double kLargePrint = 5.0 / 3;

struct Months {
  unsigned first = 1;
  unsigned last = kMonths;
};

std::vector<PdfDocument::Column> ColumnsOf(Months months, int year, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::vector<PdfDocument::Column> columns{{swedish ? "Organ" : "Body", 1.6}};
  for (unsigned month = months.first; month <= months.last; ++month)
    columns.push_back({std::string(ShortMonthName(date::month{month}, language)) + "\n" +
                       (swedish ? "v. " : "wk ") + WeeksOfMonth(year, month)});
  return columns;
}

PdfDocument::Rows RowsOf(const YearMatrix& matrix, Months months, Language language) {
  PdfDocument::Rows rows;
  for (const MatrixRow& row : matrix.rows) {
    std::vector<std::string> cells{Breakable(row.body->name.In(language))};
    if (const std::string time = UsualTime(row, language); !time.empty())
      cells.front() += "\n" + time;
    if (row.all_tentative)
      cells.front() +=
          language == Language::kSwedish ? "\npreliminära dagar" : "\npreliminary dates";
    for (unsigned month = months.first; month <= months.last; ++month) {
      std::string cell;
      for (const Event* event : row.months[month - 1])
        cell += (cell.empty() ? "" : "\n") + CellDay(*event, row, language);
      cells.push_back(std::move(cell));
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace

MeetingTable MeetingsOf(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                        int year) {
  const Language language = calendar.language;
  const bool swedish = language == Language::kSwedish;
  MeetingTable table{.name = std::to_string(year), .columns = {}, .rows = {}};
  table.columns = swedish ? std::vector<std::string>{"Datum", "Veckodag", "Vecka", "Tid",
                                                     "Organ", "Möte",     "Plats", "Att veta"}
                          : std::vector<std::string>{"Date", "Weekday", "Week",  "Time",
                                                     "Body", "Meeting", "Place", "Good to know"};
  for (const Event* event : events) {
    const Body* whose = ListedBody(calendar.organisation, event->body);
    std::string name = whose == nullptr ? std::string() : whose->name.In(language);
    if (const std::string joint = JointWith(calendar, *event, event->body); !joint.empty())
      name += (swedish ? " med " : " with ") + joint;
    table.rows.push_back(
        {FormatDay(event->day), std::string(WeekdayName(WeekdayOf(event->day), language)),
         std::to_string(IsoWeekOf(event->day).week), TimeInWords(*event, language), std::move(name),
         TitleBeside(calendar, *event), PlaceSeenBy(*event, Level::kPublic).In(language),
         GoodToKnow(*event, language)});
  }
  return table;
}

Result<std::string> YearMatrixAsPdf(const PublicCalendar& calendar,
                                    const std::vector<const Event*>& events, int year,
                                    MatrixForm form) {
  const Language language = calendar.language;
  const bool swedish = language == Language::kSwedish;
  const std::string title = TitleOf(calendar, nullptr, std::to_string(year));
  const YearMatrix matrix = MatrixOf(calendar, events, year);
  PdfDocument::About about = AboutOf(calendar, nullptr, title);
  if (form != MatrixForm::kA4) about.paper = PdfDocument::Paper::kA3Lying;
  if (form == MatrixForm::kLargePrint) about.larger = kLargePrint;
  PdfDocument document(std::move(about));
  document.Heading(title);
  const Months whole{1, kMonths};
  if (form == MatrixForm::kLargePrint) {
    constexpr unsigned kHalf = kMonths / 2;
    document.Table(ColumnsOf({1, kHalf}, year, language), RowsOf(matrix, {1, kHalf}, language));
    document.NextPage();
    document.Table(ColumnsOf({kHalf + 1, kMonths}, year, language),
                   RowsOf(matrix, {kHalf + 1, kMonths}, language));
  } else {
    document.TableOnThePage(ColumnsOf(whole, year, language), RowsOf(matrix, whole, language),
                            form == MatrixForm::kA3 ? kWallLetters : kPaperLetters);
  }
  document.Paragraph(swedish ? "* Annan veckodag än organets vanliga."
                             : "* Another weekday than the body’s usual one.");
  const std::string breaks = SpansInWords(swedish ? "Lov och uppehåll" : "Breaks and recess",
                                          BreaksIn(calendar, WholeYear(year)), language);
  const std::string holidays = SpansInWords(swedish ? "Röda dagar och aftnar" : "Holidays and eves",
                                            HolidaysIn(WholeYear(year), language), language);
  for (const std::string& words : {breaks, holidays})
    if (!words.empty()) document.Paragraph(words);
  return document.Finish();
}

Result<std::string> MeetingsAsPdf(const PublicCalendar& calendar, const Body& body,
                                  const MeetingTable& table) {
  const std::string title = TitleOf(calendar, &body, table.name);
  PdfDocument document(AboutOf(calendar, &body, title));
  document.Heading(title);
  constexpr double kShares[] = {1.1, 1, 0.7, 1.4, 2, 1.6, 1.8, 3};
  std::vector<PdfDocument::Column> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    columns.push_back({table.columns[i], kShares[i]});
  document.Table(columns, table.rows);
  return document.Finish();
}

PdfDocument::About ChainsAbout(const PublicCalendar& calendar, const Body& body, int year) {
  return AboutOf(calendar, &body, ChainTitle(body, year, calendar.language));
}

std::string AsCsv(const MeetingTable& table) {
  std::string csv(kByteOrderMark);
  csv += CsvLine(table.columns);
  for (const std::vector<std::string>& row : table.rows) csv += CsvLine(row);
  return csv;
}

}  // namespace rytm
