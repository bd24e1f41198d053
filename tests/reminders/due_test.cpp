// Who is reminded of what, and when: on real Swedish days, through the changes of clocks.
#include "reminders/due.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/reminders/small_year.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "day-before 2027-09-21T06:00:00Z": what falls due over the whole time, asked every half hour,
// each key once, as the outbox would.
std::vector<std::string> AllDue(const std::vector<Edition>& editions,
                                const std::vector<Correspondent>& people, const char* from,
                                const char* until, const MeetingMarks& marks = {}) {
  std::vector<const Edition*> each;
  for (const Edition& edition : editions) each.push_back(&edition);
  std::set<std::string> known;
  std::vector<std::string> told;
  for (Instant now = I(from); now <= I(until); now += std::chrono::minutes{30})
    for (const Reminder& reminder : DueReminders(each, people, marks, Stockholm(), now))
      if (known.insert(reminder.Key()).second)
        told.push_back(std::string(kReminderKindWords.at(static_cast<std::size_t>(reminder.kind))) +
                       " " + FormatInstant(now) + (reminder.by_plan ? " by plan" : ""));
  return told;
}

// A member with every kind chosen, one Wednesday's meeting.
struct Case {
  const char* what;
  const char* day;
  std::vector<std::string> told;
};

TEST(DueTest, AWeekADayAndTheMorningBeforeInCivilTime) {
  const Case cases[] = {{"an ordinary Wednesday in September: 08.00 is 06.00 UTC",
                         "2027-09-22",
                         {"week-before 2027-09-15T06:00:00Z", "day-before 2027-09-21T06:00:00Z",
                          "morning 2027-09-22T05:00:00Z"}},
                        {"the week in which summer time ends: 08.00 stays 08.00",
                         "2027-11-03",
                         {"week-before 2027-10-27T06:00:00Z", "day-before 2027-11-02T07:00:00Z",
                          "morning 2027-11-03T06:00:00Z"}},
                        {"the week in which it begins",
                         "2027-03-31",
                         {"week-before 2027-03-24T07:00:00Z", "day-before 2027-03-30T06:00:00Z",
                          "morning 2027-03-31T05:00:00Z"}},
                        {"the day after New Year's Day",
                         "2027-01-02",
                         {"week-before 2026-12-26T07:00:00Z", "day-before 2027-01-01T07:00:00Z",
                          "morning 2027-01-02T06:00:00Z"}}};
  for (const Case& one : cases)
    EXPECT_EQ(
        AllDue({EditionOf({Meeting("1", one.day)})}, {Somebody("p-1", Post::kMember, kEveryKind)},
               "2026-12-20T00:00:00Z", "2027-11-10T00:00:00Z"),
        one.told)
        << one.what;
}

