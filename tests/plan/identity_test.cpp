// Who is who when the rules change, and what people changed stands (DESIGN §4).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

using testing::BuildCase;
using testing::ListOf;
using testing::ReadBuildCase;
using testing::ReadDemo;
using testing::ReadRules;

// A committee, its board above it, and a council; `bun` is the committee's rule.
std::string Rules(const std::string& bun, const std::string& more_of_series = "") {
  return R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example",
                "zone": "Europe/Stockholm"},
   "window": {"from": "2027-01-01", "until": "2027-12-31"},
   "bodies": [{"id": "bun", "kind": "committee", "name": "Nämnden", "series": [{"id": "meeting",
     "name": "Sammanträde", "at": "13:00", "lasts": "PT3H", "chain": "short", "when": )" +
         bun + more_of_series + R"(}]},
     {"id": "au", "kind": "subcommittee", "of": "bun", "name": "Utskottet", "series": [{"id":
     "meeting", "name": "Sammanträde", "at": "09:00", "lasts": "PT1H", "when": {"from":
     "bun/meeting", "days": -7}}]}],
   "chains": {"short": [{"id": "notice", "name": "Kallelse", "days": -6},
                        {"id": "minutes", "name": "Justering", "days": 7}]}})";
}

std::string Monthly(const std::string& day, const std::string& but = "") {
  return R"({"rrule": "FREQ=MONTHLY;BYDAY=)" + day + but + R"("})";
}

Plan After(const Plan& before, const std::string& rules, std::optional<Day> today = {},
           std::vector<Adjustment> log = {}) {
  return BuildCase(ReadRules("after.json", rules),
                   {.window = std::nullopt, .today = today, .published = {}},
                   {.slots = before.slots, .adjustments = std::move(log)});
}

// "01-20→01-12": each meeting of the body by the day in its id and the day it is on.
std::vector<std::string> Meetings(const Plan& plan, const std::string& body) {
  std::vector<std::string> lines;
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting && item.body == body)
      lines.push_back(item.id.substr(item.id.find("20")) + "→" + FormatDay(item.day).substr(5) +
                      (item.cancelled ? " inställt" : ""));
  return lines;
}

std::vector<std::string> FindingsOf(const Plan& plan, const std::string& check) {
  std::vector<std::string> items;
  for (const Finding& finding : plan.findings)
    if (finding.check == check) items.push_back(finding.items.front());
  return items;
}

// On this day, as if the whole plan had been published before it began.
BuildOptions AllPublished(const Plan& plan, std::optional<Day> today) {
  BuildOptions options{.window = std::nullopt, .today = today, .published = {}};
  for (const Item& item : plan.items)
    if (item.kind == ItemKind::kMeeting) {
      options.published.emplace(item.id, item.day);
      options.told.emplace(item.id, plan.window.first - Days{60});
    }
  return options;
}

// --- the same rules
// ----------------------------------------------------------------------------------

TEST(Identity, BuiltAgainFromItsSlotsAPlanIsTheSame) {
  for (const char* name : {"chain", "day-policies", "dialogues", "election-week", "exceptions",
                           "lifetimes", "offsets", "reports", "variants", "when"}) {
    const Organisation organisation = ReadBuildCase(name);
    const Plan first = BuildCase(organisation);
    for (const std::optional<Day> today :
         {std::optional<Day>(), std::optional(MakeDay(2027, 5, 4))}) {
      const BuildOptions options = AllPublished(first, today);
      const Plan again =
          BuildCase(organisation, options, {.slots = first.slots, .adjustments = {}});
      EXPECT_EQ(ListOf(again), ListOf(first)) << name;
      const Plan third =
          BuildCase(organisation, options, {.slots = again.slots, .adjustments = {}});
      EXPECT_TRUE(third.slots == again.slots) << name;
    }
  }
}

