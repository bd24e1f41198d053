// A small municipality's data folder with the use cases around accounts, and a clock to turn.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/accounts.h"
#include "app/api_keys.h"
#include "app/data_folder.h"
#include "app/import.h"
#include "app/logins.h"
#include "app/sign_in.h"
#include "tests/temporary_folder.h"
#include "tests/turned_clock.h"

namespace rytm {

inline constexpr const char* kAlby = R"({
  "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [
    {"id": "kf", "kind": "council", "name": {"sv": "Kommunfullmäktige"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-25"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]},
    {"id": "ks", "kind": "executive-board", "name": {"sv": "Kommunstyrelsen"},
     "series": [{"id": "meeting", "when": {"dates": ["2027-01-13"]}, "at": "13:30", "lasts": "PT3H"}]}
  ]
})";

inline constexpr const char* kGood = "kaffe vid tre i vintras";  // a password
inline constexpr const char* kOther = "te vid fyra i somras";    // another

class AlbyTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<Database>> database = MakeDataFolder(folder_.string());
    ASSERT_TRUE(database.ok());
    database_ = std::move(database).value();
    ASSERT_TRUE(ImportFirst(*database_, "alby.json", kAlby, clock_.now).ok());
    accounts_.emplace(*database_, clock_, randomness_, passwords_);
    api_keys_.emplace(*database_, clock_, randomness_);
    logins_.emplace(*database_, clock_, randomness_, "Rytm Alby");
    sign_in_.emplace(*database_, clock_, randomness_, passwords_);
  }

  Account Add(const std::string& login, const std::vector<Grant>& grants = {{Role::kReader, ""}}) {
    const Result<Account> account = accounts_->Add(
        CommandLine(),
        {.login = login, .name = "Anna Exempel", .grants = grants, .must_change = false},
        Secret(kGood));
    EXPECT_TRUE(account.ok()) << account.error().message.sv;
    return account.ok() ? account.value() : Account();
  }
  Result<Proven> Prove(const std::string& login, const std::string& password,
                       const Visitor& visitor = {"192.0.2.1", ""}) {
    return sign_in_->Prove({.login = login, .secret = Secret(password), .visitor = visitor});
  }
  // Logged in with the right password, at whatever stage that leads to.
  StartedLogin LogIn(const std::string& login, const std::string& password = kGood) {
    const Result<Proven> proven = Prove(login, password);
    EXPECT_TRUE(proven.ok()) << proven.error().message.sv;
    if (!proven.ok()) return {};
    Result<StartedLogin> started = logins_->Start(proven.value());
    EXPECT_TRUE(started.ok());
    return std::move(started).value();
  }
  // What the log holds, oldest first.
  std::vector<std::string> Logged() {
    const std::vector<AuditEntry> newest = database_->audit().Newest(100, std::nullopt).value();
    std::vector<std::string> what;
    for (auto entry = newest.rbegin(); entry != newest.rend(); ++entry) what.push_back(entry->what);
    return what;
  }

  TemporaryFolder folder_;
  TurnedClock clock_;
  SystemRandomness randomness_;
  const Passwords passwords_{{8192, 1}};  // the least libsodium takes
  std::unique_ptr<Database> database_;
  std::optional<Accounts> accounts_;
  std::optional<ApiKeys> api_keys_;
  std::optional<Logins> logins_;
  std::optional<PasswordSignIn> sign_in_;
};

// The code of a refusal, or nothing.
template <class T>
std::optional<ErrorCode> CodeOf(const Result<T>& result) {
  return result.ok() ? std::nullopt : std::optional(result.error().code);
}

}  // namespace rytm
