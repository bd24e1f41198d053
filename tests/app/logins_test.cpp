// From the password to logging out, with a clock to turn.
#include "app/logins.h"

#include <gmock/gmock.h>

#include "app/totp.h"
#include "base/limits.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr seconds kStep{30};
const Visitor kOffice{"192.0.2.1", ""};

class LoginsTest : public AlbyTest {
 protected:
  std::string CodeNow() {
    const Account anna = accounts_->Find(CommandLine(), "anna").value();
    return TotpCode(database_->accounts().CredentialsOf(anna.person).value()->totp_secret,
                    TotpStep(clock_.now));
  }
  // A planner who has confirmed a code; the clock is at the next step.
  void Enrol() {
    const Account anna = Add("anna", {{Role::kPlanner, ""}});
    ASSERT_TRUE(
        database_->accounts().SetTotpSecret(anna.person, randomness_.Bytes(kTotpSecretBytes)).ok());
  }
};

TEST_F(LoginsTest, AReaderIsInWithThePassword) {
  Add("anna", {{Role::kReader, ""}, {Role::kSecretary, "ks"}});
  const StartedLogin started = LogIn("Anna");
  const Result<Login> login = logins_->Check(started.token.bytes());
  ASSERT_TRUE(login.ok());
  EXPECT_EQ(LoginStage::kComplete, login.value().stage);
  EXPECT_EQ("anna", login.value().login);
  EXPECT_EQ("Anna Exempel", login.value().name);
  EXPECT_TRUE(May(login.value().grants, Action::kAdjust, "ks"));
  EXPECT_EQ("web", login.value().AsActor().via);
  ASSERT_TRUE(logins_->End(started.token.bytes()).ok());
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(started.token.bytes())));
  EXPECT_THAT(Logged(), ElementsAre("account-added", "logged-in", "logged-out"));
}

TEST_F(LoginsTest, NoOtherTokenIsLetIn) {
  Add("anna");
  const StartedLogin started = LogIn("anna");
  std::string token(started.token.bytes());
  token.back() = token.back() == 'A' ? 'B' : 'A';
  for (const std::string& other : {token, token.substr(1), std::string()})
    EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(other)));
}

TEST_F(LoginsTest, WrongIsToldInTheSameWordsWhoeverItIs) {
  Add("anna");
  Add("bo");
  ASSERT_TRUE(accounts_->Disable(CommandLine(), "bo").ok());
  std::vector<Result<Proven>> refused;
  refused.push_back(Prove("anna", "fel lösenord här"));
  refused.push_back(Prove("bo", kGood));
  refused.push_back(Prove("finns.inte", kGood));
  refused.push_back(Prove("", ""));
  refused.push_back(Prove(std::string(5000, 'x'), std::string(5000, 'x')));
  refused.push_back(Prove("anna", "\xff\xfe"));
  for (const Result<Proven>& one : refused) {
    ASSERT_EQ(ErrorCode::kNotLoggedIn, CodeOf(one));
    EXPECT_EQ(refused.front().error().message, one.error().message);
  }
}

TEST_F(LoginsTest, ALoginEndsWhenItIsIdle) {
  Add("anna");
  const StartedLogin login = LogIn("anna");
  clock_.now += seconds{59};  // a request that is too soon after to be written down
  EXPECT_TRUE(logins_->Check(login.token.bytes()).ok());
  clock_.now += kLoginIdle;
  EXPECT_TRUE(logins_->Check(login.token.bytes()).ok());
  clock_.now += kLoginIdle + minutes{1};
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(login.token.bytes())));
}

TEST_F(LoginsTest, ALoginEndsWhenItIsOldHoweverBusy) {
  Add("anna");
  const StartedLogin login = LogIn("anna");
  for (hours passed{3}; passed < kLoginLife; passed += hours{3}) {
    clock_.now += hours{3};
    EXPECT_TRUE(logins_->Check(login.token.bytes()).ok()) << passed.count() << " hours";
  }
  clock_.now += hours{3};
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(login.token.bytes())));
}

TEST_F(LoginsTest, ManyLoginsEndTheOldest) {
  Add("anna");
  const StartedLogin oldest = LogIn("anna");
  for (std::size_t i = 0; i < kLoginsPerPersonMax - 1; ++i) {
    clock_.now += seconds{1};
    LogIn("anna");
  }
  EXPECT_TRUE(logins_->Check(oldest.token.bytes()).ok());
  LogIn("anna");
  EXPECT_FALSE(logins_->Check(oldest.token.bytes()).ok());
}

TEST_F(LoginsTest, APlannerEnrolsAtTheFirstLogin) {
  const Account anna = Add("anna", {{Role::kPlanner, ""}});
  const StartedLogin half = LogIn("anna");
  EXPECT_EQ(LoginStage::kTotpEnrolment, half.login.stage);
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(logins_->GiveCode(half.token.bytes(), "123456", kOffice)));
  const Result<TotpOffer> offer = logins_->OfferTotp(half.token.bytes());
  ASSERT_TRUE(offer.ok());
  EXPECT_EQ(32U, offer.value().secret.size());
  EXPECT_TRUE(offer.value().uri.starts_with("otpauth://totp/Rytm%20Alby:anna?secret=" +
                                            offer.value().secret));
  EXPECT_EQ(ErrorCode::kBadInput, CodeOf(logins_->GiveCode(half.token.bytes(), "not it", kOffice)));
  EXPECT_TRUE(database_->accounts().CredentialsOf(anna.person).value()->totp_secret.empty())
      << "not before it is confirmed";
  const std::string secret =
      database_->logins().Find(HashOf(half.token.bytes())).value()->totp_offer;
  const Result<StartedLogin> whole =
      logins_->GiveCode(half.token.bytes(), TotpCode(secret, TotpStep(clock_.now)), kOffice);
  ASSERT_TRUE(whole.ok());
  EXPECT_EQ(LoginStage::kComplete, whole.value().login.stage);
  EXPECT_NE(half.token.bytes(), whole.value().token.bytes());
  EXPECT_FALSE(logins_->Check(half.token.bytes()).ok())
      << "the half login's token is worth nothing";
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(logins_->OfferTotp(whole.value().token.bytes())));
  EXPECT_THAT(Logged(), ElementsAre("account-added", "totp-enrolled", "logged-in"));
}

