// rytm mail, mail-in, and the settings of mail: what is told, and the exit codes. Mail that is
// really sent: tests/e2e/mail.test.mjs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/data_folder.h"
#include "commands/configuration.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

using testing::HasSubstr;

constexpr const char* kAlby = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [{"id": "meeting",
    "when": {"dates": ["2027-01-25"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]}]
})";

constexpr const char* kGoodSettings =
    "[mail]\nrelay = \"smtp://mail.alby.example:2525\"\nfrom = \"Alby kommun, kansliet "
    "<kallelse@alby.example>\"\nreply-to = \"kansliet@alby.example\"\n";

class MailCommandsTest : public testing::Test {
 protected:
  void SetUp() override {
    Write("alby.json", kAlby);
    ASSERT_EQ(0, Rytm({"init", "--data", At("data"), At("alby.json")}).code);
  }
  std::string At(const std::string& name) const { return (folder_ / name).string(); }
  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(At(name)) << text;
  }
  Result<Configuration> Read(const std::string& text) const {
    Write("rytm.toml", text);
    return ReadConfiguration(At("rytm.toml"));
  }
  void AddLetter() const {
    const std::unique_ptr<Database> database = OpenDataFolder(At("data")).value();
    const Instant now = FixedClock().Now();
    ASSERT_TRUE(database->people()
                    .Save({.id = "p-1", .name = "Anna Exempel", .address = "anna@example.org"})
                    .ok());
    Letter letter{.keys = {"k"}, .person = "p-1"};
    letter.subject = "Om en vecka";
    letter.text = "Hej!\n";
    letter.due = now;
    letter.stale = now + std::chrono::hours{24};
    ASSERT_TRUE(database->outbox().Add({letter}, "alby.example", now).ok());
  }

  TemporaryFolder folder_;
};

TEST_F(MailCommandsTest, ChoicesAreShownAsTheyAreTypedAndSet) {
  AddLetter();
  const auto choices = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"mail", "choices", "--data", At("data")});
    return Rytm(more);
  };
  EXPECT_EQ(choices({"p-1"}).out, choices({"officials"}).out) << "as is usual";
  const Outcome set = choices({"p-1", "--reminders", "day-before,dialogue", "--digest", "no",
                               "--at", "09:00", "--quiet-from", "20:00", "--quiet-until", "07:00"});
  ASSERT_EQ(0, set.code) << set.err;
  EXPECT_THAT(set.out, HasSubstr("--reminders    day-before,dialogue\n"));
  EXPECT_THAT(set.out, HasSubstr("--at           09:00\n"));
  EXPECT_EQ(choices({"p-1"}).out, set.out);
  EXPECT_NE(choices({"officials"}).out, set.out);
  EXPECT_THAT(choices({"p-1", "--no-reminders"}).out, HasSubstr("--no-reminders"));
  EXPECT_THAT(choices({"p-1", "--format", "json"}).out, HasSubstr("\"reminders\":[]"));
  struct Row {
    std::vector<std::string> wrong;
    const char* told;
  };
  const Row rows[] = {{{"p-2"}, "ingen sådan person"},
                      {{"p-1", "--reminders", "aldrig"}, "\"morning\""},
                      {{"p-1", "--digest", "kanske"}, "\"yes\""},
                      {{"p-1", "--at", "25:00"}, "/at"},
                      {{"p-1", "--quiet-from", "20:00"}, "/quiet"}};
  for (const Row& row : rows) {
    const Outcome refused = choices(row.wrong);
    EXPECT_EQ(kExitRefused, refused.code);
    EXPECT_THAT(refused.err, HasSubstr(row.told));
  }
}

TEST_F(MailCommandsTest, LookedAtStoppedAndStartedAgain) {
  AddLetter();
  const auto mail = [&](const std::string& what) {
    return Rytm({"mail", what, "--data", At("data")});
  };
  EXPECT_EQ(mail("status").out,
            "väntar          1\nskickat         0\ngick inte fram  0\nskickas inte    0\n");
  EXPECT_THAT(mail("pause").out, HasSubstr("Utskicken är pausade"));
  EXPECT_THAT(mail("list").out, HasSubstr("1  väntar  2026-11-23T14:02:00Z  p-1  Om en vecka"));
  EXPECT_THAT(mail("resume").out, testing::StartsWith("väntar"));
  const Outcome preview = Rytm({"mail", "preview", "--data", At("data"), "1"});
  EXPECT_THAT(preview.out, HasSubstr("From: Alby kommun <rytm@alby.example>"));
  EXPECT_THAT(preview.out, HasSubstr("To: Anna Exempel <anna@example.org>"));
  const Outcome none = Rytm({"mail", "preview", "--data", At("data"), "2"});
  EXPECT_EQ(none.code, 2);
  EXPECT_EQ(none.err, "Mejl 2 finns inte, eller så är dess text eller person borta.\n");
}

