// Calendar files from outside: the right data or a clear refusal, never a crash, never a silent
// loss. A row is a file and what comes of it.
#include "feeds/read_calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/limits.h"

namespace rytm {
namespace {

using ::testing::HasSubstr;

const std::string kBegin = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n";
const std::string kEnd = "END:VCALENDAR\r\n";

// With LF in place of CR LF, for tests that are easier to read.
std::string Lines(const std::string& text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? "\r\n" : std::string(1, c);
  return lines;
}

// One event with these lines.
std::string Event(const std::string& lines) {
  return kBegin + "BEGIN:VEVENT\r\nUID:a@x\r\n" + Lines(lines) + "END:VEVENT\r\n" + kEnd;
}

std::string InWords(const CalendarMoment& moment) {
  return FormatDay(moment.day) + (moment.time ? " " + FormatTimeOfDay(*moment.time) : "");
}

std::string InWords(const CalendarRepeat& repeat) {
  std::string words = " [" + repeat.rrule;
  if (repeat.count) words += " x" + std::to_string(*repeat.count);
  if (repeat.until) words += " until " + InWords(*repeat.until);
  for (const CalendarMoment& moment : repeat.except) words += " -" + InWords(moment);
  for (const CalendarMoment& moment : repeat.added) words += " +" + InWords(moment);
  return words + "]";
}

std::string InWords(const CalendarEvent& event) {
  std::string words = InWords(event.start);
  if (event.lasts) words += " " + FormatLength(*event.lasts);
  if (event.days > 1) words += " " + std::to_string(event.days) + " days";
  if (event.cancelled) words += " cancelled";
  if (event.free) words += " free";
  if (event.repeat) words += InWords(*event.repeat);
  if (event.instead_of) words += " instead of " + InWords(*event.instead_of);
  if (!event.summary.empty()) words += " \"" + event.summary + "\"";
  if (!event.location.empty()) words += " in " + event.location;
  return words;
}

// Events one a line, then problems; or the refusal of the whole.
std::string Read(const std::string& bytes) {
  const Result<ReadCalendar> calendar = ReadCalendarFile(bytes, "Europe/Stockholm");
  if (!calendar.ok()) {
    EXPECT_FALSE(calendar.error().message.en.empty());
    return "refused: " + calendar.error().message.sv;
  }
  std::string words;
  for (const CalendarEvent& event : calendar.value().events) words += InWords(event) + "\n";
  for (const Problem& problem : calendar.value().problems) {
    EXPECT_FALSE(problem.what.en.empty());
    words += "! " + problem.pointer + ": " + problem.what.sv + "\n";
  }
  return words;
}

struct FileCase {
  std::string name;
  std::string bytes;
  std::string read;  // part of what Read says
};

// For the test's own messages.
void PrintTo(const FileCase& row, std::ostream* out) { *out << row.name; }

std::string NameOf(const ::testing::TestParamInfo<FileCase>& row) { return row.param.name; }

class WholeFile : public ::testing::TestWithParam<FileCase> {};
TEST_P(WholeFile, IsReadOrRefused) {
  EXPECT_THAT(Read(GetParam().bytes), HasSubstr(GetParam().read));
}

const std::string kOne = Event("DTSTART:20270203T133000\nSUMMARY:Möte\n");
const std::string kOneRead = "2027-02-03 13:30 \"Möte\"\n";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string AsUtf16(const std::string& ascii, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big) bytes += '\0';
    bytes += c;
    if (!big) bytes += '\0';
  }
  return bytes;
}

