// How private feeds are worked out. Private to PrivateFeeds.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/private_feeds.h"

namespace rytm {

// An event of a feed in four bytes: which one, whose text, and whether it waits for a call.
std::uint32_t Pack(std::uint32_t event, Level level, bool substitute);
std::uint32_t EventIn(std::uint32_t entry);
Level LevelIn(std::uint32_t entry);
bool SubstituteIn(std::uint32_t entry);

class PrivateFeedsBuild {
 public:
  PrivateFeedsBuild(const PrivateFeedSource& source, const PrivateFeeds* before);

  std::shared_ptr<const PrivateFeeds> Run() &&;

 private:
  void IndexEvents();
  void Add(const HashedFeedLink& hashed);
  bool AddMessage(const FeedLink& link, const Person* person, PrivateFeeds::Feed& feed);
  std::vector<std::uint32_t> EntriesOf(const FeedChoice& choice, const Person* person);
  std::optional<std::uint32_t> EntryOf(const FeedChoice& choice, const Person* person,
                                       std::uint32_t index) const;
  bool HasPostLeft(const Person& person) const;
  const Person* Find(const std::string& person) const;

  FeedScope ScopeOf(const FeedChoice& choice) const;
  std::uint32_t AddScope(const std::string& key, FeedScope scope);
  std::uint32_t UsualScope(const FeedChoice& choice);
  void SetTag(const FeedChoice& choice, PrivateFeeds::Feed& feed);
  std::uint64_t Fingerprint(std::uint32_t entry, Language language);

  const PrivateFeedSource& source_;
  const PrivateFeeds* const before_;
  const std::shared_ptr<PrivateFeeds> made_;
  Day published_day_{};  // of the latest publication: the window moves with it
  FeedScope swedish_;    // what feeds in a language have in common
  FeedScope english_;
  std::unordered_map<std::string, const Person*> people_;
  std::unordered_map<std::string, const PrivateFeeds::Feed*> before_of_;   // by link
  std::unordered_map<std::string, std::vector<std::uint32_t>> events_of_;  // by body, by time
  std::map<std::string, std::uint32_t> scope_of_;  // by what tells them apart
  std::vector<std::string> heads_;                 // by scope: what stands before the events
  std::vector<std::uint64_t> fingerprints_;        // of rendered events; 0: not worked out
};

}  // namespace rytm
