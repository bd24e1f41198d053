#include "server/api/access.h"

#include <algorithm>

namespace rytm {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kSameOrigin = "same-origin";

std::string CookieNamed(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    std::string_view pair = cookies.substr(0, cookies.find(';'));
    cookies.remove_prefix(std::min(cookies.size(), pair.size() + 1));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return std::string(pair.substr(name.size() + 1));
  }
  return {};
}

bool IsLoopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

// Of IPv6 the first 64 bits: who has one address there has them all.
std::string SourceOf(std::string address) {
  if (address.find(':') == std::string::npos) return address;
  std::size_t end = 0;
  for (int group = 0; group < 4 && end != std::string::npos; ++group)
    end = address.find(':', end == 0 ? 0 : end + 1);
  const std::size_t gap = address.find("::");
  return address.substr(0, std::min(end, gap));
}

// Behind a proxy on this machine its last word about the client counts.
std::string AddressOf(const ApiRequest& request) {
  if (!IsLoopback(request.peer)) return request.peer;
  const std::string forwarded = request.Field("x-forwarded-for");
  if (forwarded.empty()) return request.peer;
  const std::size_t last = forwarded.find_last_of(", ");
  return last == std::string::npos ? forwarded : forwarded.substr(last + 1);
}

bool Writes(const ApiRequest& request) {
  return request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
}

// What a browser tells about the page a request comes from, where it tells.
bool FromOurPages(const Call& call) {
  const std::string site = call.request.Field("sec-fetch-site");
  if (!site.empty() && site != kSameOrigin && site != "none") return false;
  const std::string origin = call.request.Field("origin");
  if (origin.empty()) return true;
  if (!call.settings.public_url.empty()) return origin == call.settings.public_url;
  return origin == "http://" + call.request.Field("host");
}

Refusal NotOurs() {
  Refusal refusal = RefusalWith(403);
  refusal.type = "csrf";
  refusal.detail = Text(
      "Begäran kom inte från Rytms egna sidor. Skicka csrf-token från GET /api/v1/me som "
      "fältet X-CSRF-Token, eller använd en API-nyckel.",
      "The request did not come from Rytm's own pages. Send csrf-token of GET /api/v1/me as "
      "the field X-CSRF-Token, or use an API key.");
  return refusal;
}

Refusal Incomplete(const Login& login) {
  Refusal refusal = RefusalWith(403);
  refusal.type = "login-incomplete";
  refusal.detail = Text("Inloggningen är inte klar.", "The login is not complete.");
  refusal.more["stage"] = StageWord(login.stage);
  return refusal;
}

std::optional<Refusal> EnterByKey(Call& call, std::string_view authorization) {
  if (!authorization.starts_with(kBearer)) {
    Refusal refusal = RefusalWith(401);
    refusal.fields = "WWW-Authenticate: Bearer\r\n";
    return refusal;
  }
  Result<Actor> actor = call.desk.api_keys.Check(authorization.substr(kBearer.size()));
  if (!actor.ok()) {
    Refusal refusal = RefusalOf(actor.error());
    refusal.fields += "WWW-Authenticate: Bearer\r\n";
    return refusal;
  }
  call.actor = std::move(actor).value();
  return std::nullopt;
}

std::optional<Refusal> EnterByLogin(Call& call) {
  const Result<Login> login = call.desk.logins.Check(call.token);
  if (!login.ok()) return RefusalOf(login.error());
  if (Writes(call.request) &&
      (!FromOurPages(call) || !CsrfMatches(login.value(), call.request.Field("x-csrf-token"))))
    return NotOurs();
  call.login = login.value();
  call.actor = login.value().AsActor();
  if (login.value().stage != LoginStage::kComplete && call.endpoint.who != Who::kHalfLoggedIn)
    return Incomplete(login.value());
  return std::nullopt;
}

}  // namespace

std::string_view StageWord(LoginStage stage) {
  switch (stage) {
    case LoginStage::kCode:
      return "code";
    case LoginStage::kTotpEnrolment:
      return "totp-enrolment";
    case LoginStage::kNewPassword:
      return "new-password";
    case LoginStage::kComplete:
      return "complete";
  }
  return "";
}

std::optional<RevisionNews> NewsFor(const Actor& actor, RevisionNews news) {
  if (news.bodies.empty()) return news;
  const std::size_t hidden = std::erase_if(news.bodies, [&](const std::string& body) {
    return !May(actor.grants, Action::kSeePlan, body);
  });
  if (news.bodies.empty()) return std::nullopt;
  // Its words name bodies and days. One's own one has read already.
  const bool own = !news.author.empty() && news.author == actor.person;
  if (hidden > 0 && !own && !news.what.empty())
    news.what = Text("En ändring i flera organ.", "A change in several bodies.");
  return news;
}

std::optional<Refusal> Enter(Call& call) {
  const std::string cookies = call.request.Field("cookie");
  call.visitor = {.source = SourceOf(AddressOf(call.request)),
                  .browser = CookieNamed(cookies, BrowserCookie(call.settings))};
  if (call.endpoint.who == Who::kAnyone) {
    if (Writes(call.request) && !FromOurPages(call)) return NotOurs();
    return std::nullopt;
  }
  const std::string authorization = call.request.Field("authorization");
  if (!authorization.empty()) {
    if (std::optional<Refusal> refusal = EnterByKey(call, authorization)) return refusal;
  } else {
    call.token = CookieNamed(cookies, LoginCookie(call.settings));
    if (std::optional<Refusal> refusal = EnterByLogin(call)) return refusal;
  }
  if (call.endpoint.who != Who::kTrusted)
    return call.login ? std::nullopt : std::optional(RefusalOf(NotHere()));  // a key is nobody
  // Who may see nothing of an organisation is not told that there is one.
  if (call.parts.contains("org") && !MayAnywhere(call.actor.grants, Action::kSeePlan))
    return RefusalOf(NotHere());
  if (call.endpoint.action && !MayAnywhere(call.actor.grants, *call.endpoint.action))
    return RefusalOf(Require({}, *call.endpoint.action).error());
  return std::nullopt;
}

std::string LoginCookie(const ApiSettings& settings) {
  return settings.secure() ? "__Host-rytm-login" : "rytm-login";
}

std::string BrowserCookie(const ApiSettings& settings) {
  return settings.secure() ? "__Host-rytm-browser" : "rytm-browser";
}

std::string SetCookie(const ApiSettings& settings, const std::string& name, std::string_view value,
                      std::chrono::seconds life) {
  return "Set-Cookie: " + name + "=" + std::string(value) +
         "; Path=/; Max-Age=" + std::to_string(value.empty() ? 0 : life.count()) +
         "; HttpOnly; SameSite=Strict" + (settings.secure() ? "; Secure" : "") + "\r\n";
}

}  // namespace rytm