TEST(Identity, TheDemoBuiltAgainIsTheSame) {
  const Organisation demo = ReadDemo();
  const Plan first = BuildCase(demo);
  const Plan again = BuildCase(demo, AllPublished(first, MakeDay(2028, 3, 1)),
                               {.slots = first.slots, .adjustments = {}});
  EXPECT_EQ(ListOf(again), ListOf(first));
  EXPECT_TRUE(again.slots == first.slots);
}

// --- other rules
// -------------------------------------------------------------------------------------

TEST(Identity, ThirdWednesdayToSecondTuesdayKeepsEveryMeeting) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Plan after = After(before, Rules(Monthly("2TU")));
  EXPECT_THAT(Meetings(after, "bun"),
              ::testing::ElementsAre("2027-01-20→01-12", "2027-02-17→02-09", "2027-03-17→03-09",
                                     "2027-04-21→04-13", "2027-05-19→05-11", "2027-06-16→06-08",
                                     "2027-07-21→07-13", "2027-08-18→08-10", "2027-09-15→09-14",
                                     "2027-10-20→10-12", "2027-11-17→11-09", "2027-12-15→12-14"));
  EXPECT_EQ(Meetings(after, "au").front(), "2027-01-13→01-05") << "what hangs on it follows";
  EXPECT_EQ(Meetings(after, "au").back(), "2027-12-08→12-07");
}

TEST(Identity, DroppingJulyDropsOneAndItComesBack) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const std::string no_july = Monthly("3WE", ";BYMONTH=1,2,3,4,5,6,8,9,10,11,12");
  const Plan without = After(before, Rules(no_july));
  EXPECT_EQ(Meetings(without, "bun").size(), 11U);
  const Plan again = After(without, Rules(Monthly("3WE")));
  EXPECT_EQ(Meetings(again, "bun"), Meetings(before, "bun")) << "within 7 days of its last";
  const Plan later = After(without, Rules(Monthly("1WE")));
  EXPECT_THAT(Meetings(later, "bun"), ::testing::Contains("2027-07-07→07-07")) << "14 days away";
}

TEST(Identity, AnAnchorAWeekLaterMovesEachAWeek) {
  const auto anchored = [](const std::string& day) {
    return Rules(R"({"rrule": "FREQ=WEEKLY;INTERVAL=4;BYDAY=WE", "anchor": ")" + day + R"("})");
  };
  const Plan before = BuildCase(ReadRules("a.json", anchored("2027-01-13")));
  const Plan after = After(before, anchored("2027-01-20"));
  for (const Slot& slot : after.slots) {
    if (slot.series.body != "bun") continue;
    EXPECT_FALSE(slot.dropped) << slot.id;
    const Day birth = ParseDay(slot.id.substr(slot.id.find("20"))).value();
    EXPECT_EQ(slot.day - birth, Days{7}) << slot.id;
  }
}

TEST(Identity, ADayGivenTwiceGetsAnotherId) {
  const std::string once = R"({"dates": ["2027-03-03", "2027-09-01"]})";
  const std::string moved = R"({"dates": ["2027-03-10", "2027-09-01"]})";
  const std::string both = R"({"dates": ["2027-03-03", "2027-03-10", "2027-09-01"]})";
  const Plan first = BuildCase(ReadRules("a.json", Rules(once)));
  const Plan second = After(first, Rules(moved));
  const Plan third = After(second, Rules(both));
  EXPECT_THAT(Meetings(third, "bun"),
              ::testing::ElementsAre("2027-03-03.2→03-03", "2027-03-03→03-10", "2027-09-01→09-01"));
}

TEST(Identity, WhatWasSummonedStaysWhereItIs) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Day today = MakeDay(2027, 3, 11);  // the notice of 17 March is out, that of April not
  const Plan after = After(before, Rules(Monthly("2TU")), today);
  const std::vector<std::string> meetings = Meetings(after, "bun");
  ASSERT_GE(meetings.size(), 4U);
  EXPECT_EQ(meetings[0], "2027-01-20→01-20");
  EXPECT_EQ(meetings[2], "2027-03-17→03-17");
  EXPECT_EQ(meetings[3], "2027-04-21→04-13");
  const Plan weekly = After(before, Rules(R"({"rrule": "FREQ=WEEKLY;BYDAY=WE"})"), today);
  for (const Item& item : weekly.items)
    EXPECT_TRUE(item.kind != ItemKind::kMeeting || item.day >= today || before.Find(item.id))
        << item.id << " was born in the past";
}

