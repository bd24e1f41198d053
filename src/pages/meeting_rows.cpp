#include "pages/meeting_rows.h"

#include "base/words.h"
#include "dates/iso_week.h"
#include "edition/seen.h"
#include "pages/page_addresses.h"

namespace rytm {
namespace {

struct MarkLook {
  std::string_view kind;  // class in the style sheet
  std::string_view path;  // drawn in 16 × 16
};

MarkLook LookOf(Mark mark) {
  switch (mark) {
    case Mark::kCancelled:
      return {"cancelled", "m3 3 10 10M13 3 3 13"};
    case Mark::kDropped:
      return {"dropped", "M2.5 8h11"};
    case Mark::kMoved:
      return {"moved", "M1.5 8h12M9 3.5 13.5 8 9 12.5"};
    case Mark::kReserve:
      return {"reserve", "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11"};
    case Mark::kTentative:
      return {"tentative", "M1.5 9.5c2-4 4-4 6.5-1.5s4.5 2.5 6.5-1.5"};
  }
  return {};
}

std::string Capital(std::string text) {
  // The first letter of weekdays and words here is of a-z, or already a capital.
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

PageData Knowing(const std::string& words) {
  PageData data;
  Set(data, "kind", false);
  Set(data, "path", false);
  Set(data, "words", words);
  return data;
}

PageData ListRow(const PublicCalendar& calendar, const Event& event, std::string_view body) {
  PageData row = DateData(calendar, event);
  Set(row, "joint", JointWith(calendar, event, body));
  Set(row, "marks", MarkData(event, calendar.language));
  return row;
}

std::string RenderList(const PublicCalendar& calendar, const PageTemplates& templates,
                       PageList rows) {
  PageData data = PartOf(calendar);
  Set(data, "meetings", std::move(rows));
  return RenderPart(templates, "meetings", data);
}

}  // namespace

PageList MarkData(const Event& event, Language language) {
  PageList marks;
  for (const Mark mark : MarksOf(event)) {
    const MarkLook look = LookOf(mark);
    PageData data;
    Set(data, "kind", look.kind);
    Set(data, "path", look.path);
    Set(data, "words", MarkInWords(mark, event, language));
    marks.push_back(std::move(data));
  }
  return marks;
}

PageData DateData(const PublicCalendar& calendar, const Event& event) {
  const Language language = calendar.language;
  const bool this_year = YearOf(event.day) == YearOf(calendar.today);
  PageData data;
  Set(data, "address", MeetingAddress(calendar, event));
  Set(data, "iso", FormatDay(event.day));
  Set(data, "number", DayOfMonth(event.day));
  Set(data, "weekday", ShortWeekdayName(WeekdayOf(event.day), language));
  Set(data, "month", ShortMonthName(CivilOf(event.day).month(), language));
  Set(data, "year", this_year ? std::string() : std::to_string(YearOf(event.day)));
  Set(data, "long_day",
      this_year ? LongDayWithoutYear(event.day, language) : LongDay(event.day, language));
  Set(data, "long_day_capital",
      Capital(this_year ? LongDayWithoutYear(event.day, language) : LongDay(event.day, language)));
  Set(data, "weekday_capital", Capital(std::string(WeekdayName(WeekdayOf(event.day), language))));
  Set(data, "time", TimeInWords(event, language));
  Set(data, "week", std::to_string(IsoWeekOf(event.day).week));
  Set(data, "near", NearInWords(event.day, calendar.today, language));
  Set(data, "gone", event.status == EventStatus::kCancelled);
  Set(data, "place", PlaceSeenBy(event, Level::kPublic).In(language));
  Set(data, "decides", DecisionsOf(event, language));
  return data;
}

std::string MeetingList(const PublicCalendar& calendar, const PageTemplates& templates,
                        const std::vector<const Event*>& events, const Body& body,
                        const Usual& usual) {
  PageList rows;
  rows.reserve(events.size());
  for (const Event* event : events) {
    PageData row = ListRow(calendar, *event, body.id);
    Set(row, "heading", TitleBeside(calendar, *event));
    Set(row, "called", false);
    if (PlaceSeenBy(*event, Level::kPublic).In(calendar.language) == usual.place)
      Set(row, "place", false);
    rows.push_back(std::move(row));
  }
  return RenderList(calendar, templates, std::move(rows));
}

std::string MeetingList(const PublicCalendar& calendar, const PageTemplates& templates,
                        const std::vector<const Event*>& events, const TitleByBody& usual) {
  const Language language = calendar.language;
  PageList rows;
  rows.reserve(events.size());
  for (const Event* event : events) {
    const Body* owner = ListedBody(calendar.organisation, event->body);
    const auto title = usual.find(event->body);
    const bool as_usual = title != usual.end() && title->second == event->title.In(language);
    PageData row = ListRow(calendar, *event, event->body);
    Set(row, "heading", Breakable(owner->name.In(language)));
    Set(row, "called", as_usual ? std::string() : TitleBeside(calendar, *event));
    rows.push_back(std::move(row));
  }
  return RenderList(calendar, templates, std::move(rows));
}

PageData YearRow(const PublicCalendar& calendar, const Event& event, const Body& body,
                 const Usual& usual) {
  const Language language = calendar.language;
  const bool swedish = language == Language::kSwedish;
  PageData row;
  Set(row, "anchor", AnchorOf(event));
  Set(row, "address", MeetingAddress(calendar, event));
  Set(row, "iso", FormatDay(event.day));
  Set(row, "day", ShortDay(event.day, language));
  Set(row, "week", std::to_string(IsoWeekOf(event.day).week));
  std::string time = TimeInWords(event, language);
  if (time.starts_with("kl. ")) time.erase(0, 4);
  Set(row, "time", std::move(time));
  Set(row, "gone", event.status == EventStatus::kCancelled);
  Set(row, "past", event.day < calendar.today);
  PageList know = MarkData(event, language);
  const bool gone = event.status == EventStatus::kCancelled;
  if (event.title.In(language) != usual.title)
    know.push_back(Knowing(TitleBeside(calendar, event)));
  if (const std::string joint = JointWith(calendar, event, body.id); !joint.empty())
    know.push_back(Knowing((swedish ? "Gemensamt med " : "Joint with ") + joint));
  if (const std::string_view decides = DecisionsOf(event, language); !decides.empty() && !gone)
    know.push_back(Knowing((swedish ? "Beslut om: " : "Decides on: ") + std::string(decides)));
  const std::string& place = PlaceSeenBy(event, Level::kPublic).In(language);
  if (!gone && !place.empty() && place != usual.place) know.push_back(Knowing(place));
  if (!gone && usual.open && event.open != *usual.open)
    know.push_back(Knowing(std::string(OpennessInWords(event.open, language))));
  Set(row, "know", std::move(know));
  return row;
}

std::string_view NearInWords(Day day, Day today, Language language) {
  const bool swedish = language == Language::kSwedish;
  if (day == today) return swedish ? "i dag" : "today";
  if (day == today + Days{1}) return swedish ? "i morgon" : "tomorrow";
  return {};
}

std::string_view ShapeOf(BodyKind kind) {
  switch (kind) {
    case BodyKind::kCouncil:
      return "M2 2h12v12H2z";
    case BodyKind::kExecutiveBoard:
      return "M8 1.5 15 14H1z";
    default:
      return "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2";
  }
}

std::string_view ClassOf(BodyKind kind) {
  switch (kind) {
    case BodyKind::kCouncil:
      return "council";
    case BodyKind::kExecutiveBoard:
      return "board";
    default:
      return "committee";
  }
}

}  // namespace rytm
