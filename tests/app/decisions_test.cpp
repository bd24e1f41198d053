// Decisions on a body's dates, findings accepted, editions held against each other and returned to.
#include "app/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/edition_differences.h"
#include "app/publish.h"
#include "store/decision_store.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Day kYearsEnd = MakeDay(2027, 12, 31);

class DecisionsTest : public AlbyTest {
 protected:
  Planned Load() {
    Result<Planned> planned = LoadPlanned(*database_, clock_.now);
    EXPECT_TRUE(planned.ok());
    return std::move(planned).value();
  }
  void Put(std::string rules) {
    const Result<ImportReport> report = Import(*database_, "alby.json", rules, false, clock_.now);
    ASSERT_TRUE(report.ok()) << report.error().problems[0].what.sv;
  }
  // The rules, with another day for the council.
  static std::string CouncilOn(const std::string& day) {
    std::string rules = kAlby;
    return rules.replace(rules.find("2027-01-25"), 10, day);
  }
  Result<Publication> TryPublish(PublishRequest request) {
    request.until = kYearsEnd;
    return Publish(*database_, Load(), request, clock_.now);
  }
  Publication PublishIt(PublishRequest request = {}) {
    const Result<Publication> publication = TryPublish(std::move(request));
    EXPECT_TRUE(publication.ok()) << publication.error().message.sv;
    return publication.ok() ? publication.value() : Publication();
  }
  EventStatus StatusOf(const std::string& body) { return Latest(body).events.at(0).status; }
  Edition Latest(const std::string& body) {
    const std::vector<Edition> all = database_->store().EditionsOf(body).value();
    return database_->store().EditionOf(body, all.at(0).number).value();
  }
  static Adoption Adopted(const std::string& body) {
    return {.body = body,
            .period = {MakeDay(2027, 1, 1), kYearsEnd},
            .decided_by = "Kommunfullmäktige",
            .decided_on = MakeDay(2026, 11, 16),
            .paragraph = "§ 131"};
  }
};

TEST_F(DecisionsTest, AProposedYearIsPreliminaryUntilItIsAdopted) {
  Adoption proposed = Adopted("kf");
  proposed.kind = Adoption::Kind::kProposed;
  proposed.decided_by.clear();
  proposed.decided_on.reset();
  ASSERT_TRUE(RecordAdoptions(*database_, Load(), {proposed}, "p1", clock_.now).ok());
  PublishIt();
  EXPECT_EQ(StatusOf("kf"), EventStatus::kTentative);
  EXPECT_EQ(StatusOf("ks"), EventStatus::kConfirmed) << "nothing is on record of the board";

  // Decision and edition in one.
  Adoption adopted = Adopted("kf");
  adopted.replaces = 1;
  const Publication publication =
      PublishIt({.bodies = {"kf"}, .adoptions = {adopted}, .author = "p2"});
  ASSERT_EQ(publication.bodies.size(), 1U);
  ASSERT_EQ(publication.bodies[0].differences.size(), 1U);
  EXPECT_EQ(publication.bodies[0].differences[0].kind, Difference::Kind::kConfirmed);
  const Edition edition = Latest("kf");
  EXPECT_EQ(edition.author, "p2");
  ASSERT_EQ(edition.adoptions.size(), 1U) << "the proposal has been decided on";
  EXPECT_EQ(edition.adoptions[0].number, 2);
  EXPECT_EQ(edition.adoptions[0].author, "p2");
  EXPECT_EQ(Load().adoptions, database_->decisions().Adoptions().value());
  EXPECT_THAT(PublishIt().bodies, IsEmpty()) << "read back it is the same";
}

TEST_F(DecisionsTest, AWrongDecisionLeavesNothingBehind) {
  Adoption wrong = Adopted("kf");
  wrong.decided_on = MakeDay(2027, 11, 16);
  const Result<Publication> future = TryPublish({.adoptions = {wrong}});
  ASSERT_FALSE(future.ok());
  EXPECT_EQ(future.error().problems[0].pointer, "/adoptions/0/decided-on");
  const Result<Publication> unknown = TryPublish({.adoptions = {Adopted("finns-inte")}});
  ASSERT_FALSE(unknown.ok());
  EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(Load().adoptions, IsEmpty());
  EXPECT_THAT(*Load().editions, IsEmpty());
}

