// The template and the file made one: cases/test@1.json is the template.
#include <gtest/gtest.h>

#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::ReadText;
using testing::RuleFilesFromDisk;
using testing::SourceDir;

constexpr const char* kHead =
    R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
        "template": "test@1", "window": {"from": "2027-01-01", "until": "2030-12-31"}, )";

class Template : public ::testing::Test {
 protected:
  Template() { files_.AddTemplateFile(SourceDir() / "tests/organisation/cases/test@1.json"); }

  Organisation Read(const std::string& rest) const {
    Result<Organisation> read = files_.Read("ekeby.json", kHead + rest + "}");
    if (read.ok()) return std::move(read).value();
    ADD_FAILURE() << InWords(read.error());
    return {};
  }
  std::string Refusal(const std::string& rest) const {
    const Result<Organisation> read = files_.Read("ekeby.json", kHead + rest + "}");
    return read.ok() ? "read" : InWords(read.error());
  }

  RuleFilesFromDisk files_;
};

std::string StepsOf(const Organisation& organisation, std::string_view chain) {
  std::string ids;
  for (const ChainStep& step : organisation.FindChain(chain)->steps) ids += step.id + " ";
  return ids;
}

TEST_F(Template, GivesAKnownBodyEverything) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "kf"}])");
  ASSERT_EQ(1u, ekeby.bodies.size());
  const Body& council = ekeby.bodies.front();
  EXPECT_EQ("Kommunfullmäktige", council.name.sv);
  EXPECT_EQ("KF", council.short_name);
  ASSERT_EQ(1u, council.series.size());
  EXPECT_EQ(TimeOfDay{18 * 60 + 30}, council.series[0].at);
  EXPECT_EQ(Answer::kNextWorkingDay, council.series[0].AnswerTo(Condition::kPublicHoliday));
  EXPECT_EQ(40, ekeby.settings.load_per_week);
  EXPECT_EQ("test@1", ekeby.template_name);
}

TEST_F(Template, SaysWhereEachPartStands) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "kf", "series": [{"id": "meeting", "at": "17:00"}]}])");
  const Series& meeting = ekeby.bodies[0].series[0];
  EXPECT_EQ("/bodies/0/series/0", meeting.pointer);
  EXPECT_EQ("test@1#/bodies/0/series/0/when", meeting.when[0].pointer);
  EXPECT_EQ("test@1#/chains/committee/0", ekeby.chains[0].steps[0].pointer);
}

TEST_F(Template, TheFilesOwnWordsWinKeyByKey) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "kf", "name": "Fullmäktige i Ekeby", "series": [
    {"id": "meeting", "at": "17:00", "on": {"recess": "skip"}},
    {"id": "talk", "when": {"weeks": [9], "weekday": "MO"}, "at": "18:00", "lasts": "PT1H"}]}])");
  const Body& council = ekeby.bodies.front();
  EXPECT_EQ((Text{"Fullmäktige i Ekeby"}), council.name)
      << "a text is one thing: no English of another name";
  ASSERT_EQ(2u, council.series.size());
  EXPECT_EQ(TimeOfDay{17 * 60}, council.series[0].at);
  EXPECT_EQ(Minutes{180}, council.series[0].lasts);
  EXPECT_EQ(Answer::kNextWorkingDay, council.series[0].AnswerTo(Condition::kPublicHoliday));
  EXPECT_EQ(Answer::kSkip, council.series[0].AnswerTo(Condition::kRecess));
  EXPECT_EQ("talk", council.series[1].id);
}

TEST_F(Template, WhatIsSaidAnotherWayReplacesTheTemplatesWay) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "kf"}],
    "chains": {"committee": [{"id": "notice", "working-days": -4}]})");
  const ChainStep& notice = *ekeby.FindChain("committee")->FindStep("notice");
  EXPECT_EQ(-4, notice.offset.days);
  EXPECT_TRUE(notice.offset.working);
}

TEST_F(Template, ARuleIsReplacedWhole) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "kf"}, {"id": "ks", "series": [
    {"id": "meeting", "when": {"from": "kf/meeting", "days": -12}}]}])");
  const Offset& offset = std::get<Offset>(ekeby.FindBody("ks")->series[0].when[0].rule);
  EXPECT_EQ(-12, offset.days);
  EXPECT_EQ(std::nullopt, offset.weeks);
  EXPECT_EQ(std::nullopt, offset.weekday);
}

