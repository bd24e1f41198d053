// The words of the rule file (calendar/README.md) and what they mean. Also how the same things are
// called in the API.
#pragma once

#include <string_view>

#include "base/json_reader.h"
#include "organisation/organisation.h"

namespace rytm {

inline constexpr JsonWord<BodyKind> kBodyKindWords[] = {
    {"council", BodyKind::kCouncil},
    {"executive-board", BodyKind::kExecutiveBoard},
    {"committee", BodyKind::kCommittee},
    {"subcommittee", BodyKind::kSubcommittee},
    {"presidium", BodyKind::kPresidium},
    {"preparatory-group", BodyKind::kPreparatoryGroup},
    {"company-board", BodyKind::kCompanyBoard},
    {"party-group", BodyKind::kPartyGroup}};

inline constexpr JsonWord<Level> kLevelWords[] = {{"public", Level::kPublic},
                                                  {"member", Level::kMember},
                                                  {"management", Level::kManagement},
                                                  {"official", Level::kOfficial},
                                                  {"secretariat", Level::kSecretariat}};

inline constexpr JsonWord<Condition> kConditionWords[] = {
    {"public-holiday", Condition::kPublicHoliday},
    {"eve", Condition::kEve},
    {"bridge-day", Condition::kBridgeDay},
    {"election-week", Condition::kElectionWeek},
    {"recess", Condition::kRecess},
    {"school-break", Condition::kSchoolBreak},
    {"other-body", Condition::kOtherBody}};

inline constexpr JsonWord<Answer> kAnswerWords[] = {
    {"skip", Answer::kSkip},
    {"keep", Answer::kKeep},
    {"warn", Answer::kWarn},
    {"next-working-day", Answer::kNextWorkingDay},
    {"previous-working-day", Answer::kPreviousWorkingDay},
    {"nearest-working-day", Answer::kNearestWorkingDay},
    {"week-earlier", Answer::kWeekEarlier},
    {"week-later", Answer::kWeekLater}};

inline constexpr JsonWord<Accessibility::Conforms> kConformsWords[] = {
    {"fully", Accessibility::Conforms::kFully},
    {"partly", Accessibility::Conforms::kPartly},
    {"not", Accessibility::Conforms::kNot}};
inline constexpr JsonWord<Openness> kOpennessWords[] = {
    {"public", Openness::kPublic}, {"closed", Openness::kClosed}, {"partly", Openness::kPartly}};

inline constexpr JsonWord<Mode> kModeWords[] = {
    {"on-site", Mode::kOnSite}, {"remote", Mode::kRemote}, {"hybrid", Mode::kHybrid}};

inline constexpr JsonWord<MeetingStatus> kMeetingStatusWords[] = {
    {"regular", MeetingStatus::kRegular},
    {"reserve", MeetingStatus::kReserve},
    {"if-needed", MeetingStatus::kIfNeeded}};

inline constexpr JsonWord<TermPoint::Point> kTermPointWords[] = {
    {"first-weekday-after-start", TermPoint::Point::kFirstWeekdayAfterStart},
    {"months-after-start", TermPoint::Point::kMonthsAfterStart},
    {"middle", TermPoint::Point::kMiddle},
    {"end", TermPoint::Point::kEnd},
    {"election-year", TermPoint::Point::kElectionYear}};

inline constexpr JsonWord<OnMeetings::Which> kWhichMeetingWords[] = {
    {"every", OnMeetings::Which::kEvery},
    {"first", OnMeetings::Which::kFirst},
    {"last", OnMeetings::Which::kLast},
    {"decides", OnMeetings::Which::kDecides}};

inline constexpr JsonWord<OnMeetings::Of> kYearOrTermWords[] = {{"year", OnMeetings::Of::kYear},
                                                                {"term", OnMeetings::Of::kTerm}};

inline constexpr JsonWord<OnMeetings::Place> kBesideMeetingWords[] = {
    {"after", OnMeetings::Place::kAfter},
    {"before", OnMeetings::Place::kBefore},
    {"inside", OnMeetings::Place::kInside}};

inline constexpr JsonWord<CalendarEntry::EasterWeek> kEasterWeekWords[] = {
    {"before", CalendarEntry::EasterWeek::kBefore}, {"after", CalendarEntry::EasterWeek::kAfter}};

inline constexpr JsonWord<Report::Period> kPeriodWords[] = {{"year", Report::Period::kYear},
                                                            {"tertial", Report::Period::kTertial},
                                                            {"quarter", Report::Period::kQuarter},
                                                            {"month", Report::Period::kMonth},
                                                            {"term", Report::Period::kTerm}};

inline constexpr JsonWord<Report::Prefer> kPreferWords[] = {
    {"latest", Report::Prefer::kLatest}, {"earliest", Report::Prefer::kEarliest}};

inline constexpr JsonWord<DialogueKind> kDialogueKindWords[] = {
    {"introduction", DialogueKind::kIntroduction},
    {"roles", DialogueKind::kRoles},
    {"expectations", DialogueKind::kExpectations},
    {"check-in", DialogueKind::kCheckIn},
    {"planning-day", DialogueKind::kPlanningDay},
    {"reflection", DialogueKind::kReflection},
    {"review", DialogueKind::kReview},
    {"visit", DialogueKind::kVisit},
    {"training", DialogueKind::kTraining},
    {"handover", DialogueKind::kHandover},
    {"follow-up", DialogueKind::kFollowUp},
    {"preparation", DialogueKind::kPreparation}};

inline constexpr JsonWord<GuideStep::Form> kGuideFormWords[] = {{"alone", GuideStep::Form::kAlone},
                                                                {"pairs", GuideStep::Form::kPairs},
                                                                {"all", GuideStep::Form::kAll}};

// "fullmäktige", "styrelse", "nämnd"; "council", "executive board", "committee".
Text KindInWords(BodyKind kind);

// The word for a value of one of the tables above.
template <class Value, std::size_t Count>
constexpr std::string_view WordFor(const JsonWord<Value> (&words)[Count], Value value) {
  for (const JsonWord<Value>& word : words) {
    if (word.value == value) return word.word;
  }
  return {};
}

}  // namespace rytm