TEST(Identity, AnExceptionGoesWithItsMeeting) {
  const std::string moved =
      R"(, "exceptions": [{"on": "2027-05-19", "cancel": true, "reason": "Studiedag"}])";
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"), moved)));
  const Plan after = After(before, Rules(Monthly("2TU"), moved));
  EXPECT_THAT(Meetings(after, "bun"), ::testing::Contains("2027-05-19→05-11 inställt"));
  EXPECT_THAT(FindingsOf(after, "exception-without-meeting"), ::testing::IsEmpty());
}

// --- adjustments
// -------------------------------------------------------------------------------------

Adjustment Change(std::int64_t number, const std::string& id,
                  const std::function<void(Adjustment&)>& set) {
  Adjustment adjustment{.number = number,
                        .slot = id,
                        .reason = Text("Skäl"),
                        .author = "p1",
                        .author_role = "secretary"};
  set(adjustment);
  return adjustment;
}

constexpr const char* kMay = "ekeby.bun.meeting.2027-05-19";

Adjustment MoveTo(std::int64_t number, Day day, Day rule_day = MakeDay(2027, 5, 19)) {
  return Change(number, kMay, [&](Adjustment& a) {
    a.day = day;
    a.rule_day = rule_day;
  });
}

TEST(Adjustments, AMoveTakesWhatHangsOnItAlong) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Plan after = After(before, Rules(Monthly("3WE")), {}, {MoveTo(1, MakeDay(2027, 5, 26))});
  EXPECT_EQ(after.Find(kMay)->day, MakeDay(2027, 5, 26));
  EXPECT_EQ(after.Find(kMay)->moved_from, MakeDay(2027, 5, 19));
  EXPECT_EQ(after.Find(std::string(kMay) + ".notice")->day, MakeDay(2027, 5, 20));
  EXPECT_EQ(after.Find("ekeby.au.meeting.2027-05-12")->day, MakeDay(2027, 5, 19));
  testing::ExpectSaysWhy(*after.Find(kMay));
}

TEST(Adjustments, TheLaterWinsAndTheRestStays) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const auto with = [&](std::vector<Adjustment> log) {
    return *After(before, Rules(Monthly("3WE")), {}, std::move(log)).Find(kMay);
  };
  const Adjustment moved = MoveTo(1, MakeDay(2027, 5, 26));
  const Adjustment later = MoveTo(2, MakeDay(2027, 5, 20));
  const Adjustment cancelled = Change(3, kMay, [](Adjustment& a) { a.cancelled = true; });
  const Adjustment revived = Change(4, kMay, [](Adjustment& a) { a.cancelled = false; });
  const Adjustment as_ruled = Change(5, kMay, [](Adjustment& a) { a.as_ruled = true; });
  const Adjustment renamed =
      Change(6, kMay, [](Adjustment& a) { a.form.name = Text("Studiebesök"); });
  EXPECT_EQ(with({later, moved}).day, MakeDay(2027, 5, 20));
  EXPECT_TRUE(with({moved, cancelled}).cancelled);
  EXPECT_FALSE(with({moved, cancelled, revived}).cancelled);
  EXPECT_EQ(with({moved, cancelled, revived}).day, MakeDay(2027, 5, 26));
  EXPECT_EQ(with({moved, as_ruled}).day, MakeDay(2027, 5, 19));
  EXPECT_TRUE(with({moved, cancelled, as_ruled}).cancelled);
  EXPECT_EQ(with({moved, renamed}).title, Text("Studiebesök"));
}