TEST_F(Template, AnUnknownBodyHasWhatItsKindHas) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "bun", "kind": "committee", "name": "Barnnämnden"}])");
  const Series& meeting = ekeby.bodies[0].series.at(0);
  EXPECT_EQ(Minutes{240}, meeting.lasts);
  EXPECT_EQ("committee", meeting.chain);
  EXPECT_TRUE(meeting.levels.Has(Level::kPublic));
}

TEST_F(Template, ABodyOfAKindWithoutARuleHasNoMeetings) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "styrelsen", "kind": "executive-board", "name": "Styrelsen"}])");
  EXPECT_TRUE(ekeby.bodies[0].series.empty());
}

TEST_F(Template, OffTakesAwayAndBringsBack) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "kf"}, {"id": "soc"}],
    "reports": [{"id": "social-report", "off": true}, {"id": "school-report", "off": false}],
    "dialogues": [{"id": "reflection", "off": true}, {"id": "check-in", "off": false}])");
  EXPECT_EQ(nullptr, ekeby.FindReport("social-report"));
  EXPECT_NE(nullptr, ekeby.FindReport("school-report"));
  std::string dialogues;
  for (const Dialogue& dialogue : ekeby.dialogues) dialogues += dialogue.id + " ";
  EXPECT_EQ("school-talk check-in ", dialogues);
  EXPECT_TRUE(ekeby.dialogues[1].levels.empty()) << "a check-in is for the two only";
}

TEST_F(Template, ChainsMergeStepByStep) {
  const std::string bodies = R"("bodies": [{"id": "soc"}], )";
  EXPECT_EQ("item-deadline soc-first notice minutes posting ",
            StepsOf(Read(bodies + R"("chains": {})"), "committee"));
  const Organisation ekeby = Read(bodies + R"("chains": {
    "committee": [
      {"id": "union", "name": "Samverkan", "days": -9, "before": "notice"},
      {"id": "quality", "name": "Granskning", "days": -8, "before": "notice"},
      {"id": "notice", "days": -6},
      {"id": "archive", "name": "Arkiv", "days": 30}
    ],
    "short": [{"id": "notice", "name": "Kallelse", "days": -5}]})");
  EXPECT_EQ("item-deadline soc-first union quality notice minutes posting archive ",
            StepsOf(ekeby, "committee"));
  const ChainStep& notice = *ekeby.FindChain("committee")->FindStep("notice");
  EXPECT_EQ(-6, notice.offset.days);
  EXPECT_EQ("Kallelse", notice.name.sv);
  EXPECT_TRUE(notice.levels.Has(Level::kMember));
  EXPECT_EQ("notice ", StepsOf(ekeby, "short"));
}

TEST_F(Template, AStepKnownToTheTemplateCanMove) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "soc"}],
    "chains": {"committee": [{"id": "notice", "days": -14, "before": "item-deadline"}]})");
  EXPECT_EQ("notice item-deadline soc-first minutes posting ", StepsOf(ekeby, "committee"));
}

TEST_F(Template, TakingAStepAwayTellsWhatCountedFromIt) {
  EXPECT_EQ(
      "test@1 /chains/committee/4/from: Det finns inget steg \"minutes\" att räkna från. "
      "Ta bort det här steget också: {\"id\": \"posting\", \"off\": true}.\n",
      Refusal(
          R"("bodies": [{"id": "soc"}], "chains": {"committee": [{"id": "minutes", "off": true}]})"));
}

TEST_F(Template, ChainNoneTakesTheChainAway) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "soc", "series": [{"id": "meeting", "chain": "none"}]}])");
  EXPECT_EQ("", ekeby.bodies[0].series[0].chain);
}

TEST_F(Template, ListsWithoutIdsAreReplaced) {
  const Organisation ekeby =
      Read(R"("bodies": [{"id": "soc", "series": [{"id": "meeting", "variants": []}]}],
    "calendars": {"recess": [{"name": "Jul", "from": "--12-20", "until": "--01-08"}]})");
  EXPECT_TRUE(ekeby.bodies[0].series[0].variants.empty());
  ASSERT_EQ(1u, ekeby.calendars.recesses.size());
  EXPECT_EQ("Jul", ekeby.calendars.recesses[0].name.sv);
}

