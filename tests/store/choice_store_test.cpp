// What people choose and say, on a real SQLite file.
#include "store/choice_store.h"

#include <gtest/gtest.h>

#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/person_store.h"
#include "store/way_in_store.h"
#include "tests/store/database_test.h"

namespace rytm {
namespace {

const Instant kMonday = *ParseInstant("2026-11-23T14:02:00Z");
const std::string kHash("\0\xff\x01 hash", 8);

class ChoiceStoreTest : public DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    database_ = OpenDatabase(true);
    ASSERT_TRUE(
        database_->people().Save({.id = "p-1", .name = "Anna Exempel", .created = kMonday}).ok());
  }

  std::unique_ptr<Database> database_;
};

TEST_F(ChoiceStoreTest, WhatIsChosenIsReadAndForgotten) {
  MailChoices mine = UsualForElected();
  mine.digest = true;
  mine.reminders = {ReminderKind::kMorning};
  mine.quiet_from = TimeOfDay{22 * 60 + 15};
  MailChoices usual = UsualForOfficials();
  usual.changes = false;
  ASSERT_TRUE(database_->choices().Set("p-1", mine).ok());
  ASSERT_TRUE(database_->choices().Set(kOfficials, usual).ok());
  const StoredChoices stored = database_->choices().All().value();
  EXPECT_EQ(stored.own.at("p-1"), mine);
  EXPECT_EQ(stored.officials, usual);
  EXPECT_EQ(stored.elected, UsualForElected());
  ASSERT_TRUE(database_->choices().Forget("p-1").ok());
  EXPECT_TRUE(database_->choices().All().value().own.empty());
}

TEST_F(ChoiceStoreTest, MarksAreSetOnceAndTakenBack) {
  MarkStore& marks = database_->marks();
  EXPECT_TRUE(marks.SetAbsent("uid", "p-1", kMonday).value());
  EXPECT_FALSE(marks.SetAbsent("uid", "p-1", kMonday).value());
  EXPECT_TRUE(marks.SetCalled("uid", "p-2", "", kMonday).value());
  EXPECT_TRUE(marks.SetPapersOut("uid", "p-3", kMonday).value());
  const MeetingMarks all = marks.All().value();
  EXPECT_TRUE(all.absent.contains({"uid", "p-1"}));
  EXPECT_TRUE(all.called.contains({"uid", "p-2"}));
  EXPECT_EQ(all.papers_out.at("uid"), kMonday);
  EXPECT_TRUE(marks.SetPresent("uid", "p-1").value());
  EXPECT_FALSE(marks.SetPresent("uid", "p-1").value());
  EXPECT_TRUE(marks.TakeBackPapers("uid").value());
  EXPECT_TRUE(marks.SetNotCalled("uid", "p-2").value());
  EXPECT_TRUE(marks.All().value().called.empty());
}

TEST_F(ChoiceStoreTest, AWayInEndsWhenItExpires) {
  const WayIn way_in{.person = "p-1",
                     .kind = WayIn::Kind::kEverything,
                     .uid = "",
                     .expires = kMonday + std::chrono::hours{1}};
  ASSERT_TRUE(database_->ways_in().Add(kHash, way_in).ok());
  EXPECT_EQ(database_->ways_in().Find(kHash, kMonday).value(), way_in);
  EXPECT_EQ(database_->ways_in().Find("other", kMonday).value(), std::nullopt);
  EXPECT_EQ(database_->ways_in().Find(kHash, way_in.expires).value(), std::nullopt);
  ASSERT_TRUE(database_->ways_in().DropExpired(way_in.expires).ok());
  EXPECT_EQ(database_->ways_in().Find(kHash, kMonday).value(), std::nullopt);
}

TEST_F(ChoiceStoreTest, InvitationsAreKeptUntilTheirMeetingIsOver) {
  const SentInvitation invitation{.uid = "uid",
                                  .person = "p-1",
                                  .day = *ParseDay("2027-01-13"),
                                  .sequence = 3,
                                  .cancelled = true,
                                  .said = kHash,
                                  .reply_tag = "tag"};
  ASSERT_TRUE(database_->invitations().Put(invitation).ok());
  EXPECT_EQ(database_->invitations().All().value(), std::vector{invitation});
  ASSERT_TRUE(database_->invitations().DropBefore(*ParseDay("2027-01-13")).ok());
  EXPECT_EQ(database_->invitations().All().value().size(), 1U);
  ASSERT_TRUE(database_->invitations().DropBefore(*ParseDay("2027-01-14")).ok());
  EXPECT_TRUE(database_->invitations().All().value().empty());
}

TEST_F(ChoiceStoreTest, NothingOutlastsAnErasure) {
  ASSERT_TRUE(database_->choices().Set("p-1", UsualForElected()).ok());
  ASSERT_TRUE(database_->marks().SetAbsent("uid", "p-1", kMonday).ok());
  ASSERT_TRUE(database_->marks().SetCalled("uid", "p-1", "", kMonday).ok());
  ASSERT_TRUE(database_->ways_in()
                  .Add(kHash, {.person = "p-1", .expires = kMonday + std::chrono::hours{1}})
                  .ok());
  ASSERT_TRUE(database_->people().Erase("p-1", kMonday).ok());
  EXPECT_TRUE(database_->choices().All().value().own.empty());
  EXPECT_TRUE(database_->marks().All().value().absent.empty());
  EXPECT_TRUE(database_->marks().All().value().called.empty());
  EXPECT_EQ(database_->ways_in().Find(kHash, kMonday).value(), std::nullopt);
}

}  // namespace
}  // namespace rytm
