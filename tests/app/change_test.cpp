// Changing the plan: previewed, saved as one, undone as one, and published as exactly that change
// (DESIGN §5).
#include "app/change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/publish.h"
#include "tests/app/planned_test.h"

namespace rytm {
namespace {

// A board every month, its working committee a week before, and two talks a year.
std::string Rules(const std::string& rrule = "FREQ=MONTHLY;BYDAY=3WE") {
  return R"({
    "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example",
                     "zone": "Europe/Stockholm"},
    "window": {"from": "2027-01-01", "until": "2027-12-31"},
    "places": [{"id": "salen", "name": "Stora salen"}],
    "bodies": [
      {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [{"id": "meeting",
       "when": {"rrule": ")" +
         rrule + R"("}, "at": "13:30", "lasts": "PT3H", "chain": "board"}]},
      {"id": "ksau", "kind": "subcommittee", "of": "ks", "name": "Arbetsutskottet", "series": [{"id":
       "meeting", "when": {"from": "ks/meeting", "days": -7}, "at": "08:30", "lasts": "PT3H"}]}],
    "chains": {"board": [{"id": "notice", "name": "Kallelse", "days": -5}]},
    "dialogues": [{"id": "reflection", "kind": "reflection", "bodies": {"kind": "executive-board"},
      "name": "Reflektion", "when": {"meeting": "every", "n": 6, "place": "after"}, "lasts": "PT45M"}]
  })";
}

constexpr const char* kMay = "alby.ks.meeting.2027-05-19";

class ChangeTest : public PlannedTest {
 protected:
  void SetUp() override {
    Init(Rules());
    Publish();
  }

  Publication Publish() {
    const Result<Publication> published = rytm::Publish(
        *database_, Load(), {.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}}, now_);
    EXPECT_TRUE(published.ok()) << published.error().message.sv;
    return published.ok() ? published.value() : Publication();
  }

  SavedChange Save(const Proposal& proposal) {
    const Result<SavedChange> saved =
        SaveChange(*database_, Load(), proposal, {"p1", "secretary"}, now_);
    EXPECT_TRUE(saved.ok()) << saved.error().message.sv
                            << (saved.ok() || saved.error().problems.empty()
                                    ? ""
                                    : saved.error().problems[0].what.sv);
    return saved.ok() ? saved.value() : SavedChange();
  }

  // The published event, or nothing.
  std::optional<Event> EventOf(const std::string& id) {
    const Planned planned = Load();
    for (const Edition& edition : *planned.editions)
      for (const Event& event : edition.events)
        if (event.uid == id + "@alby.example") return event;
    return std::nullopt;
  }

  static Proposal Of(const std::string& slot, const std::function<void(Adjustment&)>& set) {
    Proposal proposal;
    proposal.adjustments.push_back({.slot = slot, .reason = Text("Salen är upptagen")});
    set(proposal.adjustments.back());
    return proposal;
  }
  static Proposal MoveMay(Day day = MakeDay(2027, 5, 26)) {
    return Of(kMay, [&](Adjustment& a) { a.day = day; });
  }
};

std::vector<std::string> Told(const WhatIf& what_if) {
  std::vector<std::string> lines;
  for (const ItemChange& change : what_if.items)
    lines.push_back(change.item().id.substr(5) + " " + FormatDay(change.item().day).substr(5));
  return lines;
}

TEST_F(ChangeTest, APreviewTellsEveryDateThatFollowsAndStoresNothing) {
  const Revision before = Load().revision();
  const Result<WhatIf> what_if = PreviewChange(Load(), MoveMay(), now_);
  ASSERT_TRUE(what_if.ok());
  EXPECT_THAT(Told(what_if.value()), testing::ElementsAre("ksau.meeting.2027-05-12 05-19",
                                                          "ks.meeting.2027-05-19.notice 05-21",
                                                          "ks.meeting.2027-05-19 05-26"));
  EXPECT_THAT(what_if.value().bodies, testing::ElementsAre("ks", "ksau"));
  const std::map<std::string, Levels> told = ToldOf(what_if.value());
  EXPECT_TRUE(told.at("ks").Has(Level::kPublic));
  EXPECT_FALSE(told.at("ksau").Has(Level::kPublic)) << "a subcommittee is not listed";
  EXPECT_TRUE(told.at("ksau").Has(Level::kMember));
  ASSERT_EQ(what_if.value().notices.size(), 1U);
  EXPECT_EQ(what_if.value().notices[0].day, MakeDay(2027, 5, 21));
  EXPECT_EQ(Load().revision(), before);
  EXPECT_EQ(Load().plan.Find(kMay)->day, MakeDay(2027, 5, 19));
}

TEST_F(ChangeTest, AMovedMeetingMovesInTheFeedUnderItsOwnName) {
  const Event before = *EventOf(kMay);
  Save(MoveMay());
  EXPECT_EQ(*EventOf(kMay), before) << "feeds change only at a publication";
  now_ += std::chrono::hours(1);
  const Publication publication = Publish();
  ASSERT_EQ(publication.bodies.size(), 2U);
  EXPECT_EQ(EventOf(kMay)->day, MakeDay(2027, 5, 26));
  EXPECT_EQ(EventOf(kMay)->sequence, before.sequence + 1);
  EXPECT_TRUE(EventOf(kMay)->moved());
  EXPECT_EQ(EventOf("alby.ksau.meeting.2027-05-12")->day, MakeDay(2027, 5, 19));
}

