// What a link in a mail lets its reader do, and what not.
#include "app/own_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/mail_choices.h"
#include "app/meeting_marks.h"
#include "app/publish.h"
#include "store/mark_store.h"
#include "store/outbox.h"
#include "store/person_store.h"
#include "tests/app/board_and_committee.h"
#include "tests/app/planned_test.h"
#include "tests/turned_clock.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kJanuary = "alby.ks.meeting.2027-01-13@alby.example";
constexpr const char* kFebruary = "alby.ks.meeting.2027-02-10@alby.example";
constexpr const char* kOthers = "alby.sn.meeting.2027-01-27@alby.example";

PageTemplates Templates() {
  PageTemplates templates;
  static std::vector<std::string> texts;
  texts.reserve(64);
  const auto folder = std::filesystem::path(RYTM_SOURCE_DIR) / "src/pages/templates";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    texts.push_back(text.str());
    templates.emplace(file.path().stem().string(), texts.back());
  }
  return templates;
}

class OwnPagesTest : public PlannedTest {
 protected:
  void SetUp() override {
    clock_.now = *ParseInstant("2027-01-05T10:00:00Z");
    now_ = clock_.now;
    Init(kBoardAndCommittee);
    const Planned planned = Load();
    ASSERT_TRUE(Publish(*database_, planned,
                        PublishRequest{.until = planned.organisation->window.last, .tell = false},
                        now_)
                    .ok());
    Add("p-karin", "Karin Exempel", Post::kMember, 0);
    Add("p-olle", "Olle Exempel", Post::kSubstitute, 2);
    Add("p-eva", "Eva Exempel", Post::kSubstitute, 1);
    Add("p-petra", "Petra Exempel", Post::kSecretary, 0);
    pages_.emplace(*database_, clock_, randomness_, templates_, "https://rytm.alby.example");
  }

  void Add(const std::string& id, const std::string& name, Post post, int order) {
    ASSERT_TRUE(database_->people()
                    .Save({.id = id,
                           .name = name,
                           .address = id + "@alby.example",
                           .created = now_,
                           .assignments = {{.body = "ks",
                                            .post = post,
                                            .party = "Provpartiet",
                                            .order = order,
                                            .from = *ParseDay("2026-01-01")}}})
                    .ok());
  }

  std::string Link(WayIn::Kind kind, const std::string& uid = "") {
    const Secret token = NewToken(randomness_);
    EXPECT_TRUE(database_->ways_in()
                    .Add(HashOf(token.bytes()), {.person = "p-karin",
                                                 .kind = kind,
                                                 .uid = uid,
                                                 .expires = clock_.now + std::chrono::hours{1}})
                    .ok());
    return std::string(token.bytes());
  }
  OwnAnswer Get(const std::string& token, const std::string& what = "",
                const FormFields& query = {}) {
    Result<OwnAnswer> answer = pages_->Get(token, what, query);
    EXPECT_TRUE(answer.ok());
    return std::move(answer).value();
  }
  OwnAnswer Send(const std::string& token, const std::string& what, const FormFields& form = {}) {
    Result<OwnAnswer> answer = pages_->Post(token, what, form);
    EXPECT_TRUE(answer.ok());
    return std::move(answer).value();
  }
  std::set<UidAndPerson> Absent() { return database_->marks().All().value().absent; }
  std::vector<std::string> Subjects() {
    std::vector<std::string> subjects;
    for (const OutboxLetter& one : database_->outbox().Newest(100, std::nullopt).value())
      subjects.push_back(one.letter.person + ": " + one.letter.subject);
    return subjects;
  }

  TurnedClock clock_;
  SystemRandomness randomness_;
  const PageTemplates templates_ = Templates();
  std::optional<OwnPages> pages_;
};

TEST_F(OwnPagesTest, AGetChangesNothing) {
  const std::string token = Link(WayIn::Kind::kEvent, kJanuary);
  const OwnAnswer page = Get(token);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Jag kan inte komma"));
  EXPECT_THAT(page.body, Not(HasSubstr("Karin"))) << "a mail passed on names nobody";
  for (const char* what : {"absent", "stop", "choices", "link", "feed"})
    EXPECT_EQ(Get(token, what, {{"uid", kJanuary}}).status, 404) << what;
  EXPECT_THAT(Absent(), IsEmpty());
}

