#include "tests/edition/ekeby_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace rytm {
namespace {

Body MakeBody(const std::string& id, BodyKind kind, Text name, bool listed) {
  Body body;
  body.id = id;
  body.kind = kind;
  body.name = std::move(name);
  body.listed = listed;
  return body;
}

Guide Reflection() {
  Guide guide;
  guide.id = "reflection";
  guide.title = Text("Gemensam reflektion", "Reflecting together");
  guide.purpose = Text("En stund utan beslut.", "A moment without decisions.");
  guide.leads = Text("Andre vice ordföranden", "The second vice chair");
  guide.prepare = {
      Text("Läs raderna ni tog med er sist.", "Read the lines you took with you last time.")};
  guide.steps = {
      {Minutes{3}, GuideStep::Form::kAlone, Text("När var du trygg?", "When were you confident?")},
      {Minutes{10}, GuideStep::Form::kPairs, Text("Berätta för varandra.", "Tell each other.")},
      {Minutes{20}, GuideStep::Form::kAll,
       Text("Vad gör vi annorlunda?", "What do we do differently?")}};
  guide.close = Text("Enas om högst tre rader.", "Agree on three lines at most.");
  return guide;
}

}  // namespace

Instant At(std::string_view text) {
  const std::optional<Instant> instant = ParseInstant(text);
  if (!instant) ADD_FAILURE() << "not an instant: " << text;
  return instant.value_or(Instant{});
}

Day On(std::string_view text) {
  const std::optional<Day> day = ParseDay(text);
  if (!day) ADD_FAILURE() << "not a day: " << text;
  return day.value_or(Day{});
}

TimeOfDay Clock(std::string_view text) {
  const std::optional<TimeOfDay> time = ParseTimeOfDay(text);
  if (!time) ADD_FAILURE() << "not a time: " << text;
  return time.value_or(TimeOfDay{});
}

Organisation Ekeby() {
  Organisation organisation;
  organisation.id = "ekeby";
  organisation.name = Text("Ekeby kommun", "Ekeby Municipality");
  organisation.host = "ekeby.example";
  organisation.zone = "Europe/Stockholm";
  organisation.window = {MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};
  organisation.places = {
      {.id = "stora-salen",
       .name = Text("Stora salen, Kommunhuset", "The Great Hall, Town Hall"),
       .access = Text("Hörslinga, hiss", "Hearing loop, lift"),
       .address = Text("Torget 1, Ekeby")},
      {.id = "rum-2", .name = Text("Rum 2", "Room 2"), .access = {}, .address = {}}};
  organisation.bodies = {
      MakeBody("kf", BodyKind::kCouncil, Text("Kommunfullmäktige", "Municipal Council"), true),
      MakeBody("ks", BodyKind::kExecutiveBoard, Text("Kommunstyrelsen", "Executive Board"), true),
      MakeBody("son", BodyKind::kCommittee, Text("Socialnämnden", "Social Services Committee"),
               true),
      MakeBody("son-presidium", BodyKind::kPresidium,
               Text("Socialnämndens presidium", "Social Services Presidium"), false),
      MakeBody("bolag", BodyKind::kCompanyBoard, Text("Ekeby Bostäder AB", "Ekeby Housing"),
               false)};
  organisation.guides.emplace("reflection", Reflection());
  return organisation;
}

Item Meeting(const std::string& body, std::string_view day, std::string_view at, Minutes lasts) {
  Item item;
  item.id = "ekeby." + body + ".meeting." + std::string(day);
  item.kind = ItemKind::kMeeting;
  item.body = body;
  item.origin = "meeting";
  item.day = On(day);
  item.at = Clock(at);
  item.lasts = lasts;
  item.title = Text("Sammanträde", "Meeting");
  item.place = "stora-salen";
  item.levels = kEverybody;
  return item;
}

Item Step(const Item& meeting, const std::string& id, const Text& name, std::string_view day,
          Levels levels) {
  Item item;
  item.id = meeting.id + "." + id;
  item.kind = ItemKind::kStep;
  item.body = meeting.body;
  item.origin = id;
  item.day = On(day);
  item.title = name;
  item.status = meeting.status;
  item.parent = meeting.id;
  item.levels = levels;
  return item;
}

Plan PlanOf(std::vector<Item> items) {
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::tie(a.day, a.at, a.id) < std::tie(b.day, b.at, b.id);
  });
  return {.window = {MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)},
          .items = std::move(items),
          .findings = {},
          .slots = {}};
}

std::vector<Edition> Publications::Publish(const std::vector<Item>& items, std::string_view now,
                                           std::string_view until,
                                           std::vector<std::string> bodies) {
  const FreezeRequest request{.bodies = std::move(bodies),
                              .until = On(until),
                              .now = At(now),
                              .note = {},
                              .undecided = undecided_,
                              .adoptions = adoptions_};
  std::vector<Edition> editions = Freeze(organisation_, PlanOf(items), latest_, request);
  for (const Edition& edition : editions) {
    std::erase_if(latest_, [&](const Edition& old) { return old.body == edition.body; });
    latest_.push_back(edition);
  }
  return editions;
}

const Edition& Publications::LatestOf(std::string_view body) const {
  static const Edition kNone;
  for (const Edition& edition : latest_)
    if (edition.body == body) return edition;
  ADD_FAILURE() << "no edition of " << body;
  return kNone;
}

Event Publications::Find(std::string_view uid) const {
  for (const Event* event : All())
    if (event->uid == uid) return *event;
  ADD_FAILURE() << "no event " << uid;
  return {};
}

bool Publications::Has(std::string_view uid) const {
  const std::vector<const Event*> all = All();
  return std::any_of(all.begin(), all.end(), [&](const Event* event) { return event->uid == uid; });
}

std::vector<const Event*> Publications::All() const {
  std::vector<const Event*> all;
  for (const Edition& edition : latest_)
    for (const Event& event : edition.events) all.push_back(&event);
  return all;
}

}  // namespace rytm
