#include "pages/edition_document.h"

#include <utility>

#include "base/text_json.h"
#include "base/words.h"
#include "dates/zone.h"
#include "edition/feed_choice.h"
#include "edition/seen.h"
#include "pages/adoption_json.h"
#include "pages/difference_listing.h"
#include "pages/pdf_document.h"
#include "pages/plan_json.h"
#include "pages/public_events.h"

namespace rytm {
namespace {

JsonArray StepsAsJson(const std::vector<ChainDay>& chain) {
  JsonArray json;
  for (const ChainDay& step : chain) {
    JsonObject one{{"name", AsWritten(step.name)},
                   {"day", FormatDay(step.day)},
                   {"for", LevelsAsJson(step.levels)}};
    if (step.at) one["at"] = FormatTimeOfDay(*step.at);
    json.push_back(std::move(one));
  }
  return json;
}

JsonObject EventAsJson(const Event& event) {
  JsonObject json{{"uid", event.uid},
                  {"kind", WordFor(kEventKindWords, event.kind)},
                  {"title", AsWritten(event.title)},
                  {"sequence", event.sequence},
                  {"created", FormatInstant(event.created)},
                  {"for", LevelsAsJson(event.levels)}};
  for (const auto& [key, value] : EventTimeAsJson(event)) json[key] = value;
  const auto add = [&](std::string_view key, const Text& text) {
    if (!text.empty()) json[key] = AsWritten(text);
  };
  add("description", event.description);
  add("public-description", event.public_description);
  add("place", event.place);
  add("public-reason", event.public_reason);
  if (!event.with.empty()) json["with"] = JsonArray(event.with.begin(), event.with.end());
  if (!event.parent_uid.empty()) json["parent"] = event.parent_uid;
  if (!event.chain.empty()) json["steps"] = StepsAsJson(event.chain);
  if (event.reserve) json["reserve"] = true;
  if (event.first_day) json["first-day"] = FormatDay(*event.first_day);
  if (event.first_at) json["first-at"] = FormatTimeOfDay(*event.first_at);
  if (event.dropped_on) json["dropped-on"] = FormatDay(*event.dropped_on);
  return json;
}

JsonObject DecisionAsJson(const Adoption& adoption) {
  JsonObject json = AdoptionAsJson(adoption);
  json["decided-by"] = adoption.decided_by;
  return json;
}

// The civil day where the organisation is; in UTC where its zone is unknown.
Day DayOf(const Organisation& organisation, Instant instant) {
  const Result<Zone> zone = Zone::Find(organisation.zone);
  if (zone.ok()) return zone.value().LocalOf(instant).day;
  return Day{date::floor<Days>(instant).time_since_epoch()};
}

// "Sammanträde" of "Kommunstyrelsen: Sammanträde", as the document says whose meetings they are.
std::string TitleOf(const Event& event, const Edition& edition, Language language) {
  const std::string& title = event.title.In(language);
  const std::string whose = edition.body_name.In(language) + ": ";
  return title.starts_with(whose) ? title.substr(whose.size()) : title;
}

PdfDocument::Rows MeetingsOf(const Edition& edition, Language language) {
  PdfDocument::Rows rows;
  for (const Event& event : edition.events)
    if (event.kind == EventKind::kMeeting && event.levels.Has(Level::kSecretariat))
      rows.push_back({ShortDayWithYear(event.day, language), TimeInWords(event, language),
                      TitleOf(event, edition, language),
                      PlaceSeenBy(event, Level::kSecretariat).In(language),
                      GoodToKnow(event, language)});
  return rows;
}

}  // namespace

JsonObject EditionAsJson(const Organisation& organisation, const Edition& edition) {
  JsonObject json{{"schema", kEditionSchema},
                  {"organisation", JsonObject{{"id", edition.organisation},
                                              {"name", AsWritten(organisation.name)}}},
                  {"body", edition.body},
                  {"name", AsWritten(edition.body_name)},
                  {"number", edition.number},
                  {"published", FormatInstant(edition.published)},
                  {"until", FormatDay(edition.until)}};
  if (!edition.note.empty()) json["note"] = AsWritten(edition.note);
  if (edition.returns_to) json["returns-to"] = *edition.returns_to;
  JsonArray adoptions;
  for (const Adoption& adoption : edition.adoptions) adoptions.push_back(DecisionAsJson(adoption));
  json["adoptions"] = std::move(adoptions);
  JsonArray events;
  for (const Event& event : edition.events)
    if (event.levels.Has(Level::kSecretariat)) events.push_back(EventAsJson(event));
  json["events"] = std::move(events);
  return json;
}

Result<std::string> EditionAsPdf(const Organisation& organisation, const Edition& edition,
                                 Language language) {
  const bool swedish = language == Language::kSwedish;
  const Day published = DayOf(organisation, edition.published);
  const std::string name = (swedish ? "utgåva " : "edition ") + std::to_string(edition.number);
  const std::string title = (swedish ? "Sammanträdesplan, " : "Plan of meetings, ") +
                            edition.body_name.In(language) + ", " + name;
  std::string footer =
      organisation.name.In(language) + ". " + edition.body_name.In(language) + ", " + name + ".";
  if (!edition.adoptions.empty())
    footer += " " + InWords(edition.adoptions.back()).In(language) + ".";
  PdfDocument document(
      {.title = title, .footer = std::move(footer), .language = language, .made = published});
  document.Paragraph(organisation.name.In(language));
  document.Heading(title);
  document.Paragraph((swedish ? "Publicerad " : "Published ") + DateInWords(published, language) +
                     (swedish ? ". Gäller till och med " : ". In force until ") +
                     DateInWords(edition.until, language) + ".");
  if (!edition.note.empty()) document.Paragraph(edition.note.In(language));
  document.Subheading(swedish ? "Beslut" : "Decisions");
  if (edition.adoptions.empty())
    document.Paragraph(swedish ? "Inget beslut är antecknat." : "No decision is on record.");
  for (const Adoption& adoption : edition.adoptions)
    document.Paragraph(DateInWords(adoption.period.first, language) + "–" +
                       DateInWords(adoption.period.last, language) + ": " +
                       InWords(adoption).In(language) + ".");
  document.Subheading(swedish ? "Sammanträden" : "Meetings");
  PdfDocument::Rows meetings = MeetingsOf(edition, language);
  if (meetings.empty())
    document.Paragraph(swedish ? "Inga sammanträden." : "No meetings.");
  else
    document.Table({{swedish ? "Dag" : "Day", 1.35},
                    {swedish ? "Tid" : "Time", 1.1},
                    {swedish ? "Möte" : "Meeting", 1},
                    {swedish ? "Plats" : "Place", 1.8},
                    {swedish ? "Att notera" : "To note", 2}},
                   std::move(meetings));
  document.Paragraph(
      swedish ? "Allt som utgåvan innehåller, också tiderna före och efter mötena, står i "
                "JSON-filen med samma namn."
              : "All that the edition holds, the days before and after the meetings too, is in the "
                "JSON file of the same name.");
  return document.Finish();
}

}  // namespace rytm
