// rytm user: accounts, roles and keys on the command line.
#include <gtest/gtest.h>

#include <fstream>

#include "base/json.h"
#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

constexpr const char* kPassword = "kaffe vid tre i vintras\n";

class UserTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string file = (folder_ / "alby.json").string();
    std::ofstream(file) << R"({
      "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
      "window": {"from": "2027-01-01", "until": "2027-12-31"},
      "bodies": [{"id": "ks", "kind": "executive-board", "short": "KS", "name": {"sv": "Kommunstyrelsen"},
        "series": [{"id": "meeting", "when": {"dates": ["2027-01-13"]}, "at": "13:30", "lasts": "PT3H"}]}]})";
    ASSERT_EQ(0, Rytm({"init", "--data", (folder_ / "data").string(), file}).code);
  }

  Outcome User(std::vector<std::string> arguments, const std::string& typed = "") {
    arguments.insert(arguments.begin(), "user");
    arguments.insert(arguments.end(), {"--data", (folder_ / "data").string()});
    return Rytm(arguments, typed);
  }
  Json UserJson(std::vector<std::string> arguments, const std::string& typed = "") {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Outcome run = User(std::move(arguments), typed);
    EXPECT_EQ(0, run.code) << run.err;
    const Result<Json> json = ParseJson(run.out, "out");
    EXPECT_TRUE(json.ok()) << run.out;
    return json.ok() ? json.value() : Json();
  }

  TemporaryFolder folder_;
};

TEST_F(UserTest, TheFirstAdministratorIsMadeOnTheCommandLine) {
  const Outcome added = User({"add", "--administrator", "anna"}, kPassword);
  EXPECT_EQ(0, added.code) << added.err;
  EXPECT_EQ("anna  anna  administrator  kod saknas\n", added.out);
  const Outcome second =
      User({"add", "--secretary", "ks", "--reader", "bo", "--name", "Bo Påhittad"}, kPassword);
  EXPECT_EQ("bo  Bo Påhittad  secretary ks, reader  byter lösenord\n", second.out);
  EXPECT_EQ(
      "anna  anna         administrator         kod saknas\n"
      "bo    Bo Påhittad  secretary ks, reader  byter lösenord\n",
      User({"list"}).out);
}

TEST_F(UserTest, RolesComeAndGo) {
  User({"add", "anna"}, kPassword);
  EXPECT_EQ("anna  anna  planner, reader ks  kod saknas\n",
            User({"grant", "anna", "--planner", "--reader-of", "ks"}).out);
  EXPECT_EQ("anna  anna  reader ks\n", User({"revoke", "anna", "--planner"}).out);
  const Outcome unknown = User({"grant", "anna", "--secretary", "kss"});
  EXPECT_EQ(2, unknown.code);
  EXPECT_NE(std::string::npos, unknown.err.find("Det finns inget organ \"kss\"")) << unknown.err;
  EXPECT_NE(std::string::npos, unknown.err.find("\"ks\"")) << unknown.err;
}

TEST_F(UserTest, AccountsAreDisabledResetAndErased) {
  User({"add", "anna"}, kPassword);
  EXPECT_EQ("anna  anna  inga roller  avstängd\n", User({"disable", "anna"}).out);
  EXPECT_EQ("anna  anna  inga roller\n", User({"enable", "anna"}).out);
  EXPECT_EQ("anna  anna  inga roller  byter lösenord\n",
            User({"password", "anna"}, "te vid fyra i somras\n").out);
  EXPECT_EQ(0, User({"totp-reset", "anna"}).code);
  EXPECT_EQ(0, User({"erase", "anna"}).code);
  EXPECT_EQ("", User({"list"}).out);
  EXPECT_EQ(2, User({"disable", "anna"}).code);
}

TEST_F(UserTest, BadPasswordsAreToldAndMakeNothing) {
  for (const char* typed : {"", "\n", "kort\n", "alby kommun 27\n"}) {
    const Outcome run = User({"add", "anna"}, typed);
    EXPECT_EQ(2, run.code) << typed;
    EXPECT_NE(std::string::npos, run.err.find("ösenord")) << run.err;
  }
  EXPECT_EQ("", User({"list"}).out);
  EXPECT_EQ(2, User({"password", "anna"}, kPassword).code) << "nobody there";
  EXPECT_EQ(2, User({"add", "anna", "kaffe vid tre i vintras"}).code) << "never as an argument";
}

