#include "app/accounts.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "app/account_check.h"
#include "app/rules.h"
#include "app/sign_in.h"
#include "base/limits.h"
#include "store/login_store.h"

namespace rytm {

// What Alter does to an account that it has found.
struct Accounts::Change {
  std::string what;    // for the log
  std::string detail;  // ditto
  bool logs_out = false;
  std::function<Result<Done>(const Account&)> write;
};

namespace {

Error NoSuchLogin(const std::string& login) {
  return Refuse(ErrorCode::kNotFound, {"Ingen har inloggningsnamnet " + login + ".",
                                       "Nobody has the login name " + login + "."});
}

bool IsAdministrator(const Account& account) {
  return !account.disabled && May(account.grants, Action::kManageAccounts);
}

std::vector<Grant> SortedOnce(std::vector<Grant> grants) {
  std::sort(grants.begin(), grants.end());
  grants.erase(std::unique(grants.begin(), grants.end()), grants.end());
  return grants;
}

}  // namespace

Result<std::vector<Account>> Accounts::All(const Actor& actor) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may.error();
  return database_.accounts().All();
}

Result<Account> Accounts::Find(const Actor& actor, std::string_view login) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may.error();
  const std::string name = LoginName(login);
  const Result<std::optional<Account>> account = database_.accounts().WithLogin(name);
  if (!account.ok()) return account.error();
  if (!account.value()) return NoSuchLogin(name);
  return *account.value();
}

Result<Account> Accounts::Add(const Actor& actor, const NewAccount& asked, const Secret& password) {
  if (Result<Done> may = Require(actor, Action::kManageAccounts); !may.ok()) return may.error();
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  std::vector<Problem> problems;
  Account account{.person = NewId(randomness_, "p-"),
                  .login = LoginName(asked.login),
                  .name = AcceptName(asked.name, "/name", problems),
                  .created = clock_.Now(),
                  .grants = SortedOnce(asked.grants)};
  CheckLoginName(account.login, problems);
  CheckGrants(asked.grants, organisation.value(), problems);
  const Result<Secret> accepted =
      AcceptPasswordOf(account.login, account.name, organisation.value(), password);
  if (!accepted.ok())
    problems.push_back(
        {.file = "", .pointer = "/password", .what = accepted.error().message, .instead = {}});
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, {"Kontot är inte skapat.", "The account was not made."},
                  std::move(problems));
  const Credentials credentials{.password_hash = passwords_.Hash(accepted.value().bytes()),
                                .must_change = asked.must_change,
                                .totp_secret = {}};
  account.must_change = asked.must_change;
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    const Result<std::vector<Account>> all = database_.accounts().All();
    if (!all.ok()) return all.error();
    if (all.value().size() >= kAccountsMax)
      return Refuse(ErrorCode::kTooLarge,
                    {"Det finns för många konton.", "There are too many accounts."});
    if (Result<Done> added = database_.accounts().Add(account, credentials); !added.ok())
      return added;
    return database_.audit().Append(EntryOf(actor, account.created, "account-added", account.person,
                                            GrantWords(account.grants)));
  });
  if (!done.ok()) return done.error();
  return account;
}

Result<Account> Accounts::Disable(const Actor& actor, std::string_view login) {
  return Alter(actor, login,
               {.what = "account-disabled",
                .detail = "",
                .logs_out = true,
                .write = [&](const Account& account) {
                  return database_.accounts().SetDisabled(account.person, true);
                }});
}

Result<Account> Accounts::Enable(const Actor& actor, std::string_view login) {
  return Alter(actor, login,
               {.what = "account-enabled", .detail = "", .write = [&](const Account& account) {
                  return database_.accounts().SetDisabled(account.person, false);
                }});
}

Result<Account> Accounts::GrantRoles(const Actor& actor, std::string_view login,
                                     const std::vector<Grant>& grants) {
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  std::vector<Problem> problems;
  CheckGrants(grants, organisation.value(), problems);
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, {"Rollen är inte given.", "The role was not granted."},
                  std::move(problems));
  return Alter(
      actor, login,
      {.what = "role-granted", .detail = GrantWords(grants), .write = [&](const Account& account) {
         std::vector<Grant> all = account.grants;
         all.insert(all.end(), grants.begin(), grants.end());
         return database_.accounts().SetGrants(account.person, SortedOnce(std::move(all)));
       }});
}

Result<Account> Accounts::RevokeRoles(const Actor& actor, std::string_view login,
                                      const std::vector<Grant>& grants) {
  return Alter(
      actor, login,
      {.what = "role-revoked", .detail = GrantWords(grants), .write = [&](const Account& account) {
         std::vector<Grant> left = account.grants;
         std::erase_if(left, [&](const Grant& grant) {
           return std::find(grants.begin(), grants.end(), grant) != grants.end();
         });
         return database_.accounts().SetGrants(account.person, left);
       }});
}

