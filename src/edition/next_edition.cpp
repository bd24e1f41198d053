#include "edition/next_edition.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/limits.h"
#include "dates/deadline_law.h"
#include "dates/zone.h"
#include "edition/seen.h"

namespace rytm {
namespace {

constexpr std::array<Level, kLevelCount> kLevels = {
    Level::kPublic, Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};

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

// What is called off keeps the day and name it was called off with; why may be told better.
Event StillCancelled(const Event& before, const Event& now) {
  Event event = before;
  event.description = now.description;
  event.public_description = now.public_description;
  event.public_reason = now.public_reason;
  event.levels = now.levels;
  return event;
}

void RememberFirst(Event& event) {
  if (event.status != EventStatus::kConfirmed || event.first_day) return;
  event.first_day = event.day;
  event.first_at = event.at;
}

}  // namespace

Day TodayIn(const std::string& zone_name, Instant now) {
  const Result<Zone> zone = Zone::Find(zone_name);
  if (zone.ok()) return zone.value().LocalOf(now).day;
  return Day{date::floor<Days>(now).time_since_epoch()};
}

NextEdition::NextEdition(Edition head, const Edition* previous, Day today, int sequence_floor)
    : edition_(std::move(head)),
      previous_(previous),
      today_(today),
      sequence_floor_(sequence_floor) {
  edition_.number = previous == nullptr ? 1 : previous->number + 1;
  if (previous == nullptr) return;
  for (const Event& event : previous->events) published_.emplace(event.uid, &event);
}

void NextEdition::Put(Event event) {
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
    Stamp(before, now(), event);
    changed_ = true;
  }
  edition_.events.push_back(std::move(event));
}

void NextEdition::PutNew(Event event) {
  const bool meets = event.kind == EventKind::kMeeting || event.kind == EventKind::kDialogue;
  if (event.status == EventStatus::kCancelled && (previous_ != nullptr || !meets)) return;
  RememberFirst(event);
  event.sequence = sequence_floor_;
  event.created = now();
  event.modified.fill(now());
  changed_ = true;
  edition_.events.push_back(std::move(event));
}

std::optional<Edition> NextEdition::Close(DaySpan known) {
  for (const auto& [uid, before] : published_)
    if (!taken_.contains(uid)) Leave(*before, known);
  std::vector<Event>& events = edition_.events;
  std::erase_if(events, [&](const Event& event) { return Forgotten(event); });
  const bool same = previous_ != nullptr && !changed_ && previous_->until == edition_.until &&
                    previous_->body_name == edition_.body_name &&
                    previous_->adoptions == edition_.adoptions;
  if (same) return std::nullopt;
  for (Event& event : events) Settle(event);
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(a.day, a.at, a.uid) < std::tie(b.day, b.at, b.uid);
  });
  return std::move(edition_);
}

// An event that is told no longer: readers must see it cancelled, not gone (feed profile E18).
void NextEdition::Leave(const Event& before, DaySpan known) {
  Event after = before;
  const bool told = known.Contains(DayItHangsOn(before));
  if (before.status != EventStatus::kCancelled && before.day >= today_ && told) {
    if (before.status == EventStatus::kTentative) after.dropped_on = today_;
    after.status = EventStatus::kCancelled;
    after.chain.clear();
    after.description = {};
    after.public_description = {};
    after.public_reason = {};
    after.sequence = before.sequence + 1;
    Stamp(before, now(), after);
    changed_ = true;
  }
  edition_.events.push_back(std::move(after));
}

// A step stands in the plan by its meeting's day, even outside the window.
Day NextEdition::DayItHangsOn(const Event& event) const {
  const auto parent = published_.find(event.parent_uid);
  return parent == published_.end() ? event.day : parent->second->day;
}

// Feeds stop telling of it long before (ToldUntil). But it may come back, on a new day: its
// SEQUENCE must not start again.
bool NextEdition::Forgotten(const Event& event) const {
  return event.status == EventStatus::kCancelled &&
         event.day < AddMonthsByLaw(today_, -kFeedMonthsBack);
}

// "FLYTTAT" is told until the meeting (feed profile E9).
void NextEdition::Settle(Event& event) const {
  if (!event.moved() || event.day >= today_) return;
  const Event before = event;
  event.first_day = event.day;
  event.first_at = event.at;
  Stamp(before, now(), event);
}

}  // namespace rytm