std::string Nested(int depth) {
  std::string text = kBegin;
  for (int i = 0; i < depth; ++i) text += "BEGIN:VALARM\r\n";
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"Plain", kOne, kOneRead},
        {"Empty", "", "refused: Filen är ingen hel kalender: den börjar inte"},
        {"OneByte", "B", "refused: Filen är ingen hel kalender"},
        {"ByteOrderMark", "\xEF\xBB\xBF" + kOne, kOneRead},
        {"Utf16LittleEndian", AsUtf16(Event("DTSTART:20270203\n"), false), "2027-02-03\n"},
        {"Utf16BigEndian", AsUtf16(Event("DTSTART:20270203\n"), true), "2027-02-03\n"},
        {"Windows1252", Replaced(kOne, "ö", "\xF6"), kOneRead},
        {"ZeroByte", Replaced(kOne, "Möte", std::string("M\0te", 4)), "refused: "},
        {"LogInPage", "<!DOCTYPE html><title>Logga in</title>", "refused: Filen är ingen hel"},
        {"Compressed", std::string("\x1F\x8B\x08\0\0\0", 6), "refused: "},
        {"Json", "{\"vcalendar\": []}", "refused: Filen är ingen hel kalender"},
        {"TooManyBytes", std::string(kCalendarBytesMax + 1, 'a'),
         "refused: Kalenderfilen är för"}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Lines, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"LineFeeds", Replaced(kOne, "\r\n", "\n"), kOneRead},
        {"CarriageReturns", Replaced(kOne, "\r\n", "\r"), kOneRead},
        {"NoFinalBreak", kOne.substr(0, kOne.size() - 2), kOneRead},
        {"EmptyLines", Replaced(kOne, "\r\n", "\r\n\r\n"), kOneRead},
        {"FoldedWithTab", Replaced(kOne, "Möte", "Mö\r\n\tte"), kOneRead},
        {"FoldedWithinALetter", Replaced(kOne, "ö", "\xC3\r\n \xB6"), kOneRead},
        {"FoldWithoutBlank", Replaced(kOne, "Möte", "Mö\r\nte"), "! line 8: Raden är ingen"},
        {"LongLine", Replaced(kOne, "Möte", std::string(kCalendarLineBytesMax, 'a')),
         "refused: Kalenderfilen är för stor"},
        {"ManyLines", kBegin + Replaced(std::string(kCalendarLinesMax, 'x'), "x", "X:\r\n") + kEnd,
         "refused: Kalenderfilen är för stor"}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Parts, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"CutOff", kBegin + "BEGIN:VEVENT\r\nDTSTART:20270203\r\n", "VEVENT på rad 4 tar aldrig"},
        {"EndFirst", "END:VCALENDAR\r\n", "avslutar inget"},
        {"OtherEnd", kBegin + "BEGIN:VEVENT\r\nEND:VTODO\r\n" + kEnd, "avslutar inget"},
        {"SmallLetters", Replaced(Replaced(kOne, "BEGIN", "begin"), "VEVENT", "vevent"), kOneRead},
        {"CalendarWithin", kBegin + kBegin + kEnd + kEnd, "en kalender inne i en annan"},
        {"TwoCalendars", kOne + Replaced(kOne, "a@x", "b@x"), kOneRead + kOneRead},
        {"EventAlone", "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "utanför VCALENDAR"},
        {"DeeplyNested", Nested(100000), "refused: "},
        {"AnAnswer", Replaced(kOne, "PRODID", "METHOD:REPLY\r\nPRODID"), "svar på en inbjudan"},
        {"ACancellation", Replaced(kOne, "PRODID", "METHOD:CANCEL\r\nPRODID"),
         "2027-02-03 13:30 cancelled"},
        {"AlarmsPlayNoPart",
         Event("DTSTART:20270203\nBEGIN:VALARM\nDTSTART:19990101\nSUMMARY:x\nEND:VALARM\n"),
         "2027-02-03\n"}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Identity, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"NoUid", Replaced(kOne, "UID:a@x\r\n", ""), kOneRead},
        {"SameUidTwice", kOne + kOne, "! line 13: Händelsen har samma UID som den på rad 4"},
        {"HigherSequenceCounts",
         Event("SEQUENCE:1\nDTSTART:20270203\n") + Event("SEQUENCE:2\nDTSTART:20270210\n") +
             Event("SEQUENCE:0\nDTSTART:20270217\n"),
         "2027-02-10\n"},
        {"OneTimeChanged",
         Event("DTSTART:20270203\nRRULE:FREQ=DAILY;COUNT=3\n") +
             Event("RECURRENCE-ID:20270204\nDTSTART:20270208\n"),
         "2027-02-08 instead of 2027-02-04\n"},
        {"AllThatFollow", Event("RECURRENCE-ID;RANGE=THISANDFUTURE:20270204\nDTSTART:20270208\n"),
         "! line 6: En ändring av alla följande gånger"}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Times, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"WholeDay", Event("DTSTART;VALUE=DATE:20270203\nDTEND;VALUE=DATE:20270204\n"),
         "2027-02-03\n"},
        {"ThreeDays", Event("DTSTART:20270203\nDTEND:20270206\n"), "2027-02-03 3 days\n"},
        {"Span", Event("DTSTART:20270203T133000\nDTEND:20270203T163000\n"),
         "2027-02-03 13:30 PT3H\n"},
        {"Utc", Event("DTSTART:20270203T123000Z\n"), "2027-02-03 13:30\n"},
        {"UtcInSummer", Event("DTSTART:20270603T113000Z\n"), "2027-06-03 13:30\n"},
        {"OverTwoDays", Event("DTSTART:20270203T080000\nDTEND:20270204T120000\n"),
         "2027-02-03 08:00 PT4H 2 days\n"},
        {"Duration", Event("DTSTART:20270203T133000\nDURATION:PT1H30M\n"),
         "2027-02-03 13:30 PT1H30M\n"},
        {"DurationOfDays", Event("DTSTART:20270203\nDURATION:P2D\n"), "2027-02-03 2 days\n"},
        {"EndAtStart", Event("DTSTART:20270203T133000\nDTEND:20270203T133000\n"),
         "2027-02-03 13:30\n"},
        {"LastSecondOfTheDay", Event("DTSTART:20270203T200000\nDTEND:20270203T235959\n"),
         "2027-02-03 20:00 PT4H\n"},
        {"MonthThirteen", Event("DTSTART:20261399T990000\n"), "! line 6: DTSTART är ingen dag"},
        {"Hour99", Event("DTSTART:20270203T990000\n"), "! line 6: DTSTART är ingen dag"},
        {"YearZero", Event("DTSTART:00000101\n"), "! line 6: DTSTART är ingen dag"},
        {"Year9999", Event("DTSTART:99991231\n"), "! line 6: DTSTART är ingen dag"},
        {"ThirtiethOfFebruary", Event("DTSTART:20270230\n"), "! line 6: DTSTART är ingen dag"},
        {"LongAndCutBetweenLetters", Event("DTSTART:" + std::string(39, 'a') + "åå\n"),
         "planera: " + std::string(39, 'a') + "…."},
        {"WithHyphens", Event("DTSTART:2027-02-03\n"), "! line 6: DTSTART är ingen dag"},
        {"NoStart", Event("SUMMARY:x\n"), "! line 4: Händelsen har ingen början"},
        {"EmptyStart", Event("DTSTART:\n"), "! line 6: DTSTART är ingen dag"},
        {"StartTwice", Event("DTSTART:20270203\nDTSTART:20270204\n"), "DTSTART står två gånger"},
        {"EndBefore", Event("DTSTART:20270203T133000\nDTEND:20270203T120000\n"), "! line 7: "},
        {"DayToTime", Event("DTSTART:20270203\nDTEND:20270203T120000\n"), "! line 7: Början är"},
        {"NegativeDuration", Event("DTSTART:20270203\nDURATION:-P1D\n"), "! line 7: "},
        {"HugeDuration", Event("DTSTART:20270203\nDURATION:P99999999D\n"), "! line 7: "},
        {"EndAndDuration", Event("DTSTART:20270203\nDTEND:20270204\nDURATION:P1D\n"),
         "både DTEND och DURATION"},
        {"ThreeWeeks", Event("DTSTART:20270203\nDTEND:20270224\n"), "2027-02-03 21 days\n"},
        {"LongerThanAYear", Event("DTSTART:20270203\nDTEND:20280301\n"), "! line 7: "}}),
    NameOf);

