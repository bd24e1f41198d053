// Who gets in, and how far.
#include "tests/server/api_test.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

class AccessTest : public ApiTest {
 protected:
  Answered LogInWith(const std::string& login, const std::string& password, Fields fields = {}) {
    return Ask("POST", "/api/v1/login", std::move(fields),
               R"({"login": ")" + login + R"(", "password": ")" + password + "\"}");
  }
  // The cookies as the browser sends them back.
  static std::pair<std::string, std::string> Cookies(const Answered& answer) {
    std::string cookies;
    const auto [first, last] = answer.fields.equal_range("Set-Cookie");
    for (auto cookie = first; cookie != last; ++cookie)
      cookies += (cookies.empty() ? "" : "; ") + cookie->second.substr(0, cookie->second.find(';'));
    return {"cookie", cookies};
  }
};

TEST_F(AccessTest, LogsInAndOut) {
  Add("anna", {{Role::kReader, ""}});
  const Answered in = LogInWith(" Anna ", kGood);
  ASSERT_EQ(200, in.status) << in.body;
  EXPECT_EQ("complete", in.Text("/stage"));
  EXPECT_THAT(in.Field("Set-Cookie"), HasSubstr("HttpOnly; SameSite=Strict"));
  EXPECT_THAT(in.Field("Set-Cookie"), Not(HasSubstr("Secure")));
  const Answered me = Ask("GET", "/api/v1/me", {Cookies(in)});
  EXPECT_EQ("anna", me.Text("/login"));
  EXPECT_EQ(R"([{"role":"reader"}])", me.Text("/grants"));
  EXPECT_EQ("private, no-cache", me.Field("Cache-Control"));
  const Fields out{Cookies(in), {"x-csrf-token", me.Text("/csrf-token")}};
  EXPECT_EQ(204, Ask("DELETE", "/api/v1/login", out).status);
  EXPECT_EQ(401, Ask("GET", "/api/v1/me", {Cookies(in)}).status);
}

TEST_F(AccessTest, BehindTlsCookiesAreBoundToTheHost) {
  Open("https://rytm.alby.example");
  Add("anna");
  const Answered in = LogInWith("anna", kGood);
  EXPECT_THAT(in.Field("Set-Cookie"), testing::StartsWith("__Host-rytm-"));
  EXPECT_THAT(in.Field("Set-Cookie"), HasSubstr("; Secure"));
}

TEST_F(AccessTest, TheWrongPasswordIsToldInBothLanguagesAndSlowedDown) {
  Add("anna");
  const Answered wrong = LogInWith("anna", "fel", {{"accept-language", "de, en;q=0.8, sv;q=0.3"}});
  EXPECT_EQ(401, wrong.status);
  EXPECT_EQ("Wrong login name or password.", wrong.Text("/detail"));
  EXPECT_EQ("en", wrong.Field("Content-Language"));
  EXPECT_EQ("application/problem+json", wrong.Field("Content-Type"));
  EXPECT_EQ("Fel inloggningsnamn eller lösenord.", LogInWith("anna", "fel").Text("/detail"));
  Answered last;
  for (int i = 0; i < kGuessesMax; ++i) last = LogInWith("anna", "fel");
  EXPECT_EQ(429, last.status);
  EXPECT_NE("", last.Field("Retry-After"));
  EXPECT_EQ(429, LogInWith("anna", kGood).status);
}

TEST_F(AccessTest, AnIncompleteLoginOpensNothingElse) {
  Add("pia", {{Role::kPlanner, ""}});
  const Answered in = LogInWith("pia", kGood);
  EXPECT_EQ("totp-enrolment", in.Text("/stage"));
  const Answered refused = Ask("GET", kOrg, {Cookies(in)});
  EXPECT_EQ(403, refused.status);
  EXPECT_EQ("urn:rytm:login-incomplete", refused.Text("/type"));
  EXPECT_EQ("totp-enrolment", refused.Text("/stage"));
  const Fields fields{Cookies(in), {"x-csrf-token", in.Text("/csrf-token")}};
  const Answered offer = Ask("POST", "/api/v1/login/totp", fields);
  EXPECT_THAT(offer.Text("/uri"), testing::StartsWith("otpauth://totp/"));
  EXPECT_THAT(offer.Text("/qr"), testing::StartsWith("<svg xmlns="));
  EXPECT_EQ(422, Ask("POST", "/api/v1/login/code", fields, R"({"code": "000000"})").status);
}

