// The annual wheel: a year as a clock, January at the top. What stands on each ring, as values; as
// a drawing; and as the table with the same content for those who do not see it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/drawing.h"
#include "pages/public_events.h"
#include "pages/year_matrix.h"

namespace rytm {

struct WheelItem {
  Day day{};
  std::string title;    // "Kommunstyrelsen, onsdag 20 januari kl. 13.30"
  std::string address;  // of its page
  std::string words;    // in the mark: the day of the month, or a letter of a report
  bool tentative = false;
};

// From outside in: council, executive board, committees, other bodies, reports, dialogues; only
// those that have something.
struct WheelRing {
  enum class Kind { kCouncil, kBoard, kCommittee, kOther, kReport, kDialogue };
  Kind kind = Kind::kCommittee;
  std::string name;        // "Socialnämnden"; of several bodies that share a ring: "Nämnder"
  std::string short_name;  // "SN"; empty: there is none
  std::vector<WheelItem> items;
};

// What a letter on the ring of reports stands for.
struct WheelLetter {
  std::string letter;
  std::string report;
};

struct Wheel {
  int year = 0;
  std::string whose;  // the organisation, or the one body
  Day today{};
  Language language = Language::kSwedish;
  std::vector<WheelRing> rings;
  std::vector<WheelLetter> letters;
  std::vector<NamedSpan> breaks;
  std::vector<NamedSpan> holidays;
  std::vector<int> years{};      // that have one, this and the coming year among them
  std::optional<int> quarter{};  // 1 to 4: this one alone is drawn; the table has the whole year
};

// Of what the public may see; of one body alone where it is named. Cancelled meetings and reserve
// dates are left out.
Wheel WheelOf(const PublicCalendar& calendar, int year, const Body* body = nullptr);

// By what an address asks for; nullopt as WheelPage (public_pages.h).
std::optional<Wheel> WheelAskedFor(const PublicCalendar& calendar, const PageQuery& query);

// "Årshjul 2027", "Årshjul 2027, januari–mars".
std::string TitleOf(const Wheel& wheel);
// "Ringar utifrån och in: Kommunfullmäktige, …".
std::string RingsInWords(const Wheel& wheel);

// Square; with the legend to its right it has the form of a slide (3:2).
enum class WheelLegend { kNone, kBeside };
Drawing Draw(const Wheel& wheel, WheelLegend legend);

// "januari–mars", from 1.
inline constexpr int kQuarters = 4;
std::string QuarterInWords(int quarter, Language language);

// Month by month: what each ring has, in words, or kNoDays. The first column is the month.
inline constexpr std::string_view kNoDays = "–";
struct WheelTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};
WheelTable TableOf(const Wheel& wheel);

// The drawing on one page, the table on the next. Errors as PdfDocument's.
Result<std::string> WheelAsPdf(const Wheel& wheel);

}  // namespace rytm
