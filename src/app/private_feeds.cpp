#include "app/private_feeds.h"

#include <sodium.h>

#include "app/private_feeds_build.h"
#include "app/tokens.h"

namespace rytm {
namespace {

constexpr unsigned kClientBits = 3;
constexpr std::uint64_t kClientMask = (1U << kClientBits) - 1;

}  // namespace

std::string PrivateFeeds::Feed::etag() const {
  std::array<char, 2 * sizeof(tag_) + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), tag_.data(), tag_.size());
  return "\"" + std::string(hex.data()) + "\"";
}

std::shared_ptr<const PrivateFeeds> PrivateFeeds::Build(const PrivateFeedSource& source,
                                                        const PrivateFeeds* before) {
  return PrivateFeedsBuild(source, before).Run();
}

const PrivateFeeds::Feed* PrivateFeeds::Find(std::string_view token) const {
  const auto found = by_token_.find(HashOf(token));
  return found == by_token_.end() ? nullptr : &feeds_[found->second];
}

std::vector<FeedEntry> PrivateFeeds::EntriesOf(const Feed& feed) const {
  std::vector<FeedEntry> entries;
  entries.reserve(feed.entries_.size());
  for (const std::uint32_t entry : feed.entries_)
    entries.push_back({.event = events_[EventIn(entry)],
                       .level = LevelIn(entry),
                       .substitute = SubstituteIn(entry)});
  return entries;
}

std::string PrivateFeeds::Render(const Feed& feed) const {
  return RenderEntries(EntriesOf(feed), scopes_[feed.scope_]);
}

Result<Done> PrivateFeeds::ReadBack(const Feed& feed) const {
  return rytm::ReadBack(Render(feed), EntriesOf(feed), scopes_[feed.scope_]);
}

void PrivateFeeds::NoteFetch(const Feed& feed, FeedFetch fetch) const {
  const auto seconds = static_cast<std::uint64_t>(fetch.at.time_since_epoch().count());
  fetches_[static_cast<std::size_t>(&feed - feeds_.data())].store(
      seconds << kClientBits | static_cast<std::uint64_t>(fetch.client), std::memory_order_relaxed);
}

std::vector<FeedLinkStore::Noted> PrivateFeeds::TakeFetches() const {
  std::vector<FeedLinkStore::Noted> noted;
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    const std::uint64_t packed = fetches_[i].exchange(0, std::memory_order_relaxed);
    if (packed == 0) continue;
    noted.push_back({.link = feeds_[i].link_,
                     .fetch = {.at = Instant{std::chrono::seconds{
                                   static_cast<std::chrono::seconds::rep>(packed >> kClientBits)}},
                               .client = static_cast<FeedClient>(packed & kClientMask)}});
  }
  return noted;
}

}  // namespace rytm
