// The rule file as a secretary writes it, and what it comes to mean.
#include "organisation/rule_file.h"

#include <gtest/gtest.h>

#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;

Organisation ReadEkeby() {
  const RuleFilesFromDisk files;
  Result<Organisation> read =
      files.Read("ekeby.json", ReadText(SourceDir() / "tests/organisation/cases/ekeby.json"));
  if (read.ok()) return std::move(read).value();
  ADD_FAILURE() << InWords(read.error());
  return {};
}

const Series& MeetingsOf(const Organisation& organisation, std::string_view body) {
  const Body* found = organisation.FindBody(body);
  EXPECT_NE(nullptr, found) << body;
  return found->series.front();
}

TEST(RuleFile, ReadsTheHead) {
  const Organisation ekeby = ReadEkeby();
  EXPECT_EQ("ekeby", ekeby.id);
  EXPECT_EQ((Text{"Ekeby kommun", "Ekeby Municipality"}), ekeby.name);
  EXPECT_EQ("ekeby.example", ekeby.host);
  EXPECT_EQ("https://kalender.ekeby.example", ekeby.address) << "without the slash at the end";
  EXPECT_EQ("Europe/Stockholm", ekeby.zone);
  EXPECT_EQ("", ekeby.template_name);
  EXPECT_EQ((DaySpan{MakeDay(2026, 10, 15), MakeDay(2030, 12, 31)}), ekeby.window);
  EXPECT_EQ(20, ekeby.settings.load_per_week);
  EXPECT_FALSE(ekeby.settings.findings_block_publication);
}

TEST(RuleFile, ReadsTheAccessibilityStatement) {
  const Accessibility told = ReadEkeby().accessibility;
  EXPECT_EQ(Accessibility::Conforms::kPartly, told.conforms);
  ASSERT_EQ(1u, told.shortcomings.size());
  EXPECT_EQ("Årshjulet är svårt att läsa i en telefon.", told.shortcomings[0].sv);
  ASSERT_EQ(1u, told.outside_law.size());
  EXPECT_EQ((Text{"Kartor", "Maps"}), told.outside_law[0]);
  EXPECT_TRUE(told.burdens.empty());
  EXPECT_EQ(MakeDay(2026, 11, 2), told.assessed);
  EXPECT_EQ("Självskattning", told.method.sv);
  EXPECT_EQ(MakeDay(2026, 11, 9), told.updated);
  EXPECT_EQ("tillganglighet@ekeby.example", told.email);
  EXPECT_EQ("010-123 00 00", told.phone);
}

TEST(RuleFile, ReadsCalendarsAndPlaces) {
  const Organisation ekeby = ReadEkeby();
  ASSERT_EQ(3u, ekeby.calendars.school_breaks.size());
  EXPECT_EQ(8u, std::get<unsigned>(ekeby.calendars.school_breaks[0].days));
  EXPECT_EQ(CalendarEntry::EasterWeek::kAfter,
            std::get<CalendarEntry::EasterWeek>(ekeby.calendars.school_breaks[1].days));
  const auto& christmas = std::get<CalendarEntry::FromUntil>(ekeby.calendars.recesses[1].days);
  EXPECT_EQ(std::nullopt, christmas.from.year);
  EXPECT_EQ((date::month_day{date::December, date::day{20}}), christmas.from.day);
  EXPECT_EQ((date::month_day{date::January, date::day{8}}), christmas.until.day);
  ASSERT_EQ(1u, ekeby.calendars.external.size());
  EXPECT_EQ((std::vector<std::string>{"kf", "ks"}),
            ekeby.calendars.external[0].shares_members_with);
  ASSERT_NE(nullptr, ekeby.FindPlace("stora-salen"));
  EXPECT_EQ("Hearing loop, lift", ekeby.FindPlace("stora-salen")->access.en);
  EXPECT_EQ("/calendars/recess/1", ekeby.calendars.recesses[1].pointer);
}

