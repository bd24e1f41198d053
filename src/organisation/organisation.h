// The organisation as values: what the rule file says after its template has been filled in.
//
// Everything here is plain data, in the order of the file. Bodies, series, chains, reports and
// dialogues are known by their ids; a SeriesRef names a series of any body. The rule file is
// described in calendar/README.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "organisation/audience.h"

namespace rytm {

// --- days by rule
// --------------------------------------------------------------------------------------

// A day of every year, or of one: "--08-13" or "2027-08-13".
struct YearlyDay {
  std::optional<int> year;
  date::month_day day;
};

// A named span of days that comes back: an ISO week, a span of dates (may pass New Year), or the
// Monday-Friday beside Easter (`before`: the week that ends with Easter Sunday; `after`: the week
// after it).
struct CalendarEntry {
  enum class EasterWeek { kBefore, kAfter };
  struct FromUntil {
    YearlyDay from;
    YearlyDay until;
  };
  Text name;
  std::variant<unsigned /* ISO week */, FromUntil, EasterWeek> days;
  std::string pointer;
};

// Meetings of somebody else's body: for clashes only, never republished (DESIGN §3).
struct ExternalCalendar {
  std::string id;
  Text name;
  std::vector<Day> dates;
  std::vector<std::string> shares_members_with;  // body ids
  std::string place;                             // place id, or empty
};

struct Calendars {
  std::vector<CalendarEntry> school_breaks;
  std::vector<CalendarEntry> recesses;
  std::vector<ExternalCalendar> external;
};

struct SeriesRef {
  std::string body;
  std::string series;
  friend auto operator<=>(const SeriesRef&, const SeriesRef&) = default;
};

// --- when
// ----------------------------------------------------------------------------------------------

// RFC 5545 §3.3.10, a safe subset, checked when the file is read (calendar/README.md).
struct Recurrence {
  struct Restart {
    bool after_recess = false;  // the old rhythm stops where the recess before this week begins
    unsigned iso_week = 1;      // the rhythm starts anew in this week of every year
  };
  std::string rrule;
  std::optional<Day> anchor;  // DTSTART; required where INTERVAL > 1
  std::vector<Restart> restarts;
};

// Days counted from the final day of another series' meetings. Exactly one of the three ways is
// set.
struct Offset {
  SeriesRef from;
  std::optional<int> weeks;  // with weekday: that weekday in the ISO week so many weeks away
  std::optional<Weekday> weekday;
  std::optional<int> days;
  std::optional<int> working_days;
  bool extras = false;  // also from meetings added to the base
};

struct IsoWeeks {
  std::vector<unsigned> weeks;
  Weekday weekday;
};

// What a meeting is like; a list of dates, a variant or an exception sets only
// what differs.
struct MeetingForm {
  std::optional<Text> name;
  std::optional<TimeOfDay> at;
  std::optional<Minutes> lasts;
  std::optional<int> days;           // consecutive days, 1-5
  std::optional<std::string> place;  // place id
  std::optional<std::string> chain;  // chain id; empty: none

