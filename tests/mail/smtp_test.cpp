// What a mail server's answers mean, from a scripted one. TLS, logins and other people's servers:
// tests/e2e/mail.test.mjs.
#include "mail/smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/mail/smtp_server.h"

namespace rytm {
namespace {

using testing::ElementsAre;

SmtpSettings To(const SmtpServer& server) {
  return {.host = "127.0.0.1", .port = server.port(), .security = SmtpSecurity::kNone};
}

const RenderedMail kMail{.sender = "kansliet@ekeby.example",
                         .recipient = "anna@example.org",
                         .bytes = "Subject: Hej\r\n\r\nHej!\r\n.\r\n..två\r\n"};

TEST(Smtp, MailGoesOverOneKeptConnectionAsItIs) {
  const SmtpServer server;
  SmtpTransport transport(To(server));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kAccepted);
  EXPECT_THAT(server.texts(), ElementsAre(kMail.bytes, kMail.bytes, kMail.bytes));
  EXPECT_EQ(server.connections(), 1);
}

TEST(Smtp, AnswersAreUnderstood) {
  struct Case {
    std::string to;
    std::string answer;
    Delivery means;
  };
  const Case cases[] = {
      {"", "554 go away", Delivery::kNoRelay},
      {"", "drop", Delivery::kNoRelay},
      {"MAIL FROM", "450 later", Delivery::kTryAgain},
      {"MAIL FROM", "550 who are you", Delivery::kTryAgain},
      {"MAIL FROM", "552 too large", Delivery::kRefused},
      {"MAIL FROM", "530 log in first", Delivery::kNoRelay},
      {"MAIL FROM", "421 too many", Delivery::kNoRelay},
      {"MAIL FROM", "drop", Delivery::kNoRelay},
      {"RCPT TO", "450 4.2.0 greylisted", Delivery::kTryAgain},
      {"RCPT TO", "452 full", Delivery::kTryAgain},
      {"RCPT TO", "550 5.1.1 no such user", Delivery::kBounced},
      {"RCPT TO", "553 no", Delivery::kBounced},
      {"RCPT TO", "554 5.7.1 relay access denied", Delivery::kTryAgain},
      {"RCPT TO", "drop", Delivery::kNoRelay},
      {"DATA", "451 later", Delivery::kTryAgain},
      {"DATA", "554 no", Delivery::kRefused},
      {".", "451 4.7.1 later", Delivery::kTryAgain},
      {".", "554 5.7.1 looks like spam", Delivery::kRefused},
      {".", "drop", Delivery::kTryAgain},
  };
  for (const Case& c : cases) {
    const SmtpServer server(SmtpServer::Answers{{c.to, c.answer}});
    SmtpTransport transport(To(server));
    const Delivered delivered = transport.Send(kMail);
    EXPECT_EQ(delivered.delivery, c.means) << c.to << ": " << c.answer;
    EXPECT_FALSE(delivered.answer.empty()) << c.to << ": " << c.answer;
    if (c.answer != "drop") {
      EXPECT_EQ(delivered.answer, c.answer);
    }
    EXPECT_TRUE(server.texts().empty());
  }
}

TEST(Smtp, AServerThatIsNotThereIsNoRelay) {
  int port = 0;
  {
    const SmtpServer gone;
    port = gone.port();
  }
  SmtpTransport transport({.host = "127.0.0.1", .port = port, .security = SmtpSecurity::kNone});
  EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kNoRelay);
}

TEST(Smtp, TlsIsRequiredWhereItIsAskedFor) {
  const SmtpServer server;
  SmtpSettings settings = To(server);
  for (const SmtpSecurity security : {SmtpSecurity::kStartTls, SmtpSecurity::kTls}) {
    settings.security = security;
    SmtpTransport transport(settings);
    if (security == SmtpSecurity::kTls) continue;  // would wait for a greeting in TLS
    EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kNoRelay) << "it does not offer STARTTLS";
  }
  EXPECT_TRUE(server.texts().empty());
  EXPECT_FALSE(CheckSmtp({.host = "mail.ekeby.example", .security = SmtpSecurity::kNone}).ok());
  EXPECT_FALSE(CheckSmtp({.host = "mail.example/x"}).ok());
  EXPECT_FALSE(CheckSmtp({.host = "mail.example", .port = 0}).ok());
  EXPECT_TRUE(CheckSmtp({.host = "mail.example"}).ok());
}

TEST(Smtp, TheDialogueTellsHowFarItCame) {
  const SmtpServer server(SmtpServer::Answers{{"RCPT TO", "550 <anna@example.org> unknown"}});
  SmtpTransport transport(To(server));
  transport.Send(kMail);
  std::vector<std::string> said;
  for (const SmtpExchange& exchange : transport.dialogue()) said.push_back(exchange.answer);
  EXPECT_THAT(said, ElementsAre("220 here", "250 fine", "250 fine", "550 <…> unknown"));
  EXPECT_EQ(transport.dialogue().back().step, SmtpStep::kRecipient);
}

TEST(Smtp, AfterARefusalTheNextMailGoes) {
  const SmtpServer server(SmtpServer::Answers{{"RCPT TO:<nobody", "550 no"}});
  SmtpTransport transport(To(server));
  RenderedMail nobody = kMail;
  nobody.recipient = "nobody@example.org";
  EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kAccepted);
  EXPECT_EQ(transport.Send(nobody).delivery, Delivery::kBounced);
  EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kAccepted);
}

TEST(Smtp, WhatIsStoppedSendsNothing) {
  const SmtpServer server;
  SmtpTransport transport(To(server));
  transport.Stop();
  EXPECT_EQ(transport.Send(kMail).delivery, Delivery::kNoRelay);
  EXPECT_TRUE(server.texts().empty());
}

}  // namespace
}  // namespace rytm