TEST(RuleFile, ReadsTheCouncil) {
  const Organisation ekeby = ReadEkeby();
  const Body& council = *ekeby.FindBody("kf");
  EXPECT_EQ(BodyKind::kCouncil, council.kind);
  EXPECT_TRUE(council.listed);
  EXPECT_EQ(24, council.dialogue_hours);
  EXPECT_EQ(std::nullopt, ekeby.FindBody("ks")->dialogue_hours);
  const Series& meeting = council.series.front();
  EXPECT_EQ((Text{"Sammanträde", "Meeting"}), meeting.name);
  EXPECT_EQ(TimeOfDay{18 * 60 + 30}, meeting.at);
  EXPECT_EQ(Minutes{180}, meeting.lasts);
  EXPECT_EQ(Openness::kPublic, meeting.open);
  EXPECT_TRUE(meeting.webcast);
  EXPECT_TRUE(meeting.levels.Has(Level::kPublic));
  ASSERT_EQ(2u, meeting.when.size());
  EXPECT_EQ(TermPoint::Point::kFirstWeekdayAfterStart,
            std::get<TermPoint>(meeting.when[0].rule).point);
  EXPECT_EQ("FREQ=MONTHLY;BYDAY=-1MO;BYMONTH=1,2,3,4,5,6,8,9,10,11",
            std::get<Recurrence>(meeting.when[1].rule).rrule);
  EXPECT_EQ("/bodies/0/series/0/when/1", meeting.when[1].pointer);
  EXPECT_EQ(Answer::kNextWorkingDay, meeting.AnswerTo(Condition::kPublicHoliday));
  EXPECT_EQ(Answer::kWarn, meeting.AnswerTo(Condition::kSchoolBreak));
  EXPECT_EQ(std::nullopt, meeting.AnswerTo(Condition::kEve));
  ASSERT_EQ(2u, meeting.variants.size());
  EXPECT_EQ("budget", meeting.variants[0].decides);
  EXPECT_EQ(TimeOfDay{9 * 60}, meeting.variants[0].form.at);
  EXPECT_EQ(std::nullopt, meeting.variants[0].form.chain);
  EXPECT_EQ(Variant::Case::kFirstOfTerm, meeting.variants[1].when);
}

TEST(RuleFile, ReadsExceptions) {
  const Organisation ekeby = ReadEkeby();
  const std::vector<Exception>& exceptions = MeetingsOf(ekeby, "kf").exceptions;
  ASSERT_EQ(3u, exceptions.size());
  EXPECT_EQ(Exception::Kind::kAdd, exceptions[0].kind);
  EXPECT_EQ(MakeDay(2026, 12, 14), exceptions[0].on);
  EXPECT_EQ("Val till nämnder och styrelse", exceptions[0].reason.sv);
  EXPECT_EQ(Exception::Kind::kMove, exceptions[1].kind);
  EXPECT_EQ(MakeDay(2028, 5, 29), exceptions[1].on);
  EXPECT_EQ(MakeDay(2028, 6, 5), exceptions[1].to);
  EXPECT_EQ(TimeOfDay{19 * 60}, exceptions[1].form.at);
  EXPECT_EQ("Valnämndens utbildning", exceptions[1].reason.sv);
  EXPECT_EQ((Text{"Utbildning", "Training"}), exceptions[1].public_reason);
  EXPECT_TRUE(exceptions[0].public_reason.empty());
  EXPECT_EQ(Exception::Kind::kStep, exceptions[2].kind);
  EXPECT_EQ("notice", exceptions[2].step);
  EXPECT_EQ(MakeDay(2027, 3, 19), exceptions[2].to);
}

