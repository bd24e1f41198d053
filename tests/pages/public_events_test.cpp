#include "pages/public_events.h"

#include <gmock/gmock.h>

#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Event& Find(const SampleCalendar& sample, std::string_view uid) {
  for (const auto& [body, edition] : sample.editions)
    for (const Event& event : edition.events)
      if (event.uid == std::string(uid) + "@ekeby.example") return event;
  ADD_FAILURE() << "no event " << uid;
  static const Event kNone;
  return kNone;
}

// --- how a meeting stands ------------------------------------------------------------------------

struct MarkCase {
  const char* name;
  EventStatus status;
  const char* first_day;  // none: never confirmed
  const char* first_at;
  bool reserve;
  bool dropped;
  Text reason;
  const char* swedish;  // all marks in words, "; " between
  const char* english;
};

std::string AllMarks(const Event& event, Language language) {
  std::string words;
  for (const Mark mark : MarksOf(event)) {
    if (!words.empty()) words += "; ";
    words += MarkInWords(mark, event, language);
  }
  return words;
}

TEST(MarksTest, SayHowAMeetingStands) {
  const Text why("få ärenden", "few items");
  constexpr auto kConfirmed = EventStatus::kConfirmed;
  constexpr auto kTentative = EventStatus::kTentative;
  constexpr auto kCancelled = EventStatus::kCancelled;
  const MarkCase cases[] = {
      {"as promised", kConfirmed, "2027-10-20", "13:30", false, false, {}, "", ""},
      {"another day",
       kConfirmed,
       "2027-10-21",
       "13:30",
       false,
       false,
       {},
       "Flyttat från tors 21 okt",
       "Moved from Thu 21 Oct"},
      {"another year",
       kConfirmed,
       "2026-12-16",
       "13:30",
       false,
       false,
       {},
       "Flyttat från ons 16 dec 2026",
       "Moved from Wed 16 Dec 2026"},
      {"another time",
       kConfirmed,
       "2027-10-20",
       "09:00",
       false,
       false,
       {},
       "Flyttat från ons 20 okt kl. 09.00",
       "Moved from Wed 20 Oct 09:00"},
      {"moved, told why", kConfirmed, "2027-10-21", "13:30", false, false, why,
       "Flyttat från tors 21 okt: få ärenden", "Moved from Thu 21 Oct: few items"},
      {"cancelled", kCancelled, "2027-10-20", "13:30", false, false, {}, "Inställt", "Cancelled"},
      {"cancelled, told why", kCancelled, "2027-10-20", "13:30", false, false, why,
       "Inställt: få ärenden", "Cancelled: few items"},
      {"cancelled after a move",
       kCancelled,
       "2027-10-21",
       "13:30",
       false,
       false,
       {},
       "Inställt",
       "Cancelled"},
      {"a reserve date let go is not cancelled",
       kCancelled,
       nullptr,
       nullptr,
       true,
       true,
       {},
       "Utgår",
       "Dropped"},
      {"reserve", kTentative, nullptr, nullptr, true, false, {}, "Reservdag", "Reserve date"},
      {"not decided yet",
       kTentative,
       nullptr,
       nullptr,
       false,
       false,
       {},
       "Preliminärt",
       "Preliminary"},
      {"moved past what is decided",
       kTentative,
       "2027-10-21",
       "13:30",
       false,
       false,
       {},
       "Flyttat från tors 21 okt; Preliminärt",
       "Moved from Thu 21 Oct; Preliminary"},
  };
  for (const MarkCase& row : cases) {
    SCOPED_TRACE(row.name);
    Event event;
    event.day = On("2027-10-20");
    event.at = Clock("13:30");
    event.status = row.status;
    event.reserve = row.reserve;
    event.public_reason = row.reason;
    if (row.first_day != nullptr) event.first_day = On(row.first_day);
    if (row.first_at != nullptr) event.first_at = Clock(row.first_at);
    if (row.dropped) event.dropped_on = On("2027-10-01");
    EXPECT_EQ(AllMarks(event, Language::kSwedish), row.swedish);
    EXPECT_EQ(AllMarks(event, Language::kEnglish), row.english);
  }
}

// --- which ---------------------------------------------------------------------------------------

std::vector<std::string> DaysOf(const std::vector<const Event*>& events) {
  std::vector<std::string> days;
  for (const Event* event : events) days.push_back(FormatDay(event->day));
  return days;
}

TEST(PublicEventsTest, OfABodyAreItsOwnAndThoseItHoldsWithOthers) {
  const SampleCalendar sample = Ekeby2027();
  const PublicCalendar calendar = sample.In(Language::kSwedish);
  EXPECT_THAT(DaysOf(PublicEvents(calendar, ListedBody(sample.organisation, "son"))),
              ElementsAre("2027-02-16", "2027-09-21", "2027-10-19", "2027-11-16", "2027-11-17"));
  EXPECT_THAT(PublicEvents(calendar, ListedBody(sample.organisation, "kfn")), IsEmpty());
}