TEST(DueTest, NobodyIsRemindedOfWhatIsNotTheirs) {
  const std::vector<Edition> editions{EditionOf({Meeting("1", "2027-09-22")})};
  Correspondent left = Somebody("p-2", Post::kMember, kEveryKind);
  left.person.assignments[0].until = D("2027-09-21");
  Correspondent digest = Somebody("p-3", Post::kMember, kEveryKind);
  digest.choices.digest = true;
  const std::pair<const char*, Correspondent> cases[] = {
      {"of another body", Somebody("p-1", Post::kMember, kEveryKind, "ks")},
      {"who left the day before", left},
      {"who wants a weekly digest", digest},
      {"who wants none", Somebody("p-4", Post::kMember, {})},
      {"an auditor, to whom it is closed", Somebody("p-5", Post::kAuditor, kEveryKind)}};
  for (const auto& [what, person] : cases)
    EXPECT_THAT(AllDue(editions, {person}, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z"),
                IsEmpty())
        << what;
}

TEST(DueTest, NothingIsSaidOfWhatWillNotBeHeld) {
  Event cancelled = Meeting("1", "2027-09-22");
  cancelled.status = EventStatus::kCancelled;
  Event reserve = Meeting("2", "2027-09-23");
  reserve.reserve = true;
  Event second_day = Meeting("3.day2", "2027-09-24");
  const Event absent = Meeting("4", "2027-09-24");
  MeetingMarks marks;
  marks.absent.insert({absent.uid, "p-1"});
  EXPECT_THAT(AllDue({EditionOf({cancelled, reserve, second_day, absent})},
                     {Somebody("p-1", Post::kMember, kEveryKind)}, "2027-09-01T00:00:00Z",
                     "2027-09-30T00:00:00Z", marks),
              IsEmpty());
}

TEST(DueTest, PapersByPlanOrWhenSomebodySaysSo) {
  const Event meeting = Meeting("1", "2027-09-22");
  const std::vector<Edition> editions{
      EditionOf({StepOf(meeting, "notice", "2027-09-15", "Kallelse"), meeting})};
  const std::vector<Correspondent> member{Somebody("p-1", Post::kMember, {ReminderKind::kPapers})};
  EXPECT_THAT(AllDue(editions, member, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z"),
              ElementsAre("papers 2027-09-15T14:00:00Z by plan"));
  MeetingMarks marks;
  marks.papers_out[meeting.uid] = I("2027-09-14T12:00:00Z");
  EXPECT_THAT(AllDue(editions, member, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z", marks),
              ElementsAre("papers 2027-09-14T12:00:00Z"));
  marks.papers_out[meeting.uid] = I("2027-09-14T20:00:00Z");
  EXPECT_THAT(AllDue(editions, member, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z", marks),
              ElementsAre("papers 2027-09-15T05:00:00Z"))
      << "said at ten in the evening, told at seven in the morning";
}

TEST(DueTest, DeadlinesAreForOfficialsAndDialoguesForBoth) {
  const Event meeting = Meeting("1", "2027-09-22");
  const std::vector<Edition> editions{
      EditionOf({StepOf(meeting, "item-deadline", "2027-09-08", "Ärendestopp"),
                 Reflection("1", "2027-09-10")})};
  const auto told = [&](Post post) {
    return AllDue(editions, {Somebody("p-1", post, kEveryKind)}, "2027-09-01T00:00:00Z",
                  "2027-09-30T00:00:00Z");
  };
  EXPECT_THAT(told(Post::kMember), ElementsAre("dialogue 2027-09-07T06:00:00Z"));
  EXPECT_THAT(told(Post::kChair), ElementsAre("dialogue 2027-09-07T06:00:00Z"));
  EXPECT_THAT(told(Post::kCaseOfficer),
              ElementsAre("deadline 2027-09-05T06:00:00Z", "dialogue 2027-09-07T06:00:00Z"));
}

TEST(DueTest, AJointMeetingRemindsOnce) {
  Event joint = Meeting("1", "2027-09-22");
  joint.with = {"ks"};
  Correspondent both = Somebody("p-1", Post::kMember, {ReminderKind::kDayBefore});
  both.person.assignments.push_back({.body = "ks", .post = Post::kMember, .from = D("2026-01-01")});
  EXPECT_THAT(AllDue({EditionOf({joint})}, {both}, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z"),
              ElementsAre("day-before 2027-09-21T06:00:00Z"));
}

TEST(DueTest, AMovedMeetingIsRemindedOfAnewAndAChangeTellsItself) {
  Event meeting = Meeting("1", "2027-09-22");
  const Correspondent member = Somebody("p-1", Post::kMember, {ReminderKind::kDayBefore});
  const std::string before = StartInKey(meeting);
  meeting.day = D("2027-09-23");
  EXPECT_NE(StartInKey(meeting), before);
  meeting.modified.fill(I("2027-09-22T06:30:00Z"));  // half an hour after the reminder was due
  EXPECT_THAT(
      AllDue({EditionOf({meeting})}, {member}, "2027-09-01T00:00:00Z", "2027-09-30T00:00:00Z"),
      IsEmpty())
      << "the notice of change told of tomorrow";
}

TEST(DueTest, WhoWasAddedAfterwardsIsNotFloodedWithWhatLiesBehind) {
  Correspondent late = Somebody("p-1", Post::kMember, kEveryKind);
  late.person.created = I("2027-09-20T10:00:00Z");
  EXPECT_THAT(AllDue({EditionOf({Meeting("1", "2027-09-22")})}, {late}, "2027-09-01T00:00:00Z",
                     "2027-09-30T00:00:00Z"),
              ElementsAre("day-before 2027-09-21T06:00:00Z", "morning 2027-09-22T05:00:00Z"));
}

TEST(DueTest, AReminderIsStaleWhenTheNextIsDueOrTheMeetingBegins) {
  const Event meeting = Meeting("1", "2027-09-22");
  const std::vector<Edition> editions{EditionOf({meeting})};
  const Edition* edition = editions.data();
  const auto kinds_at = [&](const char* now, ReminderKinds kinds) {
    const std::vector<Correspondent> people{Somebody("p-1", Post::kMember, kinds)};
    std::vector<std::string> told;
    for (const Reminder& reminder : DueReminders({&edition, 1}, people, {}, Stockholm(), I(now)))
      told.emplace_back(kReminderKindWords.at(static_cast<std::size_t>(reminder.kind)));
    return told;
  };
  EXPECT_THAT(kinds_at("2027-09-20T12:00:00Z", kEveryKind), ElementsAre("week-before"));
  EXPECT_THAT(kinds_at("2027-09-21T12:00:00Z", kEveryKind), ElementsAre("day-before"));
  EXPECT_THAT(kinds_at("2027-09-22T12:00:00Z", {ReminderKind::kWeekBefore}), IsEmpty())
      << "begun at 13.30";
  EXPECT_THAT(kinds_at("2027-09-22T11:00:00Z", {ReminderKind::kWeekBefore}),
              ElementsAre("week-before"))
      << "the only one chosen is of use until it begins";
}

TEST(DueTest, TheWeeksDigestOnFridayAtNoon) {
  const std::vector<Edition> editions{EditionOf(
      {Meeting("1", "2027-09-22"), Reflection("1", "2027-09-24"), Meeting("2", "2027-09-29")})};
  const Edition* edition = editions.data();
  Correspondent person = Somebody("p-1", Post::kMember, kEveryKind);
  person.choices.digest = true;
  const std::vector<Correspondent> people{person};
  const auto at = [&](const char* now) {
    std::vector<std::string> told;
    for (const Digest& digest : DueDigests({&edition, 1}, people, {}, Stockholm(), I(now)))
      told.push_back(digest.Key() + " " + std::to_string(digest.events.size()));
    return told;
  };
  EXPECT_THAT(at("2027-09-17T09:59:00Z"), IsEmpty());
  EXPECT_THAT(at("2027-09-17T10:00:00Z"), ElementsAre("digest/2027-W38/p-1 2"));
  EXPECT_THAT(at("2027-09-20T06:00:00Z"), ElementsAre("digest/2027-W38/p-1 2"))
      << "late, on the Monday itself";
  EXPECT_THAT(at("2027-09-21T06:00:00Z"), IsEmpty()) << "the next is due on Friday";
}

TEST(DueTest, TheOrderOfEditionsAndPeopleChangesNothing) {
  std::vector<Edition> editions{EditionOf({Meeting("1", "2027-09-22")}),
                                EditionOf({Meeting("2", "2027-09-22", "ks")}, "ks")};
  std::vector<Correspondent> people{Somebody("p-1", Post::kMember, kEveryKind),
                                    Somebody("p-2", Post::kChair, kEveryKind, "ks"),
                                    Somebody("p-3", Post::kSubstitute, kEveryKind, "ks")};
  const auto keys = [&] {
    std::set<std::string> found;
    std::vector<const Edition*> each;
    for (const Edition& edition : editions) each.push_back(&edition);
    for (const Reminder& reminder :
         DueReminders(each, people, {}, Stockholm(), I("2027-09-21T12:00:00Z")))
      found.insert(reminder.Key());
    return found;
  };
  const std::set<std::string> first = keys();
  EXPECT_EQ(first.size(), 3U);
  std::reverse(editions.begin(), editions.end());
  std::reverse(people.begin(), people.end());
  EXPECT_EQ(keys(), first);
}

}  // namespace
}  // namespace rytm