TEST(RuleFile, ReadsWhatCountsFromOtherMeetings) {
  const Organisation ekeby = ReadEkeby();
  const When& board = MeetingsOf(ekeby, "ks").when.front();
  const Offset& offset = std::get<Offset>(board.rule);
  EXPECT_EQ((SeriesRef{"kf", "meeting"}), offset.from);
  EXPECT_EQ(-2, offset.weeks);
  EXPECT_EQ(date::Wednesday, offset.weekday);
  EXPECT_EQ(MakeDay(2027, 1, 1), board.from);
  EXPECT_EQ((std::vector<SeriesRef>{{"bun", "meeting"}}), MeetingsOf(ekeby, "ks").avoid);
  EXPECT_EQ("https://ekeby.example/ks", MeetingsOf(ekeby, "ks").link);
  const Recurrence& rhythm = std::get<Recurrence>(MeetingsOf(ekeby, "bun").when.front().rule);
  EXPECT_EQ(MakeDay(2027, 1, 20), rhythm.anchor);
  ASSERT_EQ(1u, rhythm.restarts.size());
  EXPECT_TRUE(rhythm.restarts[0].after_recess);
  EXPECT_EQ(34u, rhythm.restarts[0].iso_week);
}

TEST(RuleFile, GivesEachBodyWhatItsKindHas) {
  const Organisation ekeby = ReadEkeby();
  const date::month_day january{date::January, date::day{1}};
  EXPECT_EQ((date::month_day{date::October, date::day{15}}), ekeby.FindBody("kf")->term_start);
  EXPECT_EQ(january, ekeby.FindBody("ks")->term_start);
  EXPECT_EQ(january, ekeby.FindBody("ksau")->term_start);
  EXPECT_TRUE(ekeby.FindBody("bun")->listed);
  EXPECT_FALSE(ekeby.FindBody("ksau")->listed);
  EXPECT_FALSE(MeetingsOf(ekeby, "ksau").levels.Has(Level::kPublic));
  EXPECT_TRUE(MeetingsOf(ekeby, "ksau").levels.Has(Level::kOfficial));
  EXPECT_EQ(Openness::kClosed, MeetingsOf(ekeby, "ksau").open);
}

TEST(RuleFile, ReadsChains) {
  const Organisation ekeby = ReadEkeby();
  const Chain& council = *ekeby.FindChain("council");
  ASSERT_EQ(5u, council.steps.size());
  const ChainStep& minutes = *council.FindStep("minutes");
  EXPECT_EQ(7, minutes.offset.days);
  EXPECT_EQ(14, minutes.latest->days);
  EXPECT_EQ("KL 5:69", minutes.law);
  EXPECT_EQ("minutes", council.FindStep("posting")->from);
  EXPECT_EQ((Levels{Level::kOfficial, Level::kManagement, Level::kSecretariat}), minutes.levels);
  const ChainStep& notice = *ekeby.FindChain("board")->FindStep("notice");
  EXPECT_TRUE(notice.offset.working);
  EXPECT_EQ(-5, notice.offset.days);
  EXPECT_TRUE(notice.levels.Has(Level::kMember));
}

TEST(RuleFile, ReadsReports) {
  const Organisation ekeby = ReadEkeby();
  const Report& annual = *ekeby.FindReport("annual-report");
  EXPECT_EQ((Text{"Ekonomiavdelningen", "Finance Department"}), annual.unit);
  EXPECT_EQ(45, std::get<int>(annual.ready));
  EXPECT_EQ(Report::Prefer::kEarliest, annual.prefer);
  ASSERT_EQ(4u, annual.route.size());
  EXPECT_EQ((std::vector<BodyKind>{BodyKind::kCommittee}), annual.route[0].bodies.kinds);
  EXPECT_EQ(10, annual.route[0].feedback_days);
  EXPECT_EQ("KL 11:20", std::get<LawDay>(annual.route[1].by->day).law);
  EXPECT_EQ("Revisorerna", annual.route[2].party.sv);
  EXPECT_EQ(28, annual.route[2].takes.days);
  EXPECT_EQ("4", annual.route[3].id);
  EXPECT_EQ("annual-report", ekeby.FindReport("discharge")->after);
  EXPECT_TRUE(ekeby.FindReport("budget")->before_period);
  EXPECT_EQ("KL 11:10 valår",
            std::get<LawDay>(ekeby.FindReport("budget")->route[1].not_before->day).law);
  const Report& interim = *ekeby.FindReport("interim-report");
  EXPECT_EQ(Report::Period::kYearToDate, interim.period);
  EXPECT_EQ((date::month_day{date::August, date::day{31}}), interim.period_until);
  EXPECT_EQ(1, interim.route[0].hand_over->days);
  EXPECT_EQ(90, std::get<int>(interim.route[1].by->day));
}

