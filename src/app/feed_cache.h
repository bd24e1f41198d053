// Rendered private feeds, as many as there is room for: the ones asked for last.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "app/catalog.h"

namespace rytm {

// From any thread.
class FeedCache {
 public:
  explicit FeedCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  // What is kept under the key, or what `make` makes; others are not kept waiting meanwhile.
  std::shared_ptr<const ServedFeed> Get(const std::string& key,
                                        const std::function<ServedFeed()>& make);
  std::size_t bytes() const;

 private:
  using Entry = std::pair<std::string, std::shared_ptr<const ServedFeed>>;

  const std::size_t bytes_max_;
  mutable std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<Entry> newest_first_;
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace rytm
