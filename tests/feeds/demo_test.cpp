// The whole way, rule file to feed and back, for the municipality and the region of calendar/demo:
// what people will write holds more kinds of text and times than samples made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "edition/freeze.h"
#include "feeds/render.h"
#include "feeds/select.h"
#include "plan/build.h"
#include "tests/edition/ekeby_plan.h"
#include "tests/feeds/feed_lint.h"
#include "tests/feeds/sample_feeds.h"
#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr DaySpan kWindow = {MakeDay(2026, 10, 15), MakeDay(2027, 12, 31)};

class DemoTest : public ::testing::TestWithParam<const char*> {
 protected:
  // The first months of the term, of which the last are not decided yet.
  static std::vector<Edition> Publish(const char* file) {
    const std::string path = std::string(RYTM_SOURCE_DIR) + "/calendar/";
    testing::RuleFilesFromDisk files;
    files.AddTemplateFile(path + "templates/sweden-municipality@1.json");
    files.AddTemplateFile(path + "templates/sweden-region@1.json");
    const Result<Organisation> organisation =
        files.Read(file, testing::ReadText(path + "demo/" + file));
    if (!organisation.ok()) {
      ADD_FAILURE() << organisation.error().message.en;
      return {};
    }
    const Result<Plan> plan =
        Build(organisation.value(), {.window = kWindow, .today = {}, .published = {}});
    if (!plan.ok()) {
      ADD_FAILURE() << plan.error().message.en;
      return {};
    }
    return Freeze(organisation.value(), plan.value(), {},
                  {.bodies = {},
                   .until = MakeDay(2027, 6, 30),
                   .now = At("2026-11-23T14:02:00Z"),
                   .note = {}});
  }
};

TEST_P(DemoTest, EveryFeedKeepsTheRulesAndIsReadBack) {
  const std::vector<Edition> editions = Publish(GetParam());
  ASSERT_THAT(editions, SizeIs(Gt(5U)));
  struct Feed {
    Level level;
    Language language;
  };
  for (const auto& [level, language] :
       {Feed{Level::kPublic, Language::kSwedish}, Feed{Level::kPublic, Language::kEnglish},
        Feed{Level::kMember, Language::kSwedish}, Feed{Level::kSecretariat, Language::kEnglish}}) {
    const std::vector<const Event*> events =
        SelectForFeed(editions, level, {}, MakeDay(2027, 1, 1));
    EXPECT_THAT(events, SizeIs(Gt(50U)));
    const FeedScope scope = ScopeOf(Text("Allt", "Everything"), level, language);
    const std::string feed = RenderFeed(events, scope);
    EXPECT_THAT(LintFeed(feed), IsEmpty());
    const Result<Done> read = ReadBack(feed, events, scope);
    if (!read.ok())
      ADD_FAILURE() << read.error().problems.at(0).pointer << read.error().problems.at(0).what.en;
  }
}

INSTANTIATE_TEST_SUITE_P(Calendar, DemoTest, ::testing::Values("organisation.json", "region.json"));

}  // namespace
}  // namespace rytm
