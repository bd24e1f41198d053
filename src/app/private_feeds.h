// Calendars of people and roles, behind links that nobody can guess: one immutable value for each
// state of publications, people and links, and each day, swapped in whole (DESIGN §6).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/catalog.h"
#include "base/day.h"
#include "feeds/render.h"
#include "organisation/people.h"
#include "reminders/due.h"
#include "store/feed_link_store.h"

namespace rytm {

// What private feeds are made of, as it stands at one moment.
struct PrivateFeedSource {
  std::shared_ptr<const Catalog> catalog;  // never null
  std::vector<Person> people{};
  std::vector<HashedFeedLink> links{};
  std::set<UidAndPerson> called{};   // substitutes who are to come
  std::set<UidAndPerson> invited{};  // whose own calendar has the meeting already
  Day today{};
  Instant now{};
};

class PrivateFeeds {
 public:
  // What is kept of a feed while nobody asks for it: four bytes an event.
  class Feed {
   public:
    const std::string& link() const { return link_; }  // an id
    bool gone() const { return gone_; }  // revoked more than kRevokedFeedKept ago: answers 410
    std::size_t events() const { return entries_.size(); }
    // With quotes. Another exactly where the calendar differs by a byte.
    std::string etag() const;
    // When the program first saw it so. Never falls while it runs.
    Instant last_modified() const { return last_modified_; }

   private:
    friend class PrivateFeeds;
    friend class PrivateFeedsBuild;

    std::string link_;
    std::array<unsigned char, 16> tag_{};
    Instant last_modified_{};
    std::uint32_t scope_ = 0;             // in scopes_
    std::vector<std::uint32_t> entries_;  // packed, in order of time
    bool gone_ = false;
  };

  // A person's feed holds what the person sees of the bodies they sit in, on the days they do: the
  // text of the highest level that sees it; nothing of a body from the day after their last one
  // there, and no meeting they are invited to. A substitute's meetings are tentative and say so
  // until they are called. A feed of a role shows what its level sees and no more; where it is
  // somebody's, while they have that level. `before`: what was served until now, for Last-Modified;
  // may be null.
  static std::shared_ptr<const PrivateFeeds> Build(const PrivateFeedSource& source,
                                                   const PrivateFeeds* before);

  // Whose token it is; nullptr: nobody's.
  const Feed* Find(std::string_view token) const;
  const std::vector<Feed>& all() const { return feeds_; }

  // The calendar.
  std::string Render(const Feed& feed) const;

  // Whether another reader of calendars takes it as it is meant (ReadBack in feeds/render.h).
  Result<Done> ReadBack(const Feed& feed) const;

  // Somebody fetched it: the last time is kept. From any thread.
  void NoteFetch(const Feed& feed, FeedFetch fetch) const;
  // What was noted since this was asked the last time. From one thread at a time.
  std::vector<FeedLinkStore::Noted> TakeFetches() const;

 private:
  friend class PrivateFeedsBuild;
  PrivateFeeds() = default;
  std::vector<FeedEntry> EntriesOf(const Feed& feed) const;

  std::shared_ptr<const Catalog> catalog_;  // which the events are in
  std::vector<const Event*> events_;        // by time
  std::vector<FeedScope> scopes_;
  std::vector<Feed> feeds_;
  std::unordered_map<std::string, std::uint32_t> by_token_;  // by the token's hash
  mutable std::vector<std::atomic<std::uint64_t>> fetches_;  // by feed, packed; 0: none
};

}  // namespace rytm
