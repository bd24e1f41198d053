// Private feeds over HTTP (feed profile H, as for the public ones), and what never shows in one, or
// on a page, of lesser rights.
#include "tests/app/private_feeds_test.h"

#include <gmock/gmock.h>

#include "app/feed_cache.h"
#include "tests/server/ask_router.h"

namespace rytm {
namespace {

using Method = HttpRequest::Method;
using testing::HasSubstr;
using testing::Not;

class PrivateFeedsOverHttp : public PrivateFeedsTest {
 protected:
  // Everything built anew, as the server has it after a refresh.
  void Refresh() { feeds_ = Build(feeds_.get()); }

  HttpAnswer Ask(HttpRequest request) {
    return AskRouter(request, {source_.catalog, feeds_, &cache_, source_.now, source_.today});
  }
  HttpAnswer Get(std::string_view target) {
    HttpRequest request;
    request.target = target;
    return Ask(request);
  }

  std::shared_ptr<const PrivateFeeds> feeds_;
  FeedCache cache_{1 << 20};
};

TEST_F(PrivateFeedsOverHttp, AreFoundByTheirTokenAlone) {
  Publish({Meeting("son", "2027-02-03", "13:30")});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("token", {.person = "p-1"});
  Link("gone", {.person = "p-1"}).revoked = At("2026-01-01T00:00:00Z");
  Refresh();
  struct Row {
    std::string_view target;
    int status;
  };
  for (const Row& row :
       {Row{"/feed/token.ics", 200}, Row{"/feed/token.ics?fbclid=1", 200},
        Row{"/feed/gone.ics", 410}, Row{"/feed/Token.ics", 404}, Row{"/feed/toke.ics", 404},
        Row{"/feed/token", 404}, Row{"/feed/token.ICS", 404}, Row{"/feed/token.ics/", 404},
        Row{"/feed/.ics", 404}, Row{"/feed/", 404}, Row{"/feed/x/token.ics", 404},
        Row{"/feed/%74oken.ics", 404}})
    EXPECT_EQ(row.status, Get(row.target).status) << row.target;
  EXPECT_EQ(Get("/feed/a.ics").body, Get("/feed/b.ics").body);
  EXPECT_EQ(Get("/feed/a.ics").fields, Get("/feed/b.ics").fields);
  EXPECT_THAT(std::string(Get("/feed/token.ics").stored), Not(HasSubstr("token")));
}

TEST_F(PrivateFeedsOverHttp, AreAnsweredAsAnyFeed) {
  Publish({Meeting("son", "2027-02-03", "13:30")});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("t", {.person = "p-1"});
  Refresh();
  const std::string whole(Get("/feed/t.ics").stored);
  EXPECT_TRUE(whole.starts_with("Content-Type: text/calendar; charset=utf-8\r\nContent-Length: "));
  for (const char* field : {"Cache-Control: private, max-age=300\r\n", "ETag: \"",
                            "Last-Modified: ", "filename=\"kalender.ics\"", "Referrer-Policy: "})
    EXPECT_THAT(whole, HasSubstr(field));
  const std::string etag = feeds_->Find("t")->etag();
  HttpRequest request;
  request.target = "/feed/t.ics";
  request.if_none_match = etag;
  const HttpAnswer not_modified = Ask(request);
  EXPECT_EQ(not_modified.status, 304);
  EXPECT_EQ(not_modified.stored,
            NotModifiedFields(etag, feeds_->Find("t")->last_modified(), "private"));
  request.if_none_match = {};
  request.method = Method::kHead;
  const HttpAnswer head = Ask(request);
  EXPECT_EQ(head.stored, whole.substr(0, whole.find("\r\n\r\n") + 4));
  request.method = Method::kOther;
  EXPECT_EQ(Ask(request).status, 405);
  request.method = Method::kOptions;
  EXPECT_EQ(Ask(request).status, 204);
}

TEST_F(PrivateFeedsOverHttp, OnlyWhoGetsThemHasFetchedThem) {
  Publish({Meeting("son", "2027-02-03", "13:30")});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("t", {.person = "p-1"});
  Refresh();
  HttpRequest request;
  request.target = "/feed/t.ics";
  request.user_agent = "iOS/18.0 dataaccessd/1.0";
  request.method = Method::kHead;
  Ask(request);
  EXPECT_THAT(feeds_->TakeFetches(), testing::IsEmpty());
  request.method = Method::kGet;
  Ask(request);
  const std::vector<FeedLinkStore::Noted> noted = feeds_->TakeFetches();
  ASSERT_EQ(noted.size(), 1U);
  EXPECT_EQ(noted[0].fetch, (FeedFetch{source_.now, FeedClient::kApple}));
}

TEST_F(PrivateFeedsOverHttp, ServeWhatIsNewAtOnce) {
  Item meeting = Meeting("son", "2027-02-03", "13:30");
  Publish({meeting});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("t", {.person = "p-1"});
  Refresh();
  EXPECT_THAT(std::string(Get("/feed/t.ics").stored), HasSubstr("20270203T133000"));
  meeting.day = On("2027-02-10");
  Publish({meeting}, "2026-12-23T14:02:00Z");
  Refresh();
  EXPECT_THAT(std::string(Get("/feed/t.ics").stored), HasSubstr("20270210T133000"));
}

// Unique words where only some may read them, and everything that others are served.
TEST_F(PrivateFeedsOverHttp, NoCanarySingsWhereItMayNot) {
  Organisation& organisation = publications_.organisation();
  organisation.places.push_back(
      {.id = "cage", .name = Text("CANARYPLACE"), .access = Text("CANARYACCESS"), .address = {}});
  Item closed = Meeting("son", "2027-02-03", "13:30");
  closed.open = Openness::kClosed;
  closed.place = "cage";
  closed.link = "https://video.example/CANARYLINK";
  closed.description = Text("CANARYTEXT");
  Item presidium = Meeting("son-presidium", "2027-02-04", "09:00");
  presidium.title = Text("CANARYPRESIDIUM");
  presidium.levels = MeetingLevels(BodyKind::kPresidium, false);
  const Item step =
      Step(closed, "step", Text("CANARYSTEP"), "2027-01-27", SeenBy(Levels{Level::kOfficial}));
  const Item list =
      Step(closed, "list", Text("CANARYLIST"), "2027-01-28", SeenBy(Levels{Level::kSecretariat}));
  Publish({closed, presidium, step, list, Meeting("ks", "2027-02-10", "13:30")});
  Person secretary = Somebody("p-secretary", {Sits("son", Post::kSecretary)});
  secretary.name = "CANARYNAME";
  secretary.address = "canaryaddress@ekeby.example";
  source_.people = {secretary, Somebody("p-member", {Sits("son")}),
                    Somebody("p-officer", {Sits("son", Post::kCaseOfficer)}),
                    Somebody("p-auditor", {Sits("son", Post::kAuditor)}),
                    Somebody("p-other", {Sits("ks", Post::kSecretary)})};
  for (const char* who : {"secretary", "member", "officer", "auditor", "other"})
    Link(who, {.person = std::string("p-") + who});
  Link("public", {.kind = FeedKind::kRole, .bodies = {"son"}, .level = Level::kPublic});
  Refresh();

  struct Row {
    const char* served;
    std::vector<const char*> sings;
  };
  const std::vector<const char*> all{"CANARYPLACE", "CANARYACCESS",    "CANARYLINK",
                                     "CANARYTEXT",  "CANARYPRESIDIUM", "CANARYSTEP",
                                     "CANARYLIST",  "CANARYNAME",      "canaryaddress"};
  const std::vector<Row> rows{
      {"/feed/secretary.ics",
       {"CANARYPLACE", "CANARYACCESS", "CANARYLINK", "CANARYTEXT", "CANARYSTEP", "CANARYLIST"}},
      {"/feed/member.ics", {"CANARYPLACE", "CANARYACCESS", "CANARYLINK", "CANARYTEXT"}},
      {"/feed/officer.ics",
       {"CANARYPLACE", "CANARYACCESS", "CANARYLINK", "CANARYTEXT", "CANARYSTEP"}},
      {"/feed/auditor.ics", {}},
      {"/feed/other.ics", {}},
      {"/feed/public.ics", {}},
      {"/ekeby", {}},
      {"/ekeby/son", {}},
      {"/en/ekeby/son", {}},
      {"/ekeby/son-presidium", {}},
      {"/ekeby/son/ekeby.son.meeting.2027-02-03", {}}};
  for (const Row& row : rows) {
    const HttpAnswer answer = Get(row.served);
    std::string bytes = answer.fields + answer.body + std::string(answer.stored);
    for (std::size_t at = 0; (at = bytes.find("\r\n ", at)) != std::string::npos;)
      bytes.erase(at, 3);
    for (const char* canary : all) {
      const bool sings = std::find(row.sings.begin(), row.sings.end(), std::string_view(canary)) !=
                         row.sings.end();
      EXPECT_EQ(bytes.find(canary) != std::string::npos, sings) << canary << " in " << row.served;
    }
  }
}

}  // namespace
}  // namespace rytm
