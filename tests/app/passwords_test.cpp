#include "app/passwords.h"

#include <gtest/gtest.h>

#include "tests/cases/case_table.h"

namespace rytm {
namespace {

constexpr HashCost kCheap{8192, 1};  // the least libsodium takes
const std::vector<std::string> kNames{"anna.exempel", "Alby kommun", "alby", "alby.example"};

TEST(Passwords, WhichAreGoodEnough) {
  for (const Case& row : ReadCases("passwords.txt", 2)) {
    const Result<Secret> password = AcceptPassword(row[0], kNames);
    ASSERT_EQ(row[1] == "yes", password.ok()) << row.where;
    if (password.ok()) continue;
    EXPECT_EQ(ErrorCode::kBadInput, password.error().code) << row.where;
    EXPECT_EQ(row[1] == "short", password.error().message.sv.find("för kort") != std::string::npos)
        << row.where << ": " << password.error().message.sv;
  }
}

TEST(Passwords, HaveAnEndAndAreUtf8) {
  std::string longest;
  while (longest.size() < kPasswordBytesMax)
    longest += "kaffe vid " + std::to_string(longest.size());
  longest.resize(kPasswordBytesMax);
  EXPECT_TRUE(AcceptPassword(longest, {}).ok());
  for (const std::string& wrong : {longest + "!", std::string("kaffe vid tre \xff\xfe")}) {
    EXPECT_FALSE(AcceptPassword(wrong, {}).ok());
    EXPECT_TRUE(TypedPassword(wrong).empty());
  }
}

TEST(Passwords, AreNotToldInRefusals) {
  const std::string password = "hemlig";
  EXPECT_EQ(std::string::npos, AcceptPassword(password, {}).error().message.sv.find(password));
}

TEST(Passwords, LettersComposedOrNotAreTheSame) {
  EXPECT_EQ(AcceptPassword("kaffe på kajen", {}).value().bytes(),
            AcceptPassword("kaffe pa\u030a kajen", {}).value().bytes());
}

TEST(Passwords, AHashTellsOneFromAnother) {
  const Passwords passwords(kCheap);
  const std::string hash = passwords.Hash("kaffe vid tre");
  EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
  EXPECT_NE(hash, passwords.Hash("kaffe vid tre")) << "salted";
  EXPECT_TRUE(passwords.Matches("kaffe vid tre", hash));
  EXPECT_FALSE(passwords.Matches("kaffe vid fyra", hash));
  EXPECT_FALSE(passwords.Matches("", ""));
  EXPECT_FALSE(passwords.Matches("kaffe vid tre", "not a hash"));
}

TEST(Passwords, AHashOfAnotherCostIsOutdated) {
  const std::string hash = Passwords(kCheap).Hash("kaffe vid tre");
  EXPECT_FALSE(Passwords(kCheap).IsOutdated(hash));
  EXPECT_TRUE(Passwords({16384, 2}).IsOutdated(hash));
  EXPECT_TRUE(Passwords({16384, 2}).Matches("kaffe vid tre", hash));
}

TEST(Passwords, OursCostWhatTheLimitsSay) {
  const std::string hash = Passwords().Hash("kaffe vid tre");
  EXPECT_NE(std::string::npos, hash.find("m=19456,t=2,p=1")) << hash;
}

}  // namespace
}  // namespace rytm
