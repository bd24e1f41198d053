// From a rule file to feeds and back again, on a real data folder with the demo municipality.
#include "app/publish.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/catalog_keeper.h"
#include "app/data_folder.h"
#include "app/import.h"
#include "app/rules.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

struct FixedClock final : Clock {
  Instant Now() const override { return now; }
  Instant now = *ParseInstant("2026-11-23T14:02:00Z");
};

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A small municipality: council on last Mondays, board two weeks before, a party group nobody
// outside sees.
std::string Rules(const std::string& council_more = "", const std::string& host = "alby.example") {
  return R"({
    "organisation": {"id": "alby", "name": {"sv": "Alby kommun"}, "host": ")" +
         host + R"(", "zone": "Europe/Stockholm"},
    "window": {"from": "2027-01-01", "until": "2027-12-31"},
    "bodies": [
      {"id": "kf", "kind": "council", "name": {"sv": "Kommunfullmäktige", "en": "Municipal Council"}, "short": "KF",
       "series": [{"id": "meeting", "when": {"rrule": "FREQ=MONTHLY;BYDAY=-1MO;BYMONTH=1,2,3,4,5,9,10,11"},
                   "at": "18:30", "lasts": "PT3H", "open": "public")" +
         council_more + R"(}]},
      {"id": "ks", "kind": "executive-board", "name": {"sv": "Kommunstyrelsen", "en": "Executive Board"}, "short": "KS",
       "series": [{"id": "meeting", "when": {"from": "kf/meeting", "weeks": -2, "weekday": "WE"},
                   "at": "13:30", "lasts": "PT3H"}]},
      {"id": "grupp", "kind": "party-group", "name": {"sv": "Provgruppen"}, "short": "PG",
       "series": [{"id": "meeting", "when": {"from": "kf/meeting", "days": -1}, "at": "18:00", "lasts": "PT2H"}]}
    ]
  })";
}

// The rules with one more body, or one more key of the organisation.
std::string With(std::string rules, const std::string& more, std::string_view after) {
  return rules.insert(rules.find(after) + after.size(), more);
}
constexpr std::string_view kInBodies = R"("bodies": [)";
constexpr std::string_view kInOrganisation = R"("organisation": {)";

class PublishTest : public testing::Test {
 protected:
  void Init(const std::string& rules = Rules()) {
    Result<std::unique_ptr<Database>> database = MakeDataFolder(folder_.string());
    ASSERT_TRUE(database.ok());
    database_ = std::move(database).value();
    store_ = &database_->store();
    const Result<ImportReport> report = ImportFirst(*database_, "alby.json", rules, clock_.now);
    ASSERT_TRUE(report.ok()) << report.error().message.sv
                             << (report.error().problems.empty()
                                     ? ""
                                     : report.error().problems[0].what.sv);
  }
  Result<Publication> PublishAt(const PublishRequest& request) {
    const Result<Planned> planned = LoadPlanned(*database_, clock_.now);
    if (!planned.ok()) return planned.error();
    return Publish(*database_, planned.value(), request, clock_.now);
  }
  Publication PublishAll() { return PublishOnly({}); }
  Publication PublishOnly(std::vector<std::string> bodies) {
    PublishRequest request = Request();
    request.bodies = std::move(bodies);
    const Result<Publication> publication = PublishAt(request);
    EXPECT_TRUE(publication.ok()) << publication.error().message.sv;
    return publication.ok() ? publication.value() : Publication();
  }
  // A day later other rules come in force.
  void ImportNextDay(const std::string& rules) {
    clock_.now += std::chrono::hours{24};
    const Result<ImportReport> report = Import(*database_, "alby.json", rules, false, clock_.now);
    ASSERT_TRUE(report.ok()) << report.error().message.sv;
  }
  static PublishRequest Request() {
    return {.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}};
  }
  const StoredFeed* FeedAt(const std::string& path) {
    feeds_ = store_->Feeds().value();
    const auto feed = std::find_if(feeds_.begin(), feeds_.end(),
                                   [&](const StoredFeed& f) { return f.path == path; });
    return feed == feeds_.end() ? nullptr : &*feed;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  std::unique_ptr<Database> database_;
  Store* store_ = nullptr;  // of database_
  std::vector<StoredFeed> feeds_;
};