  friend bool operator==(const MeetingForm&, const MeetingForm&) = default;
};

struct DateList {
  std::vector<Day> dates;
  bool decided = false;  // the days stand as they are: no day policy moves or skips them
  MeetingForm form;      // of a series: their time and place; a variant does not change them
};

// A day of the law: Deadline::id in calendar/deadlines.json. In `when` always a yearly day; a Limit
// may also be months after the period's end.
struct LawDay {
  std::string law;
};

// A point of the body's term of office.
struct TermPoint {
  enum class Point { kFirstWeekdayAfterStart, kMonthsAfterStart, kMiddle, kEnd, kElectionYear };
  Point point = Point::kFirstWeekdayAfterStart;
  std::optional<Weekday> weekday;      // none: any working day
  int months = 0;                      // kMonthsAfterStart
  int within_days = 30;                // how far from the point a dialogue may be booked
  std::optional<date::month_day> day;  // kElectionYear: this day of every election year
};

// Chosen among a body's meetings: own series "meeting", or `from`.
struct OnMeetings {
  enum class Which { kEvery, kFirst, kLast, kDecides };
  enum class Of { kYear, kTerm };
  enum class Place { kAfter, kBefore, kInside };
  std::optional<SeriesRef> from;
  Which which = Which::kEvery;
  int n = 1;            // kEvery: every n-th planned meeting from 1 January; cancelled ones count
  Of of = Of::kYear;    // kFirst, kLast
  std::string decides;  // kDecides: report id
  Place place = Place::kAfter;
  int days = 0;  // so many days from the meeting (0: the same day)
};

struct When {
  std::optional<Day> from;   // this part gives days from here
  std::optional<Day> until;  // to here, both included
  std::variant<Recurrence, Offset, IsoWeeks, DateList, LawDay, TermPoint, OnMeetings> rule;
  std::string pointer;  // where in the file, for --why
};

// --- series
// --------------------------------------------------------------------------------------------

// In the order they are asked (DESIGN §3). kPublicHoliday: public holiday or Sunday, and a Saturday
// the rule did not ask for by name.
enum class Condition {
  kPublicHoliday,
  kEve,
  kBridgeDay,
  kElectionWeek,
  kRecess,
  kSchoolBreak,
  kOtherBody
};
inline constexpr int kConditionCount = 7;
enum class Answer {
  kSkip,
  kKeep,
  kWarn,
  kNextWorkingDay,
  kPreviousWorkingDay,
  kNearestWorkingDay,
  kWeekEarlier,
  kWeekLater
};

enum class Openness { kPublic, kClosed, kPartly };
enum class Mode { kOnSite, kRemote, kHybrid };
enum class MeetingStatus { kRegular, kReserve, kIfNeeded };

struct Variant {
  enum class Case { kDecides, kFirstOfTerm, kFirstOfYear, kLastOfYear, kMonths };
  Case when = Case::kDecides;
  std::string decides;           // kDecides: report id
  std::vector<unsigned> months;  // kMonths: 1-12
  MeetingForm form;
};

struct Exception {
  enum class Kind { kMove, kCancel, kAdd, kStatus, kForm, kStep };
  Kind kind = Kind::kMove;
  Day on{};  // the day shown after policies; kAdd: the day added
  Day to{};  // kMove, kStep
  MeetingStatus status = MeetingStatus::kRegular;  // kStatus, kAdd
  std::string step;                                // kStep: step id
  MeetingForm form;                                // kMove, kAdd, kForm
  Text reason;                                     // for those who work with the plan
  Text public_reason;                              // for everybody; not kStep
  std::string pointer;
};

struct Series {
  std::string id;
  Text name;
  std::vector<When> when;
  TimeOfDay at{};
  Minutes lasts{};
  int days = 1;
  std::string place;  // place id, or empty
  std::string link;   // video link; never shown to the public
  bool webcast = false;
  Mode mode = Mode::kOnSite;
  Openness open = Openness::kClosed;
  MeetingStatus status = MeetingStatus::kRegular;
  std::vector<std::string>
      with;  // a joint meeting: these bodies too; this one owns rule, chain and UID
  std::optional<Answer> on[kConditionCount];
  std::vector<SeriesRef> avoid;  // for Condition::kOtherBody
  std::vector<Variant> variants;
  std::string chain;  // chain id, or empty
  std::vector<Exception> exceptions;
  Levels levels;  // who may see its meetings
  std::string pointer;

  const std::optional<Answer>& AnswerTo(Condition condition) const {
    return on[static_cast<int>(condition)];
  }
  // What its meetings are like where nothing says otherwise: every field set.
  MeetingForm form() const;
};

enum class BodyKind {
  kCouncil,
  kExecutiveBoard,
  kCommittee,
  kSubcommittee,
  kPresidium,
  kPreparatoryGroup,
  kCompanyBoard,
  kPartyGroup
};

struct Body {
  std::string id;
  BodyKind kind = BodyKind::kCommittee;
  Text name;
  std::string short_name;
  std::string of;  // parent body id, or empty
  date::month_day term_start{date::January, date::day{1}};
  std::optional<Day> from;   // the body exists from here
  std::optional<Day> until;  // to here
  std::vector<std::string> succeeds;
  std::vector<std::string> shares_members_with;
  bool listed = false;                // has a public page and feed
  std::optional<int> dialogue_hours;  // a year: its own target, which nothing is measured against
  std::vector<Series> series;
  std::string pointer;

