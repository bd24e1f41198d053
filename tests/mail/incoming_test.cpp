#include "mail/incoming.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

IncomingMail Read(const std::string& text) {
  const Result<IncomingMail> mail = ReadIncomingMail(text);
  EXPECT_TRUE(mail.ok());
  return mail.ok() ? mail.value() : IncomingMail{};
}

TEST(IncomingMail, TagsAreFoundWhereverItCameTo) {
  const IncomingMail mail = Read(
      "Delivered-To: kansliet+One@ekeby.example\r\n"
      "X-Original-To: kansliet+two@ekeby.example\r\n"
      "To: \"Kansliet\" <kansliet+three@ekeby.example>, other@ekeby.example\r\n"
      "Cc: kansliet+four@ekeby.example\r\n"
      "From: eve+five@example.org\r\n\r\nHej\r\n");
  EXPECT_THAT(mail.tags, ElementsAre("One", "two", "three", "four"));
  EXPECT_FALSE(mail.bounced || mail.answered_by_itself);
  EXPECT_EQ(mail.calendar, "");
}

TEST(IncomingMail, ACalendarIsFoundInAnyPart) {
  const std::string cases[] = {
      "Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n",
      "Content-Type: TEXT/Calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      "QkVHSU46VkNBTEVOREFSCg==\r\n",
      "Content-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n\n"
      "BEGIN=3AVCALE=\nNDAR\n",
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHej\r\n--b\r\n"
      "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n"
      "Content-Type: application/ics\r\n\r\nBEGIN:VCALENDAR\r\n--c--\r\n--b--\r\n",
  };
  for (const std::string& text : cases)
    EXPECT_THAT(Read(text).calendar, HasSubstr("BEGIN:VCALENDAR")) << text;
  EXPECT_EQ(Read("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                 "Content-Type: message/rfc822\r\n\r\nContent-Type: text/calendar\r\n\r\n"
                 "BEGIN:VCALENDAR\r\n--b--\r\n")
                .calendar,
            "")
      << "a mail within the mail says nothing for its sender";
}

std::string Report(const std::string& status) {
  return "From: MAILER-DAEMON@example.org\r\nTo: kansliet+tag@ekeby.example\r\n"
         "Auto-Submitted: auto-replied\r\n"
         "Content-Type: multipart/report; report-type=delivery-status; "
         "boundary=b\r\n\r\n--b\r\n\r\n"
         "I am sorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
         "Reporting-MTA: dns; mx.example.org\r\n\r\n" +
         status + "\r\n--b--\r\n";
}

TEST(IncomingMail, OnlyWhatFailedForGoodIsABounce) {
  EXPECT_TRUE(Read(Report("Action: failed\r\nStatus: 5.1.1")).bounced);
  EXPECT_TRUE(Read(Report("STATUS: 5.1.1\nACTION:failed")).bounced);
  EXPECT_FALSE(Read(Report("Action: delayed\r\nStatus: 4.4.1")).bounced);
  EXPECT_FALSE(Read(Report("Action: failed\r\nStatus: 4.4.7")).bounced) << "gave up; may be there";
  EXPECT_FALSE(Read(Report("Action: delivered\r\nStatus: 2.0.0")).bounced);
  EXPECT_FALSE(Read("Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
                    "Status: 5.1.1\r\n")
                   .bounced)
      << "in no report";
}

TEST(IncomingMail, ProgramsThatAnswerAreKnown) {
  for (const char* field : {"Auto-Submitted: auto-replied", "Auto-submitted: Auto-Replied (x)",
                            "Precedence: bulk", "Precedence: JUNK", "Precedence: auto_reply"})
    EXPECT_TRUE(Read(std::string(field) + "\r\n\r\nBorta\r\n").answered_by_itself) << field;
  for (const char* field : {"Auto-Submitted: no", "Auto-Submitted: auto-generated", "Subject: x"})
    EXPECT_FALSE(Read(std::string(field) + "\r\n\r\nHej\r\n").answered_by_itself) << field;
}

TEST(IncomingMail, WhateverItIsItIsReadOrRefused) {
  for (const std::string& text : {std::string(), std::string("\0\0\0", 3), std::string("To: +@"),
                                  std::string("To: \xff+\xff@x\n\n"),
                                  std::string("Content-Type: multipart/mixed\r\n\r\n--\r\n")})
    EXPECT_THAT(Read(text).calendar, IsEmpty());
  EXPECT_FALSE(ReadIncomingMail(std::string(kIncomingMailBytesMax + 1, 'x')).ok());
  std::string many = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
  for (std::size_t i = 0; i <= kIncomingMailPartsMax; ++i) many += "--b\r\n\r\nx\r\n";
  EXPECT_FALSE(ReadIncomingMail(many).ok());
  std::string deep;
  for (int i = 0; i < 20000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep +=
        "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
  }
  EXPECT_FALSE(ReadIncomingMail(deep).ok());
}

}  // namespace
}  // namespace rytm
