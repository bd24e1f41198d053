#include "app/api_keys.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;

class ApiKeysTest : public AlbyTest {
 protected:
  NewApiKey Asked(const Grant& grant = {Role::kSecretary, "ks"}) const {
    return {.label = "Intranätet", .grants = {grant}, .expires = clock_.now + Days{30}};
  }
  MadeApiKey Made(const NewApiKey& asked) {
    Result<MadeApiKey> made = api_keys_->Make(CommandLine(), asked);
    EXPECT_TRUE(made.ok());
    return std::move(made).value();
  }
};

TEST_F(ApiKeysTest, AKeyMayWhatItsScopeSays) {
  const MadeApiKey made = Made(Asked());
  EXPECT_TRUE(made.key.bytes().starts_with("rytm_"));
  EXPECT_EQ(48U, made.key.bytes().size());
  const Result<Actor> actor = api_keys_->Check(made.key.bytes());
  ASSERT_TRUE(actor.ok());
  EXPECT_EQ("key:" + made.stored.id, actor.value().via);
  EXPECT_TRUE(May(actor.value().grants, Action::kPublish, "ks"));
  EXPECT_FALSE(May(actor.value().grants, Action::kPublish, "kf"));
  const MadeApiKey reader = Made(Asked({Role::kReader, ""}));
  EXPECT_TRUE(May(api_keys_->Check(reader.key.bytes()).value().grants, Action::kSeePlan));
}

TEST_F(ApiKeysTest, OtherKeysAreRefused) {
  const MadeApiKey made = Made(Asked());
  const std::string key(made.key.bytes());
  for (const std::string& other : {std::string(), key.substr(5), key + "x", made.stored.id})
    EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(api_keys_->Check(other)));
}

TEST_F(ApiKeysTest, AKeyEndsByItselfOrWhenRevoked) {
  const MadeApiKey made = Made(Asked());
  const MadeApiKey other = Made(Asked());
  ASSERT_TRUE(api_keys_->Revoke(CommandLine(), made.stored.id).ok());
  EXPECT_EQ(ErrorCode::kNotFound, CodeOf(api_keys_->Revoke(CommandLine(), made.stored.id)));
  EXPECT_EQ(ErrorCode::kNotFound, CodeOf(api_keys_->Revoke(CommandLine(), "k-finnsinte")));
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(api_keys_->Check(made.key.bytes())));
  EXPECT_TRUE(api_keys_->Check(other.key.bytes()).ok());
  clock_.now += Days{30};
  EXPECT_EQ(ErrorCode::kNotLoggedIn, CodeOf(api_keys_->Check(other.key.bytes())));
  EXPECT_THAT(Logged(), ElementsAre("key-made", "key-made", "key-revoked"));
}

TEST_F(ApiKeysTest, WhenAKeyWasLastUsedIsKnownToTheHour) {
  const MadeApiKey made = Made(Asked());
  const auto last_used = [&] { return api_keys_->All(CommandLine()).value().front().last_used; };
  EXPECT_FALSE(last_used().has_value());
  const Instant first = clock_.now;
  ASSERT_TRUE(api_keys_->Check(made.key.bytes()).ok());
  clock_.now += std::chrono::minutes{59};
  ASSERT_TRUE(api_keys_->Check(made.key.bytes()).ok());
  EXPECT_EQ(first, last_used());
  clock_.now += std::chrono::minutes{1};
  ASSERT_TRUE(api_keys_->Check(made.key.bytes()).ok());
  EXPECT_EQ(clock_.now, last_used());
}

TEST_F(ApiKeysTest, EverythingWrongIsToldAtOnce) {
  const auto pointers = [&](const NewApiKey& asked) {
    const Result<MadeApiKey> refused = api_keys_->Make(CommandLine(), asked);
    std::vector<std::string> told;
    for (const Problem& problem : refused.error().problems) told.push_back(problem.pointer);
    return told;
  };
  const Instant too_late = clock_.now + kApiKeyLife + std::chrono::seconds{1};
  EXPECT_THAT(pointers({.label = "", .grants = {{Role::kAdministrator, ""}}, .expires = too_late}),
              ElementsAre("/label", "/grants", "/expires"));
  EXPECT_THAT(pointers({.label = "x", .grants = {{Role::kSecretary, ""}}, .expires = clock_.now}),
              ElementsAre("/grants/0/body", "/expires"));
  EXPECT_THAT(pointers({.label = "x",
                        .grants = {{Role::kReader, "ks"}, {Role::kSecretary, "ks"}},
                        .expires = clock_.now + Days{1}}),
              ElementsAre("/grants"));
  EXPECT_THAT(pointers({.label = "x", .grants = {}, .expires = clock_.now + Days{1}}),
              ElementsAre("/grants"));
}

TEST_F(ApiKeysTest, ThereIsAnEndToThem) {
  const MadeApiKey made = Made(Asked());
  ASSERT_TRUE(database_
                  ->AllOrNothing([&]() -> Result<Done> {
                    for (std::size_t i = 1; i < kApiKeysMax; ++i) {
                      ApiKey key = made.stored;
                      key.id += std::to_string(i);
                      EXPECT_TRUE(database_->api_keys().Add(key, HashOf(key.id)).ok());
                    }
                    return Done{};
                  })
                  .ok());
  EXPECT_EQ(ErrorCode::kTooLarge, CodeOf(api_keys_->Make(CommandLine(), Asked())));
  ASSERT_TRUE(api_keys_->Revoke(CommandLine(), made.stored.id).ok());
  EXPECT_TRUE(api_keys_->Make(CommandLine(), Asked()).ok());
}

}  // namespace
}  // namespace rytm