TEST_F(MailCommandsTest, GoodSettingsAreRead) {
  const MailConfiguration mail = Read(kGoodSettings).value().mail.value();
  EXPECT_EQ(mail.smtp.host, "mail.alby.example");
  EXPECT_EQ(mail.smtp.port, 2525);
  EXPECT_EQ(mail.smtp.security, SmtpSecurity::kStartTls);
  EXPECT_EQ(mail.sending.from.name, "Alby kommun, kansliet");
  EXPECT_EQ(mail.sending.from.address, "kallelse@alby.example");
  EXPECT_EQ(mail.sending.per_domain_and_minute, kLettersPerDomainAndMinute);

  Write("secret", "hemligt\n");
  const MailConfiguration more =
      Read(
          "[mail]\nrelay = \"smtps://mail.alby.example\"\nfrom = \"a@alby.example\"\nreply-to = "
          "\"b@alby.example\"\nuser = \"rytm\"\npassword-file = \"secret\"\nca-file = \"ca.pem\"\n"
          "per-domain-per-minute = 60\n")
          .value()
          .mail.value();
  EXPECT_EQ(more.smtp.port, 465);
  EXPECT_EQ(more.smtp.security, SmtpSecurity::kTls);
  EXPECT_EQ(more.smtp.password, "hemligt");
  EXPECT_EQ(more.smtp.ca_file, At("ca.pem"));
  EXPECT_EQ(more.sending.per_domain_and_minute, 60U);

  EXPECT_FALSE(Read("# nothing yet\n").value().mail);
  EXPECT_FALSE(ReadConfiguration("").value().mail);
}

TEST_F(MailCommandsTest, EverythingWrongInSettingsIsToldAtOnce) {
  const Result<Configuration> read = Read(
      "[mail]\nrelay = \"mail.alby.example\"\ntls = \"non\"\nfrm = \"x\"\nreply-to = 3\nuser = "
      "\"a\"\n[mial]\n");
  ASSERT_FALSE(read.ok());
  std::vector<std::string> places;
  for (const Problem& problem : read.error().problems) places.push_back(problem.pointer);
  EXPECT_THAT(places, testing::UnorderedElementsAre("line 2, column 9", "line 3, column 7",
                                                    "line 1, column 1", "line 4, column 1",
                                                    "line 5, column 12", "line 6, column 8",
                                                    "line 7, column 2"));
}

TEST_F(MailCommandsTest, WrongSettingsAreRefused) {
  const std::string cases[] = {
      "[mail\n",
      "mail = 3\n",
      "[mail]\n",
      "[mail]\nrelay = \"smtp://mail.alby.example\"\ntls = \"none\"\nfrom = \"a@b.example\"\n"
      "reply-to = \"a@b.example\"\n",
      "[mail]\nrelay = \"smtp://mail:x\"\nfrom = \"a@b.example\"\nreply-to = \"a@b.example\"\n",
      "[mail]\nrelay = \"smtp://mail\"\nfrom = \"A\\nB <a@b.example>\"\nreply-to = "
      "\"a@b.example\"\n",
      "[mail]\nrelay = \"smtp://mail\"\nfrom = \"a\"\nreply-to = \"a@b.example\"\n",
      "[mail]\nrelay = \"smtp://mail\"\nfrom = \"a@b.example\"\nreply-to = \"a@b.example\"\n"
      "user = \"a\"\npassword-file = \"not-there\"\n",
      "[mail]\nrelay = \"smtp://mail\"\nfrom = \"a@b.example\"\nreply-to = \"a@b.example\"\n"
      "per-domain-per-minute = 0\n",
      std::string(kConfigurationBytesMax + 1, '#'),
  };
  for (const std::string& text : cases) EXPECT_FALSE(Read(text).ok()) << text.substr(0, 100);
  EXPECT_FALSE(ReadConfiguration(At("not-there")).ok());
  EXPECT_EQ(Rytm({"mail", "send", "--data", At("data"), "--config", At("not-there")}).code, 2);
}

TEST_F(MailCommandsTest, MailThatConcernsNobodyIsTakenAndForgotten) {
  const pid_t reader = fork();  // mail-in bounds its process for good
  if (reader == 0)
    _exit(Rytm({"mail-in", "--data", At("data")}, "To: x+y@alby.example\r\n\r\nHej\r\n").code);
  int status = 0;
  ASSERT_EQ(waitpid(reader, &status, 0), reader);
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace rytm
