// A quarter of a committee's year in mails: what each person gets, when, and never twice. The clock
// is turned by the test; the database, the rules and the publications are real.
#include "app/mail_tick.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/catalog_keeper.h"
#include "app/feed_links.h"
#include "app/publish.h"
#include "app/tidy.h"
#include "store/choice_store.h"
#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "store/untold_store.h"
#include "tests/app/board_and_committee.h"
#include "tests/app/planned_test.h"
#include "tests/turned_clock.h"

namespace rytm {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class MailTickTest : public PlannedTest {
 protected:
  void SetUp() override {
    Init(kBoardAndCommittee);
    tick_.emplace(*database_, randomness_,
                  MailPlace{.public_url = "https://rytm.alby.example",
                            .organizer_address = "kallelse@alby.example"});
    Add("p-karin", "ks", Post::kMember);
    Add("p-ola", "sn", Post::kMember);
    Tick("2026-11-23T15:00:00Z");  // mail is turned on
  }

  void Add(const std::string& id, const std::string& body, Post post) {
    ASSERT_TRUE(database_->people()
                    .Save({.id = id,
                           .name = "Karin Exempel",
                           .address = id + "@alby.example",
                           .created = now_,
                           .assignments = {{.body = body, .post = post, .from = Day{}}}})
                    .ok());
  }

  void PublishAll(const char* at, bool tell = true) {
    now_ = *ParseInstant(at);
    const Planned planned = Load();
    PublishRequest request{.until = planned.organisation->window.last};
    request.tell = tell;
    const Result<Publication> published = Publish(*database_, planned, request, now_);
    ASSERT_TRUE(published.ok()) << published.error().message.en;
    ASSERT_FALSE(published.value().bodies.empty());
  }

  // Moves or cancels a meeting of the board.
  void Change(const char* rules) {
    const Result<ImportReport> imported = Import(*database_, "alby.json", rules, false, now_);
    ASSERT_TRUE(imported.ok()) << imported.error().message.en;
  }

  MadeLetters Tick(const char* at) {
    now_ = *ParseInstant(at);
    const Result<MadeLetters> made = tick_->Run(now_);
    EXPECT_TRUE(made.ok()) << made.error().message.en;
    return made.ok() ? made.value() : MadeLetters();
  }

  // Every half hour.
  void TickThrough(const char* from, const char* until) {
    for (Instant at = *ParseInstant(from); at <= *ParseInstant(until);
         at += std::chrono::minutes{30})
      Tick(FormatInstant(at).c_str());
  }

  // "karin: Påminnelse: …", oldest first.
  std::vector<std::string> Subjects() {
    std::vector<std::string> subjects;
    for (const OutboxLetter& one : Letters())
      subjects.push_back(one.letter.person.substr(2) + ": " + one.letter.subject);
    return subjects;
  }
  std::vector<OutboxLetter> Letters() {
    std::vector<OutboxLetter> letters = database_->outbox().Newest(1000, std::nullopt).value();
    std::reverse(letters.begin(), letters.end());
    return letters;
  }

