// Answers to invitations and mail that came back, as a mail server hands them over.
#include "app/mail_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tokens.h"
#include "app/ways_in.h"
#include "base/limits.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "store/reply_store.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kUid = "alby.ks.meeting.2027-01-13@alby.example";

struct Answer {
  std::string to = "kansliet+geheim@alby.example";
  std::string field{};  // of the head, with CRLF
  std::string uid = kUid;
  std::string attendee = "anna@example.org";
  std::string answer = "ACCEPTED";
  int sequence = 3;
};

std::string MailOf(const Answer& answer) {
  return "From: anna@example.org\r\nTo: " + answer.to + "\r\n" + answer.field +
         "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
         "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" +
         answer.uid + "\r\nSEQUENCE:" + std::to_string(answer.sequence) +
         "\r\nATTENDEE;PARTSTAT=" + answer.answer + ":mailto:" + answer.attendee +
         "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

const std::string kBounce =
    "To: kansliet+geheim@alby.example\r\nAuto-Submitted: auto-replied\r\n"
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    "--b--\r\n";

class MailInTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    ASSERT_TRUE(database_->people()
                    .Save({.id = "p-1", .name = "Anna Exempel", .address = "Anna@Example.org"})
                    .ok());
    ASSERT_TRUE(database_->replies()
                    .AddTag(HashOf("geheim"), {.person = "p-1", .uid = kUid, .sequence = 3})
                    .ok());
  }
  MailTaken Take(const std::string& bytes, const std::string& recipient = "") {
    const Result<MailTaken> taken = TakeMail(*database_, bytes, recipient, clock_.now);
    EXPECT_TRUE(taken.ok());
    return taken.ok() ? taken.value() : MailTaken::kIgnored;
  }
  std::vector<InvitationReply> Replies() { return database_->replies().RepliesTo(kUid).value(); }
};

TEST_F(MailInTest, AnAnswerIsAnIntention) {
  EXPECT_EQ(Take(MailOf({})), MailTaken::kReply);
  EXPECT_THAT(
      Replies(),
      ElementsAre(InvitationReply{
          .person = "p-1", .uid = kUid, .answer = Intention::kAccepted, .answered = clock_.now}));
  EXPECT_EQ(Take(MailOf({.answer = "DECLINED", .sequence = 4})), MailTaken::kReply);
  EXPECT_EQ(Replies().front().answer, Intention::kDeclined);
}

TEST_F(MailInTest, WhatTheMailServerKnowsGoesBeforeWhatTheMailSays) {
  EXPECT_EQ(Take(MailOf({.to = "x@alby.example"}), "kansliet+geheim@alby.example"),
            MailTaken::kReply);
  EXPECT_EQ(Take(MailOf({}), "kansliet+other@alby.example"), MailTaken::kIgnored);
}

TEST_F(MailInTest, NothingElseIsBelieved) {
  const std::pair<const char*, Answer> cases[] = {
      {"no tag", {.to = "kansliet@alby.example"}},
      {"a guessed tag", {.to = "kansliet+geheim2@alby.example"}},
      {"another event", {.uid = "alby.kf.meeting.2027-01-25@alby.example"}},
      {"another attendee", {.attendee = "eve@example.org"}},
      {"an older invitation", {.sequence = 2}},
      {"delegated", {.answer = "DELEGATED"}},
      {"no such answer", {.answer = "X-MAYBE"}},
      {"a program on holiday", {.field = "Auto-Submitted: auto-replied\r\n"}},
      {"a list", {.field = "Precedence: bulk\r\n"}},
  };
  for (const auto& [what, answer] : cases)
    EXPECT_EQ(Take(MailOf(answer)), MailTaken::kIgnored) << what;
  EXPECT_EQ(Take("To: kansliet+geheim@alby.example\r\n\r\nTack, jag kommer!\r\n"),
            MailTaken::kIgnored);
  EXPECT_EQ(Take(""), MailTaken::kIgnored);
  EXPECT_EQ(Take(std::string(kIncomingMailBytesMax + 1, 'x')), MailTaken::kIgnored);
  EXPECT_THAT(Replies(), IsEmpty());
}

TEST_F(MailInTest, MailThatCameBackIsCounted) {
  for (int i = 1; i < kBouncesMax; ++i) EXPECT_EQ(Take(kBounce), MailTaken::kBounce);
  EXPECT_THAT(database_->outbox().Unreachable().value(), IsEmpty());
  EXPECT_EQ(Take(kBounce), MailTaken::kBounce);
  EXPECT_THAT(database_->outbox().Unreachable().value(), ElementsAre("p-1"));
}

TEST(WaysIn, AreCutOutOfWhatOthersRead) {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"Hej!\n\nhttps://r.example/my/abc-DEF_1\n\nHej då\n",
       "Hej!\n\nhttps://r.example/my/…\n\nHej då\n"},
      {"a https://r.example/my/a/choices b https://r.example/my/c",
       "a https://r.example/my/… b https://r.example/my/…"},
      {"<https://r.example/my/x>", "<https://r.example/my/…>"},
      {"/my/", "/my/…"}};
  for (const auto& [text, shown] : rows) EXPECT_EQ(WithoutWaysIn(text), shown);
}

}  // namespace
}  // namespace rytm
