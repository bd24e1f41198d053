// One request on its way through its handler: who asks, what for, and what there is to answer with.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "app/accounts.h"
#include "app/api_keys.h"
#include "app/feed_links.h"
#include "app/logins.h"
#include "app/people.h"
#include "app/planned.h"
#include "app/readership.h"
#include "app/sign_in.h"
#include "base/json_reader.h"
#include "server/api/endpoint.h"
#include "server/api/events.h"
#include "server/api/reply.h"

namespace rytm {

// What all requests share.
struct ApiSettings {
  std::string public_url;  // "https://rytm.ekeby.example"; empty: by Host
  std::string issuer;      // how authenticator apps call us
  bool secure() const { return public_url.starts_with("https://"); }
};

// What one request at a time has for itself: a connection to the database, and the use cases on it.
struct Desk {
  Desk(std::unique_ptr<Database> opened, const Clock& clock, Randomness& chance,
       const Passwords& passwords, const ApiSettings& settings)
      : database(std::move(opened)),
        accounts(*database, clock, chance, passwords),
        api_keys(*database, clock, chance),
        logins(*database, clock, chance, settings.issuer),
        sign_in(*database, clock, chance, passwords),
        people(*database, clock, chance),
        feed_links(*database, clock, chance),
        randomness(chance) {}

  const std::unique_ptr<Database> database;
  Accounts accounts;
  ApiKeys api_keys;
  Logins logins;
  PasswordSignIn sign_in;
  People people;
  FeedLinks feed_links;
  Randomness& randomness;
  std::shared_ptr<const Readership>
      readership{};  // loaded before; what still holds is not read again
};

class Call {
 public:
  const ApiRequest& request;
  const Endpoint& endpoint;
  const std::map<std::string, std::string, std::less<>>& parts;
  const ApiSettings& settings;
  PlanCache& plans;
  const std::shared_ptr<PlanEvents>& events;
  Desk& desk;
  Instant now{};
  Language language = Language::kSwedish;
  Visitor visitor{};
  std::string token{};           // of the login's cookie
  std::optional<Login> login{};  // none: a key, or nobody
  Actor actor{};

  Database& database() const { return *desk.database; }
  const std::string& Part(std::string_view name) const { return parts.find(name)->second; }
  // A part that is a number from 1; nullopt: it is none.
  std::optional<std::int64_t> Number(std::string_view name) const;

  // Whether the actor's roles allow it on the body.
  bool May(Action action, std::string_view body) const {
    return rytm::May(actor.grants, action, body);
  }
  bool Sees(std::string_view body) const { return May(Action::kSeePlan, body); }

  // The request's JSON. Refused: what is no JSON.
  Result<Json> Body() const;
  // What `read` makes of the request's JSON object. Refused as Body, and with every problem that
  // `read` tells its JsonReader, at once.
  template <class Read>
  auto ReadBody(const Read& read) const -> Result<std::invoke_result_t<Read, const JsonReader&>> {
    const Result<Json> body = Body();
    if (!body.ok()) return body.error();
    return ReadJson(body.value(), read);
  }
  // The same of the query, as {"limit": 20, "body": "ks"}; what counts is a number.
  template <class Read>
  auto ReadQuery(const Read& read) const -> Result<std::invoke_result_t<Read, const JsonReader&>> {
    return ReadJson(Query(), read);
  }

  // `language` of a query that has nothing else; as they read, where it has none.
  Result<Language> LanguageAsked() const;

  // The plan of the newest revision; in a write, before anything is written. kNotFound too where
  // the route's {org} is another organisation.
  Result<std::shared_ptr<const Planned>> Plan();
  // Everybody who may be written to, as of now.
  Result<std::shared_ptr<const Readership>> Readers();

  // A list of the plan's, or one of its things, as it is at this revision.
  Reply With(Json json, const Planned& planned) const {
    return {.json = std::move(json), .revision = planned.revision()};
  }

  // Who changes something, as the log of batches knows them.
  Author AuthorOf(Action action) const;

  Reply Refused(const Refusal& refusal) const { return AsReply(refusal, language, request.target); }

 private:
  Json Query() const;
  template <class Read>
  static auto ReadJson(const Json& json, const Read& read)
      -> Result<std::invoke_result_t<Read, const JsonReader&>> {
    std::vector<Problem> problems;
    const JsonReader reader(json, "", problems);
    if (!reader.ExpectObject()) return Wrong(json, std::move(problems));
    auto value = read(reader);
    if (!problems.empty()) return Wrong(json, std::move(problems));
    return value;
  }
  static Error Wrong(const Json& json, std::vector<Problem> problems);
};

// There is nothing here, or nothing that this actor may see: told alike.
Error NotHere();

}  // namespace rytm
