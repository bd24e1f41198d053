#include "app/accounts.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "app/totp.h"
#include "base/limits.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;

class AccountsTest : public AlbyTest {};

TEST_F(AccountsTest, AnAccountIsMadeWithItsRoles) {
  const Account account = Add(" Anna.Exempel@Alby.example ",
                              {{Role::kReader, ""}, {Role::kSecretary, "ks"}, {Role::kReader, ""}});
  EXPECT_EQ("anna.exempel@alby.example", account.login);
  EXPECT_THAT(account.grants, ElementsAre(Grant{Role::kSecretary, "ks"}, Grant{Role::kReader, ""}));
  EXPECT_EQ(account.person,
            accounts_->Find(CommandLine(), "ANNA.EXEMPEL@alby.example").value().person);
  EXPECT_EQ(std::string::npos, account.person.find("anna")) << "ids tell nothing of the person";
}

TEST_F(AccountsTest, EverythingWrongIsToldAtOnce) {
  const Result<Account> refused = accounts_->Add(CommandLine(),
                                                 {.login = "anna exempel",
                                                  .name = " ",
                                                  .grants = {{Role::kSecretary, ""},
                                                             {Role::kSecretary, "kss"},
                                                             {Role::kPlanner, "ks"},
                                                             {Role::kReader, "ks"}}},
                                                 Secret("kort"));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(ErrorCode::kBadInput, refused.error().code);
  std::vector<std::string> pointers;
  for (const Problem& problem : refused.error().problems) pointers.push_back(problem.pointer);
  EXPECT_THAT(pointers, ElementsAre("/name", "/login", "/grants/0/body", "/grants/1/body",
                                    "/grants/2/body", "/password"));
  EXPECT_TRUE(accounts_->All(CommandLine()).value().empty());
}

TEST_F(AccountsTest, ObviousPasswordsAreThisPersonsAndThisOrganisations) {
  for (const char* obvious : {"bo.exempelsson1", "Anna Exempel 26", "alby kommun 27"})
    EXPECT_EQ(ErrorCode::kBadInput,
              CodeOf(accounts_->Add(
                  CommandLine(), {.login = "bo.exempelsson", .name = "Anna Exempel", .grants = {}},
                  Secret(obvious))))
        << obvious;
}

TEST_F(AccountsTest, OnlyAdministratorsManageAccounts) {
  Add("anna", {{Role::kAdministrator, ""}});
  for (const Grant& grant :
       {Grant{Role::kPlanner, ""}, Grant{Role::kSecretary, "ks"}, Grant{Role::kReader, ""}}) {
    const Actor actor{.person = "p-x", .via = "web", .grants = {grant}};
    const std::vector<std::optional<ErrorCode>> refusals{
        CodeOf(accounts_->All(actor)),
        CodeOf(accounts_->Find(actor, "anna")),
        CodeOf(accounts_->Add(actor, {.login = "bo", .name = "Bo", .grants = {}}, Secret(kGood))),
        CodeOf(accounts_->Disable(actor, "anna")),
        CodeOf(accounts_->Enable(actor, "anna")),
        CodeOf(accounts_->GrantRoles(actor, "anna", {{Role::kAdministrator, ""}})),
        CodeOf(accounts_->RevokeRoles(actor, "anna", {})),
        CodeOf(accounts_->ResetPassword(actor, "anna", Secret(kOther))),
        CodeOf(accounts_->ResetTotp(actor, "anna")),
        CodeOf(accounts_->Erase(actor, "anna")),
        CodeOf(api_keys_->All(actor)),
        CodeOf(api_keys_->Make(actor, {.label = "x", .grants = {}})),
        CodeOf(api_keys_->Revoke(actor, "k-x"))};
    for (std::size_t i = 0; i < refusals.size(); ++i)
      EXPECT_EQ(ErrorCode::kRefused, refusals[i]) << RoleWord(grant.role) << " " << i;
  }
}

TEST_F(AccountsTest, RolesAreGrantedAndRevoked) {
  Add("anna");
  const auto granted =
      accounts_->GrantRoles(CommandLine(), "anna", {{Role::kSecretary, "kf"}, {Role::kReader, ""}});
  EXPECT_THAT(granted.value().grants,
              ElementsAre(Grant{Role::kSecretary, "kf"}, Grant{Role::kReader, ""}));
  EXPECT_EQ(ErrorCode::kBadInput,
            CodeOf(accounts_->GrantRoles(CommandLine(), "anna", {{Role::kSecretary, "xx"}})));
  EXPECT_EQ(ErrorCode::kNotFound,
            CodeOf(accounts_->GrantRoles(CommandLine(), "bo", {{Role::kReader, ""}})));
  const auto revoked =
      accounts_->RevokeRoles(CommandLine(), "anna", {{Role::kReader, ""}, {Role::kReader, "ks"}});
  EXPECT_THAT(revoked.value().grants, ElementsAre(Grant{Role::kSecretary, "kf"}));
}

TEST_F(AccountsTest, TheLastAdministratorStays) {
  const std::vector<Grant> administrator{{Role::kAdministrator, ""}};
  Add("anna", administrator);
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(accounts_->Disable(CommandLine(), "anna")));
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(accounts_->Erase(CommandLine(), "anna")));
  EXPECT_EQ(ErrorCode::kConflict,
            CodeOf(accounts_->RevokeRoles(CommandLine(), "anna", administrator)));
  EXPECT_FALSE(accounts_->Find(CommandLine(), "anna").value().disabled);
  Add("bo", administrator);
  EXPECT_TRUE(accounts_->Disable(CommandLine(), "anna").ok());
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(accounts_->Erase(CommandLine(), "bo")))
      << "a disabled one is none";
}

