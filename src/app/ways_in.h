// The addresses of people's own pages that stand in mails. Who has one gets in.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/tokens.h"
#include "base/result.h"
#include "reminders/letters.h"
#include "store/database.h"
#include "store/way_in_store.h"

namespace rytm {

// Makes the links of one transaction's letters, each new.
class WaysIn {
 public:
  // `public_url`: "https://rytm.ekeby.example"; empty: there are no links.
  WaysIn(Randomness& randomness, std::string public_url, Instant now)
      : randomness_(randomness), public_url_(std::move(public_url)), now_(now) {}

  // For the letters to one person. What is returned must not outlive this.
  LetterLinks To(const std::string& person);
  // To everything of a person's, for a short while.
  std::string Fresh(const std::string& person);

  // Those made since: in the transaction of the letters they are in.
  Result<Done> Store(Database& database);

 private:
  std::string New(const std::string& person, WayIn::Kind kind, const std::string& uid);

  Randomness& randomness_;
  std::string public_url_;
  Instant now_;
  std::vector<std::pair<std::string, WayIn>> made_;  // by hash
};

// Into the outbox, with the links in them: in the transaction of what they tell of.
Result<Done> KeepLetters(Database& database, const Organisation& organisation,
                         const std::vector<Letter>& letters, WaysIn& ways_in, Instant now);

// Where links lead: as the server was told, else as the rule file says; empty: nobody knows.
std::string PublicUrlOf(const std::string& told, const Organisation& organisation);

// "/my/TOKEN" and below.
inline constexpr std::string_view kOwnPages = "/my/";

// The text of a letter for others to read: "…/my/TOKEN" becomes "…/my/…", which lets nobody in.
std::string WithoutWaysIn(std::string_view text);

}  // namespace rytm
