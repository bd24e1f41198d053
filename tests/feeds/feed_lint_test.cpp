// The lint itself: it passes a good feed, and says which rule a broken one breaks.
#include "tests/feeds/feed_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/feeds/sample_feeds.h"

namespace rytm {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::StartsWith;

struct Row {
  const char* rule;
  std::string from;
  std::string to;
};

// Every occurrence.
std::string Broken(std::string text, const std::string& from, const std::string& to) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;
       at += to.size(), ++found)
    text.replace(at, from.size(), to);
  if (found == 0) ADD_FAILURE() << "nothing to break: " << from;
  return text;
}

TEST(FeedLint, SaysWhichRuleIsBroken) {
  const std::string zone(TimeZoneText());
  const std::vector<Row> rows = {
      {"C1", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"},
      {"C2", "VERSION:2.0\r\n", ""},
      {"C3", "METHOD:PUBLISH", "METHOD:REQUEST"},
      {"C4", "\r\nNAME:", "\r\nNAME:x"},
      {"C5", "X-WR-TIMEZONE:Europe/Stockholm\r\n", ""},
      {"C6", "PUBLISHED-TTL:PT1H", "PUBLISHED-TTL:P1D"},
      {"C6", "REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:"},
      {"C7", zone, ""},
      {"C7", zone, zone + zone},
      {"C9", "BEGIN:VCALENDAR",
       "\xEF\xBB\xBF"
       "BEGIN:VCALENDAR"},
      {"C9", "CLASS:PUBLIC\r\n", "\r\nCLASS:PUBLIC\r\n"},
      {"C9", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nX-Link:a\r\n"},
      {"C9", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nX-LIC-ERROR:a\r\n"},
      {"C1", "END:VCALENDAR\r\n", "END:VCALENDAR\r\nX:trailing\r\n"},
      {"C10", "T183000", "T183000\r\nDTSTAMP:20270101T000000Z"},
      {"C10",
       "DTSTART;TZID=Europe/Stockholm:20270222T183000\r\nDTEND;TZID=Europe/"
       "Stockholm:20270222T213000",
       "DTSTART;TZID=Europe/Stockholm:20290222T183000\r\nDTEND;TZID=Europe/"
       "Stockholm:20290222T213000"},
      {"E1", "2027-04-26@ekeby", "2027-02-22@ekeby"},
      {"E1", "UID:ekeby.kf.meeting.2027-02-22", "UID:åkeby.kf.meeting.2027-02-22"},
      {"E2", "DTSTAMP:20261123T140200Z", "DTSTAMP:20261123T140200"},
      {"E3", "SEQUENCE:0\r\n", ""},
      {"E4", "LAST-MODIFIED:20261123", "LAST-MODIFIED:20261124"},
      {"E5", "DTSTART;TZID=Europe/Stockholm:20270222", "DTSTART:20270222"},
      {"E5", "DTEND;TZID=Europe/Stockholm:20270222T21", "DTEND;TZID=Europe/Stockholm:20270222T17"},
      {"E5", ";TZID=Europe/Stockholm", ";TZID=UTC"},
      {"E7", "DTSTART;VALUE=DATE:20270419\r\nDTEND;VALUE=DATE:20270420",
       "DTSTART;VALUE=DATE:20270419T000000\r\nDTEND;VALUE=DATE:20270420"},
      {"E8", "BUSYSTATUS:BUSY", "BUSYSTATUS:FREE"},
      {"E9", "SUMMARY:Kommunfullmäktige", "SUMMARY:<b>Kommunfullmäktige"},
      {"E9", "SUMMARY:Kommunfullmäktige", "SUMMARY:rad\\n"},
      {"E13", "CLASS:PUBLIC\r\n", ""},
      {"E14", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nORGANIZER:mailto:a@b.example\r\n"},
      {"E15", "END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"},
      {"E16", "SUMMARY:INSTÄLLT: ", "SUMMARY:"},
      {"E19", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nRRULE:FREQ=DAILY\r\n"},
      {"S1", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\n"},
      {"S2", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nX-A:" + std::string(80, 'a') + "\r\n"},
      {"S2", "INSTÄLLT", "INST\xC3\r\n \x84LLT"},
      {"S2", "CLASS:PUBLIC\r\n", "CLASS:PUBLIC \r\n"},
      {"S3", "SUMMARY:Kommunfullmäktige", "SUMMARY:a, b; Kommunfullmäktige"},
      {"S3", "SUMMARY:Kommunfullmäktige", "SUMMARY:\\kommunfullmäktige"},
      {"S4", ";TZID=Europe/Stockholm", ";TZID=\"Europe/Stockholm\""},
      {"S5", "SUMMARY:Kommunfullmäktige", "SUMMARY:\x07Kommunfullmäktige"},
      {"URL", "URL:https://rytm", "URL:https://å,rytm"},
  };
  const std::string good = SampleNamed("public-council").Render();
  ASSERT_THAT(LintFeed(good), IsEmpty());
  for (const Row& row : rows)
    EXPECT_THAT(LintFeed(Broken(good, row.from, row.to)),
                Contains(StartsWith(std::string(row.rule) + " ")))
        << row.from << " -> " << row.to;
}

TEST(FeedLint, WantsAnEventAndNoZoneInVain) {
  const std::string empty = SampleNamed("empty").Render();
  ASSERT_THAT(LintFeed(empty), IsEmpty());
  const std::size_t begin = empty.find("BEGIN:VEVENT");
  const std::size_t end = empty.find("END:VCALENDAR");
  EXPECT_THAT(LintFeed(empty.substr(0, begin) + empty.substr(end)), Contains(StartsWith("C8 ")));
  const std::string event = empty.substr(begin, end - begin);
  std::string second = event;
  second.replace(second.find("UID:"), 4, "UID:x");
  EXPECT_THAT(LintFeed(empty.substr(0, end) + second + empty.substr(end)),
              Contains(StartsWith("C7 ")));
}

}  // namespace
}  // namespace rytm