// An hour ahead of us, all the year.
const std::string kOwnZone =
    "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
    "TZOFFSETFROM:+0200\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n";

std::string In(const std::string& zone, const std::string& described = "") {
  return kBegin + Lines(described) + "BEGIN:VEVENT\r\nDTSTART;TZID=" + zone +
         ":20270203T133000\r\nEND:VEVENT\r\n" + kEnd;
}

INSTANTIATE_TEST_SUITE_P(
    Zones, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"Stockholm", In("Europe/Stockholm"), "2027-02-03 13:30\n"},
        {"Helsinki", In("Europe/Helsinki"), "2027-02-03 12:30\n"},
        {"UtcByName", In("UTC"), "2027-02-03 14:30\n"},
        {"Windows", In("W. Europe Standard Time"), "2027-02-03 13:30\n"},
        {"WindowsInWords", In("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien\""),
         "2027-02-03 13:30\n"},
        {"Libical", In("/freeassociation.sourceforge.net/Europe/Stockholm"), "2027-02-03 13:30\n"},
        {"Mozilla", In("/mozilla.org/20050126_1/Europe/Stockholm"), "2027-02-03 13:30\n"},
        {"OfTheFile", In("Customized Time Zone", kOwnZone), "2027-02-03 12:30\n"},
        {"UnknownAndNotDescribed", In("Customized Time Zone"),
         "Tidszonen \"Customized Time Zone\" är inte känd"},
        {"LyingAboutStockholm",
         In("Europe/Stockholm", Replaced(kOwnZone, "Customized Time Zone", "Europe/Stockholm")),
         "2027-02-03 13:30\n"},
        {"WithoutOffsets", In("Own", "BEGIN:VTIMEZONE\nTZID:Own\nEND:VTIMEZONE\n"), "är inte känd"},
        {"StrangeOffset", In("Customized Time Zone", Replaced(kOwnZone, "+0200", "+2500")),
         "är inte känd"},
        {"UnsafeRule",
         In("Customized Time Zone", Replaced(kOwnZone, "DTSTART:16010101T000000",
                                             "DTSTART:16010101T000000\nRRULE:FREQ=SECONDLY")),
         "är inte känd"}}),
    NameOf);

