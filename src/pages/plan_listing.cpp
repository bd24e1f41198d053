#include "pages/plan_listing.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/csv.h"
#include "base/decode_text.h"
#include "base/words.h"
#include "dates/iso_week.h"

namespace rytm {
namespace {

constexpr std::size_t kWeekWidth = 7;
constexpr std::size_t kDayWidth = 14;
constexpr std::size_t kFindingDayWidth = 19;
constexpr std::size_t kSeverityWidth = 13;
constexpr std::size_t kTimeWidth = 13;
constexpr std::size_t kBodyWidth = 8;

std::string Upper(std::string_view word) {
  std::string upper(word);
  if (!upper.empty() && upper[0] >= 'a' && upper[0] <= 'z')
    upper[0] = static_cast<char>(upper[0] - 'a' + 'A');
  return upper;
}

std::string BodyShort(const Organisation& organisation, const std::string& id) {
  const Body* body = organisation.FindBody(id);
  return body == nullptr || body->short_name.empty() ? id : body->short_name;
}

std::string PlaceName(const Organisation& organisation, const Item& item,
                      const ListingOptions& options) {
  const Place* place = organisation.FindPlace(PlaceShown(item, options.level));
  return place == nullptr ? std::string() : place->name.In(options.language);
}

std::string Time(const Item& item, Language language) {
  if (!item.at) return "";
  return ClockTime(*item.at, language) + "–" +
         ClockTime((*item.at + item.lasts) % kWholeDay, language);
}

Text StatusMark(const Item& item) {
  if (item.cancelled) return {"INSTÄLLT", "CANCELLED"};
  if (item.status == MeetingStatus::kReserve) return {"reservdag", "reserve"};
  if (item.status == MeetingStatus::kIfNeeded) return {"vid behov", "if needed"};
  if (item.moved_from)
    return {"flyttat från " + ShortDay(*item.moved_from, Language::kSwedish),
            "moved from " + ShortDay(*item.moved_from, Language::kEnglish)};
  if (item.added && item.kind == ItemKind::kMeeting) return {"extra", "extra"};
  return {};
}

// "ons 16 juni", "16–17 juni", "30 sep–1 okt".
std::string DayCell(const Item& item, Language language) {
  if (item.days == 1) return ShortDay(item.day, language);
  const auto without_weekday = [&](Day day) {
    const std::string whole = ShortDay(day, language);
    return whole.substr(whole.find(' ') + 1);
  };
  const auto month = [](Day day) { return CivilOf(day).month(); };
  const std::string first = without_weekday(item.day);
  const bool same_month = month(item.day) == month(item.last_day());
  return (same_month ? first.substr(0, first.find(' ')) : first) + "–" +
         without_weekday(item.last_day());
}

using MeetingDays = std::unordered_map<std::string_view, DaySpan>;

MeetingDays MeetingDaysOf(const Plan& plan) {
  MeetingDays days;
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting) days.emplace(item.id, DaySpan{item.day, item.last_day()});
  return days;
}

// " inför 21 april", " efter 21 april": which meeting a step is about.
Text AboutMeeting(const Item& step, const MeetingDays& meetings) {
  const auto found = meetings.find(step.parent);
  if (found == meetings.end()) return {};
  const Day meeting = found->second.first;
  const Text day(ShortDay(meeting, Language::kSwedish), ShortDay(meeting, Language::kEnglish));
  return (step.day > found->second.last ? Text(" efter ", " after ") : Text(" inför ", " for ")) +
         day;
}

std::string What(const Organisation& organisation, const Item& item, const MeetingDays& meetings,
                 const ListingOptions& options) {
  std::string what = item.title.In(options.language);
  if (item.kind == ItemKind::kStep) what += AboutMeeting(item, meetings).In(options.language);
  if (!item.with.empty()) {
    what += options.language == Language::kSwedish ? " (gemensamt med " : " (jointly with ";
    for (std::size_t i = 0; i < item.with.size(); ++i)
      what += (i > 0 ? ", " : "") + BodyShort(organisation, item.with[i]);
    what += ")";
  }
  for (const Business& business : item.business)
    if (business.decides) what += " · " + business.name.In(options.language);
  const std::string mark = StatusMark(item).In(options.language);
  if (!mark.empty()) what += " · " + mark;
  return what;
}

// `week`: "v. 9" where a week begins, else empty.
void AppendRow(const Organisation& organisation, const Item& item, const MeetingDays& meetings,
               const std::string& week, const ListingOptions& options, std::string& table) {
  const bool hangs_on = item.kind == ItemKind::kStep;
  table += "  " + Padded(week, kWeekWidth) + Padded(DayCell(item, options.language), kDayWidth) +
           Padded(Time(item, options.language), kTimeWidth) +
           Padded(BodyShort(organisation, item.body), kBodyWidth) + (hangs_on ? "· " : "") +
           What(organisation, item, meetings, options);
  const std::string place = PlaceName(organisation, item, options);
  if (!place.empty()) table += " · " + place;
  table += "\n";
  if (!options.why) return;
  for (const Reason& reason : item.why)
    table += std::string(2 + kWeekWidth + kDayWidth, ' ') + InWords(reason, options.language) +
             (reason.pointer.empty() ? "" : "  [" + reason.pointer + "]") + "\n";
}

Text KindName(ItemKind kind) {
  switch (kind) {
    case ItemKind::kMeeting:
      return {"möte", "meeting"};
    case ItemKind::kStep:
      return {"steg", "step"};
    case ItemKind::kHop:
      return {"rapport", "report"};
    case ItemKind::kFeedback:
      return {"återkoppling", "feedback"};
    case ItemKind::kDialogue:
      return {"dialog", "dialogue"};
  }
  return {};
}

}  // namespace

