#include "edition/freeze.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "edition/seen.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
const Levels kOfficials = {Level::kManagement, Level::kOfficial, Level::kSecretariat};

std::vector<std::string> UidsOf(const Edition& edition) {
  std::vector<std::string> uids;
  for (const Event& event : edition.events) uids.push_back(event.uid);
  return uids;
}

TEST(Freeze, GivesEachBodyItsEditionInOrder) {
  Publications publications(Ekeby());
  const std::vector<Edition> editions = publications.Publish(
      {Meeting("kf", "2027-04-26", "18:30"), Meeting("kf", "2027-02-22", "18:30"),
       Meeting("ks", "2027-02-03", "13:30")},
      kFirst);
  ASSERT_EQ(editions.size(), 5U);
  const Edition& council = editions[0];
  EXPECT_EQ(council.organisation, "ekeby");
  EXPECT_EQ(council.body, "kf");
  EXPECT_EQ(council.body_name.sv, "Kommunfullmäktige");
  EXPECT_EQ(council.number, 1);
  EXPECT_EQ(council.published, At(kFirst));
  EXPECT_EQ(council.until, On("2027-12-31"));
  EXPECT_THAT(UidsOf(council), ElementsAre("ekeby.kf.meeting.2027-02-22@ekeby.example",
                                           "ekeby.kf.meeting.2027-04-26@ekeby.example"));
  EXPECT_THAT(UidsOf(editions[1]), ElementsAre("ekeby.ks.meeting.2027-02-03@ekeby.example"));
  EXPECT_THAT(editions[3].events, IsEmpty());
}

TEST(Freeze, PublishesOnlyTheBodiesAskedFor) {
  const FreezeRequest request{
      .bodies = {"ks", "no-such-body"}, .until = On("2027-12-31"), .now = At(kFirst), .note = {}};
  const std::vector<Edition> editions = Freeze(
      Ekeby(), PlanOf({Meeting("kf", "2027-02-22", "18:30"), Meeting("ks", "2027-02-03", "13:30")}),
      {}, request);
  ASSERT_EQ(editions.size(), 1U);
  EXPECT_EQ(editions[0].body, "ks");
}

TEST(Freeze, FillsTheEventWithResolvedNames) {
  Publications publications(Ekeby());
  Item meeting = Meeting("kf", "2027-02-22", "18:30");
  meeting.open = Openness::kPublic;
  meeting.webcast = true;
  meeting.link = "https://video.example/kf";
  publications.Publish({meeting}, kFirst);
  const Event event = publications.Find("ekeby.kf.meeting.2027-02-22@ekeby.example");
  EXPECT_EQ(event.title, Text("Kommunfullmäktige: Sammanträde", "Municipal Council: Meeting"));
  EXPECT_EQ(event.place, Text("Stora salen, Kommunhuset, Torget 1, Ekeby",
                              "The Great Hall, Town Hall, Torget 1, Ekeby"));
  EXPECT_EQ(event.place_access.sv, "Hörslinga, hiss");
  EXPECT_EQ(event.public_description.sv,
            "Sammanträdet är öppet för allmänheten.\nSammanträdet sänds på webben.");
  EXPECT_EQ(event.status, EventStatus::kConfirmed);
  EXPECT_EQ(event.sequence, 0);
  EXPECT_EQ(event.created, At(kFirst));
  EXPECT_EQ(event.first_day, On("2027-02-22"));
  EXPECT_FALSE(event.moved());
  for (const Instant modified : event.modified) EXPECT_EQ(modified, At(kFirst));
}

TEST(Freeze, MakesAnEventOfEachDayOfALongMeeting) {
  Publications publications(Ekeby());
  Item budget = Meeting("kf", "2027-11-22", "09:00", Minutes{480});
  budget.days = 2;
  budget.title = Text("Budgetfullmäktige", "Budget council");
  publications.Publish({budget}, kFirst);
  EXPECT_THAT(UidsOf(publications.LatestOf("kf")),
              ElementsAre("ekeby.kf.meeting.2027-11-22@ekeby.example",
                          "ekeby.kf.meeting.2027-11-22.day2@ekeby.example"));
  const Event second = publications.Find("ekeby.kf.meeting.2027-11-22.day2@ekeby.example");
  EXPECT_EQ(second.day, On("2027-11-23"));
  EXPECT_EQ(second.title.sv, "Kommunfullmäktige: Budgetfullmäktige (dag 2 av 2)");

  budget.days = 1;
  publications.Publish({budget}, kSecond);
  EXPECT_EQ(publications.Find(second.uid).status, EventStatus::kCancelled);
}

