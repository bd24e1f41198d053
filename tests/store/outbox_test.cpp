// Mail on its way, on a real SQLite file.
#include "store/outbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "store/person_store.h"
#include "store/reply_store.h"
#include "tests/store/database_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Instant kMorning = *ParseInstant("2027-01-06T07:00:00Z");
constexpr std::chrono::hours kDay{24};

Letter Reminder(const std::string& key, const std::string& person = "p-1") {
  return {.keys = {key},
          .kind = LetterKind::kReminder,
          .person = person,
          .language = Language::kEnglish,
          .subject = "Om en vecka: kommunstyrelsen",
          .text = "Hej!\n",
          .html = "<p>Hej!</p>",
          .calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
          .method = "REQUEST",
          .thread = "",
          .reply_tag = "hemlig",
          .unsubscribe_address = "https://ekeby.example/u/hemlig",
          .due = kMorning,
          .stale = kMorning + 2 * kDay};
}

Letter InThread(const std::string& key, const std::string& person = "p-1") {
  Letter letter = Reminder(key, person);
  letter.thread = "meeting@ekeby.example";
  return letter;
}

class OutboxTest : public DatabaseTest {
 protected:
  void SetUp() override {
    DatabaseTest::SetUp();
    database_ = OpenDatabase(true);
  }
  Outbox& outbox() { return database_->outbox(); }

  std::size_t Add(const std::vector<Letter>& letters, Instant now = kMorning) {
    return outbox().Add(letters, "ekeby.example", now).value();
  }
  // The first keys of what is due.
  std::vector<std::string> DueAt(Instant now, std::size_t count = 100) {
    std::vector<std::string> keys;
    const std::vector<OutboxLetter> due = outbox().Due(now, count).value();
    for (const OutboxLetter& letter : due) keys.push_back(letter.letter.keys.front());
    return keys;
  }
  OutboxLetter Find(std::int64_t number) { return outbox().Find(number).value().value(); }

  std::unique_ptr<Database> database_;
};

TEST_F(OutboxTest, WhatIsAddedIsReadUntilItHasEnded) {
  ASSERT_EQ(Add({Reminder("a")}), 1U);
  const OutboxLetter waiting = Find(1);
  EXPECT_EQ(waiting.letter, Reminder("a"));
  EXPECT_EQ(waiting.message_id, "letter.1.20270106T070000Z@ekeby.example");
  EXPECT_EQ(waiting.state, LetterState::kWaiting);
  EXPECT_EQ(waiting.next_try, kMorning);

  ASSERT_TRUE(outbox().NoteSent(1, kMorning + kDay).ok());
  const OutboxLetter sent = Find(1);
  EXPECT_EQ(sent.state, LetterState::kSent);
  EXPECT_EQ(sent.ended, kMorning + kDay);
  EXPECT_EQ(sent.tries, 1);
  EXPECT_EQ(sent.letter.subject, Reminder("a").subject);
  EXPECT_EQ(sent.letter.reply_tag + sent.letter.unsubscribe_address, "") << "secrets are gone";
  EXPECT_EQ(outbox().NoteSent(1, kMorning).error().code, ErrorCode::kNotFound) << "it ended once";
}

TEST_F(OutboxTest, AKeyIsToldOnceForEver) {
  EXPECT_EQ(Add({Reminder("a"), Reminder("a"), Reminder("b")}), 2U);
  Letter digest = Reminder("c");
  digest.keys = {"c", "b"};
  EXPECT_EQ(Add({digest, Reminder("d")}), 1U) << "one of its keys is known";
  EXPECT_THAT(outbox().Known({"a", "c", "d"}).value(), ElementsAre("a", "d"));

  ASSERT_TRUE(outbox().NoteSent(1, kMorning).ok());
  ASSERT_TRUE(outbox().ForgetTexts(kMorning + kDay).ok());
  EXPECT_EQ(Find(1).letter.text, "");
  EXPECT_NE(Find(2).letter.text, "") << "it is waiting";
  EXPECT_EQ(Add({Reminder("a")}), 0U) << "the key stays";
}

TEST_F(OutboxTest, AddIsPartOfItsTransaction) {
  const Result<Done> undone = database_->AllOrNothing([&]() -> Result<Done> {
    Add({Reminder("a")});
    return Error{.code = ErrorCode::kRefused, .message = Text("nej"), .problems = {}};
  });
  EXPECT_FALSE(undone.ok());
  EXPECT_THAT(outbox().Known({"a"}).value(), IsEmpty());
}

