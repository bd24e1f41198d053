#include "app/sign_in.h"

#include <algorithm>

#include "base/fold.h"
#include "base/text_check.h"
#include "store/account_store.h"

namespace rytm {
namespace {

Error Wrong() {
  return Refuse(ErrorCode::kNotLoggedIn,
                Text("Fel inloggningsnamn eller lösenord.", "Wrong login name or password."));
}

}  // namespace

std::string LoginName(std::string_view typed) {
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  return LowerAscii(typed);
}

Result<Proven> PasswordSignIn::Prove(const Attempt& attempt) {
  const std::string login = LoginName(attempt.login);
  const Result<Done> counted =
      guesses_.Count(Guess::kPassword, login, attempt.visitor, clock_.Now());
  if (!counted.ok()) return counted.error();
  const Result<std::optional<Account>> account = database_.accounts().WithLogin(login);
  if (!account.ok()) return account.error();
  std::string hash;
  if (account.value()) {
    const Result<std::optional<Credentials>> credentials =
        database_.accounts().CredentialsOf(account.value()->person);
    if (!credentials.ok()) return credentials.error();
    if (credentials.value()) hash = credentials.value()->password_hash;
  }
  const Secret typed = TypedPassword(attempt.secret.bytes());
  const bool matches = passwords_.Matches(typed.bytes(), hash);
  if (!matches || account.value()->disabled) return Wrong();
  Proven proven{.person = account.value()->person,
                .second_step = false,
                .browser = attempt.visitor.browser.empty() ? NewToken(randomness_)
                                                           : Secret(attempt.visitor.browser)};
  const Visitor visitor{.source = attempt.visitor.source,
                        .browser = std::string(proven.browser.bytes())};
  const Result<Done> forgiven = guesses_.Forgive(Guess::kPassword, login, visitor, clock_.Now());
  if (!forgiven.ok()) return forgiven.error();
  if (passwords_.IsOutdated(hash)) {
    const Result<Done> renewed = database_.accounts().SetPassword(
        proven.person, passwords_.Hash(typed.bytes()), account.value()->must_change);
    if (!renewed.ok()) return renewed.error();
  }
  return proven;
}

}  // namespace rytm