TEST_F(AccessTest, WritesWithACookieMustComeFromOurPages) {
  Add("anna");
  const Answered in = LogInWith("anna", kGood);
  const std::pair<std::string, std::string> token{"x-csrf-token", in.Text("/csrf-token")};
  const std::string body =
      R"({"old": ")" + std::string(kGood) + R"(", "new": ")" + std::string(kOther) + "\"}";
  struct Row {
    Fields fields;
    int status;
  };
  for (const Row& row :
       {Row{{}, 403}, Row{{{"x-csrf-token", "AAAA"}}, 403},
        Row{{token, {"sec-fetch-site", "cross-site"}}, 403},
        Row{{token, {"sec-fetch-site", "same-site"}}, 403},
        Row{{token, {"origin", "https://evil.example"}}, 403},
        Row{{token, {"origin", "null"}}, 403},
        Row{{token, {"sec-fetch-site", "same-origin"}, {"origin", "http://rytm.example"}}, 200}}) {
    const Answered answer =
        Ask("PUT", "/api/v1/me/password", With({Cookies(in)}, row.fields), body);
    EXPECT_EQ(row.status, answer.status) << answer.body;
    EXPECT_EQ(row.status == 403 ? "urn:rytm:csrf" : "", answer.Text("/type"));
  }
  EXPECT_EQ(403, LogInWith("anna", kOther, {{"sec-fetch-site", "cross-site"}}).status)
      << "nor may another page log somebody in";
}

TEST_F(AccessTest, KeysNeedNoCookieAndEndWhenRevoked) {
  const Fields key = Key({{Role::kReader, ""}});
  EXPECT_EQ(200, Ask("GET", kOrg, key).status);
  EXPECT_EQ(404, Ask("GET", "/api/v1/me", key).status) << "a key is nobody";
  const std::string id = api_keys_->All(CommandLine()).value().front().id;
  ASSERT_TRUE(api_keys_->Revoke(CommandLine(), id).ok());
  const Answered refused = Ask("GET", kOrg, key);
  EXPECT_EQ(401, refused.status);
  EXPECT_EQ("Bearer", refused.Field("WWW-Authenticate"));
  EXPECT_EQ(401, Ask("GET", kOrg, {{"authorization", "Basic YTpi"}}).status);
  EXPECT_EQ(401, Ask("GET", kOrg).status);
}

TEST_F(AccessTest, WhatOneMayNotSeeIsNotThere) {
  const Fields ks = Key({{Role::kSecretary, "ks"}});
  const Fields reader = Key({{Role::kReader, ""}});
  struct Row {
    const Fields* who;
    std::string method;
    std::string target;
    int status;
  };
  for (const Row& row :
       {Row{&ks, "GET", Org("/bodies/ks"), 200}, Row{&ks, "GET", Org("/bodies/kf"), 404},
        Row{&ks, "GET", Org("/bodies/finns-inte"), 404}, Row{&ks, "GET", Org("/plan?body=kf"), 404},
        Row{&ks, "GET", Org("/findings?body=kf"), 404}, Row{&ks, "GET", Org("/slots?body=kf"), 404},
        Row{&ks, "GET", Org("/slots/alby.kf.meeting.2027-01-25"), 404},
        Row{&ks, "GET", Org("/slots/alby.ks.meeting.2027-01-13"), 200},
        Row{&ks, "GET", "/api/v1/organisations/ekeby", 404},
        Row{&ks, "GET", "/api/v1/organisations/ekeby/plan", 404},
        Row{&ks, "GET", Org("/audit"), 403}, Row{&ks, "GET", "/api/v1/accounts", 403},
        Row{&reader, "GET", Org("/slots/alby.kf.meeting.2027-01-25"), 200},
        Row{&reader, "POST", Org("/batches/preview"), 403},
        Row{&reader, "DELETE", Org("/plan"), 405}, Row{&reader, "GET", "/api/v2", 404},
        Row{&reader, "GET", "/api/v1/organisations/%2", 404}}) {
    const Answered answer = Ask(row.method, row.target, *row.who);
    EXPECT_EQ(row.status, answer.status) << row.method << " " << row.target << " " << answer.body;
  }
  EXPECT_THAT(Ask("GET", Org("/bodies"), ks).body, Not(HasSubstr("\"kf\"")));
  EXPECT_THAT(Ask("GET", Org("/plan"), ks).body, Not(HasSubstr("alby.kf")));
  EXPECT_THAT(Ask("GET", Org("/slots"), ks).body, Not(HasSubstr("alby.kf")));
}

TEST_F(AccessTest, WhoIsTrustedWithNothingSeesNoOrganisation) {
  Add("anna", {});
  const Answered in = LogInWith("anna", kGood);
  ASSERT_EQ(200, in.status);
  EXPECT_EQ(404, Ask("GET", kOrg, {Cookies(in)}).status);
}

}  // namespace
}  // namespace rytm
