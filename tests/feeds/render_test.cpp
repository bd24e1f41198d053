#include "feeds/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dates/zone.h"
#include "feeds/select.h"
#include "tests/edition/edits.h"
#include "tests/feeds/feed_lint.h"
#include "tests/feeds/sample_feeds.h"
#include "tests/golden/expect_golden.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string OnOneLine(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

class SampleFeedTest : public testing::TestWithParam<const SampleFeed*> {};

TEST_P(SampleFeedTest, IsTheGoldenFile) {
  ExpectGolden("feeds/" + GetParam()->name + ".ics", GetParam()->Render());
}

TEST_P(SampleFeedTest, KeepsAllRules) { EXPECT_THAT(LintFeed(GetParam()->Render()), IsEmpty()); }

TEST_P(SampleFeedTest, IsReadBackAsWritten) {
  const Result<Done> read = ReadBack(GetParam()->Render(), GetParam()->Events(), GetParam()->scope);
  if (!read.ok())
    for (const Problem& problem : read.error().problems)
      ADD_FAILURE() << problem.pointer << ": " << problem.what.en;
}

TEST_P(SampleFeedTest, IsTheSameBytesAgainAndInAnyOrder) {
  std::vector<const Event*> events = GetParam()->Events();
  const std::string bytes = RenderFeed(events, GetParam()->scope);
  std::reverse(events.begin(), events.end());
  EXPECT_EQ(RenderFeed(events, GetParam()->scope), bytes);
}

TEST_P(SampleFeedTest, IsMadeOfItsBlocks) {
  const std::vector<const Event*> events = GetParam()->Events();
  if (events.empty()) return;
  std::string joined = RenderHead(GetParam()->scope);
  for (const Event* event : events) joined += RenderEvent(*event, GetParam()->scope);
  joined += FeedEnd();
  EXPECT_EQ(joined, GetParam()->Render());
}

std::vector<const SampleFeed*> Samples() {
  std::vector<const SampleFeed*> samples;
  for (const SampleFeed& feed : SampleFeeds()) samples.push_back(&feed);
  return samples;
}

std::string NameOfSample(const testing::TestParamInfo<const SampleFeed*>& sample) {
  std::string name = sample.param->name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Feeds, SampleFeedTest, testing::ValuesIn(Samples()), NameOfSample);

// A level's bytes of the meeting change if and only if its DTSTAMP does: ETag, and what readers
// take for a change.
TEST(Render, BytesChangeExactlyWhenTheStampDoes) {
  const EditedWorld before;
  const std::vector<Edition> first = before.Publish({}, "2026-11-23T14:02:00Z");
  for (const Edit& edit : Edits()) {
    EditedWorld after;
    edit.change(after);
    const std::vector<Edition> second = after.Publish(first, "2026-12-01T09:00:00Z");
    if (second.empty()) continue;
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      for (int i = 0; i < kLevelCount; ++i) {
        const FeedScope scope = ScopeOf(Text("x"), static_cast<Level>(i), language);
        for (const Event& old : first[0].events) {
          const auto now = std::find_if(second[0].events.begin(), second[0].events.end(),
                                        [&](const Event& event) { return event.uid == old.uid; });
          ASSERT_NE(now, second[0].events.end());
          const bool stamped = old.modified[static_cast<std::size_t>(i)] !=
                               now->modified[static_cast<std::size_t>(i)];
          EXPECT_EQ(RenderEvent(old, scope) != RenderEvent(*now, scope), stamped)
              << edit.name << ", level " << i << ", " << old.uid;
        }
      }
    }
  }
}

TEST(Render, ShowsALevelNothingItMayNotSee) {
  const SampleFeed& board = SampleNamed("officials-board");
  const std::string officials = board.Render();
  EXPECT_THAT(officials, Not(HasSubstr("Partigruppernas")));
  EXPECT_THAT(officials, HasSubstr("video.example"));

  FeedScope open = board.scope;
  open.level = Level::kPublic;
  const std::string seen = OnOneLine(RenderFeed(
      SelectForFeed(board.publications.latest(), Level::kPublic, {}, On("2027-03-01")), open));
  for (const char* hidden : {"video.example", "Stora salen", "Hörslinga", "Partigruppernas",
                             "Ärendestopp", "Facklig", "Lämnar till fullmäktige", "Anslag"})
    EXPECT_THAT(seen, Not(HasSubstr(hidden)));
  EXPECT_THAT(seen, HasSubstr("Kommunstyrelsen: Sammanträde"));

  // Events handed in by mistake.
  EXPECT_THAT(RenderFeed(board.publications.All(), open), Not(HasSubstr("item-deadline")));
  EXPECT_EQ(
      RenderEvent(
          board.publications.Find("ekeby.ks.meeting.2027-04-07.item-deadline@ekeby.example"), open),
      "");
}

