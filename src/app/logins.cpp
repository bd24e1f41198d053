#include "app/logins.h"

#include <optional>

#include "app/totp.h"
#include "base/limits.h"
#include "store/account_store.h"

namespace rytm {
namespace {

constexpr std::chrono::seconds kSeenTouch{60};  // last_seen is written no more often

Error NotLoggedIn() {
  return Refuse(ErrorCode::kNotLoggedIn,
                Text("Du är inte inloggad, eller så har inloggningen gått ut. Logga in igen.",
                     "You are not logged in, or the login has ended. Log in again."));
}

Error WrongCode() {
  return Refuse(ErrorCode::kBadInput,
                Text("Fel kod, eller en som redan är använd. Vänta på nästa i appen.",
                     "Wrong code, or one used already. Wait for the next one in the app."));
}

Error Conflict(Text why) { return Refuse(ErrorCode::kConflict, std::move(why)); }

LoginStage StageOf(const Account& account, bool second_step) {
  if (!second_step) {
    if (account.has_totp) return LoginStage::kCode;
    if (NeedsTotp(account.grants)) return LoginStage::kTotpEnrolment;
  }
  return account.must_change ? LoginStage::kNewPassword : LoginStage::kComplete;
}

}  // namespace

Result<StartedLogin> Logins::Start(const Proven& proven) {
  return Begin(proven.person, proven.second_step);
}

Result<Login> Logins::Check(std::string_view token) {
  const Result<StoredLogin> stored = Find(token);
  if (!stored.ok()) return stored.error();
  return LoginOf(stored.value());
}

Result<TotpOffer> Logins::OfferTotp(std::string_view token) {
  const Result<StoredLogin> stored = Find(token);
  if (!stored.ok()) return stored.error();
  const Result<Login> login = LoginOf(stored.value());
  if (!login.ok()) return login.error();
  const Result<std::optional<Account>> account =
      database_.accounts().OfPerson(login.value().person);
  if (!account.ok()) return account.error();
  if (account.value()->has_totp)
    return Conflict({"Det finns redan en kod. En administratör kan ta bort den.",
                     "There is a code already. An administrator can take it away."});
  std::string secret = randomness_.Bytes(kTotpSecretBytes);
  const Result<Done> offered = database_.logins().SetTotpOffer(stored.value().token_hash, secret);
  if (!offered.ok()) return offered.error();
  TotpOffer offer{.secret = Base32(secret), .uri = TotpUri(issuer_, login.value().login, secret)};
  Wipe(secret);
  return offer;
}

Result<StartedLogin> Logins::GiveCode(std::string_view token, std::string_view code,
                                      const Visitor& visitor) {
  const Result<StoredLogin> stored = Find(token);
  if (!stored.ok()) return stored.error();
  if (const Result<Login> login = LoginOf(stored.value()); !login.ok()) return login.error();
  const std::string& person = stored.value().person;
  const Result<std::optional<Credentials>> credentials = database_.accounts().CredentialsOf(person);
  if (!credentials.ok()) return credentials.error();
  const bool enrols = credentials.value()->totp_secret.empty();
  const std::string& secret = enrols ? stored.value().totp_offer : credentials.value()->totp_secret;
  if (secret.empty())
    return Conflict({"Lägg först in hemligheten i appen.", "Put the secret into the app first."});
  const Instant now = clock_.Now();
  const Result<Done> counted = guesses_.Count(Guess::kCode, person, visitor, now);
  if (!counted.ok()) return counted.error();
  const std::optional<std::int64_t> step = MatchTotp(secret, code, now);
  if (!step) return WrongCode();
  std::optional<StartedLogin> started;
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    if (enrols) {
      if (Result<Done> set = database_.accounts().SetTotpSecret(person, secret); !set.ok())
        return set;
      Result<Done> noted = database_.audit().Append(
          EntryOf({.person = person, .via = "web", .grants = {}}, now, "totp-enrolled", person));
      if (!noted.ok()) return noted;
    }
    const Result<bool> used = database_.accounts().UseTotpStep(person, *step);
    if (!used.ok()) return used.error();
    if (!used.value()) return WrongCode();
    if (Result<Done> ended = database_.logins().End(stored.value().token_hash); !ended.ok())
      return ended;
    Result<StartedLogin> begun = Begin(person, /*second_step=*/true);
    if (!begun.ok()) return begun.error();
    started = std::move(begun).value();
    return guesses_.Forgive(Guess::kCode, person, visitor, now);
  });
  if (!done.ok()) return done.error();
  return std::move(*started);
}

