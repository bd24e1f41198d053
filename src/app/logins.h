// Browsers that are logged in: from proving who one is to logging out.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/actor.h"
#include "app/guesses.h"
#include "app/secret.h"
#include "app/sign_in.h"
#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/database.h"
#include "store/login_store.h"

namespace rytm {

// What a login waits for. Until it is complete nothing else may be done with it.
enum class LoginStage {
  kCode,           // GiveCode
  kTotpEnrolment,  // OfferTotp, then GiveCode
  kNewPassword,    // Accounts::ChangePassword
  kComplete
};

struct Login {
  std::string person;
  std::string login;
  std::string name;
  std::vector<Grant> grants;
  LoginStage stage = LoginStage::kComplete;
  std::string csrf_token;  // to be sent back with everything that changes something
  Instant expires{};

  Actor AsActor() const { return {.person = person, .via = "web", .grants = grants}; }
};

struct StartedLogin {
  Secret token;  // for the cookie; nowhere else
  Login login;
};

// A secret for the person's authenticator app, as text to type and as what a QR code holds.
struct TotpOffer {
  std::string secret;  // base32
  std::string uri;     // otpauth://
};

// From any thread.
class Logins {
 public:
  // All of it must outlive this. `issuer` is how the person's app calls us.
  Logins(Database& database, const Clock& clock, Randomness& randomness, std::string issuer)
      : database_(database),
        clock_(clock),
        randomness_(randomness),
        issuer_(std::move(issuer)),
        guesses_(database) {}

  Result<StartedLogin> Start(const Proven& proven);

  // kNotLoggedIn: no such login, or it has ended: too long idle, too old, account disabled.
  Result<Login> Check(std::string_view token);

  // Where the person has no code yet. Each call makes another secret. kConflict: there is one.
  Result<TotpOffer> OfferTotp(std::string_view token);

  // The code of the person's secret, or of the one just offered, which it confirms. The token
  // changes. kBadInput: wrong, or used before; kTooOften: guessed too much.
  Result<StartedLogin> GiveCode(std::string_view token, std::string_view code,
                                const Visitor& visitor);

  Result<Done> End(std::string_view token);

 private:
  Result<StoredLogin> Find(std::string_view token);
  Result<StartedLogin> Begin(const std::string& person, bool second_step);
  Result<Login> LoginOf(const StoredLogin& stored);

  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
  const std::string issuer_;
  Guesses guesses_;
};

// In constant time.
bool CsrfMatches(const Login& login, std::string_view given);

}  // namespace rytm
