#include "app/feed_cache.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

TEST(FeedCache, KeepsWhatWasAskedForLastWithinItsRoom) {
  FeedCache cache(250);
  int made = 0;
  const auto get = [&](const std::string& key) {
    return cache
        .Get(key,
             [&] {
               ++made;
               ServedFeed feed;
               feed.answer = std::string(100, key[0]);
               return feed;
             })
        ->answer[0];
  };
  EXPECT_EQ(get("a"), 'a');
  EXPECT_EQ(get("b"), 'b');
  EXPECT_EQ(get("a"), 'a');
  EXPECT_EQ(made, 2);
  EXPECT_EQ(get("c"), 'c');  // b was asked for longest ago
  EXPECT_EQ(cache.bytes(), 200U);
  get("a");
  EXPECT_EQ(made, 3);
  get("b");
  EXPECT_EQ(made, 4);
}

TEST(FeedCache, GivesWhatIsTooLargeToKeep) {
  FeedCache cache(10);
  const auto feed = cache.Get("a", [] {
    ServedFeed large;
    large.answer = std::string(100, 'a');
    return large;
  });
  EXPECT_EQ(feed->answer.size(), 100U);
  EXPECT_EQ(cache.bytes(), 0U);
}

}  // namespace
}  // namespace rytm