TEST(Adjustments, StandsWhenTheRuleLaterSaysOtherwiseAndTellsIt) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Adjustment moved = MoveTo(1, MakeDay(2027, 5, 26));
  const Plan after = After(before, Rules(Monthly("2TU")), {}, {moved});
  EXPECT_EQ(after.Find(kMay)->day, MakeDay(2027, 5, 26));
  EXPECT_THAT(FindingsOf(after, "adjustment-differs"), ::testing::ElementsAre(kMay));
  const Plan gone = After(before, Rules(Monthly("3WE", ";BYMONTH=1,2,3")), {}, {moved});
  EXPECT_THAT(FindingsOf(gone, "adjustment-without-meeting"), ::testing::ElementsAre(kMay));
  EXPECT_EQ(gone.Find(kMay), nullptr);
}

TEST(Adjustments, ACancellationStandsWhenTheMeetingRevives) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const std::vector<Adjustment> log = {Change(1, kMay, [](Adjustment& a) { a.cancelled = true; })};
  const Plan gone = After(before, Rules(Monthly("3WE", ";BYMONTH=1,2,3,4,6")), {}, log);
  const Plan again = After(gone, Rules(Monthly("3WE")), {}, log);
  EXPECT_TRUE(again.Find(kMay)->cancelled);
}

TEST(Adjustments, OneStepAlone) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Plan after = After(before, Rules(Monthly("3WE")), {}, {Change(1, kMay, [](Adjustment& a) {
                             a.step = "minutes";
                             a.day = MakeDay(2027, 5, 24);
                           })});
  EXPECT_EQ(after.Find(kMay)->day, MakeDay(2027, 5, 19));
  EXPECT_EQ(after.Find(std::string(kMay) + ".minutes")->day, MakeDay(2027, 5, 24));
}

TEST(Adjustments, APinnedMeetingStaysWhateverTheRulesSay) {
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const std::vector<Adjustment> log = {Change(1, kMay, [](Adjustment& a) { a.pinned = true; })};
  EXPECT_EQ(After(before, Rules(Monthly("2TU")), {}, log).Find(kMay)->day, MakeDay(2027, 5, 19));
  EXPECT_EQ(After(before, Rules(Monthly("3WE", ";BYMONTH=1,2,3")), {}, log).Find(kMay)->day,
            MakeDay(2027, 5, 19));
}

TEST(Adjustments, AReserveDateIsReleasedWithoutAWord) {
  const std::string reserve = R"(, "status": "reserve")";
  const Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"), reserve)));
  const Plan after = After(before, Rules(Monthly("3WE"), reserve), {},
                           {Change(1, kMay, [](Adjustment& a) { a.released = true; })});
  EXPECT_EQ(after.Find(kMay), nullptr);
  EXPECT_EQ(after.items.size(), before.items.size() - 3) << "with its two steps";
  EXPECT_EQ(FindingsOf(after, "adjustment-without-meeting").size(), 0U);
}

TEST(Adjustments, AnExtraMeetingIsOneOfItsSeries) {
  Plan before = BuildCase(ReadRules("a.json", Rules(Monthly("3WE"))));
  const Slot& like = before.slots.back();
  ASSERT_EQ(like.series.body, "bun");
  before.slots.push_back({.id = "ekeby.bun.extra.2027-06-02",
                          .series = like.series,
                          .nominal = MakeDay(2027, 6, 2),
                          .extra = true,
                          .late = MakeDay(2027, 5, 29),
                          .day = MakeDay(2027, 6, 2),
                          .form = like.form});
  const Plan after = After(before, Rules(Monthly("2TU")), MakeDay(2027, 5, 29));
  const Item* extra = after.Find("ekeby.bun.extra.2027-06-02");
  ASSERT_NE(extra, nullptr);
  EXPECT_TRUE(extra->added);
  EXPECT_TRUE(after.Find(extra->id + ".notice")->past_when_added) << "27 May had passed";
  EXPECT_FALSE(after.Find(extra->id + ".minutes")->past_when_added);
}

}  // namespace
}  // namespace rytm
