#include "app/private_feeds_build.h"

#include <sodium.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/current_plan.h"
#include "app/feed_scope.h"
#include "base/limits.h"
#include "dates/deadline_law.h"
#include "edition/seen.h"
#include "edition/seen_as.h"

namespace rytm {
namespace {

constexpr std::uint32_t kEventBits = 27;
constexpr std::uint32_t kEventMask = (1U << kEventBits) - 1;
constexpr std::uint32_t kLevelMask = 7;
constexpr std::uint32_t kSubstituteBit = 1U << 31U;
constexpr std::size_t kRenderings = kLevelCount * 2 * 2;  // of one event: level, language, waiting

template <std::size_t Size>
std::array<unsigned char, Size> HashedTo(std::string_view bytes) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::array<unsigned char, Size> first{};
  std::copy_n(hash.begin(), Size, first.begin());
  return first;
}

void AppendNumber(std::uint64_t number, std::string& bytes) {
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
}

Text NameOf(const FeedChoice& choice, const Organisation& organisation) {
  constexpr const char* kSwedish[] = {"offentligt", "ledamöter", "ledning", "tjänstepersoner",
                                      "sekretariat"};
  constexpr const char* kEnglish[] = {"public", "members", "management", "officials",
                                      "secretariat"};
  if (choice.kind == FeedKind::kPerson)
    return Text("Mina möten, ", "My meetings, ") + organisation.name;
  Text name;
  for (const std::string& id : choice.bodies) {
    const Body* body = organisation.FindBody(id);
    if (!name.empty()) name = name + Text(", ");
    name = name + (body == nullptr ? Text(id) : body->name);
  }
  const auto level = static_cast<std::size_t>(choice.level);
  return name +
         Text(std::string(" (") + kSwedish[level] + ")", std::string(" (") + kEnglish[level] + ")");
}

}  // namespace

std::uint32_t Pack(std::uint32_t event, Level level, bool substitute) {
  return event | static_cast<std::uint32_t>(level) << kEventBits |
         (substitute ? kSubstituteBit : 0U);
}
std::uint32_t EventIn(std::uint32_t entry) { return entry & kEventMask; }
Level LevelIn(std::uint32_t entry) { return static_cast<Level>(entry >> kEventBits & kLevelMask); }
bool SubstituteIn(std::uint32_t entry) { return (entry & kSubstituteBit) != 0; }

PrivateFeedsBuild::PrivateFeedsBuild(const PrivateFeedSource& source, const PrivateFeeds* before)
    : source_(source), before_(before), made_(new PrivateFeeds) {
  const Organisation& organisation = source.catalog->organisation;
  swedish_ = FeedScopeOf(organisation, organisation.window, Language::kSwedish);
  english_ = FeedScopeOf(organisation, organisation.window, Language::kEnglish);
  made_->catalog_ = source.catalog;
  for (const Person& person : source.people) people_.emplace(person.id, &person);
  if (before == nullptr) return;
  for (const PrivateFeeds::Feed& feed : before->feeds_) before_of_.emplace(feed.link_, &feed);
}

std::shared_ptr<const PrivateFeeds> PrivateFeedsBuild::Run() && {
  IndexEvents();
  made_->feeds_.reserve(source_.links.size());
  for (const HashedFeedLink& link : source_.links) Add(link);
  made_->fetches_ = std::vector<std::atomic<std::uint64_t>>(made_->feeds_.size());
  return made_;
}

void PrivateFeedsBuild::IndexEvents() {
  std::vector<const Event*>& events = made_->events_;
  Instant published{source_.catalog->organisation.window.first.time_since_epoch()};
  for (const auto& [body, edition] : source_.catalog->editions) {
    published = std::max(published, edition.published);
    for (const Event& event : edition.events) events.push_back(&event);
  }
  const Result<Day> day = TodayOf(source_.catalog->organisation, published);
  published_day_ = day.ok() ? day.value() : source_.today;
  std::sort(events.begin(), events.end(), [](const Event* a, const Event* b) {
    return std::tie(a->day, a->at, a->uid) < std::tie(b->day, b->at, b->uid);
  });
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    events_of_[events[i]->body].push_back(i);
    for (const std::string& body : events[i]->with) events_of_[body].push_back(i);
  }
  fingerprints_.resize(events.size() * kRenderings);
}

