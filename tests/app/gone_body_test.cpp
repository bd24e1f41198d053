// A body that the rules have no longer, renamed or made one with another: what its subscribers see.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/publish.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

std::string Committee(const std::string& id, const std::string& name,
                      const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "kind": "committee", "name": ")" + name + "\"" + more +
         R"(, "series": [{"id": "meeting", "when": {"dates": ["2026-12-07", "2027-02-01", "2027-03-01"]},
              "at": "13:00", "lasts": "PT3H"}]})";
}

std::string Rules(const std::vector<std::string>& committees) {
  std::string rules = kAlby;
  for (const std::string& committee : committees)
    rules.insert(rules.find("\"bodies\": [") + 11, committee + ",");
  rules.replace(rules.find("2027-01-01"), 10, "2026-01-01");  // the window's first day
  return rules;
}

const std::string kSchools = Committee("bun", "Barn- och utbildningsnämnden");
const std::string kSocial = Committee("soc", "Socialnämnden");

class GoneBodyTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    Put(Rules({kSchools, kSocial}));
    Publish();
    clock_.now = *ParseInstant("2027-01-11T09:00:00Z");  // one meeting has been, two are to come
  }
  void Put(const std::string& rules) {
    const Result<ImportReport> report = Import(*database_, "alby.json", rules, false, clock_.now);
    ASSERT_TRUE(report.ok()) << report.error().message.sv;
  }
  Publication Publish(std::vector<std::string> bodies = {}) {
    const Result<Planned> planned = LoadPlanned(*database_, clock_.now);
    EXPECT_TRUE(planned.ok());
    const Result<Publication> publication = rytm::Publish(
        *database_, planned.value(),
        {.bodies = std::move(bodies), .until = MakeDay(2027, 12, 31), .note = {}}, clock_.now);
    EXPECT_TRUE(publication.ok()) << publication.error().message.sv;
    return publication.ok() ? publication.value() : Publication();
  }
  std::string FeedOf(const std::string& name) {
    const std::vector<StoredFeed> feeds = database_->store().Feeds().value();
    const auto feed = std::find_if(feeds.begin(), feeds.end(), [&](const StoredFeed& one) {
      return one.path == "/feeds/alby/" + name + ".ics";
    });
    return feed == feeds.end() ? "no feed" : feed->body;
  }
  // The event's block in the body's feed, or nothing.
  std::string EventOf(const std::string& body, const std::string& day) {
    const std::string feed = FeedOf(body);
    const std::size_t uid = feed.find("UID:alby." + body + ".meeting." + day + "@alby.example");
    if (uid == std::string::npos) return "";
    const std::size_t begin = feed.rfind("BEGIN:VEVENT", uid);
    return feed.substr(begin, feed.find("END:VEVENT", uid) - begin);
  }
};

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_F(GoneBodyTest, ItsMeetingsToComeAreCancelledAndItsFeedStays) {
  const std::string has_been = EventOf("bun", "2026-12-07");
  const std::string others = FeedOf("soc");
  Put(Rules({kSocial}));
  const Publication publication = Publish();
  ASSERT_EQ(1U, publication.bodies.size());
  EXPECT_EQ("bun", publication.bodies[0].body);
  EXPECT_EQ("Barn- och utbildningsnämnden", publication.bodies[0].name.sv);
  EXPECT_EQ(2U, publication.bodies[0].differences.size());
  for (const char* day : {"2027-02-01", "2027-03-01"}) {
    const std::string event = EventOf("bun", day);
    EXPECT_TRUE(Has(event, "STATUS:CANCELLED\r\n")) << day;
    EXPECT_TRUE(Has(event, "SEQUENCE:1\r\n")) << day;
    EXPECT_TRUE(Has(event, "DTSTAMP:20270111T090000Z\r\n")) << day;
    EXPECT_TRUE(Has(FeedOf("all"), event)) << day;
  }
  EXPECT_FALSE(has_been.empty());
  EXPECT_EQ(has_been, EventOf("bun", "2026-12-07")) << "what has been is left alone";
  EXPECT_EQ(others, FeedOf("soc")) << "others keep their bytes";
}

