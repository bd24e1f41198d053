// Read back with libical: what was written is understood, and what was not written is found out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text_check.h"
#include "feeds/render.h"
#include "tests/feeds/feed_lint.h"
#include "tests/feeds/sample_feeds.h"

namespace rytm {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Told(const Result<Done>& read) {
  std::vector<std::string> told;
  if (read.ok()) return told;
  EXPECT_EQ(read.error().code, ErrorCode::kRefused);
  for (const Problem& problem : read.error().problems) {
    EXPECT_FALSE(problem.what.sv.empty());
    told.push_back(problem.pointer + ": " + problem.what.en);
  }
  return told;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) {
    ADD_FAILURE() << "nothing to replace: " << from;
    return text;
  }
  return text.replace(at, from.size(), to);
}

Event OneEvent(const Text& title, const Text& description = {}) {
  Event event;
  event.uid = "ekeby.ks.meeting.2027-04-07@ekeby.example";
  event.body = "ks";
  event.day = MakeDay(2027, 4, 7);
  event.at = Clock("13:30");
  event.lasts = Minutes{180};
  event.title = title;
  event.public_description = description;
  event.levels = kEverybody;
  event.created = At("2026-11-23T14:02:00Z");
  event.modified.fill(event.created);
  return event;
}

TEST(ReadBack, FindsEachChange) {
  struct Row {
    const char* from;
    const char* to;
    const char* told;
  };
  const SampleFeed& council = SampleNamed("public-council");
  const std::string feed = council.Render();
  ASSERT_TRUE(ReadBack(feed, council.Events(), council.scope).ok());
  for (const Row& row : std::vector<Row>{
           {"SUMMARY:Kommun", "SUMMARY:Kummun", "SUMMARY"},
           {"öppet för allmänheten", "öppet for allmänheten", "DESCRIPTION"},
           {"LOCATION:Stora", "LOCATION:Stura", "LOCATION"},
           {"URL:https", "URL:http", "URL"},
           {"SEQUENCE:0", "SEQUENCE:1", "SEQUENCE"},
           {"SEQUENCE:1", "SEQUENCE:abc", "SEQUENCE"},
           {"STATUS:CONFIRMED", "STATUS:TENTATIVE", "STATUS"},
           {"TRANSP:OPAQUE", "TRANSP:TRANSPARENT", "TRANSP"},
           {"CLASS:PUBLIC", "CLASS:PRIVATE", "CLASS"},
           {"BUSYSTATUS:BUSY", "BUSYSTATUS:FREE", "X-MICROSOFT-CDO-BUSYSTATUS"},
           {"CATEGORIES:Möte", "CATEGORIES:Mote", "CATEGORIES"},
           {"DTSTAMP:2026", "DTSTAMP:2025", "DTSTAMP"},
           {"LAST-MODIFIED:2026", "LAST-MODIFIED:2025", "LAST-MODIFIED"},
           {"CREATED:2026", "CREATED:2025", "CREATED"},
           {"DTSTART;TZID=Europe/Stockholm:20270222T18",
            "DTSTART;TZID=Europe/Stockholm:20270222T17", "DTSTART"},
           {"DTSTART;TZID=Europe/Stockholm:20270222T", "DTSTART;TZID=Europe/Stockholm:20271322T",
            "DTSTART"},
           {"DTSTART;TZID=Europe/Stockholm:20270222T", "DTSTART:20270222T", "DTSTART"},
           {"DTSTART;TZID=Europe/Stockholm:20270222T", "DTSTART;TZID=Europe/Paris:20270222T",
            "DTSTART"},
           {"DTEND;TZID=Europe/Stockholm:20270222T21", "DTEND;TZID=Europe/Stockholm:20270222T22",
            "DTEND"},
           {"TZOFFSETTO:+0100", "TZOFFSETTO:+0200", "DTSTART"},
           {"UID:ekeby.kf.meeting.2027-02-22@", "UID:ekeby.kf.meeting.2027-02-23@", "missing"},
           {"UID:ekeby.kf.meeting.2027-02-22@", "UID:ekeby.kf.meeting.2027-02-23@",
            "should not stand"},
           {"CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nORGANIZER:mailto:a@b.example\r\n", "ORGANIZER"},
           {"CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nSTATUS:CONFIRMED\r\n", "STATUS"},
           {"METHOD:PUBLISH", "METHOD:REQUEST", "METHOD"},
           {"BEGIN:VCALENDAR", "BEGIN:VEVENT", "no calendar"},
           {"CLASS:PUBLIC\r\n", "CLASS:PUBLIC\n", "Line"},
           {"CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\n\r\n", "Line"},
           {"Sammanträde",
            "Sammantr\xE4"
            "de",
            "Line"},
       }) {
    EXPECT_THAT(Told(ReadBack(Replaced(feed, row.from, row.to), council.Events(), council.scope)),
                Contains(HasSubstr(row.told)))
        << row.from << " -> " << row.to;
  }
}

TEST(ReadBack, FindsAFeedThatIsNone) {
  const SampleFeed& council = SampleNamed("public-council");
  for (const char* feed :
       {"", "<html></html>\r\n", "BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\nEND:VEVENT\r\n"})
    EXPECT_FALSE(ReadBack(feed, council.Events(), council.scope).ok()) << feed;
  std::string twice = council.Render();
  twice += council.Render();
  EXPECT_FALSE(ReadBack(twice, council.Events(), council.scope).ok()) << "two calendars";
}

