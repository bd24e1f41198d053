// Links to private calendars: made, listed, taken back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/actor.h"
#include "app/people.h"
#include "app/secret.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"
#include "store/feed_link_store.h"

namespace rytm {

struct NewFeedLink {
  std::string name;  // "telefon"
  FeedChoice choice{};
};

struct MadeFeedLink {
  Secret token;  // shown once, kept nowhere
  FeedLink link;
};

// "/feed/….ics"
std::string FeedPathOf(const Secret& token);

// The family of the program that a User-Agent names.
FeedClient ClientOf(std::string_view user_agent);

// Works: fetched within kNotFetchedFor of `now`, or younger than that.
bool IsFetched(const FeedLink& link, Instant now);

// Every link made and revoked is noted in the audit log. From any thread.
class FeedLinks {
 public:
  // All of it must outlive this.
  FeedLinks(Database& database, const Clock& clock, Randomness& randomness)
      : database_(database),
        clock_(clock),
        randomness_(randomness),
        people_(database, clock, randomness) {}

  // By who manages people (kManagePeople). A person's: of all bodies they sit in, since whoever
  // makes a link can read by it; a role's: of all its bodies (kRefused). kBadInput, every problem
  // at once; kNotFound: no such person, or none of the actor's; kTooLarge: kFeedLinksMax links of
  // the person are in force, or as many of nobody's as people may be (kPeopleMax).
  Result<MadeFeedLink> Make(const Actor& actor, const NewFeedLink& asked);
  // Of a person; of nobody's, with an empty id: those of roles in bodies of the actor's.
  Result<std::vector<FeedLink>> Of(const Actor& actor, const std::string& person);
  Result<FeedLink> Find(const Actor& actor, const std::string& id);
  // kNotFound: no such link in force.
  Result<Done> Revoke(const Actor& actor, const std::string& id);

  // By the person themself, who has proved who they are. A feed of theirs shows no more than they
  // see, whatever was asked.
  Result<MadeFeedLink> MakeOwn(const std::string& person, NewFeedLink asked);
  Result<std::vector<FeedLink>> Own(const std::string& person);
  Result<Done> RevokeOwn(const std::string& person, const std::string& id);

 private:
  Result<Done> MayMake(const Actor& actor, const FeedChoice& choice);
  bool Manages(const Actor& actor, const FeedLink& link);
  Result<MadeFeedLink> Add(const Actor& actor, const NewFeedLink& asked);
  Result<Done> TakeBack(const Actor& actor, const std::string& id);

  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
  People people_;
};

}  // namespace rytm