TEST_F(OutboxTest, UrgentOnesGoFirstAndNothingBeforeItsTime) {
  Letter urgent = Reminder("urgent");
  urgent.urgent = true;
  Letter later = Reminder("later");
  later.due = kMorning + kDay;
  Add({Reminder("a"), later, Reminder("b"), urgent});
  EXPECT_THAT(DueAt(kMorning), ElementsAre("urgent", "a", "b"));
  EXPECT_THAT(DueAt(kMorning, 2), ElementsAre("urgent", "a"));
  EXPECT_THAT(DueAt(kMorning - kDay), IsEmpty()) << "a clock that was put back";
  EXPECT_THAT(DueAt(kMorning + kDay), ElementsAre("urgent", "a", "later", "b"));
}

TEST_F(OutboxTest, AThreadGoesInOrderToEachPerson) {
  Add({InThread("request"), InThread("update"), InThread("other", "p-2"), Reminder("alone"),
       Reminder("alone too")});
  EXPECT_THAT(DueAt(kMorning), ElementsAre("request", "other", "alone", "alone too"));
  ASSERT_TRUE(outbox().NoteTry(1, kMorning + std::chrono::minutes{5}, "451 later").ok());
  EXPECT_THAT(DueAt(kMorning), ElementsAre("other", "alone", "alone too")) << "waits for the first";
  ASSERT_TRUE(outbox().NoteEnd(1, LetterState::kFailed, "550 no", kMorning).ok());
  EXPECT_THAT(DueAt(kMorning), ElementsAre("update", "other", "alone", "alone too"));
}

TEST_F(OutboxTest, WhatWasTriedOrPostponedWaits) {
  Add({Reminder("a"), Reminder("b")});
  ASSERT_TRUE(outbox().NoteTry(1, kMorning + kDay, "451 later").ok());
  ASSERT_TRUE(outbox().Postpone(2, kMorning + kDay).ok());
  EXPECT_THAT(DueAt(kMorning), IsEmpty());
  EXPECT_THAT(DueAt(kMorning + kDay), ElementsAre("a", "b"));
  EXPECT_EQ(Find(1).tries, 1);
  EXPECT_EQ(Find(1).last_answer, "451 later");
  EXPECT_EQ(Find(2).tries, 0);
}

TEST_F(OutboxTest, StaleOnesAreDroppedAndCounted) {
  Letter lasting = Reminder("lasting");
  lasting.stale = kMorning + 9 * kDay;
  Add({Reminder("a"), lasting, Reminder("sent")});
  ASSERT_TRUE(outbox().NoteSent(3, kMorning).ok());
  EXPECT_THAT(DueAt(kMorning + 2 * kDay), ElementsAre("lasting")) << "not even before they are";
  EXPECT_EQ(outbox().DropStale(kMorning + 2 * kDay).value(), 1U);
  EXPECT_EQ(outbox().DropStale(kMorning + 2 * kDay).value(), 0U);
  EXPECT_EQ(Find(1).state, LetterState::kStale);
  EXPECT_EQ(Find(1).letter.reply_tag, "");
  EXPECT_THAT(outbox().Amounts().value(),
              ElementsAre(std::pair(LetterState::kWaiting, 1U), std::pair(LetterState::kSent, 1U),
                          std::pair(LetterState::kStale, 1U)));
}

TEST_F(OutboxTest, AllThatWaitIsDropped) {
  Letter later = Reminder("later");
  later.due = kMorning + kDay;
  Add({Reminder("a"), later, Reminder("sent")});
  ASSERT_TRUE(outbox().NoteSent(3, kMorning).ok());
  EXPECT_EQ(outbox().DropWaiting("restored", kMorning).value(), 2U);
  EXPECT_EQ(Find(2).state, LetterState::kStale);
  EXPECT_EQ(Find(2).last_answer, "restored");
  EXPECT_EQ(Find(2).letter.reply_tag, "");
  EXPECT_EQ(Find(3).state, LetterState::kSent);
}

TEST_F(OutboxTest, NewestFirst) {
  Add({Reminder("a"), Reminder("b"), Reminder("c")});
  const std::vector<OutboxLetter> newest = outbox().Newest(2, std::nullopt).value();
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[0].number, 3);
  EXPECT_EQ(outbox().Newest(2, newest[1].number).value().front().number, 1);
  EXPECT_EQ(outbox().Find(4).value(), std::nullopt);
}