  const Series* FindSeries(std::string_view id) const;
};

struct Place {
  std::string id;
  Text name;
  Text access;  // lift, hearing loop, ...
  Text address;
};

// --- chains
// --------------------------------------------------------------------------------------------

struct ChainStep {
  struct Span {  // calendar days, or working days
    int days = 0;
    bool working = false;
  };
  std::string id;
  Text name;
  std::string from;                  // step id, or empty: the meeting
  Span offset;                       // negative: before
  std::optional<Span> latest;        // after the same base
  std::string law;                   // citation, or empty
  std::vector<std::string> reports;  // only where the meeting deals with one of them; empty: always
  std::optional<TimeOfDay> at;       // none: a day, not a time
  Minutes lasts{};
  std::string place;
  std::string meeting_of;  // body id: the step is that body's last meeting ...
  std::optional<BodyKind>
      meeting_of_own;   // ... or that of the own subcommittee etc. of the body whose meeting it is
  int before_days = 0;  // ... at least so many days before
  Levels levels;
  std::string pointer;
};

struct Chain {
  std::string id;
  std::vector<ChainStep> steps;
  const ChainStep* FindStep(std::string_view id) const;
};

// --- reports
// -------------------------------------------------------------------------------------------

// Which bodies: those named, and all of the kinds named.
struct BodySelector {
  std::vector<std::string> bodies;
  std::vector<BodyKind> kinds;
};

// So many months from the first day of the term a report is about.
struct MonthsIntoTerm {
  int months = 0;
};

// A limit on a hop: a law's day, a day of the year, so many days after the period's end, or months
// into the term.
struct Limit {
  std::variant<LawDay, date::month_day, int /* days after the period's end */, MonthsIntoTerm> day;
};

struct Hop {
  std::string id;       // "1", "2", ... by place in the route unless the file names it
  BodySelector bodies;  // empty: a party
  Text party;
  ChainStep::Span takes;  // a party's time
  Text does;
  std::optional<Limit> by;  // meeting day, or a party's last day: on or before
  std::optional<Limit> not_before;
  std::optional<ChainStep::Span>
      hand_over;  // after the meeting; none: when the minutes are approved
  std::optional<int> feedback_days;
  std::string pointer;
};

struct Report {
  // kTerm: the term of office of the body that decides the report.
  enum class Period { kYear, kYearToDate, kTertial, kQuarter, kMonth, kTerm };
  enum class Prefer { kLatest, kEarliest };
  std::string id;
  Text name;
  Text unit;  // that writes it; may be empty
  Period period = Period::kYear;
  std::optional<date::month_day> period_until;  // kYearToDate: from 1 January to this day
  bool before_period = false;  // a budget: everything is due before its period starts
  std::variant<int /* days after the period's end */, date::month_day, MonthsIntoTerm> ready = 0;
  Prefer prefer = Prefer::kLatest;
  std::string after;  // report id: decided no earlier than that one
  std::vector<Hop> route;
  Levels levels;
  std::string pointer;
};

// --- dialogues
// -----------------------------------------------------------------------------------------

struct GuideStep {
  enum class Form { kAlone, kPairs, kAll };
  Minutes lasts{};
  Form form = Form::kAll;
  Text question;
};

struct Guide {
  std::string id;
  Text title;
  Text purpose;
  Text leads;                 // who leads
  std::vector<Text> prepare;  // two lines at most
  std::vector<GuideStep> steps;
  Text close;
};

enum class DialogueKind {
  kIntroduction,
  kRoles,
  kExpectations,
  kCheckIn,
  kPlanningDay,
  kReflection,
  kReview,
  kVisit,
  kTraining,
  kHandover,
  kFollowUp,
  kPreparation
};

struct Dialogue {
  std::string id;
  DialogueKind kind = DialogueKind::kReflection;
  Text name;
  BodySelector bodies;
  Text participants;  // both sides, in words
  std::vector<When> when;
  std::optional<TimeOfDay> at;  // none: given by the meeting it hangs on
  Minutes lasts{};
  std::string place;
  std::string guide;  // guide id, or empty
  bool is_protected = true;
  Levels levels;
  std::string pointer;
};

// --- law
// -----------------------------------------------------------------------------------------------

// One deadline of the law, from calendar/deadlines.json. What it means is in `rule`.
struct Deadline {
  std::string id;  // "KL 11:20"
  Text name;
  std::string citation;  // "Kommunallagen (2017:725) 11 kap. 20 §"
  std::string source;    // where the text was read
  Day valid_from{};
  std::optional<Day> valid_until;
  std::vector<BodyKind> kinds;         // bodies it applies to
  std::optional<date::month_day> day;  // a day of the year, if it is one
  bool election_years_only = false;
  std::optional<int> days;      // a count of days, if it is one: negative before the meeting
  std::optional<int> months;    // months, if it is that (counted by 1930:173 1 §) ...
  bool after_election = false;  // ... after the election; else after a report's period
};

// What the organisation has to say of its public pages by the law on accessibility of digital
// public services (2018:1937); what is left out, the statement tells as missing.
struct Accessibility {
  enum class Conforms { kFully, kPartly, kNot };
  std::optional<Conforms> conforms;
  std::vector<Text> shortcomings;  // each with its reason
  std::vector<Text> burdens;      // what would be unreasonably burdensome to mend (12 §), with why
  std::vector<Text> outside_law;  // what the law does not reach (9 §)
  std::optional<Day> assessed;
  Text method;  // how it was assessed, and by whom
  std::optional<Day> updated;
  std::string email;
  std::string phone;
};

struct Settings {
  int load_per_week = 25;  // items for officials in a week before it is told
  bool findings_block_publication = false;
};

struct Organisation {
  std::string id;
  Text name;
  std::string host;
  std::string address;  // "https://kalender.ekeby.example": where the public reach Rytm; or empty
  std::string zone;
  Text contact;  // shown on public pages
  Accessibility accessibility;
  std::string template_name;  // "sweden-municipality@1", or empty
  DaySpan window{};
  Calendars calendars;
  std::vector<Place> places;
  std::vector<Body> bodies;
  std::vector<Chain> chains;
  std::vector<Report> reports;
  std::vector<Dialogue> dialogues;
  std::map<std::string, Guide, std::less<>> guides;
  std::vector<Deadline> deadlines;
  Settings settings;

  const Body* FindBody(std::string_view id) const;
  const Place* FindPlace(std::string_view id) const;
  Text NameOfPlace(std::string_view id) const;  // its id where there is no such place
  const Chain* FindChain(std::string_view id) const;
  const Report* FindReport(std::string_view id) const;
  const Deadline* FindDeadline(std::string_view id) const;
};

// The bodies a selector means, in file order, each once; those named that do not exist are left
// out.
std::vector<const Body*> Select(const Organisation& organisation, const BodySelector& selector);

}  // namespace rytm