TEST(Freeze, IsTentativeAfterTheDayPublishedUntilAndForDatesKeptFree) {
  struct Row {
    const char* day;
    MeetingStatus status;
    EventStatus expected;
    bool reserve;
  };
  for (const Row& row :
       {Row{"2027-06-30", MeetingStatus::kRegular, EventStatus::kConfirmed, false},
        Row{"2027-07-01", MeetingStatus::kRegular, EventStatus::kTentative, false},
        Row{"2027-05-05", MeetingStatus::kReserve, EventStatus::kTentative, true},
        Row{"2027-05-05", MeetingStatus::kIfNeeded, EventStatus::kTentative, false}}) {
    Publications publications(Ekeby());
    Item item = Meeting("ks", row.day, "13:30");
    item.status = row.status;
    publications.Publish({item}, kFirst, "2027-06-30");
    const Event& event = publications.LatestOf("ks").events.at(0);
    EXPECT_EQ(event.status, row.expected) << row.day;
    EXPECT_EQ(event.reserve, row.reserve) << row.day;
    EXPECT_EQ(event.first_day.has_value(), row.expected == EventStatus::kConfirmed) << row.day;
  }
}

TEST(Freeze, LetsAStepFollowItsMeeting) {
  const Item meeting = Meeting("ks", "2027-07-07", "13:30");
  const Item step = Step(meeting, "item-deadline", Text("Ärendestopp", "Item deadline"),
                         "2027-06-23", kOfficials);
  Publications publications(Ekeby());
  publications.Publish({meeting, step}, kFirst, "2027-06-30");
  const Event event = publications.Find("ekeby.ks.meeting.2027-07-07.item-deadline@ekeby.example");
  EXPECT_EQ(event.status, EventStatus::kTentative);
  EXPECT_EQ(event.title.sv, "Ärendestopp: Kommunstyrelsen 7 juli");
  EXPECT_EQ(event.parent_uid, "ekeby.ks.meeting.2027-07-07@ekeby.example");
  EXPECT_EQ(event.description.sv, "Hör till mötet ons 7 juli 2027 kl. 13.30");
  EXPECT_EQ(publications.Find(event.parent_uid).chain,
            (std::vector<ChainDay>{
                {Text("Ärendestopp", "Item deadline"), On("2027-06-23"), {}, kOfficials}}));
}

TEST(Freeze, SaysThatANoticeIsOnlyAReminder) {
  const Item meeting = Meeting("ks", "2027-04-07", "13:30");
  struct Row {
    const char* step;
    Levels levels;
    bool reminds;
  };
  for (const Row& row : {Row{"posting", kOfficials, true}, Row{"notice", kEverybody, true},
                         Row{"item-deadline", kOfficials, false}}) {
    Publications publications(Ekeby());
    Item step = Step(meeting, row.step, Text("Steg", "Step"), "2027-04-01", row.levels);
    step.law = "KL 8:12";
    publications.Publish({meeting, step}, kFirst);
    const std::string words = publications.Find(step.id + "@ekeby.example").description.sv;
    EXPECT_THAT(words, HasSubstr("Lag: KL 8:12"));
    EXPECT_EQ(words.find("Det som gäller är den digitala anslagstavlan.") != std::string::npos,
              row.reminds)
        << row.step;
  }
}

TEST(Freeze, ShowsThePublicNothingOfAnUnlistedBody) {
  Publications publications(Ekeby());
  publications.Publish(
      {Meeting("bolag", "2027-03-03", "13:00"), Meeting("kf", "2027-02-22", "18:30")}, kFirst);
  EXPECT_FALSE(
      publications.Find("ekeby.bolag.meeting.2027-03-03@ekeby.example").levels.Has(Level::kPublic));
  EXPECT_TRUE(
      publications.Find("ekeby.bolag.meeting.2027-03-03@ekeby.example").levels.Has(Level::kMember));
  EXPECT_TRUE(
      publications.Find("ekeby.kf.meeting.2027-02-22@ekeby.example").levels.Has(Level::kPublic));
}

TEST(Freeze, NamesAllBodiesOfAJointMeetingButNoUnlistedOneToThePublic) {
  Item joint = Meeting("ks", "2027-03-03", "13:00");
  joint.with = {"son", "bolag"};
  Publications publications(Ekeby());
  publications.Publish({joint}, kFirst);
  const Event open = publications.Find("ekeby.ks.meeting.2027-03-03@ekeby.example");
  EXPECT_EQ(open.title.sv, "Kommunstyrelsen och Socialnämnden: Sammanträde");
  EXPECT_THAT(open.with, ElementsAre("son", "bolag"));

  joint.levels.Remove(Level::kPublic);
  publications.Publish({joint}, kSecond);
  EXPECT_EQ(publications.Find(open.uid).title.sv,
            "Kommunstyrelsen, Socialnämnden och Ekeby Bostäder AB: Sammanträde");
}

