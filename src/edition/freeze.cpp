#include "edition/freeze.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/limits.h"
#include "dates/zone.h"
#include "edition/freeze_words.h"
#include "edition/seen.h"
#include "edition/titles.h"

namespace rytm {
namespace {

constexpr std::array<Level, kLevelCount> kLevels = {
    Level::kPublic, Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};

// The civil day where the organisation is. Its zone was checked when the rules were read; without
// it the day of UTC is at most some hours wrong, and only days kept are counted from it.
Day TodayIn(const std::string& zone_name, Instant now) {
  const Result<Zone> zone = Zone::Find(zone_name);
  if (zone.ok()) return zone.value().LocalOf(now).day;
  return Day{date::floor<Days>(now).time_since_epoch()};
}

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

// What of the event a reader at the level has before them: their feed's bytes change only with
// this.
bool LooksAlike(const Event& a, const Event& b, Level level) {
  if (a.levels.Has(level) != b.levels.Has(level)) return false;
  if (!a.levels.Has(level)) return true;
  const auto plain = [](const Event& event) {
    const bool moved = event.moved();
    return std::tuple(event.kind, event.day, event.at, event.lasts, event.status, event.reserve,
                      event.sequence, event.dropped_on.has_value(),
                      event.levels.Has(Level::kPublic), moved ? event.first_day : std::nullopt,
                      moved ? event.first_at : std::nullopt);
  };
  const bool same_reason = level != Level::kPublic || a.public_reason == b.public_reason;
  return plain(a) == plain(b) && same_reason && SeenBy(a, level) == SeenBy(b, level);
}

// RFC 5545 §3.8.7.4, RFC 5546 §2.1.4; feed profile E3.
bool RaisesSequence(const Event& before, const Event& after) {
  const auto listed = [](const Event& event) {
    return std::tie(event.day, event.at, event.lasts, event.place, event.status, event.title);
  };
  return listed(before) != listed(after);
}

void Stamp(const Event& before, Instant now, Event& after) {
  for (const Level level : kLevels) {
    const auto i = static_cast<std::size_t>(level);
    // Readers keep what looks older, so no stamp goes back when the machine's clock does.
    after.modified[i] =
        LooksAlike(before, after, level) ? before.modified[i] : std::max(before.modified[i], now);
  }
}

void RememberFirst(Event& event) {
  if (event.status != EventStatus::kConfirmed || event.first_day) return;
  event.first_day = event.day;
  event.first_at = event.at;
}

// One body's next edition.
class BodyFreeze {
 public:
  BodyFreeze(const Organisation& organisation, const Body& body, const PlanLookup& lookup,
             const Edition* previous, const FreezeRequest& request, Day until, Day today)
      : organisation_(organisation),
        body_(body),
        lookup_(lookup),
        previous_(previous),
        request_(request),
        until_(until),
        today_(today) {
    if (previous == nullptr) return;
    for (const Event& event : previous->events) published_.emplace(event.uid, &event);
  }

  void Add(const Item& item) {
    if (item.past_when_added) return;
    for (int number = 1; number <= item.days; ++number) Put(EventOf(item, number));
  }

  // Nothing when the readers would see no change.
  std::optional<Edition> Close(DaySpan window) {
    for (const auto& [uid, before] : published_)
      if (!taken_.contains(uid)) Leave(*before, window);
    std::erase_if(events_, [&](const Event& event) { return Forgotten(event); });
    const bool same = previous_ != nullptr && !changed_ && previous_->until == until_ &&
                      previous_->body_name == body_.name;
    if (same) return std::nullopt;
    for (Event& event : events_) Settle(event);
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
      return std::tie(a.day, a.at, a.uid) < std::tie(b.day, b.at, b.uid);
    });
    return Edition{.organisation = organisation_.id,
                   .body = body_.id,
                   .body_name = body_.name,
                   .number = previous_ != nullptr ? previous_->number + 1 : 1,
                   .published = request_.now,
                   .until = until_,
                   .note = request_.note,
                   .events = std::move(events_)};
  }

 private:
  std::string UidOf(const std::string& id, int number = 1) const {
    return id + (number > 1 ? ".day" + std::to_string(number) : "") + "@" + organisation_.host;
  }

