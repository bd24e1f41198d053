// Calendars read in a process of their own: its answer comes back, and whatever happens to it, this
// process goes on.
#include "app/calendar_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <sstream>

#include "app/calendar_answer.h"
#include "base/limits.h"
#include "base/sanitized.h"

namespace rytm {
namespace {

const CalendarQuestion kQuestion{"Europe/Stockholm", MakeDay(2027, 12, 31)};

const std::string kCalendar =
    "BEGIN:VCALENDAR\nX-WR-CALNAME:Möten\nBEGIN:VEVENT\nSUMMARY:\"KS\"\\, möte\nLOCATION:Salen\n"
    "CATEGORIES:a,b\nDTSTART:20270203T133000\nDURATION:PT3H\nRRULE:FREQ=WEEKLY;COUNT=2\n"
    "END:VEVENT\nBEGIN:VEVENT\nSTATUS:CANCELLED\nDTSTART:20270301\nEND:VEVENT\nBEGIN:VEVENT\n"
    "DTSTART:nej\nEND:VEVENT\nEND:VCALENDAR\n";

TEST(CalendarGuard, BringsBackWhatWasRead) {
  const Result<CalendarTimes> guarded = CalendarGuard(RYTM_PROGRAM).Read(kCalendar, kQuestion);
  ASSERT_TRUE(guarded.ok()) << guarded.error().message.sv;
  const Result<CalendarTimes> direct =
      TimesOf(ReadCalendarFile(kCalendar, kQuestion.zone).value(), kQuestion.endless_until);
  EXPECT_EQ("Möten", guarded.value().name);
  EXPECT_EQ(direct.value().times, guarded.value().times);
  EXPECT_EQ(direct.value().problems, guarded.value().problems);
  EXPECT_EQ(3U, guarded.value().times.size());
}

TEST(CalendarGuard, BringsBackARefusal) {
  const Result<CalendarTimes> html = CalendarGuard(RYTM_PROGRAM).Read("<html>", kQuestion);
  ASSERT_FALSE(html.ok());
  EXPECT_EQ(ErrorCode::kBadInput, html.error().code);
  const std::string large(kCalendarBytesMax + 1, 'a');
  const Result<CalendarTimes> too_large = CalendarGuard(RYTM_PROGRAM).Read(large, kQuestion);
  ASSERT_FALSE(too_large.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, too_large.error().code);
}

// The largest calendar that may be has room and time enough.
TEST(CalendarGuard, ReadsTheLargestCalendar) {
  std::string file = "BEGIN:VCALENDAR\n";
  const std::string words(300, 'a');
  for (std::size_t i = 0; i < kCalendarEventsMax; ++i)
    file += "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nSUMMARY:" + words +
            "\nDTSTART:20270203T133000Z\nEND:VEVENT\n";
  file += "END:VCALENDAR\n";
  ASSERT_LE(file.size(), kCalendarBytesMax);
  const Result<CalendarTimes> times = CalendarGuard(RYTM_PROGRAM).Read(file, kQuestion);
  ASSERT_TRUE(times.ok()) << times.error().message.sv;
  EXPECT_EQ(kCalendarEventsMax, times.value().times.size());
}

struct ProgramCase {
  std::string program;
  ErrorCode code;
};

TEST(CalendarGuard, GoesOnWhateverBecomesOfTheReader) {
  for (const ProgramCase& c : std::initializer_list<ProgramCase>{
           {"/no/such/program", ErrorCode::kUnavailable},  // nothing to start
           {"/bin/false", ErrorCode::kTooLarge},           // gave up
           {"/bin/true", ErrorCode::kUnavailable},         // says nothing
           {"/bin/echo", ErrorCode::kUnavailable}}) {      // says something else
    const Result<CalendarTimes> times = CalendarGuard(c.program).Read(kCalendar, kQuestion);
    ASSERT_FALSE(times.ok()) << c.program;
    EXPECT_EQ(c.code, times.error().code) << c.program;
  }
}

TEST(CalendarAnswer, IsBelievedOnlyWhereItHoldsTogether) {
  for (const char* answer :
       {"", "null", "[]", "{}", R"({"name": "x", "times": [{}], "problems": []})",
        R"({"name": "x", "times": 7, "problems": []})",
        R"({"error": "nothing we know", "message": {"sv": "x", "en": "x"}, "problems": []})"}) {
    const Result<CalendarTimes> times = ReadCalendarAnswer(answer);
    ASSERT_FALSE(times.ok()) << answer;
    EXPECT_EQ(ErrorCode::kUnavailable, times.error().code) << answer;
  }
}

#if !RYTM_SANITIZED
// Bytes that never end: while they are waited for, time or memory runs out.
class Endless : public std::streambuf {
 public:
  explicit Endless(bool takes_memory) : takes_memory_(takes_memory) {}
  std::size_t mebibytes() const { return taken_.size(); }

 private:
  std::streamsize xsgetn(char*, std::streamsize) override {
    for (;;)
      if (takes_memory_) taken_.emplace_back(1024 * 1024, 'x');
  }
  bool takes_memory_;
  std::vector<std::string> taken_;
};

void AnswerFrom(Endless& bytes) {
  std::istream in(&bytes);
  std::ostringstream out;
  AnswerCalendarQuestion(in, out, kQuestion);
}

void ReadForEver() {
  Endless bytes(false);
  AnswerFrom(bytes);
}

void TakeAllMemory() {
  Endless bytes(true);
  AnswerFrom(bytes);
  exit(bytes.mebibytes() <= kCalendarMemoryBytesMax / (1024 * 1024) ? 0 : 1);
}

TEST(CalendarGuardDeathTest, BoundsTimeAndMemory) {
  EXPECT_EXIT(ReadForEver(), ::testing::KilledBySignal(SIGKILL), "");
  EXPECT_EXIT(TakeAllMemory(), ::testing::ExitedWithCode(0), "");
}
#endif

}  // namespace
}  // namespace rytm
