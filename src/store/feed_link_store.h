// Links to private calendars: what each shows, whether it holds, and when it was last fetched. One
// of the stores of a Database. The token of a link is nowhere: only its hash is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "edition/feed_choice.h"

namespace rytm {

// The family of program that fetched, all that is kept of who it was.
enum class FeedClient { kOutlook, kGoogle, kApple, kThunderbird, kOther };
inline constexpr JsonWord<FeedClient> kFeedClientWords[] = {
    {"Outlook", FeedClient::kOutlook},
    {"Google", FeedClient::kGoogle},
    {"Apple", FeedClient::kApple},
    {"Thunderbird", FeedClient::kThunderbird},
    {"other", FeedClient::kOther}};

struct FeedFetch {
  Instant at{};
  FeedClient client = FeedClient::kOther;

  friend bool operator==(const FeedFetch&, const FeedFetch&) = default;
};

struct FeedLink {
  std::string id;    // "f-…"
  std::string name;  // "telefon"
  FeedChoice choice;
  std::string created_by{};  // of a login; empty: the command line, or the person themself
  Instant created{};
  std::optional<Instant> revoked{};
  std::optional<FeedFetch> fetched{};  // the last time

  friend bool operator==(const FeedLink&, const FeedLink&) = default;
};

struct HashedFeedLink {
  FeedLink link;
  std::string token_hash;
};

class FeedLinkStore {
 public:
  virtual ~FeedLinkStore() = default;

  // In the order they were made, those revoked too.
  virtual Result<std::vector<HashedFeedLink>> All() = 0;
  // Of the person; of nobody's, with an empty id.
  virtual Result<std::vector<FeedLink>> Of(const std::string& person) = 0;
  virtual Result<std::optional<FeedLink>> Find(const std::string& id) = 0;

  // Both count as a change of people (PersonStore::Revision).
  virtual Result<Done> Add(const FeedLink& link, const std::string& token_hash) = 0;
  // False: there is no such link, or it is revoked already.
  virtual Result<bool> Revoke(const std::string& id, Instant now) = 0;

  struct Noted {
    std::string link;  // an id; one that is gone is left out
    FeedFetch fetch;
  };
  virtual Result<Done> NoteFetches(const std::vector<Noted>& fetches) = 0;
};

}  // namespace rytm
