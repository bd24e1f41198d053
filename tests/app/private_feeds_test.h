// Publications of Ekeby (tests/edition/ekeby_plan.h) as private feeds show them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/private_feeds.h"
#include "app/tokens.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {

inline Person Somebody(const std::string& id, std::vector<Assignment> assignments) {
  return {.id = id, .name = "Anna Exempel", .assignments = std::move(assignments)};
}

inline Assignment Sits(const std::string& body, Post post = Post::kMember,
                       std::string_view from = "2026-10-15") {
  return {.body = body, .post = post, .from = On(from)};
}

class PrivateFeedsTest : public testing::Test {
 protected:
  void Publish(const std::vector<Item>& items, std::string_view now = "2026-11-23T14:02:00Z") {
    publications_.Publish(items, now);
  }

  // A link of the person whose token is its id.
  FeedLink& Link(const std::string& id, FeedChoice choice) {
    FeedLink link{.id = id,
                  .name = "telefon",
                  .choice = std::move(choice),
                  .created = At("2026-11-24T08:00:00Z")};
    source_.links.push_back({.link = std::move(link), .token_hash = HashOf(id)});
    return source_.links.back().link;
  }

  std::shared_ptr<const PrivateFeeds> Build(const PrivateFeeds* before = nullptr) {
    auto catalog = std::make_shared<Catalog>();
    catalog->organisation = publications_.organisation();
    for (const Edition& edition : publications_.latest())
      catalog->editions.emplace(edition.body, edition);
    source_.catalog = std::move(catalog);
    return PrivateFeeds::Build(source_, before);
  }

  std::string Bytes(const std::string& token) {
    const auto feeds = Build();
    const PrivateFeeds::Feed* feed = feeds->Find(token);
    return feed == nullptr ? "no such feed" : feeds->Render(*feed);
  }

  // Each property on one line.
  std::string Feed(const std::string& token) {
    std::string bytes = Bytes(token);
    for (std::size_t at = 0; (at = bytes.find("\r\n ", at)) != std::string::npos;)
      bytes.erase(at, 3);
    return bytes;
  }

  // Of one event of it, or nothing.
  static std::string EventOf(const std::string& feed, const std::string& uid) {
    const std::size_t at = feed.find("UID:" + uid + "\r\n");
    return at == std::string::npos ? "" : feed.substr(at, feed.find("END:VEVENT", at) - at);
  }

  Publications publications_{Ekeby()};
  PrivateFeedSource source_{
      .catalog = nullptr, .today = On("2027-01-01"), .now = At("2027-01-01T08:00:00Z")};
};

}  // namespace rytm
