#include "app/api_keys.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/account_check.h"
#include "app/rules.h"
#include "base/limits.h"

namespace rytm {
namespace {

constexpr std::chrono::hours kUsedTouch{1};  // last_used is written no more often

bool InForce(const ApiKey& key, Instant now) { return !key.revoked && now < key.expires; }

void CheckScopeAndLife(const NewApiKey& asked, const Organisation& organisation, Instant now,
                       std::vector<Problem>& problems) {
  const auto other_role = [&](const Grant& grant) {
    return grant.role == Role::kAdministrator || grant.role != asked.grants.front().role;
  };
  if (asked.grants.empty() || std::any_of(asked.grants.begin(), asked.grants.end(), other_role))
    problems.push_back({.file = "",
                        .pointer = "/grants",
                        .what = Text("En nyckel har en roll, men inte administratörens.",
                                     "A key has one role, but not the administrator's."),
                        .instead = Text("planner, secretary, reader")});
  CheckGrants(asked.grants, organisation, problems);
  if (asked.expires <= now || asked.expires > now + kApiKeyLife) {
    const std::string days = std::to_string(kApiKeyLife.count());
    problems.push_back(
        {.file = "",
         .pointer = "/expires",
         .what = Text("Nyckeln måste gälla en tid framåt, högst " + days + " dagar.",
                      "The key must be good for some time, at most " + days + " days."),
         .instead = {}});
  }
}

}  // namespace

Result<std::vector<ApiKey>> ApiKeys::All(const Actor& actor) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may.error();
  return database_.api_keys().All();
}

Result<MadeApiKey> ApiKeys::Make(const Actor& actor, const NewApiKey& asked) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may.error();
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  const Instant now = clock_.Now();
  std::vector<Problem> problems;
  std::string label = AcceptName(asked.label, "/label", problems);
  CheckScopeAndLife(asked, organisation.value(), now, problems);
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, Text("Nyckeln är inte skapad.", "The key was not made."),
                  std::move(problems));
  MadeApiKey made{.key = NewToken(randomness_, kApiKeyPrefix),
                  .stored = {.id = NewId(randomness_, "k-"),
                             .label = std::move(label),
                             .grants = asked.grants,
                             .created_by = actor.person,
                             .created = now,
                             .expires = asked.expires,
                             .revoked = std::nullopt,
                             .last_used = std::nullopt}};
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    const Result<std::vector<ApiKey>> all = database_.api_keys().All();
    if (!all.ok()) return all.error();
    const auto in_force = std::count_if(all.value().begin(), all.value().end(),
                                        [&](const ApiKey& key) { return InForce(key, now); });
    if (static_cast<std::size_t>(in_force) >= kApiKeysMax)
      return Refuse(ErrorCode::kTooLarge, Text("Det finns för många nycklar. Återkalla några.",
                                               "There are too many keys. Revoke some."));
    if (Result<Done> added = database_.api_keys().Add(made.stored, HashOf(made.key.bytes()));
        !added.ok())
      return added;
    return database_.audit().Append(
        EntryOf(actor, now, "key-made", made.stored.id, GrantWords(asked.grants)));
  });
  if (!done.ok()) return done.error();
  return made;
}

Result<Done> ApiKeys::Revoke(const Actor& actor, const std::string& id) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may;
  return database_.AllOrNothing([&]() -> Result<Done> {
    const Instant now = clock_.Now();
    const Result<bool> revoked = database_.api_keys().Revoke(id, now);
    if (!revoked.ok()) return revoked.error();
    if (!revoked.value())
      return Refuse(ErrorCode::kNotFound, Text("Det finns ingen nyckel " + id + " som gäller.",
                                               "There is no key " + id + " in force."));
    return database_.audit().Append(EntryOf(actor, now, "key-revoked", id));
  });
}

Result<Actor> ApiKeys::Check(std::string_view key) {
  const Instant now = clock_.Now();
  const Result<std::optional<ApiKey>> found = database_.api_keys().WithHash(HashOf(key));
  if (!found.ok()) return found.error();
  if (!found.value() || !InForce(*found.value(), now))
    return Refuse(ErrorCode::kNotLoggedIn,
                  Text("Nyckeln gäller inte: den är okänd, återkallad eller för gammal.",
                       "The key is not valid: unknown, revoked or too old."));
  const ApiKey& stored = *found.value();
  // What cannot be written (a full disk) is no reason to refuse those who only read.
  if (!stored.last_used || now >= *stored.last_used + kUsedTouch)
    (void)database_.api_keys().Touch(stored.id, now);
  return Actor{.person = "", .via = "key:" + stored.id, .grants = stored.grants};
}

}  // namespace rytm
