#include "edition/differences.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/words.h"
#include "edition/titles.h"

namespace rytm {
namespace {

using Kind = Difference::Kind;

// Alike but for what the publication wrote on it.
bool SaysTheSame(const Event& before, const Event& after) {
  if (after == before) return true;  // as most are
  Event said = after;
  said.sequence = before.sequence;
  said.created = before.created;
  said.modified = before.modified;
  said.first_day = before.first_day;
  said.first_at = before.first_at;
  said.dropped_on = before.dropped_on;
  said.parent_uid = before.parent_uid;  // read of steps only, which stay with their meeting
  return said == before;
}

// Nothing when no reader could see a change.
std::optional<Kind> KindOf(const Event& before, const Event& after) {
  const bool was_cancelled = before.status == EventStatus::kCancelled;
  const bool is_cancelled = after.status == EventStatus::kCancelled;
  if (was_cancelled && is_cancelled)
    return SaysTheSame(before, after) ? std::nullopt : std::optional(Kind::kChanged);
  if (is_cancelled) return Kind::kCancelled;
  if (was_cancelled) return Kind::kRevived;
  if (std::tie(before.day, before.at) != std::tie(after.day, after.at)) return Kind::kMoved;
  if (SaysTheSame(before, after)) return std::nullopt;
  if (before.status == EventStatus::kTentative && after.status == EventStatus::kConfirmed) {
    Event confirmed = before;
    confirmed.status = EventStatus::kConfirmed;
    if (SaysTheSame(confirmed, after)) return Kind::kConfirmed;
  }
  return Kind::kChanged;
}

std::string Clock(TimeOfDay at, Language language) {
  return (language == Language::kSwedish ? " kl. " : " ") + ClockTime(at, language);
}

// The year is told where the change crosses one.
std::string DayOf(const Event& event, bool with_year, Language language) {
  return with_year ? ShortDayWithYear(event.day, language) : ShortDay(event.day, language);
}

std::string DayAndTime(const Event& event, Language language) {
  return ShortDay(event.day, language) + (event.at ? Clock(*event.at, language) : "");
}

std::string FromTo(const Event& before, const Event& after, Language language) {
  const bool years = YearOf(before.day) != YearOf(after.day);
  std::string words = DayOf(before, years, language);
  if (before.at && before.at != after.at) words += Clock(*before.at, language);
  words += " →";
  if (before.day != after.day) words += " " + DayOf(after, years, language);
  if (after.at) return words + Clock(*after.at, language);
  if (before.at) words += language == Language::kSwedish ? " hela dagen" : " all day";
  return words;
}

// What differs besides day and start, the most important first; empty if it is nothing that can be
// named.
std::string WhatChanged(const Event& before, const Event& after, Language language) {
  const bool swedish = language == Language::kSwedish;
  const auto either = [&](const char* sv, const char* en) {
    return std::string(swedish ? sv : en);
  };
  std::string words;
  const auto add = [&](const std::string& part) { words += (words.empty() ? ": " : "; ") + part; };
  if (before.status != after.status)
    add(after.status == EventStatus::kTentative ? either("preliminärt", "preliminary")
                                                : either("bekräftat", "confirmed"));
  // A step is called by its meeting's day: the move says it.
  const bool follows = after.kind == EventKind::kStep && before.day != after.day;
  if (before.title != after.title && !follows)
    add(either("hette ", "was called ") + before.title.In(language));
  if (before.place != after.place)
    add(after.place.empty() ? either("ingen plats", "no place")
                            : either("ny plats ", "new place ") + after.place.In(language));
  if (before.lasts != after.lasts && after.at)
    add(either("ny tid ", "new time ") + ClockSpan(*after.at, after.lasts, language));
  return words;
}

std::string_view WordFor(const Difference& difference, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (difference.kind) {
    case Kind::kNew:
      return swedish ? "Nytt" : "New";
    case Kind::kMoved:
      return swedish ? "Flyttat" : "Moved";
    case Kind::kCancelled:
      // A date kept free and let go is nothing called off.
      if (difference.after->dropped_on) return swedish ? "Utgår" : "Dropped";
      return swedish ? "Inställt" : "Cancelled";
    case Kind::kRevived:
      return swedish ? "Blir av igen" : "On again";
    case Kind::kChanged:
      return swedish ? "Ändrat" : "Changed";
    case Kind::kConfirmed:
      return swedish ? "Bekräftat" : "Confirmed";
    case Kind::kGone:
      return swedish ? "Borttaget" : "Removed";
  }
  return {};
}

}  // namespace

std::vector<Difference> Compare(const Edition* before, const Edition& after) {
  std::unordered_map<std::string_view, const Event*> left;
  if (before != nullptr)
    for (const Event& event : before->events) left.emplace(event.uid, &event);
  std::vector<Difference> differences;
  const auto add = [&](Kind kind, const Event* old_event, const Event* new_event) {
    differences.push_back(
        {.kind = kind,
         .uid = new_event != nullptr ? new_event->uid : old_event->uid,
         .before = old_event != nullptr ? std::optional(*old_event) : std::nullopt,
         .after = new_event != nullptr ? std::optional(*new_event) : std::nullopt});
  };
  for (const Event& event : after.events) {
    const auto found = left.find(event.uid);
    if (found == left.end()) {
      add(event.status == EventStatus::kCancelled ? Kind::kCancelled : Kind::kNew, nullptr, &event);
      continue;
    }
    const Event* old_event = found->second;
    left.erase(found);
    if (const std::optional<Kind> kind = KindOf(*old_event, event)) add(*kind, old_event, &event);
  }
  // A cancelled event that feeds have stopped telling of is no news.
  for (const auto& [uid, event] : left)
    if (event->status != EventStatus::kCancelled) add(Kind::kGone, event, nullptr);
  std::sort(differences.begin(), differences.end(), [](const Difference& a, const Difference& b) {
    const Event& first = a.latest();
    const Event& second = b.latest();
    return std::tie(first.day, first.at, first.uid) < std::tie(second.day, second.at, second.uid);
  });
  return differences;
}

std::string InWords(const Difference& difference, const Text& body_name, Language language) {
  const Event& event = difference.latest();
  std::string words(WordFor(difference, language));
  words += ": " + TitleOfReport(event.title, body_name).In(language) + ", ";
  const bool swedish = language == Language::kSwedish;
  const bool moved = difference.kind == Kind::kMoved;
  words += moved ? FromTo(*difference.before, event, language) : DayAndTime(event, language);
  if (moved || difference.kind == Kind::kChanged) {
    const std::string changed = WhatChanged(*difference.before, event, language);
    words += changed;
    if (changed.empty() && !moved) words += swedish ? ": nya uppgifter" : ": new details";
  }
  if (!event.public_reason.empty())
    words += (swedish ? ". Skäl: " : ". Reason: ") + event.public_reason.In(language);
  return words;
}

}  // namespace rytm