TEST_F(DecisionsTest, WhoDecidesOnAnOldPlanIsTold) {
  const Planned old = Load();
  ASSERT_TRUE(RecordAdoptions(*database_, old, {Adopted("kf")}, "", clock_.now).ok());
  const auto again = RecordAdoptions(*database_, old, {Adopted("ks")}, "", clock_.now);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  const auto publish =
      Publish(*database_, old, {.until = kYearsEnd, .adoptions = {Adopted("ks")}}, clock_.now);
  ASSERT_FALSE(publish.ok());
  EXPECT_EQ(publish.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Load().adoptions.size(), 1U) << "all or nothing";
}

TEST_F(DecisionsTest, APreviewStoresNothing) {
  const Revision before = Load().revision();
  const Result<Publication> preview = PreviewPublication(
      *database_, Load(), {.until = kYearsEnd, .adoptions = {Adopted("kf")}}, clock_.now);
  ASSERT_TRUE(preview.ok());
  EXPECT_EQ(preview.value().bodies.size(), 2U);
  EXPECT_EQ(Load().revision(), before);
}

// A council called three days before it meets (KL 5:13 says a week), in an organisation that lets
// errors stop a publication.
std::string CalledLate(const std::string& council_on, const std::string& more = "") {
  std::string rules = kAlby;
  rules.replace(rules.find("2027-01-25"), 10, council_on);
  rules.insert(rules.find("\"at\": \"18:30\""), R"("chain": "council", )");
  return rules.insert(
      rules.find("\"window\""),
      R"("chains": {"council": [{"id": "notice", "name": "Kungörelse", "days": -3}]},
                         "settings": {"findings-block-publication": true)" +
          more + "}, ");
}

class BlockedTest : public DecisionsTest {
 protected:
  void SetUp() override {
    DecisionsTest::SetUp();
    Put(CalledLate("2027-01-25"));
    for (const Finding& finding : Load().plan.findings)
      if (finding.severity == Severity::kError) keys_.push_back(finding.key());
    ASSERT_FALSE(keys_.empty());
  }
  void Decide(const std::string& key, const std::string& reason, bool again = false) {
    const auto decided =
        DecideFinding(*database_, Load(), {key, reason, again}, {"p1", "planner"}, clock_.now);
    ASSERT_TRUE(decided.ok()) << decided.error().message.sv;
  }
  std::vector<std::string> keys_;
};

TEST_F(BlockedTest, ErrorsStopThePublicationUntilTheyAreAccepted) {
  const Result<Publication> stopped = TryPublish({});
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().code, ErrorCode::kRefused);
  EXPECT_EQ(stopped.error().problems.size(), keys_.size());
  const auto preview = PreviewPublication(*database_, Load(), {.until = kYearsEnd}, clock_.now);
  ASSERT_TRUE(preview.ok());
  EXPECT_EQ(preview.value().in_the_way.size(), keys_.size());
  EXPECT_TRUE(TryPublish({.bodies = {"ks"}}).ok()) << "nothing of the board's";

  for (const std::string& key : keys_) Decide(key, "Kallelsen är redan skickad");
  EXPECT_TRUE(TryPublish({}).ok());
  const std::vector<Finding> findings = Load().plan.findings;
  const auto first = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& one) { return one.key() == keys_[0]; });
  EXPECT_EQ(first->accepted, "Kallelsen är redan skickad");

  Decide(keys_[0], "", true);
  EXPECT_FALSE(TryPublish({}).ok()) << "to be looked at again";
}

TEST_F(BlockedTest, AnAcceptedFindingReturnsWithOtherFacts) {
  for (const std::string& key : keys_) Decide(key, "Heldagsseminarium");
  Put(CalledLate("2027-01-25", R"(, "load-per-week": 7)"));
  EXPECT_TRUE(TryPublish({}).ok()) << "nothing it is about has changed";
  Put(CalledLate("2027-01-26"));
  EXPECT_FALSE(TryPublish({}).ok()) << "another day: another thing to accept";
}

