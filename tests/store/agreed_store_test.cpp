// What dialogues left to the next one, on a real SQLite file.
#include "store/agreed_store.h"

#include <gtest/gtest.h>

#include "tests/store/database_test.h"

namespace rytm {
namespace {

class AgreedStoreTest : public DatabaseTest {};

TEST_F(AgreedStoreTest, LinesAreReadReplacedAndTakenAway) {
  const std::unique_ptr<Database> database = OpenDatabase(true);
  AgreedStore& agreed = database->agreed();
  const std::string slot = "alby.ks.reflection.2027-05-19";
  EXPECT_EQ((AgreedLines{.slot = slot}), agreed.Of(slot).value());
  const AgreedLines first{.slot = slot,
                          .lines = {"Vi börjar med en runda", "Å – \"ä\""},
                          .author = "p-1",
                          .written = *ParseInstant("2027-05-20T08:00:00Z")};
  ASSERT_TRUE(agreed.Save(first).ok());
  EXPECT_EQ(first, agreed.Of(slot).value());
  AgreedLines second = first;
  second.lines = {"En rad"};
  ASSERT_TRUE(agreed.Save(second).ok());
  EXPECT_EQ(second, agreed.Of(slot).value());
  second.lines.clear();
  ASSERT_TRUE(agreed.Save(second).ok());
  EXPECT_EQ((AgreedLines{.slot = slot}), agreed.Of(slot).value());
}

}  // namespace
}  // namespace rytm