void PrivateFeedsBuild::Add(const HashedFeedLink& hashed) {
  const FeedLink& link = hashed.link;
  const Person* person = Find(link.choice.person);
  PrivateFeeds::Feed feed;
  feed.link_ = link.id;
  feed.gone_ = link.revoked && *link.revoked + kRevokedFeedKept < source_.now;
  if (!feed.gone_ && !AddMessage(link, person, feed)) {
    feed.entries_ = EntriesOf(link.choice, person);
    feed.entries_.shrink_to_fit();
    if (feed.entries_.empty()) {
      FeedScope scope = ScopeOf(link.choice);
      scope.published = link.created;  // what others publish changes nothing here
      feed.scope_ = AddScope("empty " + link.id, std::move(scope));
    } else {
      feed.scope_ = UsualScope(link.choice);
    }
  }
  if (!feed.gone_) SetTag(link.choice, feed);
  feed.last_modified_ = source_.now;
  if (const auto before = before_of_.find(link.id); before != before_of_.end()) {
    const Instant then = before->second->last_modified_;
    feed.last_modified_ = before->second->tag_ == feed.tag_ ? then : std::max(then, source_.now);
  }
  made_->by_token_.emplace(hashed.token_hash, static_cast<std::uint32_t>(made_->feeds_.size()));
  made_->feeds_.push_back(std::move(feed));
}

// Calendars empty themselves by what they fetch: whoever may see no more is told so where the
// meetings were.
bool PrivateFeedsBuild::AddMessage(const FeedLink& link, const Person* person,
                                   PrivateFeeds::Feed& feed) {
  FeedScope scope = ScopeOf(link.choice);
  const std::string& contact = source_.catalog->organisation.contact.In(link.choice.language);
  const Text ask = contact.empty() ? Text() : Text(" Frågor: " + contact, " Questions: " + contact);
  if (link.revoked) {
    scope.published = *link.revoked;
    scope.message =
        FeedMessage{.title = {"Kalenderlänken gäller inte längre", "This calendar link has ended"},
                    .description = Text("Ta bort kalendern, och lägg till den igen med en ny länk.",
                                        "Remove the calendar, and add it again with a new link.") +
                                   ask};
  } else if (!link.choice.person.empty() && (person == nullptr || !HasPostLeft(*person))) {
    const std::optional<Day> last = person == nullptr ? std::nullopt : LastDayOf(*person);
    const Day day = last ? *last + Days{1} : published_day_;
    scope.published = Instant{day.time_since_epoch()};
    scope.message = FeedMessage{
        .title = {"Inga uppdrag längre: kalendern är tom", "No posts left: the calendar is empty"},
        .description = Text("Du har inget uppdrag kvar här. Kalendern kan tas bort.",
                            "You have no post left here. The calendar can be removed.") +
                       ask};
  } else {
    return false;
  }
  feed.scope_ = AddScope("message " + link.id, std::move(scope));
  return true;
}

