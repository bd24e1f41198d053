// People who log in: added, disabled, trusted with roles, given new passwords.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/actor.h"
#include "app/guesses.h"
#include "app/passwords.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/account_store.h"
#include "store/database.h"

namespace rytm {

struct NewAccount {
  std::string login;
  std::string name;
  std::vector<Grant> grants;
  bool must_change = true;  // the person chooses a password of their own at the first login
};

// Everything but ChangePassword needs kManageAccounts (kRefused), finds people by their login name
// (kNotFound) and is noted in the audit log. What takes or makes a password takes as long as
// hashing one: never on a thread that serves (app/worker_pool.h). From any thread.
class Accounts {
 public:
  // All of it must outlive this.
  Accounts(Database& database, const Clock& clock, Randomness& randomness,
           const Passwords& passwords)
      : database_(database), clock_(clock), randomness_(randomness), passwords_(passwords) {}

  Result<std::vector<Account>> All(const Actor& actor);
  Result<Account> Find(const Actor& actor, std::string_view login);

  // kBadInput, every problem at once: a name that is none, a body that does not exist, a secretary
  // of no body, a bad password. kConflict: the login name is taken. kTooLarge: too many accounts.
  Result<Account> Add(const Actor& actor, const NewAccount& account, const Secret& password);

  // Disabled: logged out everywhere and kept out. kConflict: the last administrator.
  Result<Account> Disable(const Actor& actor, std::string_view login);
  Result<Account> Enable(const Actor& actor, std::string_view login);

  // What is there already or was not there changes nothing. kConflict: the last administrator.
  Result<Account> GrantRoles(const Actor& actor, std::string_view login,
                             const std::vector<Grant>& grants);
  Result<Account> RevokeRoles(const Actor& actor, std::string_view login,
                              const std::vector<Grant>& grants);

  // For those who forgot theirs: logged out everywhere, and asked for one of their own at the next
  // login.
  Result<Account> ResetPassword(const Actor& actor, std::string_view login, const Secret& password);
  // For those who lost their telephone: logged out everywhere.
  Result<Account> ResetTotp(const Actor& actor, std::string_view login);

  // Name, login name, credentials and roles are gone; the log keeps the id. kConflict: the last
  // administrator.
  Result<Done> Erase(const Actor& actor, std::string_view login);

  // One's own: the old password is asked for. Ends the person's other logins; the one with `token`
  // stays. kBadInput: the old one is wrong, or the new one bad; kTooOften: guessed too much.
  Result<Done> ChangePassword(const std::string& person, const Secret& old_password,
                              const Secret& new_password, const Visitor& visitor,
                              std::string_view token);

 private:
  struct Change;
  Result<Account> Alter(const Actor& actor, std::string_view login, const Change& change);
  Result<std::string> HashOfNew(const Secret& password, const std::string& login,
                                const std::string& name);

  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
  const Passwords& passwords_;
};

}  // namespace rytm