TEST_F(PublishTest, ListedBodiesGetAFeedAndOthersNone) {
  Init();
  const Publication publication = PublishAll();
  EXPECT_EQ(3U, publication.bodies.size());
  ASSERT_NE(nullptr, FeedAt("/feeds/alby/kf.ics"));
  EXPECT_NE(nullptr, FeedAt("/feeds/alby/ks.ics"));
  EXPECT_NE(nullptr, FeedAt("/feeds/alby/all.ics"));
  EXPECT_EQ(nullptr, FeedAt("/feeds/alby/grupp.ics"));
  for (const StoredFeed& feed : feeds_)
    EXPECT_EQ(std::string::npos, feed.body.find("Provgruppen")) << feed.path;
}

TEST_F(PublishTest, PublishingAgainWithoutAChangeStoresNothing) {
  Init();
  const Revision first = PublishAll().revision;
  clock_.now += std::chrono::hours{24};
  const Publication again = PublishAll();
  EXPECT_TRUE(again.bodies.empty());
  EXPECT_EQ(first, again.revision);
}

TEST_F(PublishTest, AChangeOfOneBodyLeavesTheBytesOfTheOthers) {
  Init();
  PublishAll();
  const StoredFeed board = *FeedAt("/feeds/alby/ks.ics");
  const StoredFeed council = *FeedAt("/feeds/alby/kf.ics");
  ImportNextDay(Rules(R"(, "webcast": true)"));
  const Publication publication = PublishAll();
  ASSERT_EQ(1U, publication.bodies.size());
  EXPECT_EQ("kf", publication.bodies[0].body);
  EXPECT_EQ(2, publication.bodies[0].number);
  EXPECT_EQ(board.body, FeedAt("/feeds/alby/ks.ics")->body);
  EXPECT_EQ(board.etag, FeedAt("/feeds/alby/ks.ics")->etag);
  EXPECT_NE(council.etag, FeedAt("/feeds/alby/kf.ics")->etag);
  EXPECT_EQ(clock_.now, FeedAt("/feeds/alby/kf.ics")->last_modified);
}

TEST_F(PublishTest, AMovedCouncilMovesTheBoardWithTheSameUids) {
  Init();
  PublishAll();
  const std::string moved =
      R"(, "exceptions": [{"on": "2027-04-26", "move": {"day": "2027-05-03"}, "reason": {"sv": "Valborgsveckan"}}])";
  ImportNextDay(Rules(moved));
  const Publication publication = PublishAll();
  ASSERT_FALSE(publication.bodies.empty());
  const auto council = std::find_if(publication.bodies.begin(), publication.bodies.end(),
                                    [](const PublishedBody& b) { return b.body == "kf"; });
  ASSERT_NE(publication.bodies.end(), council);
  ASSERT_EQ(1U, council->differences.size());
  EXPECT_EQ(Difference::Kind::kMoved, council->differences[0].kind);
  EXPECT_EQ("alby.kf.meeting.2027-04-26@alby.example", council->differences[0].uid);
  EXPECT_EQ(1, council->differences[0].after->sequence);
  EXPECT_EQ(MakeDay(2027, 5, 3), council->differences[0].after->day);
}

