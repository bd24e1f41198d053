// People who log in, and what they are trusted with. One of the stores of a Database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/role.h"

namespace rytm {

// What may be shown of an account.
struct Account {
  std::string person;  // an id that says nothing of who it is
  std::string login;   // what one logs in with, in lower case
  std::string name;
  bool disabled = false;
  bool must_change = false;  // a new password is asked for before anything else
  bool has_totp = false;
  Instant created{};
  std::vector<Grant> grants;  // in ascending order
};

// What proves that somebody is who they say. Never shown, never logged.
struct Credentials {
  std::string password_hash;  // argon2id with its parameters; empty: nobody gets in
  bool must_change = false;
  std::string totp_secret;     // bytes; empty: none
  std::int64_t totp_used = 0;  // the newest step whose code was used
};

class AccountStore {
 public:
  virtual ~AccountStore() = default;

  // Those not erased, by login.
  virtual Result<std::vector<Account>> All() = 0;
  virtual Result<std::optional<Account>> WithLogin(const std::string& login) = 0;
  virtual Result<std::optional<Account>> OfPerson(const std::string& person) = 0;

  // Makes the account with its grants. kConflict: somebody has that login.
  virtual Result<Done> Add(const Account& account, const Credentials& credentials) = 0;

  // The following change nothing where there is no such person.
  virtual Result<Done> SetDisabled(const std::string& person, bool disabled) = 0;
  virtual Result<Done> SetGrants(const std::string& person, const std::vector<Grant>& grants) = 0;
  // Takes name, login, credentials and grants away. The id stays, for the log.
  virtual Result<Done> Erase(const std::string& person) = 0;

  virtual Result<std::optional<Credentials>> CredentialsOf(const std::string& person) = 0;
  virtual Result<Done> SetPassword(const std::string& person, const std::string& password_hash,
                                   bool must_change) = 0;
  // Empty: none any longer.
  virtual Result<Done> SetTotpSecret(const std::string& person, const std::string& secret) = 0;
  // Marks the step as used; false: it or a later one has been used already. Of two at once, one
  // gets true.
  virtual Result<bool> UseTotpStep(const std::string& person, std::int64_t step) = 0;
};

}  // namespace rytm