TEST(Render, HoldsAMeetingOnceHoweverOftenItIsHandedIn) {
  const SampleFeed& joint = SampleNamed("joint-meeting");
  std::vector<const Event*> twice = joint.Events();
  const std::vector<const Event*> again = joint.Events();
  twice.insert(twice.end(), again.begin(), again.end());
  EXPECT_EQ(RenderFeed(twice, joint.scope), joint.Render());
}

struct TitleRow {
  const char* what;
  void (*change)(Event&);
  const char* sv;
  const char* en;
};

TEST(Render, TheTitleSaysWhatIsUnusual) {
  const std::vector<TitleRow> rows = {
      {"confirmed", [](Event&) {}, "SUMMARY:Möte\r\n", "SUMMARY:Meeting\r\n"},
      {"moved", [](Event& e) { e.first_day = MakeDay(2027, 4, 1); }, "SUMMARY:FLYTTAT: Möte\r\n",
       "SUMMARY:MOVED: Meeting\r\n"},
      {"cancelled after a move",
       [](Event& e) {
         e.first_day = MakeDay(2027, 4, 1);
         e.status = EventStatus::kCancelled;
       },
       "SUMMARY:INSTÄLLT: Möte\r\n", "SUMMARY:CANCELLED: Meeting\r\n"},
      {"tentative", [](Event& e) { e.status = EventStatus::kTentative; },
       "SUMMARY:PRELIMINÄRT: Möte\r\n", "SUMMARY:PRELIMINARY: Meeting\r\n"},
      {"kept free",
       [](Event& e) {
         e.status = EventStatus::kTentative;
         e.reserve = true;
       },
       "SUMMARY:RESERV: Möte\r\n", "SUMMARY:RESERVE: Meeting\r\n"},
      {"let go",
       [](Event& e) {
         e.status = EventStatus::kCancelled;
         e.dropped_on = MakeDay(2027, 3, 1);
       },
       "SUMMARY:UTGÅR: Möte\r\n", "SUMMARY:DROPPED: Meeting\r\n"},
  };
  for (const TitleRow& row : rows) {
    Event event;
    event.uid = "a@b.example";
    event.title = Text("Möte", "Meeting");
    event.day = MakeDay(2027, 4, 7);
    event.levels = kEverybody;
    row.change(event);
    EXPECT_THAT(RenderEvent(event, ScopeOf(Text("x"))), HasSubstr(row.sv)) << row.what;
    EXPECT_THAT(RenderEvent(event, ScopeOf(Text("x"), Level::kPublic, Language::kEnglish)),
                HasSubstr(row.en))
        << row.what;
  }
}

TEST(Render, TellsTheOldTimeAndThePublicReason) {
  Event event;
  event.uid = "a@b.example";
  event.title = Text("Möte", "Meeting");
  event.day = MakeDay(2027, 4, 7);
  event.at = Clock("13:00");
  event.lasts = Minutes{60};
  event.first_day = MakeDay(2026, 12, 16);
  event.first_at = Clock("09:00");
  event.public_reason = Text("Snöoväder", "Snow");
  event.levels = kEverybody;
  EXPECT_THAT(
      RenderEvent(event, ScopeOf(Text("x"))),
      HasSubstr("DESCRIPTION:Flyttat från ons 16 dec 2026 kl. 09.00.\\nSkäl: Snöoväder\r\n"));
  EXPECT_THAT(RenderEvent(event, ScopeOf(Text("x"), Level::kPublic, Language::kEnglish)),
              HasSubstr("DESCRIPTION:Moved from Wed 16 Dec 2026 09:00.\\nReason: Snow\r\n"));
}

TEST(Render, GivesAMomentAShortLengthThatTakesNoTime) {
  Event event;
  event.uid = "a@b.example";
  event.title = Text("Ärendestopp");
  event.day = MakeDay(2027, 12, 31);
  event.at = Clock("23:50");
  event.levels = kEverybody;
  const std::string bytes = RenderEvent(event, ScopeOf(Text("x")));
  EXPECT_THAT(bytes, HasSubstr("DTSTART;TZID=Europe/Stockholm:20271231T235000\r\n"
                               "DTEND;TZID=Europe/Stockholm:20280101T000500\r\n"));
  EXPECT_THAT(bytes, HasSubstr("TRANSP:TRANSPARENT\r\n"));
}

