// Logging in and out, and one's own password and codes.
#include "base/limits.h"
#include "pages/qr_code.h"
#include "server/api/access.h"
#include "server/api/grants.h"
#include "server/api/handlers.h"

namespace rytm {
namespace {

JsonObject AsJson(const Login& login) {
  return {{"person", login.person},
          {"login", login.login},
          {"name", login.name},
          {"stage", StageWord(login.stage)},
          {"grants", GrantsAsJson(login.grants)},
          {"csrf-token", login.csrf_token},
          {"expires", FormatInstant(login.expires)},
          {"idle-minutes", static_cast<std::int64_t>(std::chrono::minutes(kLoginIdle).count())}};
}

// The secret stands in the answer's cookie and nowhere else.
Reply Started(const Call& call, const StartedLogin& started) {
  return {.json = AsJson(started.login),
          .fields = SetCookie(call.settings, LoginCookie(call.settings), started.token.bytes(),
                              kLoginLife)};
}

}  // namespace

Result<Reply> LogIn(Call& call) {
  const Result<Attempt> attempt = call.ReadBody([&](const JsonReader& body) {
    body.OnlyKeys({"login", "password"});
    return Attempt{.login = body.ReadString("login"),
                   .secret = Secret(body.ReadString("password")),
                   .visitor = call.visitor};
  });
  if (!attempt.ok()) return attempt.error();
  const Result<Proven> proven = call.desk.sign_in.Prove(attempt.value());
  if (!proven.ok()) return proven.error();
  const Result<StartedLogin> started = call.desk.logins.Start(proven.value());
  if (!started.ok()) return started.error();
  Reply reply = Started(call, started.value());
  reply.fields += SetCookie(call.settings, BrowserCookie(call.settings),
                            proven.value().browser.bytes(), kKnownBrowser);
  return reply;
}

Result<Reply> GiveCode(Call& call) {
  const Result<std::string> code = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"code"});
    return body.ReadString("code");
  });
  if (!code.ok()) return code.error();
  const Result<StartedLogin> started =
      call.desk.logins.GiveCode(call.token, code.value(), call.visitor);
  if (!started.ok()) return started.error();
  return Started(call, started.value());
}

Result<Reply> OfferTotp(Call& call) {
  const Result<TotpOffer> offer = call.desk.logins.OfferTotp(call.token);
  if (!offer.ok()) return offer.error();
  const Text title("QR-kod till appen", "QR code to the app");
  return Reply{.json = JsonObject{
                   {"secret", offer.value().secret},
                   {"uri", offer.value().uri},
                   {"qr", QrCodeAsSvg(offer.value().uri, title.In(call.language)).value_or("")}}};
}

Result<Reply> LogOut(Call& call) {
  const Result<Done> ended = call.desk.logins.End(call.token);
  if (!ended.ok()) return ended.error();
  return Reply{.status = 204,
               .fields = SetCookie(call.settings, LoginCookie(call.settings), "", kLoginLife)};
}

Result<Reply> GetMe(Call& call) { return Reply{.json = AsJson(*call.login)}; }

Result<Reply> ChangePassword(Call& call) {
  struct Both {
    Secret old_one;
    Secret new_one;
  };
  const Result<Both> both = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"old", "new"});
    return Both{Secret(body.ReadString("old")), Secret(body.ReadString("new"))};
  });
  if (!both.ok()) return both.error();
  if (call.login->stage != LoginStage::kComplete && call.login->stage != LoginStage::kNewPassword)
    return Require({}, Action::kSeePlan).error();
  const Result<Done> changed = call.desk.accounts.ChangePassword(
      call.login->person, both.value().old_one, both.value().new_one, call.visitor, call.token);
  if (!changed.ok()) return changed.error();
  const Result<Login> login = call.desk.logins.Check(call.token);
  if (!login.ok()) return login.error();
  return Reply{.json = AsJson(login.value())};
}

}  // namespace rytm
