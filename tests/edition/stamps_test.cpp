// Which edit moves which stamps: SEQUENCE for all, DTSTAMP and LAST-MODIFIED for each level (DESIGN
// §4).
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/edition/edits.h"

namespace rytm {
namespace {

constexpr std::string_view kFirst = "2026-11-23T14:02:00Z";
constexpr std::string_view kSecond = "2026-12-01T09:00:00Z";
TEST(Stamps, MoveWithWhatEachLevelSees) {
  for (const Edit& edit : Edits()) {
    const EditedWorld before;
    EditedWorld after;
    edit.change(after);
    const std::vector<Edition> first = before.Publish({}, kFirst);
    const std::vector<Edition> second = after.Publish(first, kSecond);
    if (edit.moved.empty()) {
      EXPECT_TRUE(second.empty()) << edit.name << ": an edition of nothing";
      continue;
    }
    ASSERT_EQ(second.size(), 1U) << edit.name;
    const auto is_meeting = [](const Event& event) { return event.kind == EventKind::kMeeting; };
    const auto event = std::find_if(second[0].events.begin(), second[0].events.end(), is_meeting);
    ASSERT_NE(event, second[0].events.end());
    EXPECT_EQ(event->sequence, edit.sequence) << edit.name;
    EXPECT_EQ(event->created, At(kFirst)) << edit.name;
    for (int level = 0; level < kLevelCount; ++level)
      EXPECT_EQ(event->modified[static_cast<std::size_t>(level)],
                At(edit.moved.Has(static_cast<Level>(level)) ? kSecond : kFirst))
          << edit.name << ", level " << level;
  }
}

TEST(Stamps, TheSequenceOnlyGrows) {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  const std::string uid = meeting.id + "@ekeby.example";
  publications.Publish({meeting}, kFirst);
  int last = 0;
  // Moved, moved twice in the same second, moved back, cancelled, revived.
  for (const char* day : {"2027-04-14", "2027-04-21", "2027-04-07"}) {
    meeting.day = On(day);
    publications.Publish({meeting}, kSecond);
    EXPECT_EQ(publications.Find(uid).sequence, ++last) << day;
  }
  for (const bool cancelled : {true, false}) {
    meeting.cancelled = cancelled;
    publications.Publish({meeting}, kSecond);
    EXPECT_EQ(publications.Find(uid).sequence, ++last);
  }
}

}  // namespace
}  // namespace rytm