Result<Account> Accounts::ResetPassword(const Actor& actor, std::string_view login,
                                        const Secret& password) {
  const Result<Account> account = Find(actor, login);
  if (!account.ok()) return account.error();
  const Result<std::string> hash = HashOfNew(password, account.value().login, account.value().name);
  if (!hash.ok()) return hash.error();
  return Alter(actor, login,
               {.what = "password-reset",
                .detail = "",
                .logs_out = true,
                .write = [&](const Account& found) {
                  return database_.accounts().SetPassword(found.person, hash.value(), true);
                }});
}

Result<Account> Accounts::ResetTotp(const Actor& actor, std::string_view login) {
  return Alter(
      actor, login,
      {.what = "totp-reset", .detail = "", .logs_out = true, .write = [&](const Account& account) {
         return database_.accounts().SetTotpSecret(account.person, "");
       }});
}

Result<Done> Accounts::Erase(const Actor& actor, std::string_view login) {
  const Result<Account> erased = Alter(actor, login,
                                       {.what = "account-erased",
                                        .detail = "",
                                        .logs_out = true,
                                        .write = [&](const Account& account) {
                                          return database_.accounts().Erase(account.person);
                                        }});
  if (!erased.ok()) return erased.error();
  return Done{};
}

Result<Done> Accounts::ChangePassword(const std::string& person, const Secret& old_password,
                                      const Secret& new_password, const Visitor& visitor,
                                      std::string_view token) {
  const Result<std::optional<Account>> account = database_.accounts().OfPerson(person);
  if (!account.ok()) return account.error();
  const Result<std::optional<Credentials>> credentials = database_.accounts().CredentialsOf(person);
  if (!credentials.ok()) return credentials.error();
  if (!account.value() || !credentials.value())
    return Refuse(ErrorCode::kNotFound, {"Kontot finns inte.", "There is no such account."});
  const std::string& login = account.value()->login;
  Guesses guesses(database_);
  const Result<Done> counted = guesses.Count(Guess::kPassword, login, visitor, clock_.Now());
  if (!counted.ok()) return counted.error();
  const Secret typed = TypedPassword(old_password.bytes());
  if (!passwords_.Matches(typed.bytes(), credentials.value()->password_hash))
    return Refuse(ErrorCode::kBadInput,
                  {"Det gamla lösenordet stämmer inte.", "The old password is wrong."});
  if (SameBytes(typed.bytes(), TypedPassword(new_password.bytes()).bytes()))
    return Refuse(ErrorCode::kBadInput, {"Det nya lösenordet är detsamma som det gamla.",
                                         "The new password is the same as the old one."});
  const Result<std::string> hash = HashOfNew(new_password, login, account.value()->name);
  if (!hash.ok()) return hash.error();
  return database_.AllOrNothing([&]() -> Result<Done> {
    const Instant now = clock_.Now();
    if (Result<Done> set = database_.accounts().SetPassword(person, hash.value(), false); !set.ok())
      return set;
    if (Result<Done> ended = database_.logins().EndOthers(person, HashOf(token)); !ended.ok())
      return ended;
    if (Result<Done> forgiven = guesses.Forgive(Guess::kPassword, login, visitor, now);
        !forgiven.ok())
      return forgiven;
    return database_.audit().Append(
        EntryOf({.person = person, .via = "web", .grants = {}}, now, "password-changed", person));
  });
}

Result<Account> Accounts::Alter(const Actor& actor, std::string_view login, const Change& change) {
  std::optional<Account> altered;
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    Result<Account> found = Find(actor, login);
    if (!found.ok()) return found.error();
    const Account before = std::move(found).value();
    const std::string& person = before.person;
    if (Result<Done> written = change.write(before); !written.ok()) return written;
    const Result<std::vector<Account>> all = database_.accounts().All();
    if (!all.ok()) return all.error();
    if (IsAdministrator(before) &&
        std::none_of(all.value().begin(), all.value().end(), IsAdministrator))
      return Refuse(ErrorCode::kConflict,
                    {"Det är den sista administratören. Utse en annan först.",
                     "That is the last administrator. Appoint another one first."});
    const auto after = std::find_if(all.value().begin(), all.value().end(),
                                    [&](const Account& one) { return one.person == person; });
    altered = after == all.value().end() ? before : *after;
    if (change.logs_out)
      if (Result<Done> ended = database_.logins().EndOthers(person, ""); !ended.ok()) return ended;
    return database_.audit().Append(
        EntryOf(actor, clock_.Now(), change.what, person, change.detail));
  });
  if (!done.ok()) return done.error();
  return std::move(*altered);
}

Result<std::string> Accounts::HashOfNew(const Secret& password, const std::string& login,
                                        const std::string& name) {
  const Result<Organisation> organisation = OrganisationInForce(database_.store());
  if (!organisation.ok()) return organisation.error();
  const Result<Secret> accepted = AcceptPasswordOf(login, name, organisation.value(), password);
  if (!accepted.ok()) return accepted.error();
  return passwords_.Hash(accepted.value().bytes());
}

}  // namespace rytm
