// Rules as they were stored: a new version of the program changes no plan and no feed byte (DESIGN
// §3).
#include "app/rules.h"

#include <algorithm>

#include "app/embedded.h"
#include "app/publish.h"
#include "tests/app/alby_test.h"

namespace rytm {
namespace {

using Kind = StoredRules::SourceText::Kind;

constexpr const char* kFromTemplate = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "template": "sweden-municipality@1", "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "bodies": [{"id": "kf"}, {"id": "ks"}, {"id": "ksau"}, {"id": "bun"}]
})";

class StoredRulesTest : public AlbyTest {
 protected:
  void SetUp() override {
    AlbyTest::SetUp();
    const Result<Organisation> read = ReadRules("alby.json", kFromTemplate);
    ASSERT_TRUE(read.ok());
    rules_ = RulesToStore("alby.json", kFromTemplate, read.value(), clock_.now);
  }
  std::string& TextOf(Kind kind) {
    const auto found =
        std::find_if(rules_.texts.begin(), rules_.texts.end(),
                     [&](const StoredRules::SourceText& source) { return source.kind == kind; });
    return found->text;
  }
  // As a program stored them that said it otherwise.
  void Otherwise(Kind kind, const std::string& now, const std::string& then) {
    std::string& text = TextOf(kind);
    ASSERT_NE(std::string::npos, text.find(now)) << now;
    text.replace(text.find(now), now.size(), then);
  }
  Publication Publish() {
    const Result<Planned> planned = LoadPlanned(*database_, clock_.now);
    EXPECT_TRUE(planned.ok());
    const Result<Publication> publication =
        rytm::Publish(*database_, planned.value(),
                      {.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}}, clock_.now);
    EXPECT_TRUE(publication.ok()) << publication.error().message.sv;
    return publication.ok() ? publication.value() : Publication();
  }
  std::string Feed() {
    const std::vector<StoredFeed> feeds = database_->store().Feeds().value();
    for (const StoredFeed& feed : feeds)
      if (feed.path == "/feeds/alby/kf.ics") return feed.body;
    return "";
  }

  StoredRules rules_;
};

TEST_F(StoredRulesTest, KeepTheTextsTheyWereImportedWith) {
  EXPECT_EQ(EmbeddedFile("calendar/templates/sweden-municipality@1.json"), TextOf(Kind::kTemplate));
  EXPECT_EQ(EmbeddedFile("calendar/deadlines.json"), TextOf(Kind::kDeadlines));
}

TEST_F(StoredRulesTest, GiveTheSamePlanAndBytesWhateverTheProgramBrings) {
  Otherwise(Kind::kTemplate, R"("Kommunfullmäktige")", R"("Kommunens fullmäktige")");
  Otherwise(Kind::kTemplate, R"("at": "18:30")", R"("at": "17:45")");
  Otherwise(Kind::kDeadlines, R"("day": "--04-15")", R"("day": "--04-14")");
  ASSERT_TRUE(database_->store().SaveRules(rules_).ok());
  Publish();
  const std::string feed = Feed();
  EXPECT_NE(std::string::npos, feed.find("SUMMARY:Kommunens fullmäktige"));
  EXPECT_NE(std::string::npos, feed.find("T174500\r\n"));
  EXPECT_EQ(std::string::npos, feed.find("T183000\r\n"));
  const std::optional<StoredRules> stored = database_->store().Rules().value();
  const Result<Organisation> read = ReadStoredRules(*stored);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(date::April / 14, read.value().FindDeadline("KL 11:20")->day);
  clock_.now += std::chrono::hours{24};
  EXPECT_TRUE(Publish().bodies.empty());
  EXPECT_EQ(feed, Feed());
}

TEST_F(StoredRulesTest, AnImportTakesTheProgramsTextsAndSaysWhatFollows) {
  Otherwise(Kind::kTemplate, R"("at": "18:30")", R"("at": "17:45")");
  ASSERT_TRUE(database_->store().SaveRules(rules_).ok());
  const Result<ImportReport> report =
      Import(*database_, "alby.json", kFromTemplate, /*preview=*/true, clock_.now);
  ASSERT_TRUE(report.ok());
  const auto& changes = report.value().what_if.items;
  const auto moves = std::find_if(changes.begin(), changes.end(), [](const ItemChange& change) {
    return change.kind == ItemChange::Kind::kMoves;
  });
  ASSERT_NE(changes.end(), moves);
  EXPECT_EQ(ParseTimeOfDay("17:45"), moves->before.at);
  EXPECT_EQ(ParseTimeOfDay("18:30"), moves->after.at);
}

}  // namespace
}  // namespace rytm