TEST(Freeze, TellsWhatAMeetingDealsWith) {
  Item meeting = Meeting("kf", "2027-04-26", "18:30");
  meeting.business = {{.report = "annual-report",
                       .period = "2026",
                       .name = Text("Årsredovisning 2026", "Annual report 2026"),
                       .does = Text("Godkänner årsredovisningen", "Approves the annual report"),
                       .decides = true},
                      {.report = "t1",
                       .period = "2027-T1",
                       .name = Text("Tertialrapport 1 2027"),
                       .does = {},
                       .decides = false}};
  meeting.moved_from = On("2027-04-19");
  meeting.reason = Text("Valnämndens utbildning");
  Publications publications(Ekeby());
  publications.Publish({meeting}, kFirst);
  const Event& event = publications.LatestOf("kf").events.at(0);
  EXPECT_EQ(
      event.description.sv,
      "Behandlar:\n– Årsredovisning 2026: Godkänner årsredovisningen\n– Tertialrapport 1 2027\n\n"
      "Ordinarie dag: mån 19 april 2027\nSkäl: Valnämndens utbildning\n"
      "Sammanträdet är normalt inte öppet för allmänheten.");
  EXPECT_EQ(event.public_description.sv,
            "Beslut om: Årsredovisning 2026\nSammanträdet är normalt inte öppet för allmänheten.");
}

TEST(Freeze, TellsTheGuideOfADialogue) {
  Item dialogue;
  dialogue.id = "ekeby.son.reflection.2027-04-20";
  dialogue.kind = ItemKind::kDialogue;
  dialogue.body = "son";
  dialogue.origin = "reflection";
  dialogue.day = On("2027-04-20");
  dialogue.at = Clock("16:00");
  dialogue.lasts = Minutes{45};
  dialogue.title = Text("Gemensam reflektion", "Reflecting together");
  dialogue.description = Text("nämnden och förvaltningens ledning");
  dialogue.guide = "reflection";
  dialogue.levels = {Level::kMember, Level::kManagement};
  Publications publications(Ekeby());
  publications.Publish({dialogue}, kFirst);
  const Event& event = publications.LatestOf("son").events.at(0);
  EXPECT_EQ(event.title.sv, "Socialnämnden: Gemensam reflektion");
  EXPECT_EQ(
      event.description.sv,
      "Deltar: nämnden och förvaltningens ledning\n\n"
      "En stund utan beslut.\nLeder: Andre vice ordföranden\n"
      "Förbered dig så här:\n– Läs raderna ni tog med er sist.\n\n"
      "3 min, var för sig: När var du trygg?\n10 min, två och två: Berätta för varandra.\n"
      "20 min, alla tillsammans: Vad gör vi annorlunda?\nTill sist: Enas om högst tre rader.");
  EXPECT_TRUE(event.public_description.empty());
}

TEST(Freeze, TellsWhenAReportIsDueAndWhere) {
  const Item meeting = Meeting("son", "2027-02-24", "13:00");
  Item hop;
  hop.id = "ekeby.annual-report.2026.son.1";
  hop.kind = ItemKind::kHop;
  hop.body = "son";
  hop.origin = "annual-report";
  hop.day = On("2027-02-11");
  hop.title = Text("Årsredovisning 2026 till Socialnämnden");
  hop.route = std::make_shared<const Route>(
      Route{{0, Text("Socialnämnden"), "son", meeting.id, meeting.day},
            {1, Text("Revisorerna"), "", "", {}},
            {2, Text("Kommunfullmäktige"), "kf", "ekeby.kf.meeting.2027-04-26", On("2027-04-26")}});
  hop.parent = meeting.id;
  hop.levels = kOfficials;
  Item feedback = hop;
  feedback.id += ".feedback";
  feedback.kind = ItemKind::kFeedback;
  feedback.day = On("2027-03-08");
  feedback.title = Text("Återkoppling: Årsredovisning 2026");
  feedback.description = Text("Berätta för dem som skrev.");
  Publications publications(Ekeby());
  publications.Publish({meeting, hop, feedback}, kFirst);
  const Event due = publications.Find("ekeby.annual-report.2026.son.1@ekeby.example");
  EXPECT_EQ(due.title.sv, "Årsredovisning 2026 till Socialnämnden");
  EXPECT_EQ(
      due.description.sv,
      "Lämnas in senast i dag, till mötet ons 24 feb 2027 kl. 13.00\nVäg: Socialnämnden ons 24 "
      "feb 2027 → Revisorerna → Kommunfullmäktige");
  const Event told = publications.Find("ekeby.annual-report.2026.son.1.feedback@ekeby.example");
  EXPECT_EQ(told.title.sv, "Återkoppling: Årsredovisning 2026, Socialnämnden");
  EXPECT_EQ(told.description.sv,
            "Berätta för dem som skrev.\nEfter mötet ons 24 feb 2027 kl. 13.00");
}

