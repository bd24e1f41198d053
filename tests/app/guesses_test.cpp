// Guessing is slowed down; those who know are not kept waiting.
#include "app/guesses.h"

#include <atomic>
#include <thread>

#include "base/limits.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

class GuessesTest : public AlbyTest {
 protected:
  std::optional<ErrorCode> Guess(const std::string& login, const std::string& source,
                                 const std::string& browser = "") {
    return CodeOf(Prove(login, "fel lösenord här", {source, browser}));
  }
  std::string Address(int number) { return "198.51.100." + std::to_string(number); }
};

constexpr auto kWrong = ErrorCode::kNotLoggedIn;
constexpr auto kWait = ErrorCode::kTooOften;

TEST_F(GuessesTest, AFewAtOnceThenOneNowAndThen) {
  Add("anna");
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(kWrong, Guess("anna", "here"));
  EXPECT_EQ(kWait, Guess("anna", "here"));
  EXPECT_EQ(kWait, CodeOf(Prove("anna", kGood, {"here", ""}))) << "nor the right one by chance";
  clock_.now += kGuessForgiven;
  EXPECT_EQ(kWrong, Guess("anna", "here"));
  EXPECT_EQ(kWait, Guess("anna", "here"));
  clock_.now += kGuessesMax * kGuessForgiven;
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(kWrong, Guess("anna", "here"));
  EXPECT_EQ(kWait, Guess("anna", "here"));
}

TEST_F(GuessesTest, TheWaitIsToldInMinutes) {
  for (int i = 0; i < kGuessesMax; ++i) Guess("anna", "here");
  EXPECT_EQ("För många försök. Vänta 1 minut och försök igen.",
            Prove("anna", kGood, {"here", ""}).error().message.sv);
}

TEST_F(GuessesTest, AccountsThatAreNotThereAreCountedAlike) {
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(kWrong, Guess("finns.inte", "here"));
  EXPECT_EQ(kWait, Guess("finns.inte", "here"));
  EXPECT_EQ(kWait, Guess("FINNS.INTE ", "here")) << "however it is written";
}

TEST_F(GuessesTest, TheRightPasswordForgivesWhatCameBefore) {
  Add("anna");
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < kGuessesMax - 1; ++i) EXPECT_EQ(kWrong, Guess("anna", "here"));
    EXPECT_TRUE(Prove("anna", kGood, {"here", ""}).ok()) << round;
  }
}

TEST_F(GuessesTest, LoggingInOftenIsNoGuessing) {
  Add("anna");
  for (int i = 0; i < kSourceGuessesMax + 10; ++i)
    ASSERT_TRUE(Prove("anna", kGood, {"here", ""}).ok()) << i;
}

TEST_F(GuessesTest, OthersGuessesDoNotLockTheOwnerOut) {
  Add("anna");
  const Result<Proven> first = Prove("anna", kGood, {"here", ""});
  ASSERT_TRUE(first.ok());
  const std::string browser(first.value().browser.bytes());
  int guesses = 0;
  for (int address = 0; guesses < kAccountGuessesMax; ++address)
    for (int i = 0; i < kGuessesMax; ++i, ++guesses)
      ASSERT_EQ(kWrong, Guess("anna", Address(address))) << guesses;
  EXPECT_EQ(kWait, Guess("anna", "a fresh address")) << "all over the world together";
  EXPECT_EQ(kWait, CodeOf(Prove("anna", kGood, {"a hotel", ""})));
  EXPECT_TRUE(Prove("anna", kGood, {"a hotel", browser}).ok()) << "a browser we know";
  clock_.now += kAccountGuessForgiven;
  EXPECT_TRUE(Prove("anna", kGood, {"a hotel", ""}).ok()) << "or a short wait";
}

TEST_F(GuessesTest, AColleagueBehindTheSameAddressDoesNotEither) {
  Add("anna");
  const std::string browser(Prove("anna", kGood, {"office", ""}).value().browser.bytes());
  for (int i = 0; i < kGuessesMax; ++i) Guess("anna", "office");
  EXPECT_EQ(kWait, Guess("anna", "office"));
  EXPECT_TRUE(Prove("anna", kGood, {"office", browser}).ok());
}

TEST_F(GuessesTest, AKnownBrowserIsCountedToo) {
  Add("anna");
  Add("bo");
  const std::string browser(Prove("anna", kGood, {"here", ""}).value().browser.bytes());
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(kWrong, Guess("anna", Address(i), browser));
  EXPECT_EQ(kWait, Guess("anna", Address(99), browser)) << "whatever address it comes from";
  for (int i = 0; i < kGuessesMax; ++i) EXPECT_EQ(kWrong, Guess("bo", "here", browser));
  EXPECT_EQ(kWait, Guess("bo", "here", browser)) << "and is known for one account only";
}

TEST_F(GuessesTest, OneSourceAtManyAccountsIsSlowedDown) {
  for (int i = 0; i < kSourceGuessesMax; ++i)
    ASSERT_EQ(kWrong, Guess("user" + std::to_string(i), "here")) << i;
  EXPECT_EQ(kWait, Guess("another", "here"));
  EXPECT_EQ(kWrong, Guess("another", "there"));
  clock_.now += kSourceGuessForgiven;
  EXPECT_EQ(kWrong, Guess("another", "here"));
}

TEST_F(GuessesTest, LoginsUnderWayGoOn) {
  Add("anna");
  const StartedLogin login = LogIn("anna");
  for (int i = 0; i < 2 * kGuessesMax; ++i) Guess("anna", "192.0.2.1");
  EXPECT_TRUE(logins_->Check(login.token.bytes()).ok());
}

TEST_F(GuessesTest, ManyAtTheSameMomentCountAsMany) {
  Add("anna");
  std::atomic<int> looked_at = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < kGuessesMax; ++n)
        if (Guess("anna", "here") == kWrong) ++looked_at;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(kGuessesMax, looked_at);
}

}  // namespace
}  // namespace rytm