TEST_F(OutboxTest, PauseAndFloorAreKept) {
  EXPECT_FALSE(outbox().Paused().value());
  EXPECT_EQ(outbox().Floor().value(), std::nullopt);
  ASSERT_TRUE(outbox().SetPaused(true).ok());
  ASSERT_TRUE(outbox().SetFloor(kMorning).ok());
  EXPECT_TRUE(outbox().Paused().value());
  EXPECT_EQ(outbox().Floor().value(), kMorning);
}

TEST_F(OutboxTest, ANewAddressHasRefusedNothing) {
  Person anna{.id = "p-1", .name = "Anna Exempel", .address = "anna@example.org"};
  anna.created = kMorning;
  ASSERT_TRUE(database_->people().Save(anna).ok());
  for (int count = 1; count <= kBouncesMax; ++count) {
    EXPECT_THAT(outbox().Unreachable().value(), IsEmpty());
    EXPECT_EQ(outbox().NoteBounce("p-1").value(), count);
  }
  EXPECT_THAT(outbox().Unreachable().value(), ElementsAre("p-1"));
  anna.name = "Anna Exempelsson";
  ASSERT_TRUE(database_->people().Save(anna).ok());
  EXPECT_THAT(outbox().Unreachable().value(), ElementsAre("p-1")) << "the address is the same";
  anna.address = "anna@example.net";
  ASSERT_TRUE(database_->people().Save(anna).ok());
  EXPECT_THAT(outbox().Unreachable().value(), IsEmpty());
  EXPECT_EQ(outbox().NoteBounce("p-1").value(), 1);
  ASSERT_TRUE(outbox().ForgetBounces("p-1").ok());
  EXPECT_EQ(outbox().NoteBounce("p-1").value(), 1);
}

TEST_F(OutboxTest, AnErasedPersonIsToldNothingMoreAndTheTextsAreGone) {
  ASSERT_TRUE(database_->people()
                  .Save({.id = "p-1", .name = "Anna", .address = "", .created = kMorning})
                  .ok());
  Add({Reminder("waiting"), Reminder("sent"), Reminder("other", "p-2")});
  ASSERT_TRUE(outbox().NoteSent(2, kMorning).ok());
  ReplyStore& replies = database_->replies();
  ASSERT_TRUE(replies.AddTag("hash", {.person = "p-1", .uid = "uid", .sequence = 1}).ok());
  ASSERT_TRUE(replies.NoteReply({.person = "p-1", .uid = "uid", .answered = kMorning}).ok());
  ASSERT_TRUE(database_->people().Erase("p-1", kMorning + kDay).ok());
  EXPECT_THAT(DueAt(kMorning + kDay), ElementsAre("other"));
  EXPECT_EQ(Find(1).state, LetterState::kStale);
  EXPECT_EQ(Find(1).letter.text + Find(2).letter.text, "");
  EXPECT_EQ(replies.FindTag("hash").value(), std::nullopt);
  EXPECT_THAT(replies.RepliesTo("uid").value(), IsEmpty());
}

TEST_F(OutboxTest, ATagLeadsToItsPersonAndEvent) {
  ReplyStore& replies = database_->replies();
  const ReplyTag first{.person = "p-1", .uid = "uid", .sequence = 3};
  ASSERT_TRUE(replies.AddTag("one", first).ok());
  ASSERT_TRUE(replies.AddTag("two", {.person = "p-1", .uid = "uid", .sequence = 5}).ok());
  EXPECT_EQ(replies.FindTag("one").value(), first);
  EXPECT_EQ(replies.FindTag("ONE").value(), std::nullopt);
  EXPECT_EQ(replies.NewestSequence("p-1", "uid").value(), 5);
  EXPECT_EQ(replies.NewestSequence("p-2", "uid").value(), std::nullopt);
  ASSERT_TRUE(replies.ForgetEvent("uid").ok());
  EXPECT_EQ(replies.FindTag("one").value(), std::nullopt);
}

TEST_F(OutboxTest, TheLastReplyCounts) {
  ReplyStore& replies = database_->replies();
  InvitationReply reply{.person = "p-1", .uid = "uid", .answered = kMorning};
  ASSERT_TRUE(replies.NoteReply(reply).ok());
  reply.answer = Intention::kDeclined;
  ASSERT_TRUE(replies.NoteReply(reply).ok());
  EXPECT_THAT(replies.RepliesTo("uid").value(), ElementsAre(reply));
  EXPECT_THAT(replies.RepliesTo("other").value(), IsEmpty());
}

}  // namespace
}  // namespace rytm
