#include "tests/property/promises.h"

#include <algorithm>
#include <tuple>

#include "base/limits.h"
#include "edition/seen.h"
#include "feeds/render.h"
#include "feeds/select.h"

namespace rytm {
namespace {

constexpr Level kLevels[] = {Level::kPublic, Level::kMember, Level::kManagement, Level::kOfficial,
                             Level::kSecretariat};

std::string OwnerOf(const Event& event) {
  return event.body + " " + event.origin + " " + std::to_string(static_cast<int>(event.kind));
}

// What a reader at each level is given, in both languages.
std::string BytesOf(const Event& event) {
  std::string bytes;
  for (const Level level : kLevels)
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      FeedScope scope;
      scope.level = level;
      scope.language = language;
      scope.zone = "Europe/Stockholm";
      bytes += RenderEvent(event, scope) + "\f";
    }
  return bytes;
}

// Feed profile E3: what a reader takes for another meeting time, place or title.
auto Listed(const Event& event) {
  return std::tie(event.day, event.at, event.lasts, event.place, event.status, event.title);
}

// "FLYTTAT" is told until the meeting.
bool Settled(const Event& before, const Event& after, Day today) {
  return before.moved() && !after.moved() && after.day < today;
}

std::string Number(int number) { return std::to_string(number); }

}  // namespace

void Promises::Own(const std::string& id, const std::string& owner) {
  const auto [known, is_new] = owners_.emplace(id, owner);
  if (!is_new && known->second != owner)
    Break(id + " belonged to " + known->second + " and now to " + owner);
}

void Promises::SeePlan(const std::vector<Slot>& slots) {
  std::set<std::string> there;
  for (const Slot& slot : slots) {
    Own(slot.id, slot.series.body + " " + slot.series.series);
    if (!there.insert(slot.id).second) Break("two slots called " + slot.id);
  }
  for (const std::string& id : slots_)
    if (!there.contains(id)) Break("the slot " + id + " is gone");
  slots_ = std::move(there);
}

void Promises::SeeEvents(const Edition& edition) {
  for (const Event& event : edition.events) {
    Own(event.uid, OwnerOf(event));
    const auto found = events_.find(event.uid);
    if (found == events_.end()) {
      events_.emplace(event.uid, Seen{event, event.sequence});
      continue;
    }
    Seen& seen = found->second;
    const bool differs = Listed(seen.last) != Listed(event);
    if (event.sequence < seen.sequence + (differs ? 1 : 0))
      Break("SEQUENCE of " + event.uid + " was " + Number(seen.sequence) + " and is " +
            Number(event.sequence) + (differs ? ", though it is another" : ""));
    seen = {event, std::max(seen.sequence, event.sequence)};
  }
}

void Promises::CompareEvent(const Event& before, const Event& after, const Difference* told,
                            Day today) {
  if (told != nullptr) {
    if (told->before != before || told->after != after)
      Break("the difference told of " + after.uid + " is another than there is");
    if (BytesOf(before) == BytesOf(after))
      Break("nobody sees the difference " + InWords(*told, Text(), Language::kEnglish) + " of " +
            after.uid);
    return;
  }
  if (before == after || Settled(before, after, today)) return;
  if (BytesOf(before) != BytesOf(after))
    Break("nothing was told of " + after.uid + ", but its bytes are others");
}

void Promises::CompareWithBefore(const Edition& before, const Edition& after, Day today) {
  std::map<std::string, const Difference*> told;
  const std::vector<Difference> differences = Compare(&before, after);
  for (const Difference& difference : differences) told.emplace(difference.uid, &difference);
  std::map<std::string, const Event*> left;
  for (const Event& event : before.events) left.emplace(event.uid, &event);
  for (const Event& event : after.events) {
    const auto difference = told.find(event.uid);
    const Difference* said = difference == told.end() ? nullptr : difference->second;
    const auto old = left.find(event.uid);
    if (old == left.end()) {
      if (said == nullptr) Break("nothing was told of the new " + event.uid);
      continue;
    }
    CompareEvent(*old->second, event, said, today);
    left.erase(old);
  }
  for (const auto& [uid, event] : left) Break(uid + " vanished from the edition");
}

// As a feed of that day holds them.
void Promises::LookForCancelled(const std::vector<Edition>& latest, Day today) {
  std::set<std::string> shown;
  for (const Event* event : SelectForFeed(latest, Level::kSecretariat, {}, today)) {
    FeedScope scope;
    scope.level = Level::kSecretariat;
    scope.zone = "Europe/Stockholm";
    const std::string text = RenderEvent(*event, scope);
    if (text.find("\r\nSTATUS:CANCELLED\r\n") != std::string::npos) shown.insert(event->uid);
  }
  for (const Edition& edition : latest)
    for (const Event& event : edition.events)
      if (event.status == EventStatus::kCancelled && !event.dropped_on &&
          event.levels.Has(Level::kSecretariat) && today <= event.day + Days{30} &&
          !shown.contains(event.uid))
        Break("the cancelled " + event.uid + " is not shown as cancelled");
}

void Promises::SeePublication(const std::vector<Edition>& latest, Day today) {
  for (const Edition& edition : latest) {
    const auto before = editions_.find(edition.body);
    if (before != editions_.end() && before->second.number == edition.number) continue;
    SeeEvents(edition);
    if (before != editions_.end()) CompareWithBefore(before->second, edition, today);
    editions_.insert_or_assign(edition.body, edition);
  }
  LookForCancelled(latest, today);
}

void Promises::SeeRestore(const std::vector<Edition>& latest, const std::vector<Slot>& slots,
                          Day today) {
  slots_.clear();
  editions_.clear();
  for (const Edition& edition : latest) {
    SeeEvents(edition);
    editions_.insert_or_assign(edition.body, edition);
  }
  SeePlan(slots);
  LookForCancelled(latest, today);
}

}  // namespace rytm
