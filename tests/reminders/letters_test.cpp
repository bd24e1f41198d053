// The mails as a member reads them: whole, against golden files.
#include "reminders/letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/reminders/small_year.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string ReadWhole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class LettersTest : public testing::Test {
 protected:
  LettersTest() {
    organisation_.name = {"Ekeby kommun", "Ekeby Municipality"};
    organisation_.contact = {"Kansliet, kansliet@ekeby.example", "The office"};
    templates_.emplace("letter", template_);
  }
  LetterFrame Frame() const { return {organisation_, templates_, D("2027-09-15")}; }
  static LetterLinks Links() {
    return {.page = [](const Event&) { return std::string("https://rytm.example/my/one"); },
            .choices = "https://rytm.example/my/choices",
            .unsubscribe = "https://rytm.example/my/stop"};
  }

  static void ExpectGolden(const std::string& name, const Letter& letter) {
    const std::filesystem::path path =
        std::filesystem::path(RYTM_SOURCE_DIR) / "tests" / "golden" / "letters" / (name + ".txt");
    const std::string text = "Subject: " + letter.subject + "\n\n" + letter.text;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
      std::filesystem::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << text;
    }
    EXPECT_EQ(text, ReadWhole(path)) << name;
  }

  const std::string template_ =
      ReadWhole(std::filesystem::path(RYTM_SOURCE_DIR) / "src/reminders/templates/letter.mustache");
  Organisation organisation_;
  LetterTemplates templates_;
};

Reminder RemindOf(const Event& event, const Correspondent& to, ReminderKind kind) {
  return {.kind = kind,
          .event = &event,
          .to = &to,
          .seen_as = *SeenAsBy(event, to.person, D("2027-09-15")),
          .due = I("2027-09-15T06:00:00Z"),
          .stale = I("2027-09-22T11:30:00Z")};
}

TEST_F(LettersTest, OneMeeting) {
  const Event meeting = Meeting("1", "2027-09-22");
  const Correspondent karin = Somebody("p-1", Post::kMember, kEveryKind);
  const std::vector reminders{RemindOf(meeting, karin, ReminderKind::kWeekBefore)};
  const Letter letter = ReminderLetter(Frame(), reminders, {}, Links());
  ExpectGolden("one-meeting", letter);
  EXPECT_EQ(letter.keys.size(), 1U);
  EXPECT_EQ(letter.unsubscribe_address, "https://rytm.example/my/stop");
}

TEST_F(LettersTest, ASubstituteIsToldSoInEnglishToo) {
  const Event meeting = Meeting("1", "2027-09-22");
  Correspondent karin = Somebody("p-1", Post::kSubstitute, kEveryKind);
  karin.person.language = Language::kEnglish;
  const std::vector reminders{RemindOf(meeting, karin, ReminderKind::kDayBefore)};
  ExpectGolden("substitute-in-english", ReminderLetter(Frame(), reminders, {}, Links()));
  MeetingMarks called;
  called.called.insert({meeting.uid, "p-1"});
  EXPECT_THAT(ReminderLetter(Frame(), reminders, called, Links()).text,
              HasSubstr("You are called"));
}

TEST_F(LettersTest, SeveralAtOnceAreOneMail) {
  const Event meeting = Meeting("1", "2027-09-22");
  const Event dialogue = Reflection("1", "2027-09-24");
  const Correspondent karin = Somebody("p-1", Post::kMember, kEveryKind);
  const std::vector reminders{RemindOf(meeting, karin, ReminderKind::kPapers),
                              RemindOf(meeting, karin, ReminderKind::kDayBefore),
                              RemindOf(dialogue, karin, ReminderKind::kDialogue)};
  const Letter letter = ReminderLetter(Frame(), reminders, {}, Links());
  ExpectGolden("several-at-once", letter);
  EXPECT_EQ(letter.keys.size(), 3U);
}

