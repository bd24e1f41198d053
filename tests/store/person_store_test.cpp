// People on a real SQLite file.
#include "store/person_store.h"

#include <gtest/gtest.h>

#include "tests/store/database_test.h"

namespace rytm {
namespace {

const Instant kMonday = *ParseInstant("2026-11-23T14:02:00Z");

Person Anna() {
  return {.id = "p-1",
          .name = "Anna Exempel",
          .address = "anna@example.org",
          .language = Language::kEnglish,
          .hidden = true,
          .created = kMonday,
          .assignments = {{.body = "bun",
                           .post = Post::kSubstitute,
                           .party = "Exempelpartiet",
                           .order = 2,
                           .from = *ParseDay("2027-01-01"),
                           .until = *ParseDay("2030-12-31")},
                          {.body = "ks",
                           .post = Post::kCaseOfficer,
                           .unit = "Kansliet",
                           .function = "ekonom",
                           .from = *ParseDay("2027-01-01")}}};
}

class PersonStoreTest : public DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    database_ = OpenDatabase(true);
  }
  PersonStore& people() { return database_->people(); }

  std::unique_ptr<Database> database_;
};

TEST_F(PersonStoreTest, WhatIsSavedIsRead) {
  const std::int64_t before = people().Revision().value();
  ASSERT_TRUE(people().Save(Anna()).ok());
  EXPECT_EQ(people().Find("p-1").value(), Anna());
  EXPECT_EQ(people().WithAddress("Anna@Example.ORG").value(), Anna());
  EXPECT_EQ(people().All().value(), std::vector{Anna()});
  EXPECT_EQ(people().Find("p-2").value(), std::nullopt);
  EXPECT_GT(people().Revision().value(), before);

  Person other = Anna();
  other.hidden = false;
  other.assignments.pop_back();
  ASSERT_TRUE(people().Save(other).ok());
  EXPECT_EQ(people().All().value(), std::vector{other});
}

TEST_F(PersonStoreTest, AnAddressIsOnePersons) {
  ASSERT_TRUE(people().Save(Anna()).ok());
  Person other = Anna();
  other.id = "p-2";
  other.address = "ANNA@example.org";
  const Result<Done> saved = people().Save(other);
  ASSERT_FALSE(saved.ok());
  EXPECT_EQ(saved.error().code, ErrorCode::kConflict);
  other.address = "";
  EXPECT_TRUE(people().Save(other).ok());
  other.id = "p-3";
  EXPECT_TRUE(people().Save(other).ok()) << "any number may have none";
}

TEST_F(PersonStoreTest, WhoIsErasedIsGoneAndTheAddressFree) {
  ASSERT_TRUE(people().Save(Anna()).ok());
  ASSERT_TRUE(people().Erase("p-1", kMonday).ok());
  EXPECT_TRUE(people().All().value().empty());
  EXPECT_EQ(people().Find("p-1").value(), std::nullopt);
  Person other = Anna();
  other.id = "p-2";
  EXPECT_TRUE(people().Save(other).ok());
}

}  // namespace
}  // namespace rytm