std::string Repeated(const std::string& lines) {
  return Event("DTSTART:20270203T133000\n" + lines);
}

INSTANTIATE_TEST_SUITE_P(
    Repeats, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"Weekly", Repeated("RRULE:FREQ=WEEKLY;INTERVAL=4;COUNT=5\n"),
         "[FREQ=WEEKLY;INTERVAL=4 x5]"},
        {"UntilInUtc", Repeated("RRULE:FREQ=WEEKLY;UNTIL=20270301T123000Z\n"),
         "[FREQ=WEEKLY until 2027-03-01 13:30]"},
        {"UntilADay", Repeated("RRULE:FREQ=WEEKLY;UNTIL=20270301\n"), "until 2027-03-01]"},
        {"Except", Repeated("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270210T133000,20270217T133000\n"),
         "-2027-02-10 13:30 -2027-02-17 13:30]"},
        {"ExceptInUtc", Repeated("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20270210T123000Z\n"),
         "-2027-02-10 13:30]"},
        {"Added", Repeated("RDATE:20270311T133000\n"), "[ +2027-03-11 13:30]"},
        {"Secondly", Repeated("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n"), "! line 7: "},
        {"Minutely", Repeated("RRULE:FREQ=MINUTELY\n"), "! line 7: "},
        {"Hourly", Repeated("RRULE:FREQ=HOURLY\n"), "! line 7: "},
        {"NeverThatDay", Repeated("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n"), "! line 7: "},
        {"CountAndUntil", Repeated("RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270301\n"), "! line 7: "},
        {"CountTooMany", Repeated("RRULE:FREQ=DAILY;COUNT=9999\n"),
         "! line 7: Händelsen upprepas mer än 1000 gånger"},
        {"IntervalZero", Repeated("RRULE:FREQ=DAILY;INTERVAL=0\n"), "! line 7: "},
        {"NegativeInterval", Repeated("RRULE:FREQ=DAILY;INTERVAL=-1\n"), "! line 7: "},
        {"TwoHundredthSunday", Repeated("RRULE:FREQ=YEARLY;BYDAY=255SU\n"), "! line 7: "},
        {"OtherCalendar", Repeated("RRULE:RSCALE=CHINESE;FREQ=YEARLY\n"), "! line 7: "},
        {"RuleTwice", Repeated("RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY\n"), "RRULE står två gånger"},
        {"ExceptionRule", Repeated("RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY\n"), "! line 8: EXRULE"},
        {"SpanOfTime", Repeated("RDATE;VALUE=PERIOD:20270301T100000Z/PT1H\n"),
         "! line 7: Ett tids"},
        {"TooManyExcepted",
         Repeated("RRULE:FREQ=DAILY\nEXDATE:" +
                  Replaced(std::string(kCalendarRepeatsMax + 1, 'x'), "x", "20270210T133000,") +
                  "20270210T133000\n"),
         "! line 8: "},
        {"InAnotherZone", Event("DTSTART:20270203T123000Z\nRRULE:FREQ=WEEKLY\n"),
         "ska stå i organisationens egen tidszon"}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Words, WholeFile,
    ::testing::ValuesIn(std::vector<FileCase>{
        {"Escaped", Event("DTSTART:20270203\nSUMMARY:A\\, b\\; c\\\\ d\\ne\nLOCATION:Salen\n"),
         "\"A, b; c\\ d e\" in Salen"},
        {"Cancelled", Event("DTSTART:20270203\nSTATUS:CANCELLED\n"), "2027-02-03 cancelled"},
        {"StatusOfItsOwn", Event("DTSTART:20270203\nSTATUS:FOO\n"), "2027-02-03\n"},
        {"Free", Event("DTSTART:20270203\nTRANSP:TRANSPARENT\n"), "2027-02-03 free"},
        {"StrangeSequence", Event("DTSTART:20270203\nSEQUENCE:abc\n"), "2027-02-03\n"},
        {"Steering",
         Event("DTSTART:20270203\nSUMMARY:a\x07\xE2\x80\xAE"
               "b\n"),
         "\"ab\""},
        {"Script", Event("DTSTART:20270203\nURL:javascript:alert(1)\nATTACH:file:///etc/passwd\n"),
         "2027-02-03\n"},
        {"Formula", Event("DTSTART:20270203\nSUMMARY:=HYPERLINK(1)\n"), "\"=HYPERLINK(1)\""},
        {"OfManyParameters",
         Event("DTSTART" + Replaced(std::string(200, 'x'), "x", ";A=b") + ":20270203\n"),
         "2027-02-03\n"},
        {"NoName", Event("DTSTART:20270203\n;;;=\nX-:\n:x\n"), "! line 7: Raden är ingen"},
        {"TooLong",
         Event("DTSTART:20270203\nSUMMARY:" + std::string(kTextBytesMax + 1, 'a') + "\n"),
         "! line 7: SUMMARY är längre än"}}),
    NameOf);

