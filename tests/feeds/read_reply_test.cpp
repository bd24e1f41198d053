#include "feeds/read_reply.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

std::string Reply(const std::string& lines, const std::string& method = "METHOD:REPLY\r\n") {
  return "BEGIN:VCALENDAR\r\n" + method + "VERSION:2.0\r\nBEGIN:VEVENT\r\n" + lines +
         "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

const char* const kUid = "UID:alby.ks.meeting.2027-01-13@alby.example\r\n";

TEST(ReadReply, AnswersOfManyCalendarsAreUnderstood) {
  struct Case {
    const char* what;
    std::string lines;
    const char* answer;
    int sequence;
  };
  const Case cases[] = {
      {"Outlook: no ORGANIZER, its own zone",
       "ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Exempel; Anna\":mailto:Anna@Example.org\r\nSEQUENCE:3\r\n"
       "DTSTART;TZID=W. Europe Standard Time:20270113T133000\r\nSUMMARY;LANGUAGE=sv-SE:Accepterat: "
       "Möte\r\n",
       "accepted", 3},
      {"Google",
       "SEQUENCE:3\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;\r\n "
       "CN=anna@example.org;X-NUM-GUESTS=0:mailto:anna@example.org\r\n",
       "tentative", 3},
      {"Apple", "attendee;partstat=declined:MAILTO:anna@example.org\r\n", "declined", 0},
      {"a bad SEQUENCE", "SEQUENCE:many\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n",
       "accepted", 0},
      {"lines that are none",
       "what\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n;;;=\r\n", "accepted", 0},
      {"delegated: for the reader to leave",
       "ATTENDEE;PARTSTAT=DELEGATED:mailto:anna@example.org\r\n", "delegated", 0},
      {"the first of two",
       "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n"
       "ATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.org\r\n",
       "accepted", 0},
  };
  for (const Case& c : cases) {
    for (const bool lf : {false, true}) {
      std::string text = Reply(kUid + c.lines);
      if (lf) std::erase(text, '\r');
      const std::optional<InvitationAnswer> read = ReadInvitationAnswer(text);
      ASSERT_TRUE(read) << c.what;
      EXPECT_EQ(read->uid, "alby.ks.meeting.2027-01-13@alby.example") << c.what;
      EXPECT_EQ(read->attendee, "anna@example.org") << c.what;
      EXPECT_EQ(read->answer, c.answer) << c.what;
      EXPECT_EQ(read->sequence, c.sequence) << c.what;
    }
  }
}

TEST(ReadReply, WhatIsNoAnswerIsNone) {
  const std::string attendee = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org\r\n";
  const std::string cases[] = {
      "",
      "Hej!\r\n",
      std::string("\0\0", 2),
      Reply(kUid + attendee, "METHOD:REQUEST\r\n"),
      Reply(kUid + attendee, ""),
      Reply(attendee),
      Reply(kUid),
      Reply(std::string(kUid) + "ATTENDEE;PARTSTAT=ACCEPTED:urn:x\r\n"),
      "METHOD:REPLY\r\n" + std::string(kUid) + attendee,
      std::string(3 * 1024 * 1024, 'x'),
  };
  for (const std::string& text : cases)
    EXPECT_FALSE(ReadInvitationAnswer(text)) << text.substr(0, 200);
}

}  // namespace
}  // namespace rytm