TEST_F(AccountsTest, WhoIsDisabledIsOutAtOnceAndStaysOut) {
  Add("anna");
  const StartedLogin login = LogIn("anna");
  ASSERT_TRUE(logins_->Check(login.token.bytes()).ok());
  ASSERT_TRUE(accounts_->Disable(CommandLine(), "anna").ok());
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(login.token.bytes())));
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(Prove("anna", kGood)));
  ASSERT_TRUE(accounts_->Enable(CommandLine(), "anna").ok());
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(login.token.bytes())));
  EXPECT_TRUE(Prove("anna", kGood).ok());
}

TEST_F(AccountsTest, OnesOwnPasswordIsChangedByWhoKnowsTheOldOne) {
  const Account anna = Add("anna");
  const StartedLogin here = LogIn("anna");
  const StartedLogin elsewhere = LogIn("anna");
  const auto change = [&](const char* from, const char* to) {
    return CodeOf(accounts_->ChangePassword(anna.person, Secret(from), Secret(to),
                                            {"192.0.2.1", ""}, here.token.bytes()));
  };
  EXPECT_EQ(ErrorCode::kBadInput, change(kOther, "annat lösenord här"));
  EXPECT_EQ(ErrorCode::kBadInput, change(kGood, "kort"));
  EXPECT_EQ(ErrorCode::kBadInput, change(kGood, kGood));
  EXPECT_EQ(std::nullopt, change(kGood, kOther));
  EXPECT_TRUE(logins_->Check(here.token.bytes()).ok());
  EXPECT_FALSE(logins_->Check(elsewhere.token.bytes()).ok());
  EXPECT_FALSE(Prove("anna", kGood).ok());
  EXPECT_TRUE(Prove("anna", kOther).ok());
}

TEST_F(AccountsTest, WhoSitsAtAnOpenBrowserCannotGuessTheOldPassword) {
  const Account anna = Add("anna");
  const StartedLogin login = LogIn("anna");
  const auto guess = [&] {
    return CodeOf(accounts_->ChangePassword(anna.person, Secret("gissning"), Secret(kOther),
                                            {"192.0.2.1", ""}, login.token.bytes()));
  };
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(ErrorCode::kBadInput, guess());
  EXPECT_EQ(ErrorCode::kTooOften, guess());
}

TEST_F(AccountsTest, AResetPasswordIsForOneLoginOnly) {
  const Account anna = Add("anna");
  const StartedLogin before = LogIn("anna");
  ASSERT_TRUE(accounts_->ResetPassword(CommandLine(), "anna", Secret(kOther)).ok());
  EXPECT_FALSE(logins_->Check(before.token.bytes()).ok());
  const StartedLogin login = LogIn("anna", kOther);
  EXPECT_EQ(LoginStage::kNewPassword, login.login.stage);
  ASSERT_TRUE(accounts_
                  ->ChangePassword(anna.person, Secret(kOther), Secret(kGood), {"192.0.2.1", ""},
                                   login.token.bytes())
                  .ok());
  EXPECT_EQ(LoginStage::kComplete, logins_->Check(login.token.bytes()).value().stage);
}

TEST_F(AccountsTest, TheLogTellsWhatWasDoneAndNamesNobody) {
  const Account anna = Add("annasson", {{Role::kAdministrator, ""}});
  Add("bengtson");
  const Actor actor{.person = anna.person, .via = "web", .grants = anna.grants};
  ASSERT_TRUE(accounts_->GrantRoles(actor, "bengtson", {{Role::kSecretary, "ks"}}).ok());
  ASSERT_FALSE(accounts_->Disable(actor, "annasson").ok());
  ASSERT_TRUE(accounts_->Disable(actor, "bengtson").ok());
  ASSERT_TRUE(accounts_->Enable(actor, "bengtson").ok());
  ASSERT_TRUE(accounts_->RevokeRoles(actor, "bengtson", {{Role::kSecretary, "ks"}}).ok());
  ASSERT_TRUE(accounts_->ResetPassword(actor, "bengtson", Secret(kOther)).ok());
  ASSERT_TRUE(accounts_->ResetTotp(actor, "bengtson").ok());
  ASSERT_TRUE(accounts_->Erase(actor, "bengtson").ok());
  EXPECT_THAT(Logged(), ElementsAre("account-added", "account-added", "role-granted",
                                    "account-disabled", "account-enabled", "role-revoked",
                                    "password-reset", "totp-reset", "account-erased"));
  const std::vector<AuditEntry> entries = database_->audit().Newest(100, std::nullopt).value();
  EXPECT_EQ("secretary ks", entries[6].detail);
  EXPECT_EQ(anna.person, entries[6].person);
  EXPECT_EQ("web", entries[6].via);
  EXPECT_EQ("command-line", entries[8].via);
  for (const AuditEntry& entry : entries)
    for (const char* name : {"annasson", "Anna Exempel", "bengtson"})
      EXPECT_EQ(std::string::npos,
                (entry.person + entry.via + entry.subject + entry.detail).find(name));
}

TEST_F(AccountsTest, NothingIsKeptThatLetsOneIn) {
  Add("anna", {{Role::kAdministrator, ""}});
  const StartedLogin login = LogIn("anna");
  const Result<MadeApiKey> key = api_keys_->Make(
      CommandLine(),
      {.label = "Intranätet", .grants = {{Role::kReader, ""}}, .expires = clock_.now + Days{30}});
  ASSERT_TRUE(key.ok());
  std::string kept;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    kept.append(std::istreambuf_iterator<char>(file), {});
  }
  ASSERT_NE(std::string::npos, kept.find("argon2id"));
  for (const std::string_view secret :
       {std::string_view(kGood), login.token.bytes(), key.value().key.bytes()})
    EXPECT_EQ(std::string::npos, kept.find(secret));
}

}  // namespace
}  // namespace rytm
