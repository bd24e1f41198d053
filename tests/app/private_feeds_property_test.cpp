// Whatever is published, whoever comes and leaves and whatever they choose: the tag of a private
// feed is another exactly where its bytes are, the bytes keep every rule, and libical reads them
// back as they were meant.
#include <gmock/gmock.h>

#include <map>
#include <random>

#include "tests/app/private_feeds_test.h"
#include "tests/feeds/feed_lint.h"

namespace rytm {
namespace {

using testing::IsEmpty;

class RandomFeedsTest : public PrivateFeedsTest {
 protected:
  int Below(int most) { return std::uniform_int_distribution<int>(0, most - 1)(random_); }
  bool Once(int in) { return Below(in) == 0; }

  std::vector<Item> RandomItems() {
    std::vector<Item> items;
    for (int month = 1; month <= 6; ++month) {
      for (const char* body : {"ks", "son", "kf"}) {
        const std::string day = "2027-0" + std::to_string(month) + "-1" + std::to_string(Below(4));
        Item meeting = Meeting(body, day, Once(2) ? "13:30" : "09:00");
        meeting.id = "ekeby." + std::string(body) + ".meeting." + std::to_string(month);
        if (std::string_view(body) == "ks" && Once(2)) meeting.with = {"son"};
        meeting.levels = Once(2) ? kEverybody : kInside;
        meeting.cancelled = Once(5);
        if (Once(3)) meeting.link = "https://video.example/" + std::to_string(Below(2));
        if (Once(3)) meeting.status = MeetingStatus::kReserve;
        items.push_back(meeting);
        if (Once(2))
          items.push_back(Step(meeting, "step", Text("Handlingar"), day,
                               SeenBy(Levels{static_cast<Level>(1 + Below(4))})));
      }
    }
    return items;
  }

  Person RandomPerson(const std::string& id) {
    std::vector<Assignment> assignments;
    for (const char* body : {"ks", "son", "kf"}) {
      if (Once(3)) continue;
      assignments.push_back(Sits(body,
                                 static_cast<Post>(Below(static_cast<int>(kPostWords.size()))),
                                 Once(3) ? "2027-03-01" : "2026-10-15"));
      if (Once(3)) assignments.back().until = On(Once(2) ? "2026-12-31" : "2027-04-30");
    }
    return Somebody(id, std::move(assignments));
  }

  FeedChoice RandomChoice(const std::string& person) {
    FeedChoice choice{.person = person};
    if (Once(3)) {
      choice.kind = FeedKind::kCustom;
      choice.bodies = {"son", "ks"};
      choice.level = static_cast<Level>(Below(kLevelCount));
      if (Once(2)) choice.person.clear();
    }
    choice.language = Once(3) ? Language::kEnglish : Language::kSwedish;
    choice.cancelled = !Once(3);
    if (Once(3)) choice.alarm = Minutes{15 * Below(3)};
    return choice;
  }

  std::mt19937 random_{20261125};
};

TEST_F(RandomFeedsTest, TheTagIsAnotherExactlyWhereTheBytesAre) {
  std::map<std::string, std::string> bytes_of;  // by tag
  std::map<std::string, std::string> tag_of;    // by bytes
  Publish(RandomItems());
  std::size_t told = 0;
  for (int round = 0; round < 60; ++round) {
    if (Once(3)) Publish(RandomItems(), FormatInstant(At("2026-11-24T10:00:00Z") + Days{round}));
    source_.people.clear();
    source_.links.clear();
    source_.called.clear();
    for (int i = 0; i < 8; ++i) {
      const std::string id = "p-" + std::to_string(i);
      source_.people.push_back(RandomPerson(id));
      Link("t" + std::to_string(i), RandomChoice(id));
      if (Once(2)) source_.called.emplace("ekeby.son.meeting.2@ekeby.example", id);
    }
    source_.today = On("2026-12-01") + Days{3 * round};
    const auto feeds = Build();
    for (const PrivateFeeds::Feed& feed : feeds->all()) {
      const std::string bytes = feeds->Render(feed);
      EXPECT_EQ(bytes_of.emplace(feed.etag(), bytes).first->second, bytes);
      EXPECT_EQ(tag_of.emplace(bytes, feed.etag()).first->second, feed.etag());
      const bool alarmed = bytes.find("BEGIN:VALARM") != std::string::npos;
      EXPECT_THAT(LintFeed(bytes, alarmed), IsEmpty());
      const Result<Done> read = feeds->ReadBack(feed);
      EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().problems.front().what.en);
      told += feed.events();
    }
  }
  EXPECT_GT(bytes_of.size(), 100U);
  EXPECT_GT(told, 1000U);
}

}  // namespace
}  // namespace rytm