TEST(Render, WritesWholeDaysToTheDayAfter) {
  for (const auto& [day, line] : std::vector<std::pair<Day, std::string>>{
           {MakeDay(2028, 2, 28), "DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n"},
           {MakeDay(2028, 2, 29), "DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n"},
           {MakeDay(2027, 12, 31),
            "DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n"}}) {
    Event event;
    event.uid = "a@b.example";
    event.day = day;
    event.levels = kEverybody;
    EXPECT_THAT(RenderEvent(event, ScopeOf(Text("x"))), HasSubstr(line));
  }
}

TEST(Render, EncodesTheAddressOfThePage) {
  Event event;
  event.uid = "ekeby.kf.meeting.2027-02-22@ekeby.example";
  event.body = "kf";
  event.levels = kEverybody;
  FeedScope scope = ScopeOf(Text("x"));
  scope.page_url = "https://å.example/a,b;c&d e?q=%20\"";
  EXPECT_THAT(
      OnOneLine(RenderEvent(event, scope)),
      HasSubstr(
          "URL:https://%C3%A5.example/a%2Cb%3Bc&d%20e?q=%20%22kf#ekeby.kf.meeting.2027-02-22\r\n"));
  // No public page shows it.
  event.levels.Remove(Level::kPublic);
  scope.level = Level::kOfficial;
  EXPECT_THAT(RenderEvent(event, scope), Not(HasSubstr("URL:")));
}

TEST(Render, WritesOtherZonesInUtc) {
  Event event;
  event.uid = "a@b.example";
  event.day = MakeDay(2027, 7, 1);
  event.at = Clock("10:00");
  event.lasts = Minutes{60};
  event.title = Text("Möte");
  event.levels = kEverybody;
  FeedScope scope = ScopeOf(Text("x"));
  scope.zone = "Europe/Helsinki";
  const std::string feed = RenderFeed({&event}, scope);
  EXPECT_THAT(feed, HasSubstr("DTSTART:20270701T070000Z\r\nDTEND:20270701T080000Z\r\n"));
  EXPECT_THAT(feed, Not(HasSubstr("VTIMEZONE")));
  const Result<Done> read = ReadBack(feed, {&event}, scope);
  EXPECT_TRUE(read.ok()) << read.error().problems.at(0).what.en;
}

TEST(Render, HasNoTimeZoneThatIsNotUsed) {
  Event event;
  event.uid = "a@b.example";
  event.day = MakeDay(2027, 7, 1);
  event.levels = kEverybody;
  EXPECT_THAT(RenderFeed({&event}, ScopeOf(Text("x"))), Not(HasSubstr("VTIMEZONE")));
}

// What stands in our feeds must be what the machine's clock rules say, ten years ahead; and this
// must be able to fail.
TEST(Render, TheTimeZoneTextFitsTzdata) {
  const DaySpan years = {MakeDay(2026, 1, 1), MakeDay(2037, 12, 31)};
  EXPECT_TRUE(Zone::Find("Europe/Stockholm").value().FitsOurTimeZoneText(years));
  EXPECT_FALSE(Zone::Find("Europe/Helsinki").value().FitsOurTimeZoneText(years));
  EXPECT_THAT(std::string(TimeZoneText()),
              HasSubstr("BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
                        "DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:"
                        "STANDARD\r\n"));
}

TEST(Render, WritesAThousandEvents) {
  std::vector<Item> items;
  for (int day = 0; day < 1000; ++day) {
    Item item = Meeting("ks", FormatDay(MakeDay(2027, 1, 1) + Days{day}), "13:30");
    items.push_back(item);
  }
  Publications publications(Ekeby());
  publications.Publish(items, "2026-11-23T14:02:00Z");
  const FeedScope scope = ScopeOf(Text("x"));
  const std::string feed = RenderFeed(publications.All(), scope);
  EXPECT_THAT(LintFeed(feed), IsEmpty());
  EXPECT_TRUE(ReadBack(feed, publications.All(), scope).ok());
  EXPECT_LT(feed.size(), 1024U * 1024U);
}

}  // namespace
}  // namespace rytm