TEST_F(GoneBodyTest, ItsCancelledMeetingsAreToldUntilThirtyDaysAfter) {
  Put(Rules({kSocial}));
  Publish();
  const std::string feed = FeedOf("bun");
  clock_.now = *ParseInstant("2027-03-03T09:00:00Z");  // 30 days after the first of them
  EXPECT_TRUE(Publish().bodies.empty()) << "nothing more to tell";
  EXPECT_EQ(feed, FeedOf("bun"));
  clock_.now = *ParseInstant("2027-03-04T09:00:00Z");
  Publish();
  EXPECT_EQ("", EventOf("bun", "2027-02-01"));
  EXPECT_NE("", EventOf("bun", "2027-03-01"));
  clock_.now = *ParseInstant("2027-06-01T09:00:00Z");
  Publish();
  EXPECT_EQ("", EventOf("bun", "2027-03-01"));
  EXPECT_NE("", EventOf("bun", "2026-12-07")) << "the feed is still there, with what has been";
}

// Another body's publication is no decision about this one: the rules may be a draft yet.
TEST_F(GoneBodyTest, IsCancelledWithTheWholePlanOrByName) {
  const std::string before = FeedOf("bun");
  Put(Rules({kSocial}));
  Publish({"kf"});
  EXPECT_EQ(before, FeedOf("bun"));
  ASSERT_EQ(1U, Publish({"bun"}).bodies.size());
  EXPECT_TRUE(Has(EventOf("bun", "2027-02-01"), "STATUS:CANCELLED\r\n"));
}

TEST_F(GoneBodyTest, ABodyThatComesBackHasItsMeetingsBack) {
  Put(Rules({kSocial}));
  Publish();
  Put(Rules({kSchools, kSocial}));
  Publish();
  const std::string event = EventOf("bun", "2027-02-01");
  EXPECT_TRUE(Has(event, "STATUS:CONFIRMED\r\n"));
  EXPECT_TRUE(Has(event, "SEQUENCE:2\r\n"));
}

TEST_F(GoneBodyTest, ABodyOfAnotherNameIsTheSame) {
  Put(Rules({Committee("bun", "Utbildningsnämnden"), kSocial}));
  ASSERT_EQ(1U, Publish().bodies.size());
  EXPECT_TRUE(Has(FeedOf("bun"), "X-WR-CALNAME:Utbildningsnämnden\\, Alby kommun\r\n"));
  const std::string event = EventOf("bun", "2027-02-01");
  EXPECT_TRUE(Has(event, "SUMMARY:Utbildningsnämnden"));
  EXPECT_TRUE(Has(event, "STATUS:CONFIRMED\r\n"));
  EXPECT_TRUE(Has(event, "SEQUENCE:1\r\n"));
}

// Both ways to write it: the old ones taken away, or with a last day.
TEST_F(GoneBodyTest, TwoCommitteesBecomeOne) {
  const std::string together = Committee("bsn", "Barn- och socialnämnden",
                                         R"(, "from": "2027-02-15", "succeeds": ["bun", "soc"])");
  const std::string until = R"(, "until": "2027-02-14")";
  const std::string council = FeedOf("kf");
  Put(Rules({Committee("bun", "Barn- och utbildningsnämnden", until),
             Committee("soc", "Socialnämnden", until), together}));
  EXPECT_EQ(3U, Publish().bodies.size());
  for (const char* old : {"bun", "soc"}) {
    EXPECT_TRUE(Has(EventOf(old, "2027-02-01"), "STATUS:CONFIRMED\r\n")) << old;
    EXPECT_TRUE(Has(EventOf(old, "2027-03-01"), "STATUS:CANCELLED\r\n")) << old;
    EXPECT_TRUE(Has(EventOf(old, "2027-03-01"), "SEQUENCE:1\r\n")) << old;
  }
  EXPECT_EQ("", EventOf("bsn", "2027-02-01"));
  EXPECT_TRUE(Has(EventOf("bsn", "2027-03-01"), "SEQUENCE:0\r\n"));

  Put(Rules({Committee("bsn", "Barn- och socialnämnden")}));
  Publish();
  for (const char* old : {"bun", "soc"}) {
    EXPECT_TRUE(Has(EventOf(old, "2027-02-01"), "STATUS:CANCELLED\r\n")) << old;
    EXPECT_TRUE(Has(EventOf(old, "2027-03-01"), "SEQUENCE:1\r\n")) << old << ": cancelled before";
    EXPECT_TRUE(Has(EventOf(old, "2026-12-07"), "STATUS:CONFIRMED\r\n")) << old;
  }
  EXPECT_EQ(council, FeedOf("kf"));
}

}  // namespace
}  // namespace rytm