TEST(PublicEventsTest, OfAYearAreThoseFromItsFirstDayToItsLast) {
  const SampleCalendar sample = Ekeby2027();
  const std::vector<const Event*> board =
      PublicEvents(sample.In(Language::kSwedish), ListedBody(sample.organisation, "ks"));
  EXPECT_THAT(DaysOf(EventsInYear(board, 2028)), ElementsAre("2028-01-19"));
  EXPECT_EQ(EventsInYear(board, 2027).size(), board.size() - 1);
  EXPECT_THAT(EventsInYear(board, 2026), IsEmpty());
}

TEST(PublicEventsTest, JointBodiesAreNamedButNotThoseThatAreNotListed) {
  const SampleCalendar sample = Ekeby2027();
  const Event& joint = Find(sample, "ekeby.ks.meeting.2027-11-17");
  const PublicCalendar calendar = sample.In(Language::kSwedish);
  EXPECT_EQ(JointWith(calendar, joint, "ks"), "Socialnämnden");
  EXPECT_EQ(JointWith(calendar, joint, "son"), "Kommunstyrelsen");
  EXPECT_EQ(JointWith(calendar, joint, "kf"), "Kommunstyrelsen och Socialnämnden");
  EXPECT_EQ(JointWith(calendar, Find(sample, "ekeby.ks.meeting.2027-09-22"), "ks"), "");
}

// --- what is usual -------------------------------------------------------------------------------

TEST(UsualTest, IsWhatMoreThanHalfHaveInCommon) {
  std::vector<Event> events(4);
  for (std::size_t i = 0; i < events.size(); ++i) {
    events[i].day = On("2027-01-20") + Days{28 * static_cast<int>(i)};  // Wednesdays
    events[i].at = Clock(i < 2 ? "13:30" : "09:00");
    events[i].title = Text("Kommunstyrelsen: Sammanträde");
    events[i].place = Text("Rum 2");
    events[i].open = i == 0 ? Openness::kPublic : Openness::kClosed;
  }
  events[3].day = On("2027-04-15");  // a Thursday
  std::vector<const Event*> pointers;
  for (const Event& event : events) pointers.push_back(&event);
  Usual usual = UsualOf(pointers, Language::kSwedish);
  EXPECT_EQ(usual.weekday, date::Wednesday);
  EXPECT_EQ(usual.at, std::nullopt) << "two of four is not more than half";
  EXPECT_EQ(usual.open, Openness::kClosed);
  EXPECT_EQ(usual.place, "") << "the place of closed meetings is not shown";
  EXPECT_EQ(usual.title, "Kommunstyrelsen: Sammanträde");
  events[2].status = EventStatus::kCancelled;
  EXPECT_EQ(UsualOf(pointers, Language::kSwedish).at, Clock("13:30"))
      << "cancelled ones do not count";
  EXPECT_EQ(UsualOf({}, Language::kSwedish).weekday, std::nullopt);
}

// --- what the public is told ---------------------------------------------------------------------

TEST(PublicWordsTest, DecisionsStandApartFromTheRest) {
  const SampleCalendar sample = Ekeby2027();
  const Event& budget = Find(sample, "ekeby.kf.meeting.2027-11-22");
  EXPECT_EQ(DecisionsOf(budget, Language::kSwedish), "Budget 2028 och Delårsrapport augusti");
  EXPECT_EQ(DecisionsOf(budget, Language::kEnglish), "Budget 2028 and Interim report, August");
  EXPECT_THAT(
      SentencesOf(budget, Language::kSwedish),
      ElementsAre("Sammanträdet är öppet för allmänheten.", "Sammanträdet sänds på webben."));
  Event elsewhere = Find(sample, "ekeby.ks.meeting.2027-09-22");
  EXPECT_EQ(DecisionsOf(elsewhere, Language::kSwedish), "");
  elsewhere.public_reason = Text("Salen byggs om.", "The hall is rebuilt.");
  EXPECT_THAT(SentencesOf(elsewhere, Language::kSwedish), Contains("Skäl: Salen byggs om."));
  elsewhere.status = EventStatus::kCancelled;
  EXPECT_THAT(SentencesOf(elsewhere, Language::kEnglish), Not(Contains(HasSubstr("rebuilt"))))
      << "the mark tells it";
}

TEST(PublicWordsTest, TheTitleLeavesOutTheBodyThatThePageNames) {
  const SampleCalendar sample = Ekeby2027();
  const auto title = [&](std::string_view uid) {
    return TitleBeside(sample.In(Language::kSwedish), Find(sample, uid));
  };
  EXPECT_EQ(title("ekeby.kf.meeting.2027-09-27"), "Sammanträde");
  EXPECT_EQ(title("ekeby.kf.meeting.2027-11-22"), "Budgetfullmäktige");
  EXPECT_EQ(title("ekeby.ks.meeting.2027-11-17"), "Gemensam överläggning");
}

TEST(PublicWordsTest, TimesReadAsSaid) {
  Event event;
  EXPECT_EQ(TimeInWords(event, Language::kSwedish), "hela dagen");
  event.at = Clock("13:30");
  EXPECT_EQ(TimeInWords(event, Language::kSwedish), "kl. 13.30");
  EXPECT_EQ(TimeInWords(event, Language::kEnglish), "13:30");
  event.lasts = Minutes{180};
  EXPECT_EQ(TimeInWords(event, Language::kSwedish), "kl. 13.30–16.30");
}

}  // namespace
}  // namespace rytm
