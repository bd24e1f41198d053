// Links to private calendars: who may make which, and how many.
#include "app/feed_links.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class FeedLinksTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    people_.emplace(*database_, clock_, randomness_);
    links_.emplace(*database_, clock_, randomness_);
    anna_ = Saved("Anna", {{.body = "ks", .from = *ParseDay("2026-10-15")}});
    bo_ = Saved("Bo", {{.body = "ks", .from = *ParseDay("2026-10-15")},
                       {.body = "kf", .from = *ParseDay("2026-10-15")}});
  }
  std::string Saved(const std::string& name, std::vector<Assignment> assignments) {
    return people_
        ->Save(CommandLine(), {.id = "", .name = name, .assignments = std::move(assignments)})
        .value()
        .id;
  }
  static Actor Secretary(const std::string& body) {
    return {.person = "p-s", .via = "web", .grants = {{Role::kSecretary, body}}};
  }
  static NewFeedLink Of(const std::string& person, const std::string& name = "telefon") {
    return {.name = name, .choice = {.person = person}};
  }
  static NewFeedLink OfRole(std::vector<std::string> bodies) {
    return {.name = "tjänstepersoner",
            .choice = {
                .kind = FeedKind::kRole, .bodies = std::move(bodies), .level = Level::kOfficial}};
  }
  static std::vector<std::string> Names(const Result<std::vector<FeedLink>>& links) {
    std::vector<std::string> names;
    for (const FeedLink& link : links.value()) names.push_back(link.name);
    return names;
  }

  std::optional<People> people_;
  std::optional<FeedLinks> links_;
  std::string anna_;
  std::string bo_;
};

TEST_F(FeedLinksTest, WhoMakesALinkCanReadByIt) {
  EXPECT_TRUE(links_->Make(Secretary("ks"), Of(anna_)).ok());
  EXPECT_EQ(CodeOf(links_->Make(Secretary("ks"), Of(bo_))), ErrorCode::kRefused)
      << "it shows the council too";
  EXPECT_EQ(CodeOf(links_->Make(Secretary("kf"), Of(anna_))), ErrorCode::kNotFound);
  EXPECT_TRUE(links_->Make(CommandLine(), Of(bo_)).ok());
  EXPECT_TRUE(links_->Make(Secretary("ks"), OfRole({"ks"})).ok());
  EXPECT_EQ(CodeOf(links_->Make(Secretary("ks"), OfRole({"ks", "kf"}))), ErrorCode::kRefused);
  const Actor reader{.person = "p-r", .via = "web", .grants = {{Role::kReader, ""}}};
  EXPECT_EQ(CodeOf(links_->Make(reader, OfRole({"ks"}))), ErrorCode::kRefused);
  EXPECT_EQ(CodeOf(links_->Make(reader, OfRole({}))), ErrorCode::kRefused);
  EXPECT_THAT(Names(links_->Of(Secretary("kf"), bo_)), ElementsAre("telefon"));
  EXPECT_EQ(CodeOf(links_->Of(Secretary("kf"), anna_)), ErrorCode::kNotFound);
  EXPECT_THAT(Names(links_->Of(Secretary("ks"), "")), ElementsAre("tjänstepersoner"));
  EXPECT_THAT(Names(links_->Of(Secretary("kf"), "")), IsEmpty());
}

TEST_F(FeedLinksTest, ATokenIsShownOnceAndNowhereKept) {
  const MadeFeedLink made = links_->Make(CommandLine(), Of(anna_)).value();
  EXPECT_THAT(made.token.bytes(), SizeIs(43));
  EXPECT_EQ(FeedPathOf(made.token), "/feed/" + std::string(made.token.bytes()) + ".ics");
  const std::vector<HashedFeedLink> all = database_->feed_links().All().value();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].link, made.link);
  EXPECT_EQ(all[0].token_hash, HashOf(made.token.bytes()));
  EXPECT_THAT(Logged(), ElementsAre("person-added", "person-added", "feed-made"));
}