std::vector<std::uint32_t> PrivateFeedsBuild::EntriesOf(const FeedChoice& choice,
                                                        const Person* person) {
  std::vector<std::string_view> bodies(choice.bodies.begin(), choice.bodies.end());
  if (choice.kind == FeedKind::kPerson)
    for (const Assignment& assignment : person->assignments) bodies.push_back(assignment.body);
  std::sort(bodies.begin(), bodies.end());
  bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
  Person at_level;  // with the posts alone that see by the level of the feed
  if (person != nullptr && choice.kind != FeedKind::kPerson) {
    at_level = *person;
    std::erase_if(at_level.assignments, [&](const Assignment& assignment) {
      return !LevelsOf(assignment.post).Has(choice.level);
    });
    person = &at_level;
  }
  const Day first = AddMonthsByLaw(published_day_, -choice.months_back);
  std::vector<std::uint32_t> entries;
  for (const std::string_view body : bodies) {
    const auto events = events_of_.find(std::string(body));
    if (events == events_of_.end()) continue;
    for (const std::uint32_t index : events->second)
      if (made_->events_[index]->day >= first)
        if (const auto entry = EntryOf(choice, person, index)) entries.push_back(*entry);
  }
  const auto earlier = [](std::uint32_t a, std::uint32_t b) { return EventIn(a) < EventIn(b); };
  const auto same = [](std::uint32_t a, std::uint32_t b) { return EventIn(a) == EventIn(b); };
  std::sort(entries.begin(), entries.end(), earlier);
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

std::optional<std::uint32_t> PrivateFeedsBuild::EntryOf(const FeedChoice& choice,
                                                        const Person* person,
                                                        std::uint32_t index) const {
  const Event& event = *made_->events_[index];
  if (!choice.kinds.empty() &&
      std::find(choice.kinds.begin(), choice.kinds.end(), event.kind) == choice.kinds.end())
    return std::nullopt;
  const std::optional<Day> told_until = ToldUntil(event);
  if (told_until && (!choice.cancelled || *told_until < published_day_)) return std::nullopt;
  const bool of_level = choice.kind != FeedKind::kPerson;
  if (of_level && !event.levels.Has(choice.level)) return std::nullopt;
  if (person == nullptr) return Pack(index, choice.level, false);
  if (!of_level && source_.invited.contains({event.uid, person->id})) return std::nullopt;
  const std::optional<SeenAs> seen_as = SeenAsBy(event, *person, source_.today);
  if (!seen_as) return std::nullopt;
  const bool waits = seen_as->substitute && event.kind == EventKind::kMeeting &&
                     !source_.called.contains({event.uid, person->id});
  return Pack(index, of_level ? choice.level : seen_as->level, waits);
}

bool PrivateFeedsBuild::HasPostLeft(const Person& person) const {
  return std::any_of(
      person.assignments.begin(), person.assignments.end(),
      [&](const Assignment& one) { return !one.until || source_.today <= *one.until; });
}

const Person* PrivateFeedsBuild::Find(const std::string& person) const {
  const auto found = people_.find(person);
  return found == people_.end() ? nullptr : found->second;
}

FeedScope PrivateFeedsBuild::ScopeOf(const FeedChoice& choice) const {
  FeedScope scope = choice.language == Language::kEnglish ? english_ : swedish_;
  scope.name = NameOf(choice, source_.catalog->organisation);
  scope.description = Text("Din egen kalender: dela inte länken. Uppdateras av sig själv.",
                           "Your own calendar: do not share the link. Updates by itself.");
  scope.alarm = choice.alarm;
  return scope;
}

std::uint32_t PrivateFeedsBuild::AddScope(const std::string& key, FeedScope scope) {
  const auto [known, is_new] =
      scope_of_.emplace(key, static_cast<std::uint32_t>(made_->scopes_.size()));
  if (!is_new) return known->second;
  heads_.push_back(RenderHead(scope));
  made_->scopes_.push_back(std::move(scope));
  return known->second;
}

std::uint32_t PrivateFeedsBuild::UsualScope(const FeedChoice& choice) {
  FeedScope scope = ScopeOf(choice);
  const std::string key = "usual " + std::to_string(static_cast<int>(choice.language)) + " " +
                          (choice.alarm ? std::to_string(choice.alarm->count()) : "-") + " " +
                          scope.name.In(choice.language);
  return AddScope(key, std::move(scope));
}

// Of what the bytes are made of: none of them is needed to tell whether they are others by now.
void PrivateFeedsBuild::SetTag(const FeedChoice& choice, PrivateFeeds::Feed& feed) {
  if (feed.entries_.empty()) {
    feed.tag_ = HashedTo<16>(RenderEntries({}, made_->scopes_[feed.scope_]));
    return;
  }
  std::string bytes = heads_[feed.scope_];
  bool alarmed = false;
  for (const std::uint32_t entry : feed.entries_) {
    AppendNumber(Fingerprint(entry, choice.language), bytes);
    alarmed = alarmed || HasAlarm(*made_->events_[EventIn(entry)]);
  }
  if (alarmed && choice.alarm)
    AppendNumber(static_cast<std::uint64_t>(choice.alarm->count()), bytes);
  feed.tag_ = HashedTo<16>(bytes);
}

std::uint64_t PrivateFeedsBuild::Fingerprint(std::uint32_t entry, Language language) {
  const std::size_t rendering =
      (static_cast<std::size_t>(LevelIn(entry)) * 2 + (language == Language::kEnglish ? 1 : 0)) *
          2 +
      (SubstituteIn(entry) ? 1 : 0);
  std::uint64_t& known = fingerprints_[EventIn(entry) * kRenderings + rendering];
  if (known != 0) return known;
  const FeedEntry one{.event = made_->events_[EventIn(entry)],
                      .level = LevelIn(entry),
                      .substitute = SubstituteIn(entry)};
  const std::array<unsigned char, 8> hash =
      HashedTo<8>(RenderEntry(one, language == Language::kEnglish ? english_ : swedish_));
  for (const unsigned char byte : hash) known = known << 8U | byte;
  if (known == 0) known = 1;
  return known;
}

}  // namespace rytm