Result<Done> Logins::End(std::string_view token) {
  const Result<StoredLogin> stored = Find(token);
  if (!stored.ok()) return stored.error();
  return database_.AllOrNothing([&]() -> Result<Done> {
    if (Result<Done> ended = database_.logins().End(stored.value().token_hash); !ended.ok())
      return ended;
    const std::string& person = stored.value().person;
    return database_.audit().Append(EntryOf({.person = person, .via = "web", .grants = {}},
                                            clock_.Now(), "logged-out", person));
  });
}

Result<StoredLogin> Logins::Find(std::string_view token) {
  const Result<std::optional<StoredLogin>> found = database_.logins().Find(HashOf(token));
  if (!found.ok()) return found.error();
  if (!found.value()) return NotLoggedIn();
  const StoredLogin& login = *found.value();
  const Instant now = clock_.Now();
  // What cannot be written (a full disk) is no reason to refuse those who only read.
  if (now >= login.expires || now >= login.last_seen + kLoginIdle + kSeenTouch) {
    (void)database_.logins().End(login.token_hash);
    return NotLoggedIn();
  }
  if (now >= login.last_seen + kSeenTouch) (void)database_.logins().Touch(login.token_hash, now);
  return login;
}

Result<StartedLogin> Logins::Begin(const std::string& person, bool second_step) {
  const Instant now = clock_.Now();
  StartedLogin started{.token = NewToken(randomness_), .login = {}};
  const StoredLogin stored{.token_hash = HashOf(started.token.bytes()),
                           .person = person,
                           .csrf_token = randomness_.Bytes(kTokenBytes),
                           .second_step = second_step,
                           .totp_offer = {},
                           .created = now,
                           .last_seen = now,
                           .expires = now + kLoginLife};
  Result<Login> login = LoginOf(stored);
  if (!login.ok()) return login.error();
  started.login = std::move(login).value();
  const Result<Done> done = database_.AllOrNothing([&]() -> Result<Done> {
    LoginStore& logins = database_.logins();
    if (Result<Done> ended = logins.EndExpired(now); !ended.ok()) return ended;
    if (Result<Done> ended = logins.EndOldest(person, kLoginsPerPersonMax - 1); !ended.ok())
      return ended;
    if (Result<Done> added = logins.Add(stored); !added.ok()) return added;
    if (started.login.stage == LoginStage::kCode ||
        started.login.stage == LoginStage::kTotpEnrolment)
      return Done{};
    return database_.audit().Append(EntryOf(started.login.AsActor(), now, "logged-in", person));
  });
  if (!done.ok()) return done.error();
  return started;
}

Result<Login> Logins::LoginOf(const StoredLogin& stored) {
  const Result<std::optional<Account>> found = database_.accounts().OfPerson(stored.person);
  if (!found.ok()) return found.error();
  if (!found.value() || found.value()->disabled) return NotLoggedIn();
  const Account& account = *found.value();
  const LoginStage stage = StageOf(account, stored.second_step);
  const Instant half = stored.created + kLoginHalf;
  if (stage != LoginStage::kComplete && clock_.Now() >= half) return NotLoggedIn();
  return Login{.person = account.person,
               .login = account.login,
               .name = account.name,
               .grants = account.grants,
               .stage = stage,
               .csrf_token = Base64Url(stored.csrf_token),
               .expires = stage == LoginStage::kComplete ? stored.expires : half};
}

bool CsrfMatches(const Login& login, std::string_view given) {
  return SameBytes(login.csrf_token, given);
}

}  // namespace rytm