TEST(ReadBack, FindsAnEventThatStandsTwiceOrNot) {
  const SampleFeed& joint = SampleNamed("joint-meeting");
  const Event& event = *joint.Events().front();
  const std::string block = RenderEvent(event, joint.scope);
  const std::string feed = joint.Render();
  EXPECT_THAT(Told(ReadBack(Replaced(feed, block, block + block), joint.Events(), joint.scope)),
              Contains(HasSubstr(event.uid)));
  EXPECT_THAT(Told(ReadBack(Replaced(feed, block, ""), joint.Events(), joint.scope)),
              Contains(HasSubstr("missing")));
}

// Profile, test vectors X2 and X4.
TEST(ReadBack, UnderstandsStrangeTitles) {
  std::string long_title;
  while (long_title.size() < 500) long_title += "överläggning, beslut; ";
  for (const std::string& title :
       std::vector<std::string>{R"(a \ ; , : " ^ ' b)",
                                R"(\n \\n \\ \; \,)",
                                " leading and trailing ",
                                long_title,
                                "🙂",
                                "👩‍👩‍👧",
                                std::string(66, 'a') + "👩‍👩‍👧",
                                "A\u030A ska bli Å",
                                "a\u202eb",
                                "a\x07 b\x1b",
                                "a\tb",
                                "a\rb\nc\r\nd\u2028e\u0085f",
                                "BEGIN:VEVENT",
                                "x\r\nEND:VCALENDAR\r\n",
                                "=HYPERLINK(\"http://x.example\")",
                                ";VALUE=URI:",
                                "^n",
                                "%41",
                                "X-LIC-ERROR",
                                std::string(200, ' ') + "x"}) {
    const Event event =
        OneEvent(Text(NormaliseText(title, Lines::kOne)), Text(NormaliseText(title)));
    const FeedScope scope = ScopeOf(Text(NormaliseText(title, Lines::kOne)));
    const std::string feed = RenderFeed({&event}, scope);
    EXPECT_THAT(Told(ReadBack(feed, {&event}, scope)), IsEmpty()) << title;
  }
}

// Profile, test vectors X5 and X6: each time is right or refused.
TEST(ReadBack, IsRightOrRefusedWhereTheClocksChange) {
  struct Row {
    const char* day;
    const char* at;
    int minutes;
    bool right;
  };
  for (const Row& row : std::vector<Row>{
           {"2026-03-29", "01:30", 20, true},
           {"2026-03-29", "01:30", 30, false},  // ends at a time the clocks skip
           {"2026-03-29", "02:00", 60, false},  // starts at one
           {"2026-03-29", "02:30", 60, false},
           {"2026-03-29", "03:00", 60, true},
           {"2026-03-28", "23:00", 60, true},
           {"2026-03-28", "22:00", 300, false},  // 03:00 by the clock is four hours later
           {"2026-10-25", "01:30", 20, true},
           {"2026-10-25", "02:00", 60, false},  // which two o'clock?
           {"2026-10-25", "02:30", 60, false},
           {"2026-10-25", "03:00", 60, true},
           {"2026-10-24", "22:00", 360, false},
           {"2026-10-24", "13:30", 180, true},
           {"2027-01-31", "22:00", 180, true},   // across midnight
           {"2027-01-31", "00:00", 1440, true},  // a day and a night
           {"2037-12-31", "13:30", 180, true},
           {"1996-01-02", "13:30", 180, true},
       }) {
    Event event = OneEvent(Text("Möte"));
    event.day = On(row.day);
    event.at = Clock(row.at);
    event.lasts = Minutes{row.minutes};
    const FeedScope scope = ScopeOf(Text("x"));
    const std::string feed = RenderFeed({&event}, scope);
    EXPECT_EQ(ReadBack(feed, {&event}, scope).ok(), row.right)
        << row.day << " " << row.at << " " << row.minutes;
    EXPECT_THAT(LintFeed(feed), IsEmpty());
  }
}

TEST(ReadBack, KnowsItsZone) {
  const Event event = OneEvent(Text("Möte"));
  FeedScope scope = ScopeOf(Text("x"));
  scope.zone = "Europe/Nowhere";
  EXPECT_THAT(Told(ReadBack(RenderFeed({&event}, scope), {&event}, scope)),
              Contains(HasSubstr("X-WR-TIMEZONE")));
}

TEST(ReadBack, WantsATitle) {
  const Event event = OneEvent(Text(" "));
  const FeedScope scope = ScopeOf(Text("x"));
  EXPECT_THAT(Told(ReadBack(RenderFeed({&event}, scope), {&event}, scope)),
              Contains(HasSubstr("SUMMARY")));
}

TEST(ReadBack, ToleratesNoTextThatWasNotNormalised) {
  const Event event =
      OneEvent(Text("a\x07"
                    "b"));
  const FeedScope scope = ScopeOf(Text("x"));
  EXPECT_THAT(Told(ReadBack(RenderFeed({&event}, scope), {&event}, scope)),
              Contains(HasSubstr("SUMMARY")));
}

}  // namespace
}  // namespace rytm