TEST(RuleFile, ReadsDialoguesAndTheirGuides) {
  const Organisation ekeby = ReadEkeby();
  ASSERT_EQ(3u, ekeby.dialogues.size());
  const OnMeetings& third = std::get<OnMeetings>(ekeby.dialogues[0].when.front().rule);
  EXPECT_EQ(3, third.n);
  EXPECT_EQ(OnMeetings::Place::kAfter, third.place);
  EXPECT_EQ(std::nullopt, ekeby.dialogues[0].at);
  EXPECT_TRUE(ekeby.dialogues[0].is_protected);
  EXPECT_EQ(60, std::get<TermPoint>(ekeby.dialogues[1].when.front().rule).within_days);
  const OnMeetings& decides = std::get<OnMeetings>(ekeby.dialogues[2].when.front().rule);
  EXPECT_EQ("budget", decides.decides);
  EXPECT_EQ(-14, decides.days);
  ASSERT_TRUE(ekeby.guides.contains("reflection"));
  EXPECT_LE(ekeby.guides.at("reflection").prepare.size(), 2u);
  EXPECT_FALSE(ekeby.guides.at("reflection").steps.empty());
}

// A file of one body, and where its problems are.
std::string ProblemsOf(const std::string& organisation, const std::string& address,
                       const std::string& body) {
  static const RuleFilesFromDisk kFiles;
  const Result<Organisation> read = kFiles.Read(
      "file.json", R"({"organisation": {"id": ")" + organisation +
                       R"(", "name": "Alby", "host": "alby.example", "address": ")" + address +
                       R"("}, "window": {"from": "2027-01-01", "until": "2027-12-31"},
                     "bodies": [{"id": ")" +
                       body + R"(", "kind": "council", "name": "KF"}]})");
  std::string pointers;
  if (!read.ok())
    for (const Problem& problem : read.error().problems) pointers += problem.pointer + " ";
  return pointers;
}

TEST(RuleFile, TakesTheAddressOfACalendarAndNothingElse) {
  for (const char* address : {"https://kalender.alby.example", "https://kalender.alby.example/",
                              "https://rytm", "https://kalender.alby.example:8443"})
    EXPECT_EQ("", ProblemsOf("alby", address, "kf")) << address;
  for (const char* address :
       {"", "kalender.alby.example", "http://alby.example", "webcal://alby.example", "https://",
        "https://alby.example/kalender", "https://alby.example?x=1", "https://alby.example#kf",
        "https://user:secret@alby.example", "https://alby.example:", "https://å.example",
        "https://alby .example", "https://alby.example\\u0007", "https://alby.example\\n",
        "javascript:alert(1)"})
    EXPECT_EQ("/organisation/address ", ProblemsOf("alby", address, "kf")) << address;
}

// What stands first in a path, and beside bodies: DESIGN §8.
TEST(RuleFile, RefusesIdsThatClashWithPaths) {
  for (const char* id :
       {"accessibility", "all", "api", "app", "en", "feed", "feeds", "healthz", "metrics",
        "prenumerera", "readyz", "robots", "style", "subscribe", "sv", "tillganglighet", "wheel"}) {
    EXPECT_EQ("/organisation/id ", ProblemsOf(id, "https://alby.example", "kf")) << id;
    EXPECT_EQ("/bodies/0/id ", ProblemsOf("alby", "https://alby.example", id)) << id;
  }
}

TEST(RuleFile, SelectsBodiesInTheOrderOfTheFileEachOnce) {
  const Organisation ekeby = ReadEkeby();
  std::string ids;
  for (const Body* body :
       Select(ekeby, {{"bun", "nobody", "kf"}, {BodyKind::kCommittee, BodyKind::kCommittee}})) {
    ids += body->id + " ";
  }
  EXPECT_EQ("kf kun bun ", ids);
  EXPECT_TRUE(Select(ekeby, {}).empty());
}

}  // namespace
}  // namespace rytm
