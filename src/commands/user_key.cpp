// rytm user key: keys for programs.
#include <iostream>
#include <memory>

#include "base/limits.h"
#include "commands/account_use.h"
#include "commands/command.h"
#include "commands/role_options.h"

namespace rytm {
namespace {

constexpr Days kUsualLife{365};

struct Options {
  std::string data;
  std::string label;
  std::string id;
  std::string until;
  RoleOptions roles;
};

Json InstantOrNull(const std::optional<Instant>& instant) {
  return instant ? Json(FormatInstant(*instant)) : Json(nullptr);
}

JsonObject KeyJson(const ApiKey& key) {
  return {{"id", key.id},
          {"label", key.label},
          {"roles", GrantsJson(key.grants)},
          {"created", FormatInstant(key.created)},
          {"expires", FormatInstant(key.expires)},
          {"revoked", InstantOrNull(key.revoked)},
          {"last-used", InstantOrNull(key.last_used)}};
}

std::string StateWords(const ApiKey& key, Instant now, Language language) {
  const bool swedish = language == Language::kSwedish;
  if (key.revoked) return swedish ? "återkallad" : "revoked";
  if (now >= key.expires) return swedish ? "för gammal" : "expired";
  return (swedish ? "till " : "until ") + FormatInstant(key.expires);
}

// The end of the day given, in UTC.
Result<Instant> Expiry(const CommandContext& context, const Options& options) {
  if (options.until.empty()) return context.clock.Now() + kUsualLife;
  const Result<Day> day = DayOption("--until", options.until);
  if (!day.ok()) return day.error();
  return Instant{day.value().time_since_epoch() + Days{1}};
}

void Make(CommandContext& context, const Options& options) {
  const Result<Instant> expires = Expiry(context, options);
  if (!expires.ok()) return Refuse(context, expires.error());
  const Result<std::unique_ptr<AccountUse>> use = OpenAccounts(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  const Result<MadeApiKey> made = use.value()->api_keys().Make(
      CommandLine(),
      {.label = options.label, .grants = options.roles.Grants(), .expires = expires.value()});
  if (!made.ok()) return Refuse(context, made.error());
  if (context.format == Format::kJson) {
    JsonObject json = KeyJson(made.value().stored);
    json["key"] = made.value().key.bytes();
    context.out << WriteJsonCompact(json) << "\n";
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << made.value().key.bytes() << "\n"
              << (swedish ? "Spara den nu: den visas aldrig igen. Den återkallas med "
                            "rytm user key revoke "
                          : "Keep it now: it is never shown again. It is revoked with rytm user "
                            "key revoke ")
              << made.value().stored.id << "\n";
}

void List(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<AccountUse>> use = OpenAccounts(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  const Result<std::vector<ApiKey>> keys = use.value()->api_keys().All(CommandLine());
  if (!keys.ok()) return Refuse(context, keys.error());
  if (context.format == Format::kJson) {
    JsonArray array;
    for (const ApiKey& key : keys.value()) array.push_back(KeyJson(key));
    context.out << WriteJsonCompact(array) << "\n";
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const ApiKey& key : keys.value())
    rows.push_back({key.id, key.label, GrantWords(key.grants),
                    StateWords(key, context.clock.Now(), context.language)});
  context.out << Columns(rows);
}

void Revoke(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<AccountUse>> use = OpenAccounts(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  const Result<Done> revoked = use.value()->api_keys().Revoke(CommandLine(), options.id);
  if (!revoked.ok()) return Refuse(context, revoked.error());
  List(context, options);
}

}  // namespace

void AddUserKey(Command user, CommandContext& context) {
  const Command key = user.AddSubcommand("key", "nycklar åt program / keys for programs");
  key.NeedsSubcommand();
  auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* what,
                       void (*work)(CommandContext&, const Options&)) {
    const Command command = key.AddSubcommand(name, what);
    AddDataFolder(command, options->data);
    AddFormat(command, context, {Format::kTable, Format::kJson});
    command.Runs([&context, options, work] { work(context, *options); });
    return command;
  };
  const Command make = add("add", "ny nyckel; visas en gång / a new key; shown once", Make);
  make.AddOption("label", options->label, "vad den är till för / what it is for").Required();
  make.AddOption(
      "--until", options->until,
      "den gäller till och med; ett år, om inget sägs / it is good until; a year is the default");
  AddRoleOptions(make, options->roles);
  add("list", "alla nycklar / all keys", List);
  add("revoke", "återkalla / revoke", Revoke)
      .AddOption("id", options->id, "nyckelns id / the key's id")
      .Required();
}

}  // namespace rytm
