// API keys, for administrators.
#include "server/api/grants.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

JsonObject AsJson(const ApiKey& key) {
  JsonObject json{{"id", key.id},
                  {"label", key.label},
                  {"grants", GrantsAsJson(key.grants)},
                  {"created-by", key.created_by},
                  {"created", FormatInstant(key.created)},
                  {"expires", FormatInstant(key.expires)}};
  if (key.revoked) json["revoked"] = FormatInstant(*key.revoked);
  if (key.last_used) json["last-used"] = FormatInstant(*key.last_used);
  return json;
}

}  // namespace

Result<Reply> ListApiKeys(Call& call) {
  const Result<std::vector<ApiKey>> keys = call.desk.api_keys.All(call.actor);
  if (!keys.ok()) return keys.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  return page.value().Of<ApiKey>(
      call, keys.value(), [](const ApiKey& key) { return key.id; },
      [](const ApiKey& key) { return AsJson(key); });
}

Result<Reply> MakeApiKey(Call& call) {
  const Result<NewApiKey> asked = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"label", "grants", "until"});
    const Day until = body.ReadDay("until");  // to the end of that day
    return NewApiKey{.label = body.ReadString("label", Lines::kOne, kPersonNameBytesMax),
                     .grants = ReadGrants(body, "grants"),
                     .expires = Instant{(until + Days{1}).time_since_epoch()}};
  });
  if (!asked.ok()) return asked.error();
  const Result<MadeApiKey> made = call.desk.api_keys.Make(call.actor, asked.value());
  if (!made.ok()) return made.error();
  JsonObject json = AsJson(made.value().stored);
  json["key"] = made.value().key.bytes();
  return Reply{.status = 201, .json = std::move(json)};
}

Result<Reply> RevokeApiKey(Call& call) {
  const Result<Done> revoked = call.desk.api_keys.Revoke(call.actor, call.Part("key"));
  if (!revoked.ok()) return revoked.error();
  return Reply{.status = 204};
}

}  // namespace rytm