  SystemRandomness randomness_;
  std::optional<MailTick> tick_;
};

TEST_F(MailTickTest, APublicationTellsEachPersonTheirOwnOnce) {
  PublishAll("2026-11-24T10:00:00Z");
  EXPECT_EQ(Tick("2026-11-24T10:01:00Z").notices, 2U);
  EXPECT_THAT(Subjects(), ElementsAre("karin: Kommunstyrelsen: 3 nya datum",
                                      HasSubstr("ola: Nytt: Socialnämnden: ")));
  EXPECT_EQ(Tick("2026-11-24T10:02:00Z"), MadeLetters());
  EXPECT_THAT(database_->untold().All().value(), IsEmpty());
}

TEST_F(MailTickTest, ASmallChangeIsToldToNobody) {
  PublishAll("2026-11-24T10:00:00Z", false);
  EXPECT_EQ(Tick("2026-11-24T10:01:00Z"), MadeLetters());
}

TEST_F(MailTickTest, ThePreviewIsWhatIsSent) {
  now_ = *ParseInstant("2026-11-24T10:00:00Z");
  const Planned planned = Load();
  const Result<Publication> preview =
      PreviewPublication(*database_, planned, {.until = planned.organisation->window.last}, now_);
  ASSERT_TRUE(preview.ok());
  const Result<std::vector<LetterPreview>> letters =
      PreviewNotices(*database_, *LoadReadership(*database_).value(), preview.value(), now_);
  ASSERT_TRUE(letters.ok());
  PublishAll("2026-11-24T10:00:00Z");
  Tick("2026-11-24T10:00:00Z");
  std::vector<std::string> subjects;
  for (const LetterPreview& letter : letters.value())
    subjects.push_back(letter.person.substr(2) + ": " + letter.letter.subject);
  EXPECT_EQ(subjects, Subjects());
}

TEST_F(MailTickTest, RemindersComeOnceEvenIfTheClockIsTurnedBackAndForth) {
  PublishAll("2026-11-24T10:00:00Z", false);
  TickThrough("2027-01-10T00:00:00Z", "2027-01-14T00:00:00Z");
  TickThrough("2027-01-10T00:00:00Z", "2027-01-14T00:00:00Z");
  Tick("2026-12-01T00:00:00Z");
  Tick("2027-01-12T12:00:00Z");
  EXPECT_THAT(Subjects(),
              ElementsAre("karin: Påminnelse: Kommunstyrelsen: Sammanträde, onsdag 13 januari kl. "
                          "13.30"));
  const Letter letter = Letters()[0].letter;
  EXPECT_EQ(FormatInstant(letter.due), "2027-01-12T07:00:00Z");
  EXPECT_EQ(FormatInstant(letter.stale), "2027-01-13T12:30:00Z");
  EXPECT_THAT(letter.text, HasSubstr("https://rytm.alby.example/my/"));
}

TEST_F(MailTickTest, AMovedMeetingMovesItsReminderAndACancelledOneHasNone) {
  PublishAll("2026-11-24T10:00:00Z", false);
  std::string rules = kBoardAndCommittee;
  rules.replace(rules.find("2027-01-13"), 10, "2027-01-14");
  rules.replace(rules.find("\"2027-02-10\", "), 14, "");
  now_ = *ParseInstant("2026-12-01T10:00:00Z");
  Change(rules.c_str());
  PublishAll("2026-12-01T10:00:00Z");
  TickThrough("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
  EXPECT_THAT(Subjects(), ElementsAre("karin: 2 ändringar i dina tider"));
  TickThrough("2027-01-10T00:00:00Z", "2027-02-12T00:00:00Z");
  EXPECT_THAT(Subjects(),
              ElementsAre("karin: 2 ändringar i dina tider",
                          HasSubstr("karin: Påminnelse: Kommunstyrelsen: Sammanträde, torsdag 14 "
                                    "januari"),
                          HasSubstr("ola: Påminnelse: Socialnämnden")));
}

TEST_F(MailTickTest, WhoLeavesIsNotWrittenTo) {
  PublishAll("2026-11-24T10:00:00Z", false);
  Person karin = database_->people().Find("p-karin").value().value();
  karin.assignments[0].until = *ParseDay("2027-01-12");
  ASSERT_TRUE(database_->people().Save(karin).ok());
  TickThrough("2027-01-10T00:00:00Z", "2027-01-14T00:00:00Z");
  EXPECT_THAT(Subjects(), IsEmpty());
}

TEST_F(MailTickTest, WhatLiesBehindWhenMailIsTurnedOnIsToldToNobody) {
  ASSERT_TRUE(BeginMail(*database_, *ParseInstant("2027-01-12T09:00:00Z")).ok());
  PublishAll("2026-11-24T10:00:00Z");
  ASSERT_TRUE(BeginMail(*database_, *ParseInstant("2027-01-12T09:00:00Z")).ok());
  EXPECT_EQ(Tick("2027-01-12T10:00:00Z"), MadeLetters());
}

TEST_F(MailTickTest, InvitationsFollowTheMeetingAndEndWithTheWish) {
  MailChoices choices = UsualForElected();
  choices.invitations = true;
  choices.reminders = {};
  const auto choose = [&](const MailChoices& chosen) {
    ASSERT_TRUE(database_->choices().Set("p-karin", chosen).ok());
    ASSERT_TRUE(database_->people().NoteChange().ok());
  };
  choose(choices);
  PublishAll("2026-11-24T10:00:00Z");
  EXPECT_EQ(Tick("2026-11-24T10:01:00Z").invitations, 3U);
  EXPECT_EQ(Tick("2026-11-24T10:02:00Z").invitations, 0U) << "the same once only";
  std::vector<OutboxLetter> letters = Letters();
  const auto invitation = std::find_if(letters.begin(), letters.end(), [](const auto& one) {
    return one.letter.kind == LetterKind::kInvitation;
  });
  ASSERT_NE(invitation, letters.end());
  EXPECT_EQ(invitation->letter.method, "REQUEST");
  const std::string tag = invitation->letter.reply_tag;
  EXPECT_THAT(invitation->letter.calendar, HasSubstr("mailto:kallelse+" + tag.substr(0, 8)));

  std::string rules = kBoardAndCommittee;
  rules.replace(rules.find("2027-01-13"), 10, "2027-01-14");
  now_ = *ParseInstant("2026-12-01T10:00:00Z");
  Change(rules.c_str());
  PublishAll("2026-12-01T10:00:00Z");
  EXPECT_EQ(Tick("2026-12-01T10:01:00Z").invitations, 1U);
  const Letter moved = Letters().back().letter;
  EXPECT_THAT(moved.subject, HasSubstr("Ändrat: "));
  EXPECT_EQ(moved.reply_tag, tag) << "the organizer stays the same (M5)";
  EXPECT_THAT(moved.calendar, HasSubstr("SEQUENCE:1\r\n"));
  EXPECT_THAT(Subjects(), Not(Contains(HasSubstr("karin: Flyttat"))))
      << "the invitation itself tells";

  choices.invitations = false;
  choose(choices);
  EXPECT_EQ(Tick("2026-12-02T10:00:00Z").invitations, 3U);
  const Letter removed = Letters().back().letter;
  EXPECT_EQ(removed.method, "CANCEL");
  EXPECT_THAT(removed.subject, HasSubstr("Inte längre i din kalender"));
  EXPECT_THAT(removed.calendar, Not(HasSubstr("INSTÄLLT")));
  EXPECT_EQ(Tick("2026-12-03T10:00:00Z").invitations, 0U);

  choices.invitations = true;
  choose(choices);
  EXPECT_EQ(Tick("2026-12-04T10:00:00Z").invitations, 3U) << "and again, with higher numbers";
  for (const SentInvitation& one : database_->invitations().All().value())
    EXPECT_GE(one.sequence, 2) << one.uid;
}

TEST_F(MailTickTest, WhoIsInvitedAsIsUsualHasNoMeetingTwice) {
  MailChoices usual = UsualForElected();
  usual.invitations = true;
  ASSERT_TRUE(database_->choices().Set(kElected, usual).ok());
  ASSERT_TRUE(database_->people().NoteChange().ok());
  PublishAll("2026-11-24T10:00:00Z");
  EXPECT_EQ(Tick("2026-11-24T10:01:00Z").invitations, 4U);
  TurnedClock clock;
  clock.now = now_;
  const Result<MadeFeedLink> link =
      FeedLinks(*database_, clock, randomness_).MakeOwn("p-karin", {.name = "telefon"});
  ASSERT_TRUE(link.ok());
  const auto keeper = CatalogKeeper::Open(Data(), clock);
  ASSERT_TRUE(keeper.ok());
  const PrivateFeeds::Feed* feed =
      keeper.value()->CurrentPrivate()->Find(link.value().token.bytes());
  ASSERT_NE(feed, nullptr);
  EXPECT_EQ(feed->events(), 0U) << "all three stand in her calendar by mail";
}

TEST_F(MailTickTest, AbsencesAreForgottenAfterTheMeeting) {
  PublishAll("2026-11-24T10:00:00Z", false);
  const Edition board = database_->store().LatestEditions().value()[0];
  const std::string uid = board.events[0].uid;
  ASSERT_TRUE(database_->marks().SetAbsent(uid, "p-karin", now_).ok());
  ASSERT_TRUE(database_->people().NoteChange().ok());
  TickThrough("2027-01-12T06:00:00Z", "2027-01-13T12:00:00Z");
  EXPECT_THAT(Subjects(), IsEmpty()) << "who cannot come is not reminded";
  const auto tidy = [&](const char* at) {
    ASSERT_TRUE(TidyUp(*database_, *LoadReadership(*database_).value(), *ParseInstant(at)).ok());
  };
  tidy("2027-02-12T12:00:00Z");
  EXPECT_THAT(database_->marks().All().value().absent, SizeIs(1));
  tidy("2027-02-13T12:00:00Z");
  EXPECT_THAT(database_->marks().All().value().absent, IsEmpty());
}

}  // namespace
}  // namespace rytm