TEST_F(ChangeTest, UndoGivesTheSamePlanAndNamesBack) {
  const Planned before = Load();
  const SavedChange moved = Save(MoveMay());
  Proposal extra;
  extra.extras.push_back({{"ks", "meeting"}, MakeDay(2027, 6, 2)});
  const SavedChange added = Save(extra);
  const Result<SavedChange> too_early =
      UndoChange(*database_, Load(), moved.batch.number, {"p1", "secretary"}, now_);
  ASSERT_FALSE(too_early.ok());
  EXPECT_EQ(too_early.error().code, ErrorCode::kConflict) << "the later one first";
  for (const std::int64_t number : {added.batch.number, moved.batch.number})
    ASSERT_TRUE(UndoChange(*database_, Load(), number, {"p1", "secretary"}, now_).ok());
  const Planned after = Load();
  EXPECT_TRUE(CompareByItem(before.plan, after.plan).items.empty());
  const Result<SavedChange> again =
      UndoChange(*database_, Load(), moved.batch.number, {"p1", "secretary"}, now_);
  ASSERT_FALSE(again.ok());
  const Result<SavedChange> unknown =
      UndoChange(*database_, Load(), 4711, {"p1", "secretary"}, now_);
  EXPECT_EQ(unknown.error().code, ErrorCode::kNotFound);
}

TEST_F(ChangeTest, WhatAChangeLeavesIsWhatIsLoaded) {
  const auto expect_same = [&](const SavedChange& change, const char* what) {
    SCOPED_TRACE(what);
    const Planned loaded = Load();
    EXPECT_EQ(loaded.of, change.after->of);
    EXPECT_EQ(loaded.today, change.after->today);
    EXPECT_TRUE(CompareByItem(loaded.plan, change.after->plan).items.empty());
    EXPECT_TRUE(loaded.plan.slots == change.after->plan.slots);
    EXPECT_TRUE(loaded.state.slots == change.after->state.slots);
    EXPECT_TRUE(loaded.state.adjustments == change.after->state.adjustments);
    EXPECT_EQ(loaded.next_adjustment, change.after->next_adjustment);
  };
  const SavedChange moved = Save(MoveMay());
  expect_same(moved, "moved");
  expect_same(UndoChange(*database_, Load(), moved.batch.number, {}, now_).value(), "undone");
  expect_same(Save(MoveMay(MakeDay(2027, 5, 27))), "an undone number is not given again");
  Proposal extra;
  extra.extras.push_back({{"ks", "meeting"}, MakeDay(2027, 6, 2)});
  expect_same(Save(extra), "an extra meeting");
}

TEST_F(ChangeTest, ThePlanIsWorkedOutOnceForARevisionAndADay) {
  PlanCache cache;
  const auto current = [&] { return cache.Current(*database_, now_).value(); };
  const auto first = current();
  EXPECT_EQ(first, current());
  const SavedChange moved = Save(MoveMay());
  const auto second = current();
  EXPECT_EQ(second->plan.Find(kMay)->day, MakeDay(2027, 5, 26));
  EXPECT_EQ(first->organisation, second->organisation) << "the rules are as they were";
  EXPECT_EQ(first->editions, second->editions);
  cache.Keep(first);
  EXPECT_EQ(second, current()) << "what is older is not kept";
  const SavedChange back = Save(MoveMay(MakeDay(2027, 5, 27)));
  cache.Keep(back.after);
  EXPECT_EQ(back.after, current());
  now_ += std::chrono::hours{24};
  EXPECT_EQ(current()->today, back.after->today + Days{1}) << "another day, another plan";
  Publish();
  EXPECT_NE(back.after->editions, current()->editions);
  EXPECT_EQ(back.after->organisation, current()->organisation);
}

TEST_F(ChangeTest, UndoneRulesAreInForceNoMore) {
  const Planned before = Load();
  ASSERT_TRUE(Import(*database_, "alby.json", Rules("FREQ=MONTHLY;BYDAY=2TU"), false, now_).ok());
  EXPECT_EQ(Load().plan.Find(kMay)->day, MakeDay(2027, 5, 11));
  const std::vector<Batch> batches = database_->batches().Batches(std::nullopt, 1).value();
  ASSERT_TRUE(UndoChange(*database_, Load(), batches[0].number, {}, now_).ok());
  EXPECT_TRUE(CompareByItem(before.plan, Load().plan).items.empty());
  EXPECT_TRUE(Load().state.slots == before.state.slots);
}

