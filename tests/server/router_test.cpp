// Which answer each request gets, without a socket (feed profile, H in server/router.h).
#include "server/router.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

using Method = HttpRequest::Method;

class RouterTest : public testing::Test {
 protected:
  RouterTest() {
    auto catalog = std::make_shared<Catalog>();
    catalog->organisation.id = "alby";
    catalog->organisation.name = Text("Alby kommun");
    Body council;
    council.id = "kf";
    council.listed = true;
    catalog->organisation.bodies.push_back(council);
    ServedFeed feed;
    feed.etag = "\"abc\"";
    feed.last_modified = *ParseInstant("2026-11-23T14:02:00Z");
    feed.answer = "Content-Type: text/calendar; charset=utf-8\r\n\r\n";
    feed.head_bytes = feed.answer.size();
    feed.answer += "BEGIN:VCALENDAR\r\n";
    feed.not_modified = "ETag: \"abc\"\r\n\r\n";
    catalog->feeds.emplace("/feeds/alby/kf.ics", feed);
    catalog_ = catalog;
  }

  HttpAnswer Ask(HttpRequest request) const {
    return Route(request, {.catalog = catalog_,
                           .today = MakeDay(2026, 11, 23),
                           .templates = templates_,
                           .style = "body {}",
                           .workplace = workplace_,
                           .public_url = {}});
  }
  HttpAnswer Get(std::string_view target) const {
    HttpRequest request;
    request.target = target;
    request.host = "127.0.0.1:8080";
    return Ask(request);
  }

  std::shared_ptr<const Catalog> catalog_;
  Workplace workplace_{{{"index.html", "document"},
                        {"index.html.gz", "packed document"},
                        {"workplace.js", "script"},
                        {"letters.woff2", "letters"}}};
  PageTemplates templates_{
      {"layout", "{{{content}}}"}, {"organisation", "start"}, {"body", "body"},
      {"meeting", "meeting"},      {"embedded", "embedded"},  {"subscribe", "subscribe"},
      {"missing", "missing"}};
};

TEST_F(RouterTest, AFeedIsFoundByItsPathAlone) {
  struct Row {
    std::string_view target;
    int status;
  };
  for (const Row& row :
       {Row{"/feeds/alby/kf.ics", 200}, Row{"/feeds/alby/kf.ics?x=1&fbclid=2", 200},
        Row{"http://rytm.example/feeds/alby/kf.ics", 200},
        Row{"https://x/feeds/alby/kf.ics#a", 200}, Row{"/feeds/alby/kf.ICS", 404},
        Row{"/feeds/alby/kf.ics/", 404}, Row{"/feeds//alby/kf.ics", 404},
        Row{"//feeds/alby/kf.ics", 404}, Row{"/feeds/alby/%6bf.ics", 404},
        Row{"/feeds/alby/ks.ics", 404}, Row{"/feeds/", 404}, Row{"/feeds", 404}, Row{"*", 400},
        Row{"kf.ics", 400}, Row{"", 400}, Row{"ftp://x/feeds/alby/kf.ics", 400}})
    EXPECT_EQ(row.status, Get(row.target).status) << row.target;
}

TEST_F(RouterTest, AFeedIsSentAsItIsStored) {
  const HttpAnswer answer = Get("/feeds/alby/kf.ics");
  EXPECT_EQ(catalog_->feeds.at("/feeds/alby/kf.ics").answer, answer.stored);
  EXPECT_EQ(catalog_, answer.keeps) << "a publication meanwhile must not take the bytes away";
}

TEST_F(RouterTest, HeadIsGetWithoutTheBody) {
  for (const std::string_view target :
       {"/", "/alby", "/healthz", "/robots.txt", "/style.css", "/feeds/alby/x.ics"}) {
    HttpRequest request;
    request.target = target;
    const HttpAnswer get = Ask(request);
    request.method = Method::kHead;
    const HttpAnswer head = Ask(request);
    EXPECT_EQ(get.fields, head.fields) << target;
    EXPECT_EQ(get.status, head.status) << target;
    EXPECT_FALSE(get.body.empty()) << target;
    EXPECT_TRUE(head.body.empty()) << target;
  }
  HttpRequest feed;
  feed.method = Method::kHead;
  feed.target = "/feeds/alby/kf.ics";
  EXPECT_EQ("Content-Type: text/calendar; charset=utf-8\r\n\r\n", Ask(feed).stored);
}