std::string Padded(std::string text, std::size_t width) {
  const auto characters =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
      }));
  if (characters < width) text.append(width - characters, ' ');
  return text;
}

std::vector<const Item*> ItemsFor(const Plan& plan, const ListingOptions& options) {
  std::vector<const Item*> items;
  for (const Item& item : plan.items) {
    const bool of_body =
        options.body.empty() || item.body == options.body ||
        std::find(item.with.begin(), item.with.end(), options.body) != item.with.end();
    if (of_body && item.levels.Has(options.level)) items.push_back(&item);
  }
  return items;
}

const std::string& PlaceShown(const Item& item, Level level) {
  static const std::string kNone;
  return ShownTo(level, item.open != Openness::kPublic).place ? item.place : kNone;
}

std::string PlanAsTable(const Organisation& organisation, const Plan& plan,
                        const ListingOptions& options) {
  const Language language = options.language;
  const MeetingDays meetings = MeetingDaysOf(plan);
  std::vector<const Item*> items = ItemsFor(plan, options);
  std::stable_sort(items.begin(), items.end(), [](const Item* a, const Item* b) {
    return std::tie(a->day, a->at, a->body) < std::tie(b->day, b->at, b->body);
  });
  std::string table = organisation.name.In(language) + ", " + FormatDay(plan.window.first) + "–" +
                      FormatDay(plan.window.last) + ", " + std::to_string(items.size()) +
                      (language == Language::kSwedish ? " poster\n" : " items\n");
  std::optional<date::year_month> month;
  std::optional<IsoWeek> week;
  for (const Item* item : items) {
    const date::year_month_day civil = CivilOf(item->day);
    const date::year_month of_item = civil.year() / civil.month();
    if (month != of_item) {
      month = of_item;
      week.reset();
      table += "\n" + Upper(MonthName(civil.month(), language)) + " " +
               std::to_string(static_cast<int>(civil.year())) + "\n";
    }
    const IsoWeek of_day = IsoWeekOf(item->day);
    const std::string label = week == of_day ? ""
                                             : (language == Language::kSwedish ? "v. " : "w. ") +
                                                   std::to_string(of_day.week);
    week = of_day;
    AppendRow(organisation, *item, meetings, label, options, table);
  }
  return table;
}

std::string PlanAsCsv(const Organisation& organisation, const Plan& plan,
                      const ListingOptions& options) {
  const bool swedish = options.language == Language::kSwedish;
  std::string csv(kByteOrderMark);
  csv += swedish ? CsvLine({"Datum", "Veckodag", "Vecka", "Start", "Slut", "Organ", "Typ", "Vad",
                            "Plats", "Status", "Id"})
                 : CsvLine({"Date", "Weekday", "Week", "Start", "End", "Body", "Kind", "What",
                            "Place", "Status", "Id"});
  for (const Item* item : ItemsFor(plan, options)) {
    const Body* body = organisation.FindBody(item->body);
    const std::string end = item->at ? FormatTimeOfDay((*item->at + item->lasts) % kWholeDay) : "";
    csv += CsvLine({FormatDay(item->day),
                    std::string(ShortWeekdayName(WeekdayOf(item->day), options.language)),
                    std::to_string(IsoWeekOf(item->day).week),
                    item->at ? FormatTimeOfDay(*item->at) : "", end,
                    body == nullptr ? item->body : body->name.In(options.language),
                    KindName(item->kind).In(options.language), item->title.In(options.language),
                    PlaceName(organisation, *item, options), StatusMark(*item).In(options.language),
                    item->id});
  }
  return csv;
}

namespace {

Text SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return {"Fel", "Error"};
    case Severity::kWarning:
      return {"Varning", "Warning"};
    case Severity::kInfo:
      return {"Bra att veta", "Good to know"};
  }
  return {};
}

}  // namespace

std::string FindingsAsTable(const std::vector<Finding>& findings, Language language,
                            FindingKeys keys) {
  const std::string indent(kSeverityWidth + kFindingDayWidth, ' ');
  std::string table;
  std::string accepted;
  int count[3] = {0, 0, 0};
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    for (const Finding& finding : findings) {
      if (finding.severity != severity) continue;
      if (!finding.accepted) ++count[static_cast<int>(severity)];
      std::string& to = finding.accepted ? accepted : table;
      to += Padded(SeverityName(severity).In(language), kSeverityWidth) +
            Padded(ShortDayWithYear(finding.day, language), kFindingDayWidth) +
            finding.message.In(language);
      if (!finding.citation.empty()) to += " (" + finding.citation + ")";
      to += "\n";
      if (finding.accepted)
        to += indent + (language == Language::kSwedish ? "Godtaget: " : "Accepted: ") +
              *finding.accepted + "\n";
      else if (!finding.suggestion.empty())
        to += indent + "→ " + finding.suggestion.In(language) + "\n";
      if (keys == FindingKeys::kShown) to += indent + "[" + finding.key() + "]\n";
    }
  }
  if (language == Language::kSwedish)
    table += "Att se över: " + std::to_string(count[0]) + " fel, " + std::to_string(count[1]) +
             (count[1] == 1 ? " varning, " : " varningar, ") + std::to_string(count[2]) +
             " bra att veta\n";
  else
    table += "To look at: " + std::to_string(count[0]) +
             (count[0] == 1 ? " error, " : " errors, ") + std::to_string(count[1]) +
             (count[1] == 1 ? " warning, " : " warnings, ") + std::to_string(count[2]) +
             " good to know\n";
  return accepted + table;
}

}  // namespace rytm