TEST(Freeze, QuotesNoOtherBodysDate) {
  const Item meeting = Meeting("kf", "2027-04-26", "18:30");
  Item hop = Step(meeting, "x", Text("Rapport"), "2027-04-12", kOfficials);
  hop.kind = ItemKind::kHop;
  hop.body = "ks";
  Publications publications(Ekeby());
  publications.Publish({meeting, hop}, kFirst);
  EXPECT_THAT(publications.LatestOf("ks").events.at(0).description.sv, Not(HasSubstr("26 april")));
}

TEST(Freeze, QuotesAnotherBodysDateAsItsOwnReadersKnowIt) {
  Item council = Meeting("kf", "2027-04-26", "18:30");
  Item hop =
      Step(Meeting("ks", "2027-04-07", "13:30"), "x", Text("Rapport"), "2027-03-24", kOfficials);
  hop.kind = ItemKind::kHop;
  const auto words = [&](Publications& publications) {
    hop.route = std::make_shared<const Route>(
        Route{{0, Text("Kommunfullmäktige"), "kf", council.id, council.day}});
    publications.Publish({council, hop}, kSecond, "2027-12-31", {"ks"});
    return publications.LatestOf("ks").events.at(0).description.sv;
  };
  Publications never(Ekeby());
  EXPECT_EQ(words(never), "Väg: Kommunfullmäktige");

  Publications moved(Ekeby());
  moved.Publish({council}, kFirst, "2027-12-31", {"kf"});
  council.day = On("2027-04-27");
  EXPECT_EQ(words(moved), "Väg: Kommunfullmäktige mån 26 april 2027");
  moved.Publish({council, hop}, kSecond, "2027-12-31", {"kf", "ks"});
  EXPECT_EQ(moved.LatestOf("ks").events.at(0).description.sv,
            "Väg: Kommunfullmäktige tis 27 april 2027");

  Publications cancelled(Ekeby());
  council.cancelled = true;
  cancelled.Publish({council}, kFirst, "2027-12-31", {"kf"});
  EXPECT_EQ(words(cancelled), "Väg: Kommunfullmäktige");
}

TEST(Freeze, LeavesOutStepsPastWhenTheirMeetingWasAdded) {
  const Item meeting = Meeting("ks", "2027-01-13", "13:30");
  Item step = Step(meeting, "item-deadline", Text("Ärendestopp"), "2026-11-01", kOfficials);
  step.past_when_added = true;
  Publications publications(Ekeby());
  publications.Publish({meeting, step}, kFirst);
  EXPECT_FALSE(publications.Has("ekeby.ks.meeting.2027-01-13.item-deadline@ekeby.example"));
  EXPECT_THAT(publications.Find("ekeby.ks.meeting.2027-01-13@ekeby.example").chain, IsEmpty());
}

TEST(Freeze, MakesNoEditionWhenNothingChanged) {
  Publications publications(Ekeby());
  const std::vector<Item> items = {Meeting("kf", "2027-02-22", "18:30"),
                                   Meeting("ks", "2027-02-03", "13:30")};
  publications.Publish(items, kFirst);
  EXPECT_THAT(publications.Publish(items, kSecond), IsEmpty());

  std::vector<Item> changed = items;
  changed[1].at = Clock("14:00");
  const std::vector<Edition> editions = publications.Publish(changed, kSecond);
  ASSERT_EQ(editions.size(), 1U);
  EXPECT_EQ(editions[0].body, "ks");
  EXPECT_EQ(editions[0].number, 2);
}

TEST(Freeze, MakesAnEditionWhenTheBodyIsPublishedFurther) {
  Publications publications(Ekeby());
  publications.Publish({Meeting("kf", "2027-02-22", "18:30")}, kFirst, "2027-06-30");
  const std::vector<Edition> editions =
      publications.Publish({Meeting("kf", "2027-02-22", "18:30")}, kSecond, "2027-12-31");
  EXPECT_EQ(editions.size(), 5U);
  EXPECT_EQ(publications.LatestOf("kf").events.at(0).modified[0], At(kFirst));
}

TEST(Freeze, IsTheSameWhateverTheOrderOfItems) {
  const std::vector<Item> items = {Meeting("kf", "2027-02-22", "18:30"),
                                   Meeting("kf", "2027-03-22", "18:30"),
                                   Meeting("ks", "2027-02-22", "18:30")};
  Publications one(Ekeby());
  Publications other(Ekeby());
  one.Publish(items, kFirst);
  other.Publish({items[2], items[1], items[0]}, kFirst);
  EXPECT_EQ(one.LatestOf("kf").events, other.LatestOf("kf").events);
}

}  // namespace
}  // namespace rytm
