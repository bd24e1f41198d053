// Accounts and their roles, for administrators.
#include <algorithm>

#include "server/api/grants.h"
#include "server/api/handlers.h"
#include "server/api/match.h"
#include "server/api/page.h"
#include "server/target.h"

namespace rytm {
namespace {

JsonObject AsJson(const Account& account) {
  return {{"person", account.person},
          {"login", account.login},
          {"name", account.name},
          {"disabled", account.disabled},
          {"must-change", account.must_change},
          {"has-totp", account.has_totp},
          {"created", FormatInstant(account.created)},
          {"grants", GrantsAsJson(account.grants)}};
}

Reply AccountReply(const Account& account, int status = 200) {
  return {.status = status, .json = AsJson(account), .etag = TagOf(AsJson(account))};
}

// The account, where If-Match names it as it is.
struct Named {
  std::optional<Account> account;
  std::optional<Reply> refused;
};

Result<Named> Match(Call& call) {
  const Result<Account> account = call.desk.accounts.Find(call.actor, call.Part("login"));
  if (!account.ok()) return account.error();
  std::optional<Reply> refused =
      Mismatch(call, {.current = AsJson(account.value()),
                      .missing = Text("Skicka If-Match med kontots ETag.",
                                      "Send If-Match with the ETag of the account."),
                      .stale = Text("Någon annan har ändrat kontot sedan du läste det.",
                                    "Somebody else changed the account since you read it.")});
  return Named{account.value(), std::move(refused)};
}

std::vector<Grant> Without(const std::vector<Grant>& all, const std::vector<Grant>& taken) {
  std::vector<Grant> left = all;
  std::erase_if(left, [&](const Grant& grant) {
    return std::find(taken.begin(), taken.end(), grant) != taken.end();
  });
  return left;
}

}  // namespace

Result<Reply> ListAccounts(Call& call) {
  const Result<std::vector<Account>> accounts = call.desk.accounts.All(call.actor);
  if (!accounts.ok()) return accounts.error();
  const Result<Page> page = Page::Asked(call);
  if (!page.ok()) return page.error();
  return page.value().Of<Account>(
      call, accounts.value(), [](const Account& account) { return account.login; },
      [](const Account& account) { return AsJson(account); });
}

Result<Reply> AddAccount(Call& call) {
  struct Asked {
    NewAccount account;
    Secret password;
  };
  const Result<Asked> asked = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"login", "name", "grants", "password"});
    return Asked{{.login = body.ReadString("login", Lines::kOne, kLoginNameBytesMax),
                  .name = body.ReadString("name", Lines::kOne, kPersonNameBytesMax),
                  .grants = ReadGrants(body, "grants")},
                 Secret(body.ReadString("password", Lines::kOne, kPasswordBytesMax))};
  });
  if (!asked.ok()) return asked.error();
  const Result<Account> added =
      call.desk.accounts.Add(call.actor, asked.value().account, asked.value().password);
  if (!added.ok()) return added.error();
  Reply reply = AccountReply(added.value(), 201);
  reply.fields = "Location: /api/v1/accounts/" + PercentEncoded(added.value().login) + "\r\n";
  return reply;
}

Result<Reply> GetAccount(Call& call) {
  const Result<Account> account = call.desk.accounts.Find(call.actor, call.Part("login"));
  if (!account.ok()) return account.error();
  return AccountReply(account.value());
}

Result<Reply> ChangeAccount(Call& call) {
  struct Asked {
    std::optional<bool> disabled;
    std::optional<std::vector<Grant>> grants;
  };
  const Result<Asked> asked = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"disabled", "grants"});
    Asked read{.disabled = body.OptionalBool("disabled"), .grants = {}};
    if (body.Has("grants")) read.grants = ReadGrants(body, "grants");
    return read;
  });
  if (!asked.ok()) return asked.error();
  const auto& [disabled, grants] = asked.value();
  Result<Named> matched = Match(call);
  if (!matched.ok()) return matched.error();
  if (matched.value().refused) return std::move(*matched.value().refused);
  Result<Account> account = std::move(*matched.value().account);
  const std::string login = account.value().login;
  if (grants) {
    const std::vector<Grant> before = account.value().grants;
    const std::vector<Grant> fresh = Without(*grants, before);
    const std::vector<Grant> gone = Without(before, *grants);
    if (!fresh.empty()) account = call.desk.accounts.GrantRoles(call.actor, login, fresh);
    if (account.ok() && !gone.empty())
      account = call.desk.accounts.RevokeRoles(call.actor, login, gone);
  }
  if (account.ok() && disabled && *disabled != account.value().disabled)
    account = *disabled ? call.desk.accounts.Disable(call.actor, login)
                        : call.desk.accounts.Enable(call.actor, login);
  if (!account.ok()) return account.error();
  return AccountReply(account.value());
}

Result<Reply> EraseAccount(Call& call) {
  Result<Named> matched = Match(call);
  if (!matched.ok()) return matched.error();
  if (matched.value().refused) return std::move(*matched.value().refused);
  const Result<Done> erased = call.desk.accounts.Erase(call.actor, matched.value().account->login);
  if (!erased.ok()) return erased.error();
  return Reply{.status = 204};
}

Result<Reply> ResetPassword(Call& call) {
  const Result<Secret> password = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"password"});
    return Secret(body.ReadString("password", Lines::kOne, kPasswordBytesMax));
  });
  if (!password.ok()) return password.error();
  Result<Named> matched = Match(call);
  if (!matched.ok()) return matched.error();
  if (matched.value().refused) return std::move(*matched.value().refused);
  const Result<Account> account = call.desk.accounts.ResetPassword(
      call.actor, matched.value().account->login, password.value());
  if (!account.ok()) return account.error();
  return AccountReply(account.value());
}

Result<Reply> ResetTotp(Call& call) {
  Result<Named> matched = Match(call);
  if (!matched.ok()) return matched.error();
  if (matched.value().refused) return std::move(*matched.value().refused);
  const Result<Account> account =
      call.desk.accounts.ResetTotp(call.actor, matched.value().account->login);
  if (!account.ok()) return account.error();
  return AccountReply(account.value());
}

}  // namespace rytm
