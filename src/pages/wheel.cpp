#include "pages/wheel.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/words.h"
#include "pages/page_addresses.h"

namespace rytm {
namespace {

// More bodies of a kind than this share rings.
constexpr std::size_t kOwnRingsMax = 5;

WheelRing::Kind KindOf(BodyKind kind) {
  switch (kind) {
    case BodyKind::kCouncil:
      return WheelRing::Kind::kCouncil;
    case BodyKind::kExecutiveBoard:
      return WheelRing::Kind::kBoard;
    case BodyKind::kCommittee:
      return WheelRing::Kind::kCommittee;
    default:
      return WheelRing::Kind::kOther;
  }
}

std::string NameOf(WheelRing::Kind kind, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (kind) {
    case WheelRing::Kind::kCouncil:
      return swedish ? "Fullmäktige" : "Council";
    case WheelRing::Kind::kBoard:
      return swedish ? "Styrelse" : "Executive board";
    case WheelRing::Kind::kCommittee:
      return swedish ? "Nämnder" : "Committees";
    case WheelRing::Kind::kOther:
      return swedish ? "Övriga organ" : "Other bodies";
    case WheelRing::Kind::kReport:
      return swedish ? "Rapporter" : "Reports";
    case WheelRing::Kind::kDialogue:
      return swedish ? "Dialog" : "Dialogue";
  }
  return {};
}

WheelItem ItemOf(const PublicCalendar& calendar, const Event& event) {
  const Language language = calendar.language;
  std::string title = event.title.In(language) + ", " + LongDayWithoutYear(event.day, language) +
                      " " + TimeInWords(event, language);
  for (const Mark mark : MarksOf(event)) title += ". " + MarkInWords(mark, event, language);
  return {.day = event.day,
          .title = std::move(title),
          .address = MeetingAddress(calendar, event),
          .words = DayOfMonth(event.day),
          .tentative = event.status == EventStatus::kTentative};
}

// The reports that are named among what a meeting decides, without their periods: "Budget",
// "Årsredovisning". The longest name first, so that a budget is not found in its prerequisites.
std::set<std::string> ReportsIn(std::string decisions, const Organisation& organisation,
                                Language language) {
  std::vector<std::string_view> names;
  for (const Report& report : organisation.reports) names.push_back(report.name.In(language));
  std::sort(names.begin(), names.end(), [](std::string_view a, std::string_view b) {
    return std::make_pair(b.size(), a) < std::make_pair(a.size(), b);
  });
  std::set<std::string> found;
  for (const std::string_view name : names) {
    const std::size_t at = name.empty() ? std::string::npos : decisions.find(name);
    if (at == std::string::npos) continue;
    decisions.erase(at, name.size());
    found.emplace(name);
  }
  return found;
}

// A short name each: the first letter, or as many as tell it from those before it.
std::vector<WheelLetter> LettersOf(const std::set<std::string>& reports) {
  std::vector<WheelLetter> letters;
  std::set<std::string> taken;
  for (const std::string& report : reports) {
    std::string letter;
    for (std::size_t i = 0; i < report.size();) {
      do letter += report[i++];
      while (i < report.size() && (static_cast<unsigned char>(report[i]) & 0xC0) == 0x80);
      if (taken.insert(letter).second) break;
    }
    letters.push_back({.letter = std::move(letter), .report = report});
  }
  return letters;
}

void AddReports(const PublicCalendar& calendar, const std::vector<const Event*>& events,
                Wheel& wheel) {
  const Language language = calendar.language;
  std::vector<std::pair<const Event*, std::set<std::string>>> decided;
  std::set<std::string> reports;
  for (const Event* event : events) {
    decided.emplace_back(event, ReportsIn(std::string(DecisionsOf(*event, language)),
                                          calendar.organisation, language));
    reports.insert(decided.back().second.begin(), decided.back().second.end());
  }
  wheel.letters = LettersOf(reports);
  std::map<std::string_view, std::string_view> letter_of;
  for (const WheelLetter& letter : wheel.letters) letter_of.emplace(letter.report, letter.letter);
  WheelRing ring{.kind = WheelRing::Kind::kReport,
                 .name = NameOf(WheelRing::Kind::kReport, language),
                 .short_name = {},
                 .items = {}};
  for (const auto& [event, names] : decided)
    for (const std::string& name : names) {
      WheelItem item = ItemOf(calendar, *event);
      item.title = name + ": " + item.title;
      item.words = letter_of.find(name)->second;
      ring.items.push_back(std::move(item));
    }
  if (!ring.items.empty()) wheel.rings.push_back(std::move(ring));
}

// A ring each, or, of many bodies, one that all of the kind share.
void AddBodies(const PublicCalendar& calendar, const std::vector<const Event*>& events,
               const Body* only, WheelRing::Kind kind, Wheel& wheel) {
  std::vector<WheelRing> rings;
  for (const Body& body : calendar.organisation.bodies) {
    if (!body.listed || KindOf(body.kind) != kind || (only != nullptr && only != &body)) continue;
    WheelRing ring{.kind = kind,
                   .name = body.name.In(calendar.language),
                   .short_name = body.short_name,
                   .items = {}};
    for (const Event* event : events)
      if (event->kind == EventKind::kMeeting && event->IsOf(body.id))
        ring.items.push_back(ItemOf(calendar, *event));
    if (!ring.items.empty()) rings.push_back(std::move(ring));
  }
  if (rings.size() > kOwnRingsMax) {
    WheelRing shared{
        .kind = kind, .name = NameOf(kind, calendar.language), .short_name = {}, .items = {}};
    for (WheelRing& ring : rings)
      std::move(ring.items.begin(), ring.items.end(), std::back_inserter(shared.items));
    std::stable_sort(shared.items.begin(), shared.items.end(),
                     [](const WheelItem& a, const WheelItem& b) { return a.day < b.day; });
    rings = {std::move(shared)};
  }
  std::move(rings.begin(), rings.end(), std::back_inserter(wheel.rings));
}

}  // namespace

std::string QuarterInWords(int quarter, Language language) {
  const auto first = static_cast<unsigned>(quarter * 3 - 2);
  return std::string(MonthName(date::month{first}, language)) + "–" +
         std::string(MonthName(date::month{first + 2}, language));
}

Wheel WheelOf(const PublicCalendar& calendar, int year, const Body* body) {
  std::vector<const Event*> events = EventsInYear(PublicEvents(calendar, body), year);
  std::erase_if(events, [](const Event* event) {
    return event->status == EventStatus::kCancelled || event->reserve;
  });
  Wheel wheel{
      .year = year,
      .whose = (body == nullptr ? calendar.organisation.name : body->name).In(calendar.language),
      .today = calendar.today,
      .language = calendar.language,
      .rings = {},
      .letters = {},
      .breaks = BreaksIn(calendar, WholeYear(year)),
      .holidays = HolidaysIn(WholeYear(year), calendar.language)};
  for (const WheelRing::Kind kind : {WheelRing::Kind::kCouncil, WheelRing::Kind::kBoard,
                                     WheelRing::Kind::kCommittee, WheelRing::Kind::kOther})
    AddBodies(calendar, events, body, kind, wheel);
  AddReports(calendar, events, wheel);
  WheelRing dialogues{.kind = WheelRing::Kind::kDialogue,
                      .name = NameOf(WheelRing::Kind::kDialogue, calendar.language),
                      .short_name = {},
                      .items = {}};
  for (const Event* event : events)
    if (event->kind == EventKind::kDialogue) dialogues.items.push_back(ItemOf(calendar, *event));
  if (!dialogues.items.empty()) wheel.rings.push_back(std::move(dialogues));
  return wheel;
}

WheelTable TableOf(const Wheel& wheel) {
  const Language language = wheel.language;
  WheelTable table;
  table.columns = {language == Language::kSwedish ? "Månad" : "Month"};
  for (const WheelRing& ring : wheel.rings)
    table.columns.push_back(
        ring.name + (ring.short_name.empty() ? std::string() : " (" + ring.short_name + ")"));
  std::map<std::string_view, std::string_view> reports;
  for (const WheelLetter& letter : wheel.letters) reports.emplace(letter.letter, letter.report);
  for (unsigned month = 1; month <= kMonths; ++month) {
    std::vector<std::string> row{std::string(MonthName(date::month{month}, language))};
    for (const WheelRing& ring : wheel.rings) {
      std::string words;
      for (const WheelItem& item : ring.items) {
        if (CivilOf(item.day).month() != date::month{month}) continue;
        if (!words.empty()) words += ", ";
        words += MatrixDay(item.day, language);
        if (ring.kind == WheelRing::Kind::kReport)
          words.append(" ").append(reports.find(item.words)->second);
      }
      row.push_back(words.empty() ? std::string(kNoDays) : std::move(words));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace rytm
