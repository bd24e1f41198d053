#include "pages/structured_data.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "dates/zone.h"
#include "edition/seen.h"
#include "pages/page_addresses.h"
#include "pages/public_events.h"

namespace rytm {
namespace {

// "2027-10-21T13:30:00+02:00"; without the offset where the zone does not tell it.
std::string Moment(const Result<Zone>& zone, Day day, TimeOfDay at) {
  std::string text = FormatDay(day) + "T" + FormatTimeOfDay(at) + ":00";
  if (!zone.ok()) return text;
  const Result<Instant> instant = zone.value().InstantOf(day, at);
  if (!instant.ok()) return text;
  const auto offset = std::chrono::duration_cast<Minutes>(day.time_since_epoch() + at -
                                                          instant.value().time_since_epoch());
  return text + (offset < Minutes{0} ? "-" : "+") + FormatTimeOfDay(std::chrono::abs(offset));
}

std::string Start(const Result<Zone>& zone, Day day, std::optional<TimeOfDay> at) {
  return at ? Moment(zone, day, *at) : FormatDay(day);
}

std::string End(const Result<Zone>& zone, const Event& event) {
  const Minutes end = *event.at + event.lasts;
  const Days later = std::chrono::floor<Days>(end);
  return Moment(zone, event.day + later, end - later);
}

void AddStatus(const Result<Zone>& zone, const Event& event, JsonObject& json) {
  constexpr std::string_view kVocabulary = "https://schema.org/";
  const auto status = [&](std::string_view word) {
    json["eventStatus"] = std::string(kVocabulary).append(word);
  };
  if (event.status == EventStatus::kCancelled) return status("EventCancelled");
  if (!event.moved()) return status("EventScheduled");
  status("EventRescheduled");
  json["previousStartDate"] = Start(zone, *event.first_day, event.first_at);
}

// No VirtualLocation: the link of a meeting is never public.
JsonObject EventAsJson(const PublicCalendar& calendar, const Result<Zone>& zone,
                       const Event& event) {
  const Language language = calendar.language;
  const std::string base(calendar.base_url);
  JsonObject json{{"@type", "Event"},
                  {"name", event.title.In(language)},
                  {"startDate", Start(zone, event.day, event.at)}};
  if (event.at && event.lasts > Minutes{0}) json["endDate"] = End(zone, event);
  AddStatus(zone, event, json);
  // Name and address of a place are one text in an edition.
  if (const std::string& place = PlaceSeenBy(event, Level::kPublic).In(language); !place.empty())
    json["location"] = JsonObject{{"@type", "Place"}, {"name", place}, {"address", place}};
  json["organizer"] = JsonObject{{"@type", "GovernmentOrganization"},
                                 {"name", calendar.organisation.name.In(language)},
                                 {"url", base + PageAddress(calendar)}};
  json["url"] = base + MeetingAddress(calendar, event);
  return json;
}

bool CanBeTold(const Event& event) {
  const std::vector<Mark> marks = MarksOf(event);
  return std::none_of(marks.begin(), marks.end(), [](Mark mark) {
    return mark == Mark::kDropped || mark == Mark::kReserve || mark == Mark::kTentative;
  });
}

}  // namespace

std::string EventsAsJsonLd(const PublicCalendar& calendar,
                           const std::vector<const Event*>& events) {
  const Result<Zone> zone = Zone::Find(calendar.organisation.zone);
  JsonArray told;
  for (const Event* event : events)
    if (CanBeTold(*event)) told.push_back(EventAsJson(calendar, zone, *event));
  if (told.empty()) return {};
  const std::string json =
      WriteJsonCompact(JsonObject{{"@context", "https://schema.org"}, {"@graph", std::move(told)}});
  std::string text;
  text.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  }
  return text;
}

}  // namespace rytm