TEST_F(UserTest, TheLastAdministratorStays) {
  User({"add", "anna", "--administrator"}, kPassword);
  const Outcome run = User({"disable", "anna"});
  EXPECT_EQ(2, run.code);
  EXPECT_NE(std::string::npos, run.err.find("sista administratören")) << run.err;
}

TEST_F(UserTest, WhatIsWrongOnTheCommandLineIsToldOfItsOwnCommand) {
  const Outcome unknown = User({"grnat", "anna"});
  EXPECT_EQ(2, unknown.code);
  EXPECT_NE(std::string::npos, unknown.err.find("Hjälp: rytm user --help")) << unknown.err;
  EXPECT_NE(std::string::npos, unknown.err.find("Menade du \"grant\"?")) << unknown.err;
  const Outcome missing = User({"key", "revoke"});
  EXPECT_EQ(2, missing.code);
  EXPECT_NE(std::string::npos, missing.err.find("Hjälp: rytm user key revoke --help"))
      << missing.err;
  EXPECT_NE(std::string::npos, missing.err.find("id: Saknas.")) << missing.err;
}

TEST_F(UserTest, AccountsForPrograms) {
  const Json added = UserJson({"add", "anna", "--secretary", "ks", "--reader"}, kPassword);
  EXPECT_EQ("anna", added.at("login").as_string());
  EXPECT_EQ("secretary", added.at("roles").at(0).at("role").as_string());
  EXPECT_EQ("ks", added.at("roles").at(0).at("body").as_string());
  EXPECT_FALSE(added.at("must-change-password").as_bool());
  EXPECT_EQ(added, UserJson({"list"}).at(0));
}

TEST_F(UserTest, AKeyIsShownOnce) {
  const Outcome made =
      User({"key", "add", "Intranätet", "--secretary", "ks", "--until", "2026-12-22"});
  ASSERT_EQ(0, made.code) << made.err;
  const std::string key = made.out.substr(0, made.out.find('\n'));
  EXPECT_TRUE(key.starts_with("rytm_")) << key;
  const Outcome list = User({"key", "list"});
  EXPECT_EQ(std::string::npos, list.out.find(key));
  EXPECT_NE(std::string::npos, list.out.find("Intranätet  secretary ks  till 2026-12-23T00:00:00Z"))
      << list.out;
  const std::string id = list.out.substr(0, list.out.find(' '));
  EXPECT_NE(std::string::npos, User({"key", "revoke", id}).out.find("återkallad"));
  EXPECT_EQ(2, User({"key", "revoke", id}).code);
  const Json other = UserJson({"key", "add", "Webben", "--reader"});
  EXPECT_TRUE(std::string_view(other.at("key").as_string()).starts_with("rytm_"));
  const Json keys = UserJson({"key", "list"});
  for (const Json& one : keys.as_array())
    EXPECT_EQ(one.at("label").as_string() == "Webben", one.at("revoked").is_null());
}

TEST_F(UserTest, WhatIsWrongWithAKeyIsExitCode2) {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"key", "add", "x"},
           {"key", "add", "x", "--administrator"},
           {"key", "add", "x", "--planner", "--secretary", "ks"},
           {"key", "add", "x", "--secretary", "kss"},
           {"key", "add", "x", "--reader", "--until", "2026-11-22"},
           {"key", "add", "x", "--reader", "--until", "2029-01-01"},
           {"key", "add", "x", "--reader", "--until", "snart"},
           {"key", "add", "", "--reader"},
           {"key", "revoke", "k-finnsinte"},
           {"key"},
           {}}) {
    const Outcome run = User(arguments);
    EXPECT_EQ(2, run.code) << testing::PrintToString(arguments);
    EXPECT_FALSE(run.err.empty()) << testing::PrintToString(arguments);
  }
}

}  // namespace
}  // namespace rytm
