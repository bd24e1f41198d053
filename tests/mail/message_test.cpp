// Letters as mail. Another parser than ours reads them in tests/e2e/mail.test.mjs.
#include "mail/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "base/limits.h"
#include "tests/golden/expect_golden.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

Letter Reminder() {
  return {.keys = {"k"},
          .person = "p-1",
          .subject = "Om en vecka: kommunstyrelsen onsdag 22 september",
          .text = "Hej Åsa!\n\nOnsdag 22 september kl. 13.30–16.30.\n.\nFrom Rytm, a reminder.\n",
          .html = "<!doctype html><html><body><p>Hej Åsa!</p></body></html>\n",
          .unsubscribe_address = "https://rytm.ekeby.example/u/" + std::string(43, 'x')};
}

Letter Invitation() {
  Letter letter = Reminder();
  letter.calendar =
      "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Möte\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n";
  letter.method = "REQUEST";
  letter.thread = "ekeby.ks.meeting.2027-09-22@ekeby.example";
  letter.reply_tag = "aB-_9";
  letter.urgent = true;
  return letter;
}

MailHead Head() {
  return {.from = {"Ekeby kommun, kansliet", "kansliet@ekeby.example"},
          .reply_to = "maria@ekeby.example",
          .to = {"Åsa \"Å\" Exempel", "asa@example.org"},
          .message_id = "letter.17.20270915T060000Z@ekeby.example",
          .date = *ParseInstant("2027-09-15T06:00:00Z")};
}

std::string Rendered(const Letter& letter) {
  const Result<RenderedMail> mail = RenderMail(letter, Head());
  EXPECT_TRUE(mail.ok()) << mail.error().message.sv;
  return mail.ok() ? mail.value().bytes : "";
}

// A golden file with LF, as an editor shows it.
std::string WithLf(std::string text) {
  std::erase(text, '\r');
  return text;
}

TEST(Message, ReadsAsItShould) {
  ExpectGolden("mail/reminder.eml", WithLf(Rendered(Reminder())));
  ExpectGolden("mail/invitation.eml", WithLf(Rendered(Invitation())));
}

TEST(Message, IsTheSameAtEveryTry) { EXPECT_EQ(Rendered(Invitation()), Rendered(Invitation())); }

TEST(Message, ItsLinesEndWithCrLfAndAreShort) {
  for (const Letter& letter : {Reminder(), Invitation()}) {
    const std::string bytes = Rendered(letter);
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = bytes.find("\r\n", begin);
      ASSERT_NE(end, std::string::npos);
      const std::string line = bytes.substr(begin, end - begin);
      EXPECT_LE(line.size(), 998U);
      EXPECT_EQ(line.find_first_of(std::string_view("\r\n\0", 3)), std::string::npos) << line;
      begin = end + 2;
    }
  }
}

TEST(Message, LongLinesAndManyOfThemComeThrough) {
  Letter letter = Reminder();
  letter.text = std::string(20000, 'a') + "å\n" + std::string(5000, '\n');
  EXPECT_THAT(Rendered(letter), HasSubstr("aaa=\r\n"));
}

TEST(Message, AnInvitationComesFromItsOrganizer) {
  const RenderedMail mail = RenderMail(Invitation(), Head()).value();
  EXPECT_EQ(mail.sender, "kansliet+aB-_9@ekeby.example");
  EXPECT_THAT(mail.bytes, HasSubstr("<kansliet+aB-_9@ekeby.example>"));
  Letter plain = Reminder();
  plain.reply_tag = "aB-_9";
  const RenderedMail reminder = RenderMail(plain, Head()).value();
  EXPECT_EQ(reminder.sender, "kansliet+aB-_9@ekeby.example") << "where bounces come to";
  EXPECT_THAT(reminder.bytes, Not(HasSubstr("aB-_9")));
}

TEST(Message, NothingBeginsALineOfItsOwn) {
  const std::string evil = "Hej\r\nBcc: eve@example.org";
  struct Case {
    const char* what;
    std::function<void(Letter&, MailHead&)> spoil;
  };
  const Case cases[] = {
      {"subject", [&](Letter& letter, MailHead&) { letter.subject = evil; }},
      {"subject, LF", [&](Letter& letter, MailHead&) { letter.subject = "a\nb"; }},
      {"subject, CR", [&](Letter& letter, MailHead&) { letter.subject = "a\rb"; }},
      {"subject, no UTF-8", [&](Letter& letter, MailHead&) { letter.subject = "\xff"; }},
      {"sender's name", [&](Letter&, MailHead& head) { head.from.name = evil; }},
      {"recipient's name", [&](Letter&, MailHead& head) { head.to.name = evil; }},
      {"sender's address", [&](Letter&, MailHead& head) { head.from.address = evil; }},
      {"recipient's address",
       [&](Letter&, MailHead& head) {
         head.to.address = "a@b.example>\r\nRCPT TO:<eve@c.example";
       }},
      {"no address", [&](Letter&, MailHead& head) { head.to.address = ""; }},
      {"reply-to", [&](Letter&, MailHead& head) { head.reply_to = evil; }},
      {"reply tag", [&](Letter& letter, MailHead&) { letter.reply_tag = "a>\r\nBcc: x"; }},
      {"unsubscribe",
       [&](Letter& letter, MailHead&) { letter.unsubscribe_address = "https://x/\r\nBcc: y"; }},
      {"message id", [&](Letter&, MailHead& head) { head.message_id = "a>\r\nBcc: x"; }},
      {"method",
       [&](Letter& letter, MailHead&) {
         letter = Invitation();
         letter.method = "REQUEST\r\nBcc: x";
       }},
      {"no method",
       [&](Letter& letter, MailHead&) {
         letter = Invitation();
         letter.method = "";
       }},
      {"NUL in the text", [&](Letter& letter, MailHead&) { letter.text = std::string("a\0b", 3); }},
      {"text, no UTF-8", [&](Letter& letter, MailHead&) { letter.html = "\xff"; }},
  };
  for (const Case& c : cases) {
    Letter letter = Reminder();
    MailHead head = Head();
    c.spoil(letter, head);
    const Result<RenderedMail> mail = RenderMail(letter, head);
    ASSERT_FALSE(mail.ok()) << c.what;
    EXPECT_EQ(mail.error().code, ErrorCode::kBadInput) << c.what;
  }
  Letter thread = Reminder();
  thread.thread = "x>\r\nBcc: <y@z";
  EXPECT_THAT(Rendered(thread), Not(HasSubstr("References"))) << "left out, the mail goes";
  Letter large = Reminder();
  large.text = std::string(kMailBytesMax, 'a');
  EXPECT_EQ(RenderMail(large, Head()).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace rytm