TEST_F(LoginsTest, APlannersPasswordAloneOpensNothing) {
  Enrol();
  const StartedLogin half = LogIn("anna");
  EXPECT_EQ(LoginStage::kCode, half.login.stage);
  EXPECT_EQ(ErrorCode::kConflict, CodeOf(logins_->OfferTotp(half.token.bytes())))
      << "no other secret for who has only the password";
  clock_.now += kLoginHalf;
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(logins_->Check(half.token.bytes())));
  EXPECT_EQ(ErrorCode::kNotLoggedIn,
            CodeOf(logins_->GiveCode(half.token.bytes(), CodeNow(), kOffice)));
}

TEST_F(LoginsTest, ACodeIsUsedOnce) {
  Enrol();
  const std::string code = CodeNow();
  const StartedLogin first = LogIn("anna");
  const StartedLogin second = LogIn("anna");
  EXPECT_TRUE(logins_->GiveCode(first.token.bytes(), code, kOffice).ok());
  EXPECT_EQ(ErrorCode::kBadInput, CodeOf(logins_->GiveCode(second.token.bytes(), code, kOffice)));
  clock_.now += kStep;
  EXPECT_EQ(ErrorCode::kBadInput, CodeOf(logins_->GiveCode(second.token.bytes(), code, kOffice)))
      << "nor a step later, where it would still do";
  EXPECT_TRUE(logins_->GiveCode(second.token.bytes(), CodeNow(), kOffice).ok());
}

TEST_F(LoginsTest, CodesAreNotGuessed) {
  Enrol();
  const StartedLogin half = LogIn("anna");
  for (int i = 0; i < kGuessesMax; ++i)
    EXPECT_EQ(ErrorCode::kBadInput,
              CodeOf(logins_->GiveCode(half.token.bytes(), "not it", kOffice)));
  EXPECT_EQ(ErrorCode::kTooOften,
            CodeOf(logins_->GiveCode(half.token.bytes(), CodeNow(), kOffice)));
  clock_.now += kGuessForgiven;
  EXPECT_TRUE(logins_->GiveCode(half.token.bytes(), CodeNow(), kOffice).ok());
}

TEST_F(LoginsTest, ALostTelephoneIsForAnAdministratorToMend) {
  Enrol();
  ASSERT_TRUE(accounts_->ResetTotp(CommandLine(), "anna").ok());
  EXPECT_EQ(LoginStage::kTotpEnrolment, LogIn("anna").login.stage);
}

TEST_F(LoginsTest, WhoBecomesAPlannerIsAskedForACodeAtOnce) {
  Add("anna");
  const StartedLogin login = LogIn("anna");
  ASSERT_TRUE(accounts_->GrantRoles(CommandLine(), "anna", {{Role::kPlanner, ""}}).ok());
  EXPECT_EQ(LoginStage::kTotpEnrolment, logins_->Check(login.token.bytes()).value().stage);
}

TEST_F(LoginsTest, ASecretaryMayHaveACodeToo) {
  Add("anna", {{Role::kSecretary, "ks"}});
  const StartedLogin login = LogIn("anna");
  ASSERT_TRUE(logins_->OfferTotp(login.token.bytes()).ok());
  const std::string secret =
      database_->logins().Find(HashOf(login.token.bytes())).value()->totp_offer;
  ASSERT_TRUE(
      logins_->GiveCode(login.token.bytes(), TotpCode(secret, TotpStep(clock_.now)), kOffice).ok());
  EXPECT_EQ(LoginStage::kCode, LogIn("anna").login.stage) << "and is asked for it from then on";
}

TEST_F(LoginsTest, EveryLoginHasItsOwnCsrfToken) {
  Add("anna");
  const Login one = LogIn("anna").login;
  const Login other = LogIn("anna").login;
  EXPECT_TRUE(CsrfMatches(one, one.csrf_token));
  EXPECT_FALSE(CsrfMatches(one, other.csrf_token));
  EXPECT_FALSE(CsrfMatches(one, ""));
  EXPECT_EQ(43U, one.csrf_token.size());
}

TEST_F(LoginsTest, AnOldHashIsRenewedWhenItsPasswordIsSeen) {
  const Account anna = Add("anna");
  const Passwords dearer({16384, 2});
  PasswordSignIn sign_in(*database_, clock_, randomness_, dearer);
  const auto hash = [&] {
    return database_->accounts().CredentialsOf(anna.person).value()->password_hash;
  };
  EXPECT_TRUE(dearer.IsOutdated(hash()));
  EXPECT_TRUE(sign_in.Prove({.login = "anna", .secret = Secret(kGood), .visitor = kOffice}).ok());
  EXPECT_FALSE(dearer.IsOutdated(hash()));
  EXPECT_TRUE(Prove("anna", kGood).ok());
}

}  // namespace
}  // namespace rytm
