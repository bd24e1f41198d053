// Accounts, logins, keys and the log on a real SQLite file.
#include "store/account_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include "store/api_key_store.h"
#include "store/audit_log.h"
#include "store/login_store.h"
#include "tests/store/database_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;

const Instant kMonday = *ParseInstant("2026-11-23T14:02:00Z");
const Instant kTuesday = *ParseInstant("2026-11-24T08:00:00Z");
const std::string kBytes("\0\xff\x01 bytes", 9);

class AccountStoreTest : public DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    database_ = OpenDatabase(true);
    ASSERT_TRUE(Add("p-1", "anna").ok());
  }

  Result<Done> Add(const std::string& person, const std::string& login) {
    return database_->accounts().Add(
        {.person = person,
         .login = login,
         .name = "Anna Exempel",
         .created = kMonday,
         .grants = {{Role::kSecretary, "ks"}, {Role::kReader, ""}, {Role::kSecretary, "bun"}}},
        {.password_hash = "$argon2id$…", .must_change = true, .totp_secret = kBytes});
  }
  Result<Done> LogIn(const std::string& token_hash, Instant created) {
    return database_->logins().Add({.token_hash = token_hash,
                                    .person = "p-1",
                                    .csrf_token = kBytes,
                                    .totp_offer = {},
                                    .created = created,
                                    .last_seen = created,
                                    .expires = created + std::chrono::hours{12}});
  }
  Result<Done> Note(const std::string& what) {
    return database_->audit().Append({.made = kMonday,
                                      .person = "p-1",
                                      .via = "web",
                                      .what = what,
                                      .subject = "p-2",
                                      .detail = {},
                                      .revision = std::nullopt});
  }
  bool LoggedIn(const std::string& token_hash) {
    return database_->logins().Find(token_hash).value().has_value();
  }

  std::unique_ptr<Database> database_;
};

TEST_F(AccountStoreTest, AnAccountIsReadBackAsItWasAdded) {
  database_ = nullptr;
  database_ = OpenDatabase(false);
  const std::vector<Account> all = database_->accounts().All().value();
  ASSERT_EQ(1U, all.size());
  const Account& account = all.front();
  EXPECT_EQ("p-1", account.person);
  EXPECT_EQ("anna", account.login);
  EXPECT_EQ("Anna Exempel", account.name);
  EXPECT_TRUE(account.must_change);
  EXPECT_TRUE(account.has_totp);
  EXPECT_FALSE(account.disabled);
  EXPECT_EQ(kMonday, account.created);
  EXPECT_THAT(account.grants, ElementsAre(Grant{Role::kSecretary, "bun"},
                                          Grant{Role::kSecretary, "ks"}, Grant{Role::kReader, ""}));
  EXPECT_EQ(account.grants, database_->accounts().WithLogin("anna").value()->grants);
  EXPECT_EQ("anna", database_->accounts().OfPerson("p-1").value()->login);
  EXPECT_FALSE(database_->accounts().WithLogin("bo").value().has_value());
  const Credentials credentials = database_->accounts().CredentialsOf("p-1").value().value();
  EXPECT_EQ("$argon2id$…", credentials.password_hash);
  EXPECT_EQ(kBytes, credentials.totp_secret);
}

TEST_F(AccountStoreTest, ALoginNameIsOnePersons) {
  const Result<Done> taken = Add("p-2", "anna");
  ASSERT_FALSE(taken.ok());
  EXPECT_EQ(ErrorCode::kConflict, taken.error().code);
  EXPECT_TRUE(Add("p-2", "bo").ok());
}

TEST_F(AccountStoreTest, AStepOfTheClockIsUsedOnce) {
  AccountStore& accounts = database_->accounts();
  EXPECT_TRUE(accounts.UseTotpStep("p-1", 100).value());
  EXPECT_FALSE(accounts.UseTotpStep("p-1", 100).value());
  EXPECT_FALSE(accounts.UseTotpStep("p-1", 99).value()) << "nor an earlier one";
  EXPECT_TRUE(accounts.UseTotpStep("p-1", 101).value());
  ASSERT_TRUE(accounts.SetTotpSecret("p-1", "other").ok());
  EXPECT_TRUE(accounts.UseTotpStep("p-1", 50).value()) << "another secret, other codes";
}

TEST_F(AccountStoreTest, ErasingAPersonLeavesAnIdAndNothingElse) {
  ASSERT_TRUE(LogIn("t", kMonday).ok());
  ASSERT_TRUE(database_->accounts().Erase("p-1").ok());
  EXPECT_TRUE(database_->accounts().All().value().empty());
  EXPECT_FALSE(database_->accounts().OfPerson("p-1").value().has_value());
  EXPECT_FALSE(LoggedIn("t"));
  EXPECT_EQ("", database_->accounts().CredentialsOf("p-1").value()->password_hash);
  EXPECT_TRUE(Add("p-2", "anna").ok()) << "the login name is free again";
}