TEST_F(OwnPagesTest, ALinkIsToOneEventAndEndsInTime) {
  const std::string token = Link(WayIn::Kind::kEvent, kJanuary);
  EXPECT_THAT(Send(token, "absent", {{"uid", kFebruary}}).body, HasSubstr("finns inte längre"));
  EXPECT_THAT(Send(token, "absent", {{"uid", kOthers}}).body, HasSubstr("finns inte längre"));
  EXPECT_THAT(Absent(), IsEmpty());
  EXPECT_EQ(Send(token, "feed", {{"name", "telefon"}}).status, 404);
  EXPECT_EQ(Get(token, "list.csv").status, 404);
  clock_.now += std::chrono::hours{1};
  EXPECT_EQ(Get(token).status, 404);
  EXPECT_EQ(Send(token, "absent", {{"uid", kJanuary}}).status, 404);
  EXPECT_EQ(Get("made-up").status, 404);
}

TEST_F(OwnPagesTest, WhoCannotComeIsNotedOnceAndTheSecretaryToldWhoIsNext) {
  const std::string token = Link(WayIn::Kind::kEvent, kJanuary);
  EXPECT_THAT(Send(token, "absent", {{"uid", kJanuary}}).body, HasSubstr("inte kan komma"));
  EXPECT_THAT(Absent(), SizeIs(1));
  clock_.now += std::chrono::minutes{5};
  Send(token, "absent", {{"uid", kJanuary}});
  ASSERT_THAT(Subjects(), SizeIs(2)) << "the second time nobody is told";
  const std::vector<OutboxLetter> letters = database_->outbox().Newest(100, std::nullopt).value();
  const auto to_secretary = std::find_if(letters.begin(), letters.end(), [](const auto& one) {
    return one.letter.person == "p-petra";
  });
  ASSERT_NE(to_secretary, letters.end());
  EXPECT_THAT(to_secretary->letter.text, HasSubstr("Eva Exempel\n  Olle Exempel"));
  EXPECT_THAT(Send(token, "present", {{"uid", kJanuary}}).body, HasSubstr("kan komma"));
  EXPECT_THAT(Absent(), IsEmpty());
}

TEST_F(OwnPagesTest, ChoicesAreSavedAndShown) {
  const std::string token = Link(WayIn::Kind::kChoices);
  const OwnAnswer answer = Send(token, "choices",
                                {{"mails", "single"},
                                 {"kind", "morning"},
                                 {"kind", "papers"},
                                 {"delivery", "invitations"},
                                 {"at", "07:15"},
                                 {"quiet-from", "22:00"},
                                 {"quiet-until", "06:00"},
                                 {"language", "en"}});
  EXPECT_THAT(answer.body, HasSubstr("Saved."));
  const MailChoices choices = MailChoicesOf(*database_, "p-karin").value();
  EXPECT_EQ(choices.reminders, (ReminderKinds{ReminderKind::kMorning, ReminderKind::kPapers}));
  EXPECT_TRUE(choices.invitations);
  EXPECT_FALSE(choices.changes);
  EXPECT_EQ(FormatTimeOfDay(choices.at), "07:15");
  EXPECT_EQ(database_->people().Find("p-karin").value()->language, Language::kEnglish);
  Send(token, "choices", {{"mails", "weekly"}, {"at", "no time"}});
  EXPECT_TRUE(MailChoicesOf(*database_, "p-karin").value().digest);
  EXPECT_EQ(MailChoicesOf(*database_, "p-karin").value().at, choices.at);
}

TEST_F(OwnPagesTest, OneClickStopsAllButWhatIsUrgent) {
  EXPECT_EQ(Send(Link(WayIn::Kind::kChoices), "stop", {{"List-Unsubscribe", "One-Click"}}).status,
            200);
  const MailChoices choices = MailChoicesOf(*database_, "p-karin").value();
  EXPECT_TRUE(choices.reminders.empty());
  EXPECT_FALSE(choices.changes);
}

