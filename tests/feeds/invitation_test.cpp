// Invitations by mail: rules M1-M10 of the feed profile, and read back by another parser.
#include "feeds/invitation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "feeds/read_calendar.h"
#include "tests/reminders/small_year.h"

namespace rytm {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

FeedScope Scope() {
  FeedScope scope;
  scope.level = Level::kMember;
  scope.zone = "Europe/Stockholm";
  return scope;
}

Invited To(Invited::Method method, int sequence) {
  return {.method = method,
          .sequence = sequence,
          .stamp = I("2027-09-01T10:00:00Z"),
          .organizer_name = "Ekeby kommun",
          .organizer_address = "kallelse+TAG@ekeby.example",
          .attendee_name = "Karin \"Kajan\" Exempel",
          .attendee_address = "karin@example.org"};
}

std::string OnOneLine(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

// How often a line of the calendar begins so.
int Count(const std::string& calendar, const std::string& name) {
  std::istringstream lines(calendar);
  int count = 0;
  for (std::string line; std::getline(lines, line);) count += line.starts_with(name) ? 1 : 0;
  return count;
}

TEST(InvitationTest, OneEventToOnePersonFromOneAddress) {
  const std::string text = OnOneLine(
      RenderInvitation(Meeting("1", "2027-09-22"), Scope(), To(Invited::Method::kRequest, 3)));
  EXPECT_THAT(text, HasSubstr("METHOD:REQUEST\r\n"));
  EXPECT_EQ(Count(text, "BEGIN:VEVENT"), 1);
  EXPECT_EQ(Count(text, "ATTENDEE"), 1);
  EXPECT_EQ(Count(text, "ORGANIZER"), 1);
  EXPECT_EQ(Count(text, "BEGIN:VTIMEZONE"), 1);
  EXPECT_EQ(Count(text, "X-WR-"), 0) << "M9";
  EXPECT_EQ(Count(text, "REFRESH-INTERVAL"), 0) << "M9";
  EXPECT_EQ(Count(text, "BEGIN:VALARM"), 1) << "M10";
  EXPECT_THAT(
      text, AllOf(HasSubstr("SEQUENCE:3\r\n"), HasSubstr("DTSTAMP:20270901T100000Z\r\n"),
                  HasSubstr("ORGANIZER;CN=\"Ekeby kommun\":mailto:kallelse+TAG@ekeby.example\r\n"),
                  HasSubstr("RSVP=TRUE;CN=\"Karin 'Kajan' Exempel\":mailto:karin@example.org\r\n"),
                  HasSubstr("STATUS:CONFIRMED\r\n"),
                  HasSubstr("UID:ekeby.sn.meeting.1@ekeby.example\r\n")));
}

TEST(InvitationTest, LinesAreFoldedAndEndAsTheyShould) {
  Invited invited = To(Invited::Method::kRequest, 0);
  invited.attendee_name = std::string(120, 'a');
  const std::string text = RenderInvitation(Meeting("1", "2027-09-22"), Scope(), invited);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(line.size(), 76U) << line;
    EXPECT_TRUE(line.ends_with('\r')) << line;
  }
}

TEST(InvitationTest, WhatTakesItAwayTellsTimeAndTitleAlone) {
  Event meeting = Meeting("1", "2027-09-22");
  meeting.link = "https://video.example/secret";
  for (const auto method : {Invited::Method::kCancel, Invited::Method::kRemove}) {
    const std::string text = OnOneLine(RenderInvitation(meeting, Scope(), To(method, 4)));
    EXPECT_THAT(text, AllOf(HasSubstr("METHOD:CANCEL\r\n"), HasSubstr("STATUS:CANCELLED\r\n"),
                            HasSubstr("DTSTART;TZID=Europe/Stockholm:20270922T133000\r\n"),
                            Not(HasSubstr("secret")), Not(HasSubstr("Delårsrapport")),
                            Not(HasSubstr("Stora salen")), Not(HasSubstr("VALARM"))));
    EXPECT_EQ(text.find("INSTÄLLT") != std::string::npos, method == Invited::Method::kCancel);
  }
}

TEST(InvitationTest, WhoLeftAndMaySeeItNoLongerGetsTheCancellation) {
  Event meeting = Meeting("1", "2027-09-22");
  meeting.levels = {Level::kSecretariat};
  EXPECT_THAT(RenderInvitation(meeting, Scope(), To(Invited::Method::kRemove, 4)),
              HasSubstr("SUMMARY:Socialnämnden: Sammanträde\r\n"));
}

TEST(InvitationTest, NothingInANameBecomesALineOfItsOwn) {
  Invited invited = To(Invited::Method::kRequest, 0);
  invited.attendee_name = "Karin\r\nATTENDEE:mailto:other@example.org";
  invited.attendee_address = "karin@example.org\r\nX-EVIL:1";
  const std::string text = RenderInvitation(Meeting("1", "2027-09-22"), Scope(), invited);
  EXPECT_EQ(Count(OnOneLine(text), "ATTENDEE"), 1);
  EXPECT_EQ(Count(OnOneLine(text), "X-EVIL"), 0);
}

TEST(InvitationTest, AnotherParserReadsTheSameMeeting) {
  const Event meeting = Meeting("1", "2027-09-22");
  const Result<ReadCalendar> read = ReadCalendarFile(
      RenderInvitation(meeting, Scope(), To(Invited::Method::kRequest, 0)), "Europe/Stockholm");
  ASSERT_TRUE(read.ok()) << read.error().message.en;
  ASSERT_EQ(read.value().events.size(), 1U);
  const CalendarEvent& event = read.value().events[0];
  EXPECT_EQ(event.uid, meeting.uid);
  EXPECT_EQ(event.start.day, meeting.day);
  EXPECT_EQ(event.start.time, meeting.at);
  EXPECT_EQ(event.lasts, meeting.lasts);
}

}  // namespace
}  // namespace rytm