TEST_F(FeedLinksTest, ThePersonThemselfMakesListsAndRevokes) {
  const MadeFeedLink made = links_->MakeOwn(anna_, Of(bo_, "dator")).value();
  EXPECT_EQ(made.link.choice.person, anna_) << "whatever was asked";
  EXPECT_THAT(Names(links_->Own(anna_)), ElementsAre("dator"));
  EXPECT_EQ(CodeOf(links_->RevokeOwn(bo_, made.link.id)), ErrorCode::kNotFound);
  EXPECT_TRUE(links_->RevokeOwn(anna_, made.link.id).ok());
  EXPECT_EQ(CodeOf(links_->RevokeOwn(anna_, made.link.id)), ErrorCode::kNotFound);
  EXPECT_THAT(Names(links_->Own(anna_)), IsEmpty());
  EXPECT_EQ(CodeOf(links_->MakeOwn("p-finnsinte", Of(""))), ErrorCode::kNotFound);
}

TEST_F(FeedLinksTest, TenAtMostAreInForce) {
  std::string first;
  for (std::size_t i = 0; i < kFeedLinksMax; ++i) {
    const Result<MadeFeedLink> made = links_->MakeOwn(anna_, Of(""));
    ASSERT_TRUE(made.ok());
    if (i == 0) first = made.value().link.id;
  }
  EXPECT_EQ(CodeOf(links_->MakeOwn(anna_, Of(""))), ErrorCode::kTooLarge);
  ASSERT_TRUE(links_->Revoke(Secretary("ks"), first).ok());
  EXPECT_TRUE(links_->MakeOwn(anna_, Of("")).ok());
}

TEST_F(FeedLinksTest, EverythingWrongIsToldAtOnce) {
  NewFeedLink wrong{.name = " ",
                    .choice = {.kind = FeedKind::kCustom,
                               .alarm = kFeedAlarmMax + Minutes{1},
                               .months_back = kFeedMonthsBack + 1}};
  const Result<MadeFeedLink> refused = links_->Make(CommandLine(), wrong);
  std::vector<std::string> pointers;
  for (const Problem& problem : refused.error().problems) pointers.push_back(problem.pointer);
  EXPECT_THAT(pointers, ElementsAre("/name", "/bodies", "/alarm", "/months-back"));
}

TEST_F(FeedLinksTest, AnErasedPersonsLinksEnd) {
  ASSERT_TRUE(links_->Make(CommandLine(), Of(anna_)).ok());
  ASSERT_TRUE(people_->Erase(CommandLine(), anna_).ok());
  const FeedLink link = database_->feed_links().All().value().front().link;
  EXPECT_EQ(link.revoked, clock_.now);
  EXPECT_EQ(link.name, "");
}

TEST_F(FeedLinksTest, WhoFetchedIsKnownByItsFamilyAlone) {
  struct Agent {
    const char* said;
    FeedClient client;
  };
  for (const Agent& agent : std::initializer_list<Agent>{
           {"Microsoft Office/16.0 (Microsoft Outlook 16.0)", FeedClient::kOutlook},
           {"Google-Calendar-Importer", FeedClient::kGoogle},
           {"iOS/18.0 (22A3354) dataaccessd/1.0", FeedClient::kApple},
           {"macOS/15.0 (24A335) CalendarAgent/1", FeedClient::kApple},
           {"Mozilla/5.0 (X11; Linux) Gecko/20100101 Thunderbird/128.0", FeedClient::kThunderbird},
           {"curl/8.0", FeedClient::kOther},
           {"", FeedClient::kOther}})
    EXPECT_EQ(ClientOf(agent.said), agent.client) << agent.said;
  const MadeFeedLink made = links_->Make(CommandLine(), Of(anna_)).value();
  const FeedFetch fetch{clock_.now + std::chrono::hours{1}, FeedClient::kApple};
  ASSERT_TRUE(database_->feed_links().NoteFetches({{made.link.id, fetch}, {"f-gone", fetch}}).ok());
  const FeedLink link = links_->Find(CommandLine(), made.link.id).value();
  EXPECT_EQ(link.fetched, fetch);
  EXPECT_TRUE(IsFetched(link, fetch.at + kNotFetchedFor - std::chrono::seconds{1}));
  EXPECT_FALSE(IsFetched(link, fetch.at + kNotFetchedFor));
}

}  // namespace
}  // namespace rytm