TEST_F(OwnPagesTest, AFreshLinkIsMailedAndNoFlood) {
  const std::string token = Link(WayIn::Kind::kEvent, kJanuary);
  Send(token, "link");
  Send(token, "link");
  EXPECT_THAT(Subjects(), SizeIs(1));
  clock_.now += std::chrono::minutes{16};
  Send(token, "link");
  EXPECT_THAT(Subjects(), SizeIs(2));
}

TEST_F(OwnPagesTest, EverythingOfOnesOwnAndNothingOfOthers) {
  const std::string token = Link(WayIn::Kind::kEverything);
  const OwnAnswer page = Get(token);
  EXPECT_THAT(page.body, HasSubstr("Hej Karin Exempel"));
  EXPECT_THAT(page.body, HasSubstr("13 januari"));
  EXPECT_THAT(page.body, Not(HasSubstr("Socialnämnden")));
  EXPECT_THAT(page.body, Not(HasSubstr("Olle")));
  const OwnAnswer list =
      Get(token, "list.csv", {{"from", "2027-01-01"}, {"until", "2027-01-31"}, {"travel", "45"}});
  EXPECT_EQ(list.body,
            "\xEF\xBB\xBF"
            "Datum;Från;Till;Organ;Uppdrag\r\n2027-01-13;12:45;17:15;Kommunstyrelsen;ledamot\r\n");
  EXPECT_TRUE(Get(token, "list.pdf").body.starts_with("%PDF-"));
  EXPECT_THAT(Get(token, "list.csv", {{"from", "2027-02-01"}, {"until", "2027-01-01"}}).body,
              HasSubstr("slutar innan den börjar"));
}

TEST_F(OwnPagesTest, TheAddressIsChangedBehindAFreshLinkAlone) {
  const auto address = [&] { return database_->people().Find("p-karin").value()->address; };
  EXPECT_EQ(
      Send(Link(WayIn::Kind::kEvent, kJanuary), "address", {{"address", "ny@example.org"}}).status,
      404);
  const std::string token = Link(WayIn::Kind::kEverything);
  for (const char* wrong : {"", "no address", "a@b\r\nBcc: x@example.org", "p-olle@alby.example"}) {
    Send(token, "address", {{"address", wrong}});
    EXPECT_EQ(address(), "p-karin@alby.example") << wrong;
  }
  EXPECT_THAT(Send(token, "address", {{"address", "ny@example.org"}}).body,
              HasSubstr("Adressen är ändrad"));
  EXPECT_EQ(address(), "ny@example.org");
  EXPECT_THAT(Subjects(), SizeIs(1)) << "a link to the new address";
}

TEST_F(OwnPagesTest, ASubstituteIsCalledByTheSecretaryAlone) {
  WaysIn ways_in(randomness_, "https://rytm.alby.example", clock_.now);
  const auto note = [&](const char* person, MeetingNote what) {
    const auto loaded = LoadReadership(*database_).value();
    return NoteMark(*database_, *loaded,
                    {.event = loaded->FindEvent(kJanuary),
                     .person = &loaded->Find(person)->person,
                     .note = what},
                    ways_in, clock_.now);
  };
  EXPECT_TRUE(note("p-eva", MeetingNote::kCalled).value());
  EXPECT_FALSE(note("p-karin", MeetingNote::kCalled).ok()) << "has a seat";
  EXPECT_FALSE(note("p-petra", MeetingNote::kAbsent).ok()) << "is no elected representative";
  EXPECT_TRUE(note("p-olle", MeetingNote::kAbsent).value());
  EXPECT_FALSE(note("p-olle", MeetingNote::kCalled).ok()) << "cannot come";
  const auto loaded = LoadReadership(*database_).value();
  const MeetingPeople people = PeopleOf(*database_, *loaded, *loaded->FindEvent(kJanuary)).value();
  ASSERT_THAT(people.called, SizeIs(1));
  EXPECT_EQ(people.called[0].person->name, "Eva Exempel");
  ASSERT_THAT(people.absent, SizeIs(1));
}

}  // namespace
}  // namespace rytm
