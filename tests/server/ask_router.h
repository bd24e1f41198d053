// The router for tests that know the plan too, which has a Route of its own.
#pragma once

#include <memory>

#include "app/feed_cache.h"
#include "app/private_feeds.h"
#include "server/http.h"

namespace rytm {

struct AskedRouter {
  std::shared_ptr<const Catalog> catalog;
  std::shared_ptr<const PrivateFeeds> private_feeds;
  FeedCache* cache = nullptr;
  Instant now{};
  Day today{};
};

// With the pages' own templates.
HttpAnswer AskRouter(const HttpRequest& request, const AskedRouter& asked);

}  // namespace rytm