TEST_F(LettersTest, AYearOfNewMeetings) {
  std::vector<Event> events;
  for (int month = 1; month <= 12; ++month)
    if (month != 7) {
      Event meeting = Meeting(std::to_string(month), "2027-09-22");
      meeting.day = MakeDay(2028, static_cast<unsigned>(month), 12);
      events.push_back(meeting);
    }
  const Edition edition = EditionOf(events);
  const std::vector<Difference> differences = Compare(nullptr, edition);
  const std::vector<BodyNews> news{
      {.body = "sn", .name = edition.body_name, .differences = differences}};
  const std::vector karin{Somebody("p-1", Post::kMember, kEveryKind)};
  const std::vector<Notice> notices =
      NoticesOf(news, karin, Stockholm(), I("2027-09-15T10:00:00Z"));
  ASSERT_EQ(notices.size(), 1U);
  ExpectGolden("new-year", NoticeLetter(Frame(), notices[0], "change/1/p-1", Links(),
                                        I("2027-09-15T10:00:00Z")));
}

TEST_F(LettersTest, WhatChangedWithWhatWas) {
  const Event moved_before = Meeting("1", "2027-10-20");
  const Event cancelled_before = Meeting("2", "2027-11-17");
  const Event placed_before = Meeting("3", "2027-12-15");
  Event moved = moved_before;
  moved.day = D("2027-10-21");
  moved.at = TimeOfDay{9 * 60};
  moved.public_reason = {"Krock med regionfullmäktige", "Clash with the regional council"};
  Event cancelled = cancelled_before;
  cancelled.status = EventStatus::kCancelled;
  Event placed = placed_before;
  placed.place = {"Biblioteket", "The library"};
  const Edition before = EditionOf({moved_before, cancelled_before, placed_before});
  const Edition after = EditionOf({moved, cancelled, placed, Reflection("1", "2027-10-12")});
  const std::vector<Difference> differences = Compare(&before, after);
  const std::vector<BodyNews> news{
      {.body = "sn", .name = after.body_name, .differences = differences}};
  const std::vector karin{Somebody("p-1", Post::kMember, kEveryKind)};
  const std::vector<Notice> notices =
      NoticesOf(news, karin, Stockholm(), I("2027-09-15T10:00:00Z"));
  ASSERT_EQ(notices.size(), 1U);
  ExpectGolden("changes", NoticeLetter(Frame(), notices[0], "change/1/p-1", Links(),
                                       I("2027-09-15T10:00:00Z")));
}

TEST_F(LettersTest, WhoCannotComeAndWhoIsNext) {
  const Event meeting = Meeting("1", "2027-09-22");
  const Correspondent karin = Somebody("p-1", Post::kMember, {});
  const Correspondent secretary = Somebody("p-2", Post::kSecretary, {});
  Person hidden = Somebody("p-3", Post::kSubstitute, {}).person;
  hidden.name = "Hemliga Namnet";
  hidden.hidden = true;
  const Person* substitutes[] = {&hidden};
  const Letter letter = AbsenceLetter(Frame(), secretary.person, meeting, karin.person, substitutes,
                                      "absence/1/p-1/p-2", I("2027-09-15T10:00:00Z"));
  ExpectGolden("cannot-come", letter);
  EXPECT_THAT(letter.text + letter.html, Not(HasSubstr("Hemliga")));
  ExpectGolden(
      "noted",
      NotedLetter(Frame(), karin.person, meeting, *SeenAsBy(meeting, karin.person, D("2027-09-15")),
                  MeetingNote::kAbsent, "noted/1/p-1", Links(), I("2027-09-15T10:00:00Z")));
  ExpectGolden("way-in", WayInLetter(Frame(), karin.person, "https://rytm.example/my/page",
                                     "way-in/1", I("2027-09-15T10:00:00Z")));
}

TEST_F(LettersTest, NoTextOfOthersBecomesMarkup) {
  Event meeting = Meeting("1", "2027-09-22");
  meeting.title = {"<script>alert(1)</script>\nBcc: x@example.org", ""};
  meeting.place = {"<b>\"&'", ""};
  const Correspondent karin = Somebody("p-1", Post::kMember, kEveryKind);
  const std::vector reminders{RemindOf(meeting, karin, ReminderKind::kDayBefore)};
  const Letter letter = ReminderLetter(Frame(), reminders, {}, Links());
  EXPECT_THAT(letter.html, Not(HasSubstr("<script>")));
  EXPECT_THAT(letter.html, Not(HasSubstr("<b>")));
  EXPECT_THAT(letter.subject, Not(HasSubstr("\n")));
}

}  // namespace
}  // namespace rytm