TEST_F(RouterTest, WhoHasTheFeedGets304) {
  HttpRequest request;
  request.target = "/feeds/alby/kf.ics";
  request.if_none_match = "\"abc\"";
  EXPECT_EQ(304, Ask(request).status);
  EXPECT_EQ("ETag: \"abc\"\r\n\r\n", Ask(request).stored);
  request.if_none_match = "\"old\"";
  EXPECT_EQ(200, Ask(request).status);
}

TEST_F(RouterTest, PagesHaveATagOfTheirBytes) {
  const HttpAnswer first = Get("/alby");
  ASSERT_EQ(200, first.status);
  const std::size_t begin = first.fields.find("ETag: ") + 6;
  const std::string tag = first.fields.substr(begin, first.fields.find("\r\n", begin) - begin);
  HttpRequest request;
  request.target = "/alby";
  request.host = "127.0.0.1:8080";
  request.if_none_match = tag;
  EXPECT_EQ(304, Ask(request).status);
  EXPECT_TRUE(Ask(request).body.empty());
}

TEST_F(RouterTest, PagesThatAreNotThereAre404) {
  for (const std::string_view target :
       {"/annan", "/alby/finns-inte", "/alby/kf/1/2", "/alby//kf", "/..", "/alby/../etc/passwd",
        "/%2e%2e/", "/en/annan", "/favicon.ico"})
    EXPECT_EQ(404, Get(target).status) << target;
  for (const std::string_view target : {"/", "/alby", "/alby/", "/en", "/en/alby"})
    EXPECT_EQ(200, Get(target).status) << target;
}

TEST_F(RouterTest, OnlyReadingIsAllowed) {
  HttpRequest request;
  request.target = "/feeds/alby/kf.ics";
  request.method = Method::kOther;
  EXPECT_EQ(405, Ask(request).status);
  EXPECT_NE(std::string::npos, Ask(request).fields.find("Allow: GET, HEAD, OPTIONS\r\n"));
  request.method = Method::kOptions;
  EXPECT_EQ(204, Ask(request).status);
  EXPECT_EQ(std::string::npos, Ask(request).fields.find("DAV"));
}

TEST_F(RouterTest, RobotsMayReadFeeds) {
  const HttpAnswer answer = Get("/robots.txt");
  EXPECT_EQ(200, answer.status);
  EXPECT_EQ(std::string::npos, answer.body.find("Disallow: /"));
}

TEST_F(RouterTest, BeforeTheFirstCatalogNothingIsReadyButEverythingLives) {
  catalog_ = nullptr;
  EXPECT_EQ(200, Get("/healthz").status);
  EXPECT_EQ(503, Get("/readyz").status);
  EXPECT_EQ(503, Get("/feeds/alby/kf.ics").status)
      << "never 404: some calendars would forget the feed";
  EXPECT_NE(std::string::npos, Get("/alby").fields.find("Retry-After"));
}

TEST_F(RouterTest, EveryAnswerIsSafeToShow) {
  for (const std::string_view target :
       {"/", "/alby", "/healthz", "/robots.txt", "/style.css", "/finns-inte", "/feeds/x"}) {
    const std::string fields = Get(target).fields;
    EXPECT_NE(std::string::npos, fields.find("X-Content-Type-Options: nosniff\r\n")) << target;
    EXPECT_NE(std::string::npos, fields.find("Content-Security-Policy: default-src 'none'"))
        << target;
    EXPECT_EQ(std::string::npos, fields.find("Set-Cookie")) << target;
  }
}

TEST_F(RouterTest, OnlyWhatIsMadeForItMayStandInAFrame) {
  struct Case {
    const char* target;
    int status;
    const char* framing;
  };
  const Case cases[] = {
      {"/alby/kf/inbaddad", 200, "frame-ancestors *\r\n"},
      {"/en/alby/all/embed", 200, "frame-ancestors *\r\n"},
      {"/alby/nobody/inbaddad", 404, "frame-ancestors 'none'\r\n"},
      {"/alby/inbaddad", 404, "frame-ancestors 'none'\r\n"},
      {"/alby/kf/prenumerera", 200, "frame-ancestors 'none'\r\n"},
      {"/alby/kf", 200, "frame-ancestors 'none'\r\n"},
      {"/alby", 200, "frame-ancestors 'none'\r\n"},
      {"/style.css", 200, "frame-ancestors 'none'\r\n"},
  };
  for (const Case& row : cases) {
    const HttpAnswer answer = Get(row.target);
    EXPECT_EQ(answer.status, row.status) << row.target;
    EXPECT_NE(answer.fields.find(row.framing), std::string::npos) << row.target << answer.fields;
  }
}

}  // namespace
}  // namespace rytm
