// Letters on their way through a pretended mail server, on a clock that is turned.
#include "app/mail_sending.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "store/person_store.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::chrono::minutes kMinute{1};
constexpr std::chrono::hours kDay{24};

// Takes everything, but for what a test says of an address or of itself.
struct PretendedServer final : MailTransport {
  Delivered Send(const RenderedMail& mail) override {
    ++asked;
    if (down) return {.delivery = Delivery::kNoRelay, .answer = "no answer"};
    const auto special = answers.find(mail.recipient);
    if (special != answers.end()) return special->second;
    taken.push_back(mail);
    return {};
  }
  std::vector<std::string> Recipients() const {
    std::vector<std::string> recipients;
    for (const RenderedMail& mail : taken) recipients.push_back(mail.recipient);
    return recipients;
  }

  std::map<std::string, Delivered> answers;
  bool down = false;
  int asked = 0;
  std::vector<RenderedMail> taken;
};

class MailSendingTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    for (const char* id : {"p-1", "p-2", "p-3"}) AddPerson(id, Post::kMember);
    Restart();
  }

  void AddPerson(const std::string& id, Post post, std::optional<Day> until = std::nullopt) {
    ASSERT_TRUE(database_->people()
                    .Save({.id = id,
                           .name = "Exempel " + id,
                           .address = id + "@example.org",
                           .created = clock_.now,
                           .assignments = {{.body = "ks",
                                            .post = post,
                                            .from = *ParseDay("2026-01-01"),
                                            .until = until}}})
                    .ok());
  }

  // As after a crash: what is only in memory is gone.
  void Restart(std::size_t per_domain_and_minute = kLettersPerDomainAndMinute) {
    sending_.emplace(*database_, server_,
                     MailSettings{.from = {"Alby kommun", "kansliet@alby.example"},
                                  .reply_to = "kansliet@alby.example",
                                  .per_domain_and_minute = per_domain_and_minute},
                     Zone::Find("Europe/Stockholm").value(), clock_);
  }

  void Add(const std::string& key, const std::string& person = "p-1",
           std::chrono::minutes life = kDay, const std::string& thread = "") {
    Letter letter{.keys = {key}, .person = person};
    letter.subject = key;
    letter.text = "Hej!\n";
    letter.thread = thread;
    letter.due = clock_.now;
    letter.stale = clock_.now + life;
    ASSERT_EQ(database_->outbox().Add({letter}, "alby.example", clock_.now).value(), 1U);
  }
  SendReport Send() { return sending_->SendDue().value(); }
  OutboxLetter Find(std::int64_t number) {
    return database_->outbox().Find(number).value().value();
  }
  // The tick of the program, through so long a time.
  void Live(std::chrono::minutes time, std::chrono::minutes step = kMinute) {
    for (std::chrono::minutes passed{0}; passed < time; passed += step) {
      Send();
      clock_.now += step;
    }
  }

  PretendedServer server_;
  std::optional<MailSending> sending_;
};

TEST_F(MailSendingTest, WhatIsDueIsSentOnce) {
  Add("a");
  Add("b", "p-2");
  const SendReport report = Send();
  EXPECT_EQ(report.sent, 2U);
  EXPECT_THAT(server_.Recipients(), ElementsAre("p-1@example.org", "p-2@example.org"));
  EXPECT_THAT(server_.taken[0].bytes, HasSubstr("Message-Id: <letter.1."));
  Restart();
  EXPECT_EQ(Send().sent, 0U);
  EXPECT_EQ(Find(1).state, LetterState::kSent);
}

TEST_F(MailSendingTest, AClockThatIsTurnedSendsNothingTwice) {
  Add("a");
  Add("b", "p-2", 30 * kDay);
  Send();
  for (const auto turn : {-2 * kDay, 5 * kDay, -3 * kDay, 40 * kDay, -40 * kDay}) {
    clock_.now += turn;
    Restart();
    Send();
  }
  EXPECT_THAT(server_.taken, SizeIs(2));
}

TEST_F(MailSendingTest, AfterThreeDaysWithoutServerEachValidLetterComesOnceAndStaleOnesAreCounted) {
  const int each = 50;
  for (int i = 0; i < each; ++i) {
    Add("reminder/" + std::to_string(i), "p-1", kDay);
    Add("notice/" + std::to_string(i), "p-2", 14 * kDay);
  }
  server_.down = true;
  Live(3 * kDay, 7 * kMinute);
  EXPECT_LT(server_.asked, 3 * 24 * 60) << "one try a round, not one a letter";
  EXPECT_EQ(database_->outbox().Amounts().value().at(LetterState::kStale), std::size_t{each});
  Restart();
  server_.down = false;
  Live(2 * kDay, 7 * kMinute);
  EXPECT_THAT(server_.Recipients(), testing::AllOf(SizeIs(each), testing::Each("p-2@example.org")));
  std::set<std::string> texts;
  for (const RenderedMail& mail : server_.taken) texts.insert(mail.bytes);
  EXPECT_THAT(texts, SizeIs(each)) << "no two are the same";
}

TEST_F(MailSendingTest, ALetterRefusedForNowIsTriedLaterAndLaterAndOnceBeforeItIsStale) {
  Add("a", "p-1", kDay);
  server_.answers["p-1@example.org"] = {Delivery::kTryAgain, "450 later"};
  std::vector<long> tries;
  const Instant begin = clock_.now;
  for (; clock_.now < begin + 2 * kDay; clock_.now += kMinute) {
    const int before = server_.asked;
    Send();
    if (server_.asked > before)
      tries.push_back(std::chrono::duration_cast<std::chrono::minutes>(clock_.now - begin).count());
  }
  EXPECT_THAT(tries, ElementsAre(0, 1, 6, 21, 81, 321, 561, 801, 1041, 1281, 24 * 60 - 10));
  EXPECT_EQ(Find(1).state, LetterState::kStale);
}

