#include "app/feed_cache.h"

namespace rytm {

std::shared_ptr<const ServedFeed> FeedCache::Get(const std::string& key,
                                                 const std::function<ServedFeed()>& make) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_key_.find(key); known != by_key_.end()) {
      newest_first_.splice(newest_first_.begin(), newest_first_, known->second);
      return known->second->second;
    }
  }
  auto made = std::make_shared<const ServedFeed>(make());
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return made;  // somebody else was at it too
  newest_first_.emplace_front(key, made);
  by_key_.emplace(key, newest_first_.begin());
  bytes_ += made->answer.size();
  while (bytes_ > bytes_max_) {
    const Entry& oldest = newest_first_.back();
    bytes_ -= oldest.second->answer.size();
    by_key_.erase(oldest.first);
    newest_first_.pop_back();
  }
  return made;
}

std::size_t FeedCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace rytm