TEST_F(AccountStoreTest, LoginsEnd) {
  LoginStore& logins = database_->logins();
  for (int i = 0; i < 4; ++i)
    ASSERT_TRUE(LogIn("t" + std::to_string(i), kMonday + std::chrono::hours{i}).ok());
  EXPECT_EQ(kBytes, logins.Find("t0").value()->csrf_token);
  ASSERT_TRUE(logins.EndOldest("p-1", 3).ok());
  EXPECT_FALSE(LoggedIn("t0"));
  EXPECT_TRUE(LoggedIn("t1"));
  ASSERT_TRUE(logins.EndExpired(kMonday + std::chrono::hours{13}).ok());
  EXPECT_FALSE(LoggedIn("t1"));
  ASSERT_TRUE(logins.EndOthers("p-1", "t2").ok());
  EXPECT_TRUE(LoggedIn("t2"));
  EXPECT_FALSE(LoggedIn("t3"));
  ASSERT_TRUE(logins.End("t2").ok());
  EXPECT_FALSE(LoggedIn("t2"));
}

TEST_F(AccountStoreTest, ThrottlesAreForgottenWhenTheySayNothing) {
  LoginStore& logins = database_->logins();
  EXPECT_EQ(Instant{}, logins.Throttles({"a"}).value().front().clear_at);
  ASSERT_TRUE(
      logins
          .PutThrottles(
              {{"a", kTuesday, Instant{}}, {"b", Instant{}, kTuesday}, {"c", kMonday, Instant{}}},
              kMonday)
          .ok());
  const std::vector<Throttle> throttles = logins.Throttles({"b", "a", "c"}).value();
  EXPECT_EQ(kTuesday, throttles[0].known_good);
  EXPECT_EQ(kTuesday, throttles[1].clear_at);
  EXPECT_EQ(Instant{}, throttles[2].clear_at);
}

TEST_F(AccountStoreTest, KeysAreFoundByTheirHashAndRevokedOnce) {
  ApiKeyStore& keys = database_->api_keys();
  const ApiKey key{.id = "k-1",
                   .label = "Intranätet",
                   .grants = {{Role::kSecretary, "ks"}, {Role::kSecretary, "bun"}},
                   .created_by = "p-1",
                   .created = kMonday,
                   .expires = kTuesday,
                   .revoked = std::nullopt,
                   .last_used = std::nullopt};
  ASSERT_TRUE(keys.Add(key, kBytes).ok());
  EXPECT_FALSE(keys.WithHash("other").value().has_value());
  EXPECT_EQ(key.grants, keys.WithHash(kBytes).value()->grants);
  EXPECT_FALSE(keys.WithHash(kBytes).value()->last_used.has_value());
  ASSERT_TRUE(keys.Touch("k-1", kTuesday).ok());
  EXPECT_TRUE(keys.Revoke("k-1", kTuesday).value());
  EXPECT_FALSE(keys.Revoke("k-1", kTuesday).value());
  const ApiKey read = keys.All().value().front();
  EXPECT_EQ(kTuesday, read.revoked);
  EXPECT_EQ(kTuesday, read.last_used);
  EXPECT_EQ("Intranätet", read.label);
}

TEST_F(AccountStoreTest, TheLogIsReadNewestFirstPageByPage) {
  AuditLog& audit = database_->audit();
  for (const char* what : {"one", "two", "three"}) ASSERT_TRUE(Note(what).ok());
  const std::vector<AuditEntry> newest = audit.Newest(2, std::nullopt).value();
  ASSERT_EQ(2U, newest.size());
  EXPECT_EQ("three", newest[0].what);
  EXPECT_EQ("two", newest[1].what);
  const std::vector<AuditEntry> before = audit.Newest(2, newest[1].id).value();
  ASSERT_EQ(1U, before.size());
  EXPECT_EQ("one", before[0].what);
  EXPECT_FALSE(before[0].revision.has_value());
}

TEST_F(AccountStoreTest, TheLogCannotBeChangedNotEvenInSql) {
  ASSERT_TRUE(Note("one").ok());
  SQLite::Database other(file_, SQLite::OPEN_READWRITE);
  for (const char* sql :
       {"UPDATE audit SET what = 'nothing'", "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit VALUES (1, '', '', '', 'nothing', '', '', NULL)",
        "REPLACE INTO audit VALUES (1, '', '', '', 'nothing', '', '', NULL)",
        "INSERT INTO audit VALUES (1, '', '', '', 'nothing', '', '', NULL) "
        "ON CONFLICT (id) DO UPDATE SET what = 'nothing'"})
    EXPECT_THROW(other.exec(sql), SQLite::Exception) << sql;
  EXPECT_EQ("one", database_->audit().Newest(9, std::nullopt).value().front().what);
}

}  // namespace
}  // namespace rytm