TEST_F(MailSendingTest, OneBadLetterStopsItself) {
  Add("a\r\nBcc: eve@example.org");
  Add("b", "p-2");
  server_.answers["p-3@example.org"] = {Delivery::kRefused, "554 no"};
  Add("c", "p-3");
  const SendReport report = Send();
  EXPECT_EQ(report.sent, 1U);
  EXPECT_EQ(report.failed, 2U);
  EXPECT_THAT(server_.Recipients(), ElementsAre("p-2@example.org"));
  EXPECT_EQ(Find(1).state, LetterState::kFailed);
  EXPECT_THAT(Find(1).last_answer, HasSubstr("styrtecken"));
  EXPECT_EQ(Find(3).last_answer, "554 no");
  EXPECT_THAT(database_->outbox().Unreachable().value(), IsEmpty());
}

TEST_F(MailSendingTest, AThreadStaysInOrder) {
  server_.answers["p-1@example.org"] = {Delivery::kTryAgain, "450 later"};
  Add("request", "p-1", kDay, "meeting@alby.example");
  Add("cancel", "p-1", kDay, "meeting@alby.example");
  Send();
  server_.answers.clear();
  EXPECT_EQ(Send().sent, 0U) << "the second waits for the first";
  clock_.now += 2 * kMinute;
  EXPECT_EQ(Send().sent, 2U);
  EXPECT_THAT(server_.taken[0].bytes, HasSubstr("Subject: request"));
  EXPECT_THAT(server_.taken[1].bytes, HasSubstr("Subject: cancel"));
}

TEST_F(MailSendingTest, AnAddressThatRefusesIsUsedNoLongerAndTheSecretaryIsTold) {
  AddPerson("p-9", Post::kSecretary);
  server_.answers["p-1@example.org"] = {Delivery::kBounced, "550 5.1.1 <…> unknown"};
  for (int i = 0; i <= kBouncesMax; ++i) {
    Add("letter " + std::to_string(i));
    Send();
  }
  EXPECT_EQ(Find(kBouncesMax).state, LetterState::kFailed);
  EXPECT_THAT(server_.Recipients(), ElementsAre("p-9@example.org"));
  EXPECT_THAT(server_.taken[0].bytes, HasSubstr("Exempel p-1"));
  const std::vector<OutboxLetter> newest = database_->outbox().Newest(1, std::nullopt).value();
  EXPECT_EQ(newest[0].state, LetterState::kStale) << "after that it is not tried";
  EXPECT_EQ(AnswerInWords(newest[0].last_answer).en, "the address is used no longer");

  Person anna = database_->people().Find("p-1").value().value();
  anna.address = "ny@example.org";
  ASSERT_TRUE(database_->people().Save(anna).ok());
  Add("to the new address");
  EXPECT_EQ(Send().sent, 1U);
}

TEST_F(MailSendingTest, WhoLeftOrHasNoAddressGetsNothing) {
  AddPerson("p-left", Post::kMember, *ParseDay("2026-11-22"));
  AddPerson("p-today", Post::kMember, *ParseDay("2026-11-23"));
  for (const char* person : {"p-left", "p-today", "p-1", "p-2", "p-none"}) Add(person, person);
  Person silent = database_->people().Find("p-1").value().value();
  silent.address = "";
  ASSERT_TRUE(database_->people().Save(silent).ok());
  ASSERT_TRUE(database_->people().Erase("p-2", clock_.now).ok());
  const SendReport report = Send();
  EXPECT_THAT(server_.Recipients(), ElementsAre("p-today@example.org"));
  EXPECT_EQ(report.dropped, 3U);
  EXPECT_EQ(Find(1).last_answer, "left");
  EXPECT_EQ(Find(3).last_answer, "no-address");
  EXPECT_EQ(Find(4).state, LetterState::kStale) << "with the erasure";
  EXPECT_EQ(Find(5).last_answer, "gone");
}

TEST_F(MailSendingTest, NotMoreGoesToADomainThanItMayTake) {
  Restart(2);
  for (int i = 0; i < 5; ++i) Add(std::to_string(i), i == 4 ? "p-other" : "p-1");
  ASSERT_TRUE(database_->people()
                  .Save({.id = "p-other",
                         .name = "Annan",
                         .address = "a@other.example",
                         .assignments = {{.body = "ks", .from = *ParseDay("2026-01-01")}}})
                  .ok());
  EXPECT_EQ(Send().sent, 3U) << "two, and the one to another domain";
  clock_.now += kMinute;
  EXPECT_EQ(Send().sent, 2U);
  EXPECT_EQ(Find(4).tries, 1);
}

TEST_F(MailSendingTest, NothingIsSentWhilePaused) {
  Add("a");
  ASSERT_TRUE(database_->outbox().SetPaused(true).ok());
  EXPECT_EQ(Send().sent, 0U);
  ASSERT_TRUE(database_->outbox().SetPaused(false).ok());
  EXPECT_EQ(Send().sent, 1U);
}

TEST_F(MailSendingTest, TextsAreForgottenAMonthLater) {
  Add("a");
  Send();
  clock_.now += kLetterTextKept - kDay;
  Send();
  EXPECT_NE(Find(1).letter.text, "");
  clock_.now += 2 * kDay;
  Send();
  EXPECT_EQ(Find(1).letter.text, "");
}

TEST_F(MailSendingTest, WhoIsToldToStopStops) {
  Add("a");
  Add("b");
  int asked = 0;
  EXPECT_EQ(sending_->SendDue([&] { return ++asked <= 2; }).value().sent, 1U);
}

}  // namespace
}  // namespace rytm