TEST_F(PublishTest, WhatOthersPublishLeavesAnEmptyFeed) {
  const std::string empty =
      R"({"id": "bun", "kind": "committee", "name": {"sv": "Barnnämnden"}}, )";
  Init(With(Rules(), empty, kInBodies));
  const auto others_publish = [&](const std::string& place) {
    ImportNextDay(
        With(Rules(R"(, "link": "https://video.example/)" + place + "\""), empty, kInBodies));
    EXPECT_EQ(1U, PublishOnly({"kf"}).bodies.size());
    return FeedAt("/feeds/alby/bun.ics")->body;
  };
  const std::string before_its_first = others_publish("1");
  EXPECT_EQ(before_its_first, others_publish("2"));
  PublishOnly({"bun"});
  const std::string published = FeedAt("/feeds/alby/bun.ics")->body;
  EXPECT_NE(std::string::npos, published.find("DTSTAMP:20261125T140200Z\r\n"));
  EXPECT_EQ(published, others_publish("3"));
}

TEST_F(PublishTest, ABodyNoLongerListedLeavesNothingPublic) {
  Init();
  PublishAll();
  std::string rules = Rules();
  const std::string_view name = R"("short": "KS",)";
  ImportNextDay(With(rules, R"("listed": false,)", name));
  PublishOnly({"kf"});
  for (const char* feed : {"/feeds/alby/ks.ics", "/feeds/alby/all.ics"})
    EXPECT_EQ(std::string::npos, FeedAt(feed)->body.find("Kommunstyrelsen")) << feed;
  clock_.now += std::chrono::hours{24};
  PublishAll();
  EXPECT_TRUE(PublishAll().feeds.empty());
}

TEST_F(PublishTest, OnlyThePublicReasonIsPublic) {
  Init(Rules(R"(, "exceptions": [
      {"on": "2027-02-22", "cancel": true, "reason": "Tvist", "public-reason": {"sv": "Få ärenden"}},
      {"on": "2027-04-26", "at": "17:00", "reason": "Ordförandens önskan", "public-reason": "Buss 14"},
      {"on": "2027-09-27", "move": {"day": "2027-09-28"}, "reason": "Hemligt"}])"));
  PublishAll();
  for (const char* path : {"/feeds/alby/kf.ics", "/feeds/alby/all.ics"}) {
    const std::string feed = FeedAt(path)->body;
    for (const char* hidden : {"Tvist", "Ordförandens", "Hemligt"})
      EXPECT_EQ(std::string::npos, feed.find(hidden)) << path << hidden;
    for (const char* shown : {"Skäl: Få ärenden", "Skäl: Buss 14"})
      EXPECT_NE(std::string::npos, feed.find(shown)) << path << shown;
  }
}

TEST_F(PublishTest, EventsLinkToTheirPlaceOnceThePublicAddressIsKnown) {
  Init();
  PublishAll();
  EXPECT_EQ(std::string::npos, FeedAt("/feeds/alby/kf.ics")->body.find("\r\nURL"));
  ImportNextDay(With(Rules(), R"("address": "https://moten.alby.example",)", kInOrganisation));
  const Publication publication = PublishAll();
  EXPECT_TRUE(publication.bodies.empty());
  EXPECT_EQ(3U, publication.feeds.size());
  for (const char* path : {"/feeds/alby/kf.ics", "/feeds/alby/all.ics"})
    EXPECT_NE(std::string::npos,
              FeedAt(path)->body.find(
                  "\r\nURL:https://moten.alby.example/alby/kf#alby.kf.meeting.2027-01-25\r\n"))
        << path;
}

// The council decides the annual report; the board has it before, and meets after its committee.
std::string RulesOfReport(const std::string& council_more = "") {
  std::string rules = With(Rules(council_more), R"(
      {"id": "ksau", "kind": "subcommittee", "of": "ks", "name": {"sv": "Arbetsutskottet"},
       "series": [{"id": "meeting", "when": {"from": "ks/meeting", "days": -7}, "at": "09:00", "lasts": "PT2H"}]},)",
                           kInBodies);
  rules = With(rules, R"( "chain": "board",)",
               R"("when": {"from": "kf/meeting", "weeks": -2, "weekday": "WE"},)");
  return With(rules, R"(
    "chains": {"board": [{"id": "au", "name": "Beredning", "meeting-of": "ksau", "before-days": 5},
                         {"id": "notice", "name": "Kallelse", "from": "au", "days": 1}]},
    "reports": [{"id": "annual-report", "name": {"sv": "Årsredovisning"}, "period": "year",
                 "ready": {"days": 45}, "route": [{"body": "ks"}, {"body": "kf", "by": {"day": "--04-30"}}]}],)",
              R"("window": {"from": "2027-01-01", "until": "2027-12-31"},)");
}

class QuotedDateTest : public PublishTest {
 protected:
  // What the board's readers are told of the report's way.
  std::string Way() {
    std::string all;
    const std::vector<Edition> editions = store_->LatestEditions().value();
    for (const Edition& edition : editions)
      if (edition.body == "ks")
        for (const Event& event : edition.events) {
          all += event.description.sv + event.public_description.sv;
          if (event.kind == EventKind::kHop) way_ = event.description.sv;
        }
    EXPECT_EQ(std::string::npos, all.find("ons 7 april")) << "when the committee meets";
    return way_.substr(way_.find("Väg: "));
  }
  std::string way_;
};

TEST_F(QuotedDateTest, IsTheOneItsOwnBodyPublished) {
  Init(RulesOfReport());
  PublishOnly({"ks"});
  EXPECT_EQ("Väg: Kommunstyrelsen ons 14 april 2027 → Kommunfullmäktige", Way());
  PublishOnly({"kf"});
  PublishOnly({"ks"});
  EXPECT_EQ("Väg: Kommunstyrelsen ons 14 april 2027 → Kommunfullmäktige mån 26 april 2027", Way());

  ImportNextDay(RulesOfReport(
      R"(, "exceptions": [{"on": "2027-04-26", "move": {"day": "2027-04-27"}, "reason": "Val"}])"));
  PublishOnly({"ks"});
  EXPECT_EQ("Väg: Kommunstyrelsen ons 14 april 2027 → Kommunfullmäktige mån 26 april 2027", Way())
      << "the council's move is a draft yet";
  PublishOnly({"kf", "ks"});
  EXPECT_EQ("Väg: Kommunstyrelsen ons 14 april 2027 → Kommunfullmäktige tis 27 april 2027", Way());
}

TEST_F(PublishTest, WhatCannotBePublishedIsRefused) {
  Init();
  const auto refusal = [&](PublishRequest request) {
    const Result<Publication> publication = PublishAt(request);
    EXPECT_FALSE(publication.ok());
    return publication.ok() ? ErrorCode::kConflict : publication.error().code;
  };
  EXPECT_EQ(ErrorCode::kNotFound,
            refusal({.bodies = {"finns-inte"}, .until = MakeDay(2027, 12, 31), .note = {}}));
  EXPECT_EQ(ErrorCode::kBadInput,
            refusal({.bodies = {}, .until = MakeDay(2031, 1, 1), .note = {}}));
  EXPECT_TRUE(store_->LatestEditions().value().empty());
}

TEST_F(PublishTest, AnotherOrganisationOrHostIsNotLetIn) {
  Init();
  const Result<ImportReport> report =
      Import(*database_, "alby.json", Rules("", "annan.example"), false, clock_.now);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(ErrorCode::kConflict, report.error().code);
  EXPECT_EQ("/organisation/host", report.error().problems.at(0).pointer);
}

TEST_F(PublishTest, APreviewSaysWhatFollowsAndStoresNothing) {
  Init();
  const Revision before = store_->Newest().value().any;
  const std::string cancelled =
      R"(, "exceptions": [{"on": "2027-04-26", "cancel": true, "reason": {"sv": "Få ärenden"}}])";
  const Result<ImportReport> report =
      Import(*database_, "alby.json", Rules(cancelled), true, clock_.now);
  ASSERT_TRUE(report.ok());
  EXPECT_FALSE(report.value().batch);
  const std::vector<ItemChange>& changes = report.value().what_if.items;
  const auto council = std::find_if(changes.begin(), changes.end(), [](const ItemChange& change) {
    return change.item().id == "alby.kf.meeting.2027-04-26";
  });
  ASSERT_NE(changes.end(), council);
  EXPECT_EQ(ItemChange::Kind::kCancelled, council->kind);
  EXPECT_TRUE(std::any_of(report.value().plan.findings.begin(), report.value().plan.findings.end(),
                          [](const Finding& f) { return f.check == "base-cancelled"; }));
  EXPECT_EQ(before, store_->Newest().value().any);
}

// KL 5:13: a council meeting needs a week's notice, unless people have been told of it already.
TEST_F(PublishTest, AnImportTellsOfACouncilMeetingThatCannotBeGivenNoticeOf) {
  Init();
  const std::string added =
      Rules(R"(, "exceptions": [{"add": "2027-01-11", "reason": {"sv": "Brådskande"}}])");
  const auto told = [&] {
    const Result<ImportReport> report = Import(*database_, "alby.json", added, true, clock_.now);
    if (!report.ok()) return false;
    const std::vector<Finding>& findings = report.value().plan.findings;
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.check == "council-notice-passed"; });
  };
  clock_.now = *ParseInstant("2027-01-04T08:00:00Z");
  EXPECT_FALSE(told());
  clock_.now = *ParseInstant("2027-01-05T08:00:00Z");
  EXPECT_TRUE(told());
  clock_.now = *ParseInstant("2027-01-04T08:00:00Z");
  ASSERT_TRUE(Import(*database_, "alby.json", added, false, clock_.now).ok());
  PublishAll();
  clock_.now = *ParseInstant("2027-01-05T08:00:00Z");
  EXPECT_FALSE(told());
}

TEST_F(PublishTest, AnImportThatDoesNotReadLeavesTheRulesInForce) {
  Init();
  EXPECT_FALSE(
      Import(*database_, "alby.json", R"({"organisation": {"id": "alby"}})", false, clock_.now)
          .ok());
  EXPECT_EQ(Rules(), ImportedFile(*store_->Rules().value()));
}

TEST_F(PublishTest, TheKeeperSeesWhatAnotherProcessPublishes) {
  Init();
  const Result<std::unique_ptr<CatalogKeeper>> keeper =
      CatalogKeeper::Open(folder_.string(), clock_);
  ASSERT_TRUE(keeper.ok());
  const std::shared_ptr<const Catalog> before = keeper.value()->Current();
  EXPECT_TRUE(before->feeds.empty());
  EXPECT_FALSE(keeper.value()->Refresh().value()) << "nothing new yet";
  PublishAll();
  EXPECT_TRUE(keeper.value()->Refresh().value());
  const std::shared_ptr<const Catalog> after = keeper.value()->Current();
  EXPECT_TRUE(before->feeds.empty()) << "a catalog never changes under its reader";
  ASSERT_TRUE(after->feeds.contains("/feeds/alby/kf.ics"));
  EXPECT_EQ(MakeDay(2026, 11, 23), keeper.value()->Today());
  clock_.now = *ParseInstant("2026-11-23T23:30:00Z");
  EXPECT_EQ(MakeDay(2026, 11, 24), keeper.value()->Today()) << "half past midnight in Sweden";
}

// H1, H2, H5, H7, H8, H12-H14, H16: nothing else stands there, no cookie and no encoding either.
TEST_F(PublishTest, TheAnswerOfAFeedIsWholeBeforeAnybodyAsks) {
  Init();
  PublishAll();
  const StoredFeed stored = *FeedAt("/feeds/alby/kf.ics");
  const auto keeper = CatalogKeeper::Open(folder_.string(), clock_);
  ASSERT_TRUE(keeper.ok());
  const ServedFeed feed = keeper.value()->Current()->feeds.at("/feeds/alby/kf.ics");
  const std::string tag_and_time = "ETag: " + stored.etag +
                                   "\r\nLast-Modified: Mon, 23 Nov 2026 14:02:00 GMT\r\n"
                                   "Cache-Control: public, max-age=300\r\n";
  EXPECT_EQ("Content-Type: text/calendar; charset=utf-8\r\nContent-Length: " +
                std::to_string(stored.body.size()) +
                "\r\nContent-Disposition: inline; filename=\"kf.ics\"\r\n" + tag_and_time +
                "Accept-Ranges: none\r\nX-Robots-Tag: noindex, nofollow\r\n"
                "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\r\n" +
                stored.body,
            feed.answer);
  EXPECT_EQ(tag_and_time + "\r\n", feed.not_modified);
  EXPECT_EQ(stored.body, feed.answer.substr(feed.head_bytes));
}

// H4: calendars must not forget us for our trouble.
TEST_F(PublishTest, ADamagedDatabaseLeavesTheLastGoodFeeds) {
  Init();
  PublishAll();
  const auto keeper = CatalogKeeper::Open(folder_.string(), clock_);
  ASSERT_TRUE(keeper.ok());
  const std::shared_ptr<const Catalog> good = keeper.value()->Current();
  ImportNextDay(Rules(R"(, "webcast": true)"));
  for (const auto& file : fs::directory_iterator(folder_.path()))
    if (!file.path().string().ends_with("-shm"))
      std::ofstream(file.path(), std::ios::binary | std::ios::in) << std::string(1 << 20, '?');
  EXPECT_FALSE(keeper.value()->Refresh().ok());
  EXPECT_EQ(good, keeper.value()->Current());
}

// A clock that stands still, or is set back, makes no publication look older (E3, H5).
TEST_F(PublishTest, EveryChangeIsANewTagAndNoTimeGoesBack) {
  Init();
  PublishAll();
  Instant modified = FeedAt("/feeds/alby/kf.ics")->last_modified;
  std::set<std::string> tags = {FeedAt("/feeds/alby/kf.ics")->etag};
  const auto move = [](const std::string& to) {
    return Rules(R"(, "exceptions": [{"on": "2027-04-26", "move": {"day": ")" + to +
                 R"("}, "reason": "Val"}])");
  };
  for (const auto& [rules, later] :
       {std::pair{move("2027-04-27"), 0}, {move("2027-04-28"), 0}, {Rules(), -3600}}) {
    clock_.now += std::chrono::seconds{later};
    ASSERT_TRUE(Import(*database_, "alby.json", rules, false, clock_.now).ok());
    PublishAll();
    EXPECT_TRUE(tags.insert(FeedAt("/feeds/alby/kf.ics")->etag).second);
    EXPECT_LE(modified, FeedAt("/feeds/alby/kf.ics")->last_modified);
    modified = FeedAt("/feeds/alby/kf.ics")->last_modified;
  }
  const std::string feed = FeedAt("/feeds/alby/kf.ics")->body;
  const std::string event = feed.substr(feed.find("UID:alby.kf.meeting.2027-04-26"));
  EXPECT_TRUE(event.find("SEQUENCE:3\r\n") < event.find("END:VEVENT")) << "moved three times";
  EXPECT_TRUE(event.find("DTSTAMP:20261123T140200Z\r\n") < event.find("END:VEVENT"));
}

TEST_F(PublishTest, TheWholeDemoIsPublishedAndReadBack) {
  Init(ReadFile(fs::path(RYTM_SOURCE_DIR) / "calendar/demo/organisation.json"));
  const Result<Publication> publication =
      PublishAt({.bodies = {}, .until = MakeDay(2030, 12, 31), .note = {}});
  ASSERT_TRUE(publication.ok()) << publication.error().message.sv;
  EXPECT_GE(publication.value().bodies.size(), 10U);
  std::size_t events = 0;
  const std::vector<Edition> editions = store_->LatestEditions().value();
  for (const Edition& edition : editions) events += edition.events.size();
  EXPECT_GE(events, 1000U);
  clock_.now += std::chrono::hours{1};
  const Result<Publication> again =
      PublishAt({.bodies = {}, .until = MakeDay(2030, 12, 31), .note = {}});
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again.value().bodies.empty())
      << "what the store gives back equals what was published";
}

}  // namespace
}  // namespace rytm