TEST_F(ChangeTest, AnExtraMeetingNeverTakesAnothersName) {
  Proposal extra;
  extra.extras.push_back({{"ks", "meeting"}, MakeDay(2027, 6, 2)});
  const SavedChange first = Save(extra);
  ASSERT_TRUE(UndoChange(*database_, Load(), first.batch.number, {}, now_).ok());
  Save(extra);
  EXPECT_EQ(Load().plan.Find("alby.ks.extra.2027-06-02"), nullptr);
  EXPECT_NE(Load().plan.Find("alby.ks.extra.2027-06-02.2"), nullptr);
}

TEST_F(ChangeTest, ManyAtOnceFromADayOn) {
  Proposal proposal;
  Adjustment sets;
  sets.form.place = "salen";
  proposal.series.push_back({{"ks", "meeting"}, MakeDay(2027, 9, 1), std::nullopt, sets});
  EXPECT_EQ(Save(proposal).what_if.items.size(), 5U) << "four meetings, one talk after one of them";
  EXPECT_EQ(Load().plan.Find("alby.ks.meeting.2027-09-15")->place, "salen");
  EXPECT_EQ(Load().plan.Find("alby.ks.meeting.2027-08-18")->place, "");
}

TEST_F(ChangeTest, APlanSomebodyElseChangedIsNotOverwritten) {
  const Planned seen = Load();
  Save(MoveMay());
  const Result<SavedChange> late =
      SaveChange(*database_, seen, MoveMay(MakeDay(2027, 5, 27)), {}, now_);
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
  EXPECT_EQ(Load().plan.Find(kMay)->day, MakeDay(2027, 5, 26));
}

TEST_F(ChangeTest, WhatCannotBeDoneIsToldAllAtOnce) {
  Proposal proposal = Of("alby.ks.meeting.2099-01-01", [](Adjustment&) {});
  proposal.adjustments.push_back({.slot = kMay, .day = MakeDay(2028, 1, 1)});
  proposal.adjustments.push_back({.slot = kMay});
  proposal.adjustments.back().form.place = "månen";
  proposal.adjustments.push_back({.slot = kMay, .released = true});
  proposal.adjustments.push_back({.slot = kMay});
  proposal.adjustments.back().form.at = TimeOfDay{23 * 60};
  proposal.adjustments.push_back({.slot = kMay, .step = "anslag", .day = MakeDay(2027, 5, 20)});
  proposal.adjustments.push_back({.slot = kMay, .reason_kind = "lust"});
  proposal.adjustments.push_back({.slot = "alby.ks.reflection.2027-06-16", .cancelled = true});
  const Result<WhatIf> refused = PreviewChange(Load(), proposal, now_);
  ASSERT_FALSE(refused.ok());
  std::vector<std::string> pointers;
  for (const Problem& problem : refused.error().problems) {
    pointers.push_back(problem.pointer);
    EXPECT_NE(problem.what.sv, problem.what.In(Language::kEnglish)) << problem.pointer;
  }
  EXPECT_THAT(pointers, testing::ElementsAre("/adjustments/0/slot", "/adjustments/1/set/day",
                                             "/adjustments/2/set/place",
                                             "/adjustments/3/set/released", "/adjustments/4/set/at",
                                             "/adjustments/5/step", "/adjustments/6/reason-kind",
                                             "/adjustments/7/reason", "/adjustments/7/set/day"));
}

TEST_F(ChangeTest, ACancelledTalkGetsANewDayInstead) {
  const std::string talk = "alby.ks.reflection.2027-06-16";
  ASSERT_NE(Load().plan.Find(talk), nullptr);
  Save(Of(talk, [](Adjustment& a) {
    a.cancelled = true;
    a.day = MakeDay(2027, 8, 20);
  }));
  const Planned after = Load();
  EXPECT_FALSE(after.plan.Find(talk)->cancelled);
  EXPECT_EQ(after.plan.Find(talk)->day, MakeDay(2027, 8, 20));
  EXPECT_TRUE(
      std::any_of(after.plan.findings.begin(), after.plan.findings.end(),
                  [](const Finding& finding) { return finding.check == "dialogue-put-off"; }))
      << "more than 60 days later";
}

TEST_F(ChangeTest, TheLogSaysWhoAndWhy) {
  Save(MoveMay());
  const std::vector<Adjustment> log = database_->batches().AdjustmentsOf(kMay).value();
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0].author, "p1");
  EXPECT_EQ(log[0].author_role, "secretary");
  EXPECT_EQ(log[0].reason, Text("Salen är upptagen"));
  EXPECT_EQ(log[0].rule_day, MakeDay(2027, 5, 19));
  EXPECT_EQ(log[0].day, MakeDay(2027, 5, 26));
  EXPECT_EQ(log[0].made, now_);
}

TEST_F(ChangeTest, OpenedAgainThePlanIsTheSame) {
  Save(MoveMay());
  const Planned before = Load();
  database_.reset();
  database_ = std::move(OpenDataFolder(Data())).value();
  const Planned after = Load();
  EXPECT_TRUE(CompareByItem(before.plan, after.plan).items.empty());
  EXPECT_TRUE(before.state.slots == after.state.slots);
  EXPECT_TRUE(before.state.adjustments == after.state.adjustments);
}

}  // namespace
}  // namespace rytm