TEST_F(BlockedTest, WhatCannotBeAcceptedIsRefused) {
  const auto refused = [&](FindingDecision decision) {
    const auto result = DecideFinding(*database_, Load(), decision, {}, clock_.now);
    EXPECT_FALSE(result.ok());
    return result.ok() ? ErrorCode::kUnavailable : result.error().code;
  };
  EXPECT_EQ(refused({"finns-inte", "därför"}), ErrorCode::kNotFound);
  EXPECT_EQ(refused({keys_[0], " \t"}), ErrorCode::kBadInput);
  EXPECT_EQ(refused({keys_[0], std::string(1001, 'x')}), ErrorCode::kBadInput);
}

TEST_F(DecisionsTest, EditionsAreHeldAgainstEachOtherAndAgainstThePlan) {
  const auto diff = [&](EditionsAsked asked) {
    const Result<EditionsApart> apart = DiffEditions(*database_, Load(), asked, clock_.now);
    EXPECT_TRUE(apart.ok()) << apart.error().message.sv;
    std::vector<std::string> words;
    for (const Difference& difference : apart.value().differences)
      words.push_back(InWords(difference, apart.value().name, Language::kSwedish));
    return words;
  };
  EXPECT_THAT(diff({"kf"}),
              ElementsAre("Nytt: Kommunfullmäktige: Sammanträde, mån 25 jan kl. 18.30"));
  PublishIt();
  EXPECT_THAT(diff({"kf"}), IsEmpty());
  clock_.now += std::chrono::hours{1};
  Put(CouncilOn("2027-02-01"));
  const auto moved = testing::ElementsAre(
      "Flyttat: Kommunfullmäktige: Sammanträde, mån 25 jan → mån 1 feb kl. 18.30");
  EXPECT_THAT(diff({"kf"}), moved);
  PublishIt();
  EXPECT_THAT(diff({"kf"}), IsEmpty());
  EXPECT_THAT(diff({"kf", 1}), moved);
  EXPECT_THAT(diff({"kf", 1, 2}), moved);
  EXPECT_THAT(
      diff({"kf", 2, 1}),
      ElementsAre("Flyttat: Kommunfullmäktige: Sammanträde, mån 1 feb → mån 25 jan kl. 18.30"));
  EXPECT_EQ(DiffEditions(*database_, Load(), {"kf", 3}, clock_.now).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(DiffEditions(*database_, Load(), {"finns-inte"}, clock_.now).error().code,
            ErrorCode::kNotFound);
}

TEST_F(DecisionsTest, AnEarlierEditionIsPublishedAgain) {
  PublishIt();
  const Edition first = Latest("kf");
  clock_.now += std::chrono::hours{1};
  Put(CouncilOn("2027-02-01"));
  PublishIt();
  clock_.now += std::chrono::hours{1};
  const Result<Publication> back =
      Publish(*database_, Load(),
              ReturnToEdition{.body = "kf", .number = 1, .note = Text("Fel dag")}, clock_.now);
  ASSERT_TRUE(back.ok());
  EXPECT_THAT(back.value().feeds, ElementsAre("/feeds/alby/kf.ics", "/feeds/alby/all.ics"));
  const Edition third = Latest("kf");
  EXPECT_EQ(third.returns_to, 1);
  EXPECT_EQ(third.number, 3);
  EXPECT_EQ(third.events[0].day, first.events[0].day);
  EXPECT_EQ(third.events[0].sequence, 2);
  EXPECT_THAT(Compare(&first, third), IsEmpty());
  const auto again =
      Publish(*database_, Load(), ReturnToEdition{.body = "kf", .number = 1}, clock_.now);
  ASSERT_TRUE(again.ok());
  EXPECT_THAT(again.value().bodies, IsEmpty()) << "there already";
  const auto none =
      Publish(*database_, Load(), ReturnToEdition{.body = "kf", .number = 9}, clock_.now);
  EXPECT_EQ(none.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(database_->store().EditionsOf("kf").value().size(), 3U);
}

}  // namespace
}  // namespace rytm