TEST(ReadCalendar, TellsWhatTheCalendarIsCalledAndWhatEventsAreAbout) {
  const std::string file =
      Replaced(Event("DTSTART:20270203\nCATEGORIES:Politik,Kommun\\,styrelsen\nCATEGORIES:KS\n"),
               "PRODID", "X-WR-CALNAME:Sammanträden\r\nPRODID");
  const Result<ReadCalendar> calendar = ReadCalendarFile(file, "Europe/Stockholm");
  ASSERT_TRUE(calendar.ok());
  EXPECT_EQ("Sammanträden", calendar.value().name);
  EXPECT_EQ((std::vector<std::string>{"Politik", "Kommun,styrelsen", "KS"}),
            calendar.value().events.at(0).categories);
}

TEST(ReadCalendar, RefusesMoreEventsThanMayBe) {
  std::string file = kBegin;
  for (std::size_t i = 0; i <= kCalendarEventsMax; ++i)
    file += "BEGIN:VEVENT\r\nDTSTART:20270203\r\nEND:VEVENT\r\n";
  const Result<ReadCalendar> calendar = ReadCalendarFile(file + kEnd, "Europe/Stockholm");
  ASSERT_FALSE(calendar.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, calendar.error().code);
}

}  // namespace
}  // namespace rytm