  EventStatus StatusOf(const Item& item) const {
    const Item* meeting = item.kind == ItemKind::kStep ? lookup_.ParentOf(item) : nullptr;
    if (item.cancelled || (meeting != nullptr && meeting->cancelled))
      return EventStatus::kCancelled;
    const Day decided_by = meeting != nullptr ? meeting->day : item.day;
    const bool confirmed = item.status == MeetingStatus::kRegular && decided_by <= until_;
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

  // An event the plan has.
  void Put(Event event) {
    const auto found = published_.find(event.uid);
    if (found == published_.end()) return PutNew(std::move(event));
    const Event& before = *found->second;
    taken_.insert(found->first);
    if (before.status == EventStatus::kCancelled && event.status == EventStatus::kCancelled)
      event = StillCancelled(before, event);
    event.created = before.created;
    event.first_day = before.first_day;
    event.first_at = before.first_at;
    RememberFirst(event);
    event.sequence = before.sequence;
    event.modified = before.modified;
    if (event != before) {
      event.sequence += RaisesSequence(before, event) ? 1 : 0;
      Stamp(before, request_.now, event);
      changed_ = true;
    }
    events_.push_back(std::move(event));
  }

  // What is called off keeps the day and name it was called off with; why may be told better.
  static Event StillCancelled(const Event& before, const Event& now) {
    Event event = before;
    event.description = now.description;
    event.public_description = now.public_description;
    event.public_reason = now.public_reason;
    event.levels = now.levels;
    return event;
  }

  void PutNew(Event event) {
    const bool meets = event.kind == EventKind::kMeeting || event.kind == EventKind::kDialogue;
    if (event.status == EventStatus::kCancelled && (previous_ != nullptr || !meets)) return;
    RememberFirst(event);
    event.sequence = request_.sequence_floor;
    event.created = request_.now;
    event.modified.fill(request_.now);
    changed_ = true;
    events_.push_back(std::move(event));
  }

  // An event the plan has no longer: readers must see it cancelled, not gone (feed profile E18).
  void Leave(const Event& before, DaySpan window) {
    Event after = before;
    const bool known = window.Contains(DayItHangsOn(before));
    if (before.status != EventStatus::kCancelled && before.day >= today_ && known) {
      if (before.status == EventStatus::kTentative) after.dropped_on = today_;
      after.status = EventStatus::kCancelled;
      after.chain.clear();
      after.description = {};
      after.public_description = {};
      after.public_reason = {};
      after.sequence = before.sequence + 1;
      Stamp(before, request_.now, after);
      changed_ = true;
    }
    events_.push_back(std::move(after));
  }

  // A step stands in the plan by its meeting's day, even outside the window.
  Day DayItHangsOn(const Event& event) const {
    const auto parent = published_.find(event.parent_uid);
    return parent == published_.end() ? event.day : parent->second->day;
  }

  bool Forgotten(const Event& event) const {
    if (event.status != EventStatus::kCancelled) return false;
    // However late it is, that it was called off is told by one edition.
    const auto before = published_.find(event.uid);
    if (before != published_.end() && before->second->status != EventStatus::kCancelled)
      return false;
    // A dropped event may come back before its day: its SEQUENCE must not start again.
    return std::max(*ToldUntil(event), event.day + Days{kCancelledKeptDays}) < today_;
  }

  // "FLYTTAT" is told until the meeting (feed profile E9).
  void Settle(Event& event) const {
    if (!event.moved() || event.day >= today_) return;
    const Event before = event;
    event.first_day = event.day;
    event.first_at = event.at;
    Stamp(before, request_.now, event);
  }

  const Organisation& organisation_;
  const Body& body_;
  const PlanLookup& lookup_;
  const Edition* previous_;
  const FreezeRequest& request_;
  Day until_;
  Day today_;
  std::unordered_map<std::string_view, const Event*> published_;
  std::unordered_set<std::string_view> taken_;  // published, and still in the plan
  std::vector<Event> events_;
  bool changed_ = false;
};

const Edition* LatestOf(const std::vector<Edition>& previous, std::string_view body) {
  const auto latest = std::find_if(previous.begin(), previous.end(),
                                   [&](const Edition& edition) { return edition.body == body; });
  return latest == previous.end() ? nullptr : &*latest;
}

// Bodies with an edition that the rules have no longer: nothing is planned for them.
std::vector<Body> GoneBodies(const Organisation& organisation,
                             const std::vector<Edition>& previous) {
  std::vector<Body> gone;
  for (const Edition& edition : previous) {
    if (organisation.FindBody(edition.body) != nullptr) continue;
    Body body;
    body.id = edition.body;
    body.name = edition.body_name;
    gone.push_back(std::move(body));
  }
  return gone;
}

}  // namespace

std::vector<Edition> Freeze(const Organisation& organisation, const Plan& plan,
                            const std::vector<Edition>& previous, const FreezeRequest& request) {
  const PlanLookup lookup(plan, previous, request);
  const Day today = TodayIn(organisation.zone, request.now);
  const std::vector<Body> gone = GoneBodies(organisation, previous);
  std::vector<BodyFreeze> bodies;
  std::unordered_map<std::string_view, std::size_t> place_of;
  for (const Body& body : organisation.bodies) {
    if (!AsksFor(request, body.id)) continue;
    place_of.emplace(body.id, bodies.size());
    bodies.emplace_back(organisation, body, lookup, LatestOf(previous, body.id), request,
                        request.until, today);
  }
  for (const Body& body : gone) {
    if (!AsksFor(request, body.id)) continue;
    const Edition* last = LatestOf(previous, body.id);
    bodies.emplace_back(organisation, body, lookup, last, request, last->until, today);
  }
  for (const Item& item : plan.items)
    if (const auto found = place_of.find(item.body); found != place_of.end())
      bodies[found->second].Add(item);
  std::vector<Edition> editions;
  for (BodyFreeze& body : bodies)
    if (std::optional<Edition> edition = body.Close(plan.window))
      editions.push_back(*std::move(edition));
  return editions;
}

}  // namespace rytm
