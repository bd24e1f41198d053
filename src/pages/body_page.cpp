// One body: its next meeting, those after it, its years.
#include <algorithm>

#include "base/limits.h"
#include "base/words.h"
#include "dates/zone.h"
#include "pages/chain_table.h"
#include "pages/meeting_rows.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"
#include "pages/structured_data.h"

namespace rytm {
namespace {

constexpr std::size_t kComingShown = 6;  // after the next one
constexpr int kYearsBack = kFeedMonthsBack / 12;

// "Vanligen onsdagar kl. 13.30–16.30, Stora salen.": what holds for most meetings to come.
std::string UsualInWords(const Usual& usual, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string words;
  if (usual.weekday)
    words = (swedish ? "Vanligen " : "Usually ") +
            std::string(WeekdayName(*usual.weekday, language)) + (swedish ? "ar" : "s");
  if (usual.weekday && usual.at) {
    const bool ends = usual.lasts && *usual.lasts > Minutes{0};
    words += swedish ? (ends ? " " : " kl. ") : ", ";
    words += ends ? ClockSpan(*usual.at, *usual.lasts, language) : ClockTime(*usual.at, language);
  }
  if (!words.empty() && !usual.place.empty()) words += ", " + usual.place;
  return words.empty() ? words : words + ".";
}

// Bodies come and go with the terms: since when, until when, and who takes over.
void SetLife(const PublicCalendar& calendar, const Body& body, PageData& data) {
  const bool ends = body.until.has_value();
  const bool to_come = body.from && *body.from > calendar.today;
  Set(data, "from", to_come ? DateInWords(*body.from, calendar.language) : std::string());
  Set(data, "until", ends ? DateInWords(*body.until, calendar.language) : std::string());
  PageList successors;
  for (const Body& other : calendar.organisation.bodies) {
    const auto& before = other.succeeds;
    if (!other.listed || std::find(before.begin(), before.end(), body.id) == before.end()) continue;
    PageData link;
    Set(link, "name", Breakable(other.name.In(calendar.language)));
    Set(link, "address", PageAddress(calendar, other.id));
    successors.push_back(std::move(link));
  }
  Set(data, "successors", std::move(successors));
}

void SetNext(const PublicCalendar& calendar, const Event* next, const Body& body, PageData& data) {
  if (next == nullptr) return Set(data, "next", false);
  PageData shown = DateData(calendar, *next);
  const std::string called = TitleBeside(calendar, *next);
  Set(shown, "called", called);
  Set(shown, "joint", JointWith(calendar, *next, body.id));
  Set(shown, "marks", MarkData(*next, calendar.language));
  Set(data, "next", std::move(shown));
}

std::vector<const Event*> Coming(const std::vector<const Event*>& events, const Event* next,
                                 Day today) {
  std::vector<const Event*> coming;
  for (const Event* event : events) {
    if (event->day < today || event == next) continue;
    if (coming.size() == kComingShown) break;
    coming.push_back(event);
  }
  return coming;
}

// The table of a year; without one if it has no meetings.
PageData YearData(const PublicCalendar& calendar, const PageTemplates& templates,
                  const std::vector<const Event*>& events, const Body& body, const Usual& usual,
                  int year) {
  PageData data;
  Set(data, "year", std::to_string(year));
  Set(data, "table", false);
  if (events.empty()) return data;
  PageList rows;
  rows.reserve(events.size());
  for (const Event* event : events) rows.push_back(YearRow(calendar, *event, body, usual));
  PageData table = PartOf(calendar);
  Set(table, "year", std::to_string(year));
  Set(table, "body", body.name.In(calendar.language));
  Set(table, "rows", std::move(rows));
  const auto file = [&](const char* ending) {
    return PageAddress(calendar, body.id, std::to_string(year) + ending);
  };
  Set(table, "pdf", file(".pdf"));
  Set(table, "xlsx", file(".xlsx"));
  Set(table, "csv", file(".csv"));
  const bool steps = !PublicChains(events, body, calendar.language).empty();
  Set(table, "chain", steps ? file("-chain.pdf") : std::string());
  Set(data, "table", RenderPart(templates, "year", table));
  return data;
}

// This year and the next always; others that the feed reaches, if they have anything.
void SetYears(const PublicCalendar& calendar, const PageTemplates& templates,
              const std::vector<const Event*>& events, const Body& body, const Usual& usual,
              PageData& data) {
  const int this_year = YearOf(calendar.today);
  PageList years;
  years.reserve(2);
  PageList others;
  for (const int year : {this_year, this_year + 1})
    years.push_back(YearData(calendar, templates, EventsInYear(events, year), body, usual, year));
  const int last = events.empty() ? this_year : YearOf(events.back()->day);
  for (int year = this_year - kYearsBack; year <= last; ++year) {
    if (year == this_year || year == this_year + 1) continue;
    const std::vector<const Event*> in_year = EventsInYear(events, year);
    if (!in_year.empty())
      others.push_back(YearData(calendar, templates, in_year, body, usual, year));
  }
  Set(data, "years", std::move(years));
  Set(data, "any_other_years", !others.empty());
  Set(data, "other_years", std::move(others));
}

// Which edition the page tells of, and how far its dates are decided.
void SetEdition(const PublicCalendar& calendar, const Body& body, PageData& data) {
  const Edition* edition = EditionOf(calendar, body);
  if (edition == nullptr) return Set(data, "edition", false);
  PageData shown;
  Set(shown, "number", std::to_string(edition->number));
  const Result<Zone> zone = Zone::Find(calendar.organisation.zone);
  Set(shown, "published",
      zone.ok() ? DateInWords(zone.value().LocalOf(edition->published).day, calendar.language)
                : std::string());
  Set(shown, "until", DateInWords(edition->until, calendar.language));
  PageList decisions;
  for (const Adoption& adoption : edition->adoptions) {
    if (adoption.kind == Adoption::Kind::kProposed) continue;
    PageData decision;
    Set(decision, "period",
        DateInWords(adoption.period.first, calendar.language) + "–" +
            DateInWords(adoption.period.last, calendar.language));
    Set(decision, "words", InWords(adoption).In(calendar.language));
    decisions.push_back(std::move(decision));
  }
  Set(shown, "on_record", !edition->adoptions.empty());
  Set(shown, "any_decisions", !decisions.empty());
  Set(shown, "decisions", std::move(decisions));
  Set(data, "edition", std::move(shown));
}

PageList OtherBodies(const PublicCalendar& calendar, const Body& body) {
  PageList others;
  for (const Body& other : calendar.organisation.bodies) {
    const bool gone = other.until && *other.until < calendar.today;
    if (!other.listed || other.id == body.id || gone) continue;
    PageData link;
    Set(link, "name", Breakable(other.name.In(calendar.language)));
    Set(link, "address", PageAddress(calendar, other.id));
    others.push_back(std::move(link));
  }
  return others;
}

}  // namespace

std::optional<std::string> BodyPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                    std::string_view id) {
  const Body* body = ListedBody(calendar.organisation, id);
  if (body == nullptr) return std::nullopt;
  const Language language = calendar.language;
  const std::vector<const Event*> events = PublicEvents(calendar, body);
  const Event* next = NextOf(events, calendar.today);
  const std::vector<const Event*> coming = Coming(events, next, calendar.today);
  const auto from_today = std::find_if(events.begin(), events.end(), [&](const Event* event) {
    return event->day >= calendar.today;
  });
  const std::vector<const Event*> ahead(from_today, events.end());
  const Usual usual = UsualOf(ahead.empty() ? events : ahead, language);
  PageData data = PartOf(calendar);
  Set(data, "body", Breakable(body->name.In(language)));
  Set(data, "any", !events.empty());
  Set(data, "usual", ahead.empty() ? std::string() : UsualInWords(usual, language));
  Set(data, "says_open", usual.open.has_value());
  Set(data, "open", usual.open == Openness::kPublic);
  Set(data, "partly", usual.open == Openness::kPartly);
  Set(data, "webcast", usual.webcast);
  Set(data, "closed", usual.open == Openness::kClosed);
  Set(data, "subscribe_address", SubscribeAddress(calendar, body->id));
  SetLife(calendar, *body, data);
  SetNext(calendar, next, *body, data);
  Set(data, "coming",
      coming.empty() ? std::string() : MeetingList(calendar, templates, coming, *body, usual));
  SetYears(calendar, templates, events, *body, UsualOf(events, language), data);
  SetEdition(calendar, *body, data);
  Set(data, "events", EventsAsJsonLd(calendar, ahead));
  PageList others = OtherBodies(calendar, *body);
  Set(data, "any_others", !others.empty());
  Set(data, "others", std::move(others));
  const bool swedish = language == Language::kSwedish;
  return RenderPage(calendar, templates, "body", data,
                    {.title = body->name.In(language) + (swedish ? ": sammanträden" : ": meetings"),
                     .address = PageAddress(calendar, body->id),
                     .other_address = PageAddress(InOtherLanguage(calendar), body->id),
                     .feed = body->id});
}

}  // namespace rytm
