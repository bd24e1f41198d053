#include "edition/freeze.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "edition/freeze_words.h"
#include "edition/next_edition.h"
#include "edition/titles.h"

namespace rytm {
namespace {

EventKind KindOf(ItemKind kind) {
  switch (kind) {
    case ItemKind::kMeeting:
      return EventKind::kMeeting;
    case ItemKind::kStep:
      return EventKind::kStep;
    case ItemKind::kHop:
      return EventKind::kHop;
    case ItemKind::kFeedback:
      return EventKind::kFeedback;
    case ItemKind::kDialogue:
      return EventKind::kDialogue;
  }
  return EventKind::kMeeting;
}

Text NameAndAddress(const Place& place) {
  if (place.address.empty()) return place.name;
  const auto in = [&](Language language) {
    return place.name.In(language) + ", " + place.address.In(language);
  };
  return {in(Language::kSwedish), in(Language::kEnglish)};
}

Edition HeadOf(const Organisation& organisation, const std::string& body, const Text& name,
               Day until, const FreezeRequest& request) {
  return {.organisation = organisation.id,
          .body = body,
          .body_name = name,
          .published = request.now,
          .until = until,
          .note = request.note,
          .author = request.author,
          .adoptions = InForce(request.adoptions, body)};
}

// A body's items as events.
class BodyFreeze {
 public:
  BodyFreeze(const Organisation& organisation, const Body& body, const PlanLookup& lookup,
             const Edition* previous, const FreezeRequest& request, Day today)
      : organisation_(organisation),
        body_(body),
        lookup_(lookup),
        next_(HeadOf(organisation, body.id, body.name, request.until, request), previous, today,
              request.sequence_floor) {}

  void Add(const Item& item) {
    if (item.past_when_added || !lookup_.Tells(item)) return;
    for (int number = 1; number <= item.days; ++number) next_.Put(EventOf(item, number));
  }

  std::optional<Edition> Close(DaySpan window) { return next_.Close(window); }

 private:
  std::string UidOf(const std::string& id, int number = 1) const {
    return id + (number > 1 ? ".day" + std::to_string(number) : "") + "@" + organisation_.host;
  }

  EventStatus StatusOf(const Item& item) const {
    const Item* meeting = item.kind == ItemKind::kStep ? lookup_.ParentOf(item) : nullptr;
    if (item.cancelled || (meeting != nullptr && meeting->cancelled))
      return EventStatus::kCancelled;
    const bool confirmed = item.status == MeetingStatus::kRegular && lookup_.IsDecided(item);
    return confirmed ? EventStatus::kConfirmed : EventStatus::kTentative;
  }

  std::vector<ChainDay> ChainOf(const Item& item) const {
    std::vector<ChainDay> chain;
    if (item.kind != ItemKind::kMeeting || item.cancelled) return chain;
    for (const Item* step : lookup_.StepsOf(item))
      chain.push_back(
          {.name = step->title, .day = step->day, .at = step->at, .levels = step->levels});
    return chain;
  }

  Event EventOf(const Item& item, int number) const {
    Event event;
    event.uid = UidOf(item.id, number);
    event.kind = KindOf(item.kind);
    event.body = item.body;
    event.origin = item.origin;
    event.with = item.with;
    event.day = item.day + Days{number - 1};
    event.at = item.at;
    event.lasts = item.lasts;
    if (const Place* place = item.place.empty() ? nullptr : organisation_.FindPlace(item.place)) {
      event.place = NameAndAddress(*place);
      event.place_access = place->access;
    }
    event.link = item.link;
    event.chain = ChainOf(item);
    event.open = item.open;
    event.mode = item.mode;
    event.webcast = item.webcast;
    event.reserve = item.status == MeetingStatus::kReserve;
    event.status = StatusOf(item);
    if (!item.parent.empty()) event.parent_uid = UidOf(item.parent);
    event.public_reason = item.public_reason;
    event.levels = item.levels;
    if (!body_.listed) event.levels.Remove(Level::kPublic);
    EventWords words =
        WordsOf(item, body_, event.levels.Has(Level::kPublic), lookup_, organisation_);
    event.title =
        CutTitle(item.days > 1 ? TitleOfOneDay(words.title, number, item.days) : words.title);
    event.description = std::move(words.description);
    event.public_description = std::move(words.public_description);
    return event;
  }

  const Organisation& organisation_;
  const Body& body_;
  const PlanLookup& lookup_;
  NextEdition next_;
};

}  // namespace

std::vector<Edition> Freeze(const Organisation& organisation, const Plan& plan,
                            const std::vector<Edition>& previous, const FreezeRequest& request) {
  const PlanLookup lookup(plan, previous, request);
  const Day today = TodayIn(organisation.zone, request.now);
  std::vector<BodyFreeze> bodies;
  std::unordered_map<std::string_view, std::size_t> place_of;
  for (const Body& body : organisation.bodies) {
    if (!AsksFor(request, body.id)) continue;
    const auto latest = std::find_if(previous.begin(), previous.end(), [&](const Edition& edition) {
      return edition.body == body.id;
    });
    place_of.emplace(body.id, bodies.size());
    bodies.emplace_back(organisation, body, lookup, latest == previous.end() ? nullptr : &*latest,
                        request, today);
  }
  for (const Item& item : plan.items)
    if (const auto found = place_of.find(item.body); found != place_of.end())
      bodies[found->second].Add(item);
  std::vector<Edition> editions;
  for (BodyFreeze& body : bodies)
    if (std::optional<Edition> edition = body.Close(plan.window))
      editions.push_back(*std::move(edition));
  // Of a body that the rules have no longer nothing is planned.
  for (const Edition& last : previous) {
    if (organisation.FindBody(last.body) != nullptr || !AsksFor(request, last.body)) continue;
    NextEdition gone(HeadOf(organisation, last.body, last.body_name, last.until, request), &last,
                     today, request.sequence_floor);
    if (std::optional<Edition> edition = gone.Close(plan.window))
      editions.push_back(*std::move(edition));
  }
  return editions;
}

std::vector<std::string> QuotedOf(const Plan& plan, const std::vector<Edition>& previous,
                                  const FreezeRequest& request, Day from) {
  const PlanLookup lookup(plan, previous, request);
  std::set<std::string> bodies;
  for (const Item& item : plan.items) {
    if (item.route == nullptr || !AsksFor(request, item.body) || !lookup.Tells(item)) continue;
    for (const RouteStop& stop : *item.route) {
      const bool elsewhere = !stop.meeting.empty() && !AsksFor(request, stop.body);
      if (elsewhere && stop.day && *stop.day >= from && stop.day != lookup.PublishedDay(stop))
        bodies.insert(stop.body);
    }
  }
  return {bodies.begin(), bodies.end()};
}

}  // namespace rytm
