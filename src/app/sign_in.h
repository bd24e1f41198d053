// How somebody proves who they are. A login with password is one way; another (OpenID Connect) is
// another class here, and what follows (app/logins.h) is the same.
#pragma once

#include <string>

#include "app/guesses.h"
#include "app/passwords.h"
#include "app/secret.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"

namespace rytm {

struct Attempt {
  std::string login;
  Secret secret;
  Visitor visitor;
};

struct Proven {
  std::string person;
  bool second_step = false;  // more than one thing was proven: no code is asked for
  Secret browser;            // for the visitor's long-lived cookie
};

class SignIn {
 public:
  virtual ~SignIn() = default;

  // May take long: never on a thread that serves (app/worker_pool.h). kNotLoggedIn: wrong, in the
  // same words and time whether there is such an account or not; kTooOften: guessed too much. From
  // any thread.
  virtual Result<Proven> Prove(const Attempt& attempt) = 0;
};

class PasswordSignIn final : public SignIn {
 public:
  // All of it must outlive this.
  PasswordSignIn(Database& database, const Clock& clock, Randomness& randomness,
                 const Passwords& passwords)
      : database_(database),
        clock_(clock),
        randomness_(randomness),
        passwords_(passwords),
        guesses_(database) {}

  Result<Proven> Prove(const Attempt& attempt) override;

 private:
  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
  const Passwords& passwords_;
  Guesses guesses_;
};

// A login name as it is kept: lower case, without blanks around it.
std::string LoginName(std::string_view typed);

}  // namespace rytm
