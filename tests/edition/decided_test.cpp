// What is confirmed, preliminary, or not told at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
constexpr Levels kOfficials = {Level::kOfficial, Level::kSecretariat};

class DecidedTest : public testing::Test {
 protected:
  DecidedTest() {
    items_ = {spring_, autumn_,
              Step(autumn_, "item-deadline", Text("Ärendestopp"), "2027-06-28", kOfficials)};
  }
  static std::vector<Adoption> Decided(const char* first, const char* last) {
    return {{.number = 1,
             .body = "ks",
             .period = {On(first), On(last)},
             .decided_by = "Kommunstyrelsen",
             .decided_on = On("2026-11-17")}};
  }
  // Day and status of what the board's edition tells.
  std::map<std::string, std::string> Told() const {
    std::map<std::string, std::string> told;
    for (const Event& event : publications_.LatestOf("ks").events)
      told[FormatDay(event.day)] = event.status == EventStatus::kConfirmed   ? "confirmed"
                                   : event.status == EventStatus::kTentative ? "preliminary"
                                   : event.dropped_on                        ? "dropped"
                                                                             : "cancelled";
    return told;
  }
  Item spring_ = Meeting("ks", "2027-04-07", "13:30");
  Item autumn_ = Meeting("ks", "2027-07-05", "13:30");
  std::vector<Item> items_;
  Publications publications_{Ekeby()};
};

TEST_F(DecidedTest, InsideDecidedPeriodsAndUpToTheDayOnly) {
  publications_.Decide(Decided("2027-01-01", "2027-06-30"));
  publications_.Publish(items_, kFirst);
  EXPECT_THAT(Told(),
              ElementsAre(Pair("2027-04-07", "confirmed"), Pair("2027-06-28", "preliminary"),
                          Pair("2027-07-05", "preliminary")))
      << "a step is as sure as its meeting";
  publications_.Publish(items_, kSecond, "2027-03-31");
  EXPECT_THAT(Told(),
              ElementsAre(Pair("2027-04-07", "preliminary"), Pair("2027-06-28", "preliminary"),
                          Pair("2027-07-05", "preliminary")));
}

TEST_F(DecidedTest, TheRestCanBeWithheld) {
  publications_.TellUndecided(Undecided::kWithheld);
  publications_.Decide(Decided("2027-01-01", "2027-06-30"));
  publications_.Publish(items_, kFirst);
  EXPECT_THAT(Told(), ElementsAre(Pair("2027-04-07", "confirmed")));
  publications_.Decide(Decided("2027-01-01", "2027-12-31"));
  publications_.Publish(items_, kSecond);
  EXPECT_THAT(Told(), ElementsAre(Pair("2027-04-07", "confirmed"), Pair("2027-06-28", "confirmed"),
                                  Pair("2027-07-05", "confirmed")));
}

TEST_F(DecidedTest, WhatWasConfirmedIsNeverHidden) {
  publications_.Publish(items_, kFirst);
  publications_.TellUndecided(Undecided::kWithheld);
  publications_.Publish(items_, kSecond, "2027-05-31");
  EXPECT_THAT(Told(),
              ElementsAre(Pair("2027-04-07", "confirmed"), Pair("2027-06-28", "preliminary"),
                          Pair("2027-07-05", "preliminary")));
}

TEST_F(DecidedTest, WhatWasPreliminaryIsDroppedQuietlyWhenWithheld) {
  publications_.Publish(items_, kFirst, "2027-05-31");
  publications_.TellUndecided(Undecided::kWithheld);
  publications_.Publish(items_, kSecond, "2027-05-31");
  EXPECT_THAT(Told(), ElementsAre(Pair("2027-04-07", "confirmed"), Pair("2027-06-28", "dropped"),
                                  Pair("2027-07-05", "dropped")));
}

TEST_F(DecidedTest, AnotherDecisionAloneIsAnEdition) {
  publications_.Publish({spring_}, kFirst);
  publications_.Decide(Decided("2027-01-01", "2027-12-31"));
  const std::vector<Edition> editions = publications_.Publish({spring_}, kSecond);
  ASSERT_EQ(editions.size(), 1U);
  EXPECT_EQ(editions[0].adoptions, Decided("2027-01-01", "2027-12-31"));
  EXPECT_EQ(editions[0].events, publications_.LatestOf("ks").events);
  EXPECT_EQ(editions[0].events[0].modified[0], At(kFirst)) << "readers see no change";
}

// A report on its way from the committee through the board to the council.
class QuotedTest : public testing::Test {
 protected:
  QuotedTest() {
    route_ = {{.hop = 0,
               .name = Text("Socialnämnden"),
               .body = "son",
               .meeting = son_.id,
               .day = son_.day},
              {.hop = 1,
               .name = Text("Kommunstyrelsen"),
               .body = "ks",
               .meeting = ks_.id,
               .day = ks_.day}};
  }
  std::vector<Item> Items() const {
    Item hop;
    hop.id = "ekeby.budget.2027.son.1";
    hop.kind = ItemKind::kHop;
    hop.body = "son";
    hop.origin = "budget";
    hop.day = On("2027-03-01");
    hop.title = Text("Budget");
    hop.parent = son_.id;
    hop.route = std::make_shared<const Route>(route_);
    hop.levels = kOfficials;
    return {son_, ks_, hop};
  }
  std::vector<std::string> Quoted(std::vector<std::string> bodies,
                                  const char* from = "2026-11-23") {
    return QuotedOf(
        PlanOf(Items()), publications_.latest(),
        {.bodies = std::move(bodies), .until = On("2027-12-31"), .now = At(kSecond), .note = {}},
        On(from));
  }
  Item son_ = Meeting("son", "2027-03-10", "13:30");
  Item ks_ = Meeting("ks", "2027-04-07", "13:30");
  Route route_;
  Publications publications_{Ekeby()};
};

TEST_F(QuotedTest, TellsWhichOtherBodiesShouldBePublishedToo) {
  EXPECT_THAT(Quoted({"son"}), ElementsAre("ks")) << "never published";
  EXPECT_THAT(Quoted({"son", "ks"}), IsEmpty());
  EXPECT_THAT(Quoted({"kf"}), IsEmpty()) << "the council's edition speaks of nobody";
  publications_.Publish(Items(), kFirst);
  EXPECT_THAT(Quoted({"son"}), IsEmpty()) << "its readers have the day";
  ks_.day = On("2027-04-14");
  route_[1].day = ks_.day;
  EXPECT_THAT(Quoted({"son"}), ElementsAre("ks")) << "moved since";
  EXPECT_THAT(Quoted({"son"}, "2027-04-15"), IsEmpty()) << "been";
}

TEST_F(QuotedTest, AWithheldDayIsNotQuoted) {
  publications_.TellUndecided(Undecided::kWithheld);
  publications_.Publish(Items(), kFirst, "2027-03-31");
  const Event hop = publications_.Find("ekeby.budget.2027.son.1@ekeby.example");
  EXPECT_EQ(hop.description.sv.find("7 apr"), std::string::npos) << hop.description.sv;
  EXPECT_NE(hop.description.sv.find("10 mars"), std::string::npos) << hop.description.sv;
}

}  // namespace
}  // namespace rytm