// What the template offers and nobody here has use for goes without a word.
TEST_F(Template, WhatNobodyHasUseForGoesQuietly) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "kf"}, {"id": "ks"}])");
  EXPECT_EQ(nullptr, ekeby.FindReport("companies")) << "only company boards and their auditors";
  const Report& budget = *ekeby.FindReport("budget");
  ASSERT_EQ(2u, budget.route.size()) << "no committees";
  EXPECT_EQ("2", budget.route[0].id) << "the hop keeps its number, and so its identity";
  ASSERT_EQ(1u, ekeby.FindReport("social-report")->route.size());
  EXPECT_EQ((std::vector<std::string>{"kf"}), ekeby.FindBody("ks")->shares_members_with);
  EXPECT_EQ("item-deadline notice minutes posting ", StepsOf(ekeby, "committee"));
  ASSERT_EQ(1u, ekeby.dialogues.size());
  EXPECT_EQ("reflection", ekeby.dialogues[0].id);
}

TEST_F(Template, AVariantForAReportThatIsOffGoesToo) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "soc"}])");
  ASSERT_EQ(1u, ekeby.bodies[0].series[0].variants.size());
  EXPECT_EQ("budget", ekeby.bodies[0].series[0].variants[0].decides);
}

TEST_F(Template, MeetingsOfAnUnlistedBodyAreNotThePublics) {
  const Organisation ekeby = Read(R"("bodies": [{"id": "soc", "listed": false}])");
  EXPECT_EQ((Levels{Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat}),
            ekeby.bodies[0].series[0].levels);
}

// The file's own words are never dropped: they are a mistake to be told.
TEST_F(Template, TheFilesOwnWordsAreNotDropped) {
  EXPECT_EQ(
      "ekeby.json /reports/0/route/0/bodies: Det finns inget organ av det slaget. "
      "Ta bort det, eller lägg till ett sådant organ.\n",
      Refusal(R"("bodies": [{"id": "kf"}],
        "reports": [{"id": "companies", "route": [{"bodies": {"kind": "company-board"}}]}])"));
}

// The board meets two weeks before the council: what a wrong type takes away is not told as
// missing.
TEST_F(Template, AWrongTypeIsToldAlone) {
  const auto refusal = [&](const std::string& series) {
    return Refusal(R"("bodies": [{"id": "kf", "series": )" + series + R"(}, {"id": "ks"}])");
  };
  const std::string list =
      "ekeby.json /bodies/0/series: Här ska det stå en lista [ … ], men det står ";
  EXPECT_EQ(list + "texten \"x\".\n", refusal(R"("x")"));
  EXPECT_EQ(list + "null (inget värde).\n", refusal("null"));
  EXPECT_EQ(list + "ett objekt { … }.\n", refusal(R"({"id": "meeting", "at": "17:00"})"));
  EXPECT_EQ(
      "ekeby.json /bodies/0/series/0: Här ska det stå ett objekt { … }, men det står texten "
      "\"meeting\".\n",
      refusal(R"(["meeting"])"));
  const std::string id = refusal(R"([{"id": 3, "at": "17:00"}])");
  EXPECT_EQ(0U, id.find("ekeby.json /bodies/0/series/0/id: Här ska det stå ett id")) << id;
  EXPECT_EQ(id.size() - 1, id.find('\n')) << id;
  EXPECT_EQ(
      "ekeby.json /calendars: Här ska det stå ett objekt { … }, men det står en lista [ … ].\n",
      Refusal(R"("bodies": [{"id": "soc"}], "calendars": [])"));
}

TEST_F(Template, AMistakeInTheTemplateIsToldThere) {
  EXPECT_EQ(
      "test@1 /bodies/1/series/0/when/from: Det finns inget organ \"kf\". "
      "Det som går att skriva här: \"ks\".\n",
      Refusal(R"("bodies": [{"id": "ks"}])"));
}

}  // namespace
}  // namespace rytm
