// rytm user: people who log in, on the command line. Keys: user_key.cpp.
#include <functional>
#include <iostream>
#include <memory>

#include "commands/account_use.h"
#include "commands/command.h"
#include "commands/password_prompt.h"
#include "commands/role_options.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string login;
  std::string name;
  RoleOptions roles;
};

Json AccountJson(const Account& account) {
  return JsonObject{{"person", account.person},     {"login", account.login},
                    {"name", account.name},         {"roles", GrantsJson(account.grants)},
                    {"disabled", account.disabled}, {"must-change-password", account.must_change},
                    {"has-code", account.has_totp}, {"created", FormatInstant(account.created)}};
}

// "avstängd, byter lösenord"
std::string StateWords(const Account& account, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string words;
  const auto add = [&](const char* sv, const char* en) {
    words += (words.empty() ? "" : ", ") + std::string(swedish ? sv : en);
  };
  if (account.disabled) add("avstängd", "disabled");
  if (account.must_change) add("byter lösenord", "changes password");
  if (account.has_totp)
    add("med kod", "with code");
  else if (NeedsTotp(account.grants))
    add("kod saknas", "code missing");
  return words;
}

std::vector<std::string> RowOf(const Account& account, Language language) {
  const bool swedish = language == Language::kSwedish;
  return {
      account.login, account.name,
      account.grants.empty() ? (swedish ? "inga roller" : "no roles") : GrantWords(account.grants),
      StateWords(account, language)};
}

void Tell(CommandContext& context, const Account& account) {
  if (context.format == Format::kJson)
    context.out << WriteJsonCompact(AccountJson(account)) << "\n";
  else
    context.out << Columns({RowOf(account, context.language)});
}

// What a subcommand does with the accounts, told or refused.
using Deed = std::function<Result<Account>(Accounts&, const Options&)>;

void Do(CommandContext& context, const Options& options, const Deed& deed) {
  const Result<std::unique_ptr<AccountUse>> use = OpenAccounts(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  const Result<Account> account = deed(use.value()->accounts(), options);
  if (!account.ok()) return Refuse(context, account.error());
  Tell(context, account.value());
}

void List(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<AccountUse>> use = OpenAccounts(context, options.data);
  if (!use.ok()) return Refuse(context, use.error());
  const Result<std::vector<Account>> accounts = use.value()->accounts().All(CommandLine());
  if (!accounts.ok()) return Refuse(context, accounts.error());
  if (context.format == Format::kJson) {
    JsonArray array;
    for (const Account& account : accounts.value()) array.push_back(AccountJson(account));
    context.out << WriteJsonCompact(array) << "\n";
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const Account& account : accounts.value()) rows.push_back(RowOf(account, context.language));
  context.out << Columns(rows);
}

// The first account's owner types a password of their own; for others somebody else does.
Result<Account> Add(CommandContext& context, Accounts& accounts, const Options& options) {
  const Result<std::vector<Account>> all = accounts.All(CommandLine());
  if (!all.ok()) return all.error();
  const Result<Secret> password = ReadNewPassword(context);
  if (!password.ok()) return password.error();
  return accounts.Add(CommandLine(),
                      {.login = options.login,
                       .name = options.name.empty() ? options.login : options.name,
                       .grants = options.roles.Grants(),
                       .must_change = !all.value().empty()},
                      password.value());
}

Result<Account> ResetPassword(CommandContext& context, Accounts& accounts, const Options& options) {
  const Result<Account> account = accounts.Find(CommandLine(), options.login);
  if (!account.ok()) return account.error();
  const Result<Secret> password = ReadNewPassword(context);
  if (!password.ok()) return password.error();
  return accounts.ResetPassword(CommandLine(), options.login, password.value());
}

Result<Account> Erase(Accounts& accounts, const Options& options) {
  Result<Account> account = accounts.Find(CommandLine(), options.login);
  if (!account.ok()) return account.error();
  const Result<Done> erased = accounts.Erase(CommandLine(), options.login);
  if (!erased.ok()) return erased.error();
  return account;
}

Command AddDeed(Command user, CommandContext& context, const char* name, const char* what,
                const std::shared_ptr<Options>& options, const Deed& deed) {
  const Command command = user.AddSubcommand(name, what);
  AddDataFolder(command, options->data);
  command.AddOption("login", options->login, "inloggningsnamnet / the login name").Required();
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options, deed] { Do(context, *options, deed); });
  return command;
}

}  // namespace

void AddUser(Command program, CommandContext& context) {
  const Command user =
      program.AddSubcommand("user", "konton, roller och nycklar / accounts, roles and keys");
  user.NeedsSubcommand();
  auto options = std::make_shared<Options>();
  const auto deed = [&](const char* name, const char* what, const Deed& work) {
    return AddDeed(user, context, name, what, options, work);
  };
  const Command add = deed("add",
                           "nytt konto; lösenordet frågas efter eller läses från standard in / "
                           "a new account; the password is asked for or read from standard input",
                           [&context](Accounts& accounts, const Options& given) {
                             return Add(context, accounts, given);
                           });
  add.AddOption("--name", options->name, "personens namn / the person's name");
  AddRoleOptions(add, options->roles);
  AddRoleOptions(deed("grant", "ge roller / grant roles",
                      [](Accounts& accounts, const Options& given) {
                        return accounts.GrantRoles(CommandLine(), given.login,
                                                   given.roles.Grants());
                      }),
                 options->roles);
  AddRoleOptions(deed("revoke", "ta tillbaka roller / revoke roles",
                      [](Accounts& accounts, const Options& given) {
                        return accounts.RevokeRoles(CommandLine(), given.login,
                                                    given.roles.Grants());
                      }),
                 options->roles);
  deed("disable", "stäng av, och logga ut / disable, and log out",
       [](Accounts& accounts, const Options& given) {
         return accounts.Disable(CommandLine(), given.login);
       });
  deed("enable", "släpp in igen / let in again", [](Accounts& accounts, const Options& given) {
    return accounts.Enable(CommandLine(), given.login);
  });
  deed("password",
       "nytt lösenord åt den som glömt sitt; byts vid nästa inloggning / a new password for who "
       "forgot theirs; changed at the next login",
       [&context](Accounts& accounts, const Options& given) {
         return ResetPassword(context, accounts, given);
       });
  deed("totp-reset",
       "ta bort koden för den som tappat sin telefon / take away the code of who lost their phone",
       [](Accounts& accounts, const Options& given) {
         return accounts.ResetTotp(CommandLine(), given.login);
       });
  deed("erase", "radera personen; id:t blir kvar i loggen / erase the person; the log keeps the id",
       Erase);
  const Command list = user.AddSubcommand("list", "alla konton / all accounts");
  AddDataFolder(list, options->data);
  AddFormat(list, context, {Format::kTable, Format::kJson});
  list.Runs([&context, options] { List(context, *options); });
  AddUserKey(user, context);
}

}  // namespace rytm
