// What is printed and filed: the decision document, the steps before and after meetings, an
// edition.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/schema.h"
#include "pages/chain_table.h"
#include "pages/decision_document.h"
#include "pages/edition_document.h"
#include "pages/law_words.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

constexpr DaySpan kYear{MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)};

std::string PdfOf(const PdfDocument::About& about) {
  PdfDocument document(about);
  document.Heading("Rubrik");
  const Result<std::string> pdf = document.Finish();
  EXPECT_TRUE(pdf.ok());
  return pdf.ok() ? pdf.value() : "";
}

TEST(PdfDocument, TellsItsLanguageAndTheSameTwice) {
  const PdfDocument::About about{
      .title = "Prov", .footer = "Fot", .language = Language::kEnglish, .made = On("2027-09-14")};
  const std::string pdf = PdfOf(about);
  EXPECT_THAT(pdf, HasSubstr("/Lang (en)"));
  EXPECT_THAT(pdf, HasSubstr("/CreationDate (20270914"));
  EXPECT_EQ(pdf, PdfOf(about));
  // The table of objects still stands where the end of the file says.
  const std::size_t told = pdf.rfind("startxref\n") + 10;
  EXPECT_THAT(pdf.substr(std::stoul(pdf.substr(told))), StartsWith("xref\n"));
}

TEST(LawInWords, SpellsOutTheLawsThatItKnows) {
  for (const auto& [citation, sv, en] :
       {std::tuple{"KL 11:16", "Kommunallagen 11 kap. 16 §",
                   "Kommunallagen, chapter 11, section 16"},
        std::tuple{"FL 24:3 a", "Förvaltningslagen 24 kap. 3 a §",
                   "Förvaltningslagen, chapter 24, section 3 a"},
        std::tuple{"SFS 1965:269 3 a", "SFS 1965:269 3 a", "SFS 1965:269 3 a"},
        std::tuple{"KL", "KL", "KL"}, std::tuple{"", "", ""}}) {
    EXPECT_EQ(sv, LawInWords(citation, Language::kSwedish));
    EXPECT_EQ(en, LawInWords(citation, Language::kEnglish));
  }
}

// Two meetings, one of them moved and decided on by an accepted finding.
struct Decided {
  Organisation organisation = Ekeby();
  Plan plan;
  BodyDecision decision;

  explicit Decided(DecisionOptions options, const std::vector<Adoption>& adoptions = {}) {
    Item moved = Meeting("ks", "2027-03-17", "13:00");
    moved.moved_from = On("2027-03-10");
    moved.reason = Text("Salen är upptagen");
    moved.business.push_back({.report = "arsredovisning",
                              .period = "2026",
                              .name = Text("Årsredovisning 2026"),
                              .does = {},
                              .decides = true});
    plan = PlanOf({Meeting("ks", "2027-01-20", "13:00"), moved,
                   Meeting("kf", "2027-02-01", "18:00"), Meeting("ks", "2028-01-12", "13:00")});
    plan.findings = {{.check = "school-break",
                      .severity = Severity::kWarning,
                      .items = {moved.id},
                      .day = moved.day,
                      .message = Text("Mötet ligger på sportlovet."),
                      .citation = "KL 5:13",
                      .suggestion = {},
                      .accepted = "Gruppledarna vill det"},
                     {.check = "late",
                      .severity = Severity::kError,
                      .items = {plan.items[1].id},
                      .day = On("2027-02-01"),
                      .message = Text("Ett annat organs."),
                      .citation = {},
                      .suggestion = {}}};
    Event now;
    now.uid = moved.id + "@ekeby.example";
    now.body = "ks";
    now.day = moved.day;
    now.at = moved.at;
    now.title = Text("Kommunstyrelsen: Sammanträde");
    Event before = now;
    before.day = On("2027-03-10");
    Event step = now;
    step.uid = moved.id + ".notice@ekeby.example";
    step.kind = EventKind::kStep;
    decision = DecisionOf(organisation, plan, ById(organisation, plan),
                          *organisation.FindBody("ks"), adoptions, 3,
                          {{Difference::Kind::kMoved, now.uid, before, now},
                           {Difference::Kind::kNew, step.uid, {}, step}},
                          options);
  }
};

TEST(DecisionDocument, HasTheDatesTheDifferencesWithReasonsAndWhatIsLeftStanding) {
  const Decided decided({.period = kYear});
  const BodyDecision& decision = decided.decision;
  ASSERT_EQ(2U, decision.meetings.size());
  EXPECT_THAT(decision.meetings[0],
              ElementsAre("onsdag 20 januari", "kl. 13.00–16.00", "Stora salen, Kommunhuset", ""));
  EXPECT_EQ("flyttat från ons 10 mars", decision.meetings[1][3]);
  EXPECT_THAT(decision.differences,
              ElementsAre(testing::AllOf(StartsWith("Flyttat: Kommunstyrelsen"),
                                         EndsWith(". Skäl: Salen är upptagen"))));
  EXPECT_EQ(1U, decision.following);
  EXPECT_THAT(decision.findings,
              ElementsAre("Behöver beslut: Mötet ligger på sportlovet. Kommunallagen 5 kap. 13 §. "
                          "Behålls, skäl: Gruppledarna vill det"));
  EXPECT_THAT(decision.reports, ElementsAre("Årsredovisning 2026, ons 17 mars"));
  EXPECT_THAT(decision.decisions, IsEmpty());
}

TEST(DecisionDocument, TellsADecisionOfThePeriodAndNoOther) {
  const auto adopted = [](std::int64_t number, std::string_view from, std::string_view until) {
    return Adoption{.number = number,
                    .body = "ks",
                    .period = {On(from), On(until)},
                    .decided_by = "Kommunstyrelsen",
                    .decided_on = On("2026-11-17"),
                    .paragraph = "§ 131"};
  };
  const Decided decided({.period = kYear}, {adopted(1, "2027-01-01", "2027-12-31"),
                                            adopted(2, "2028-01-01", "2028-12-31")});
  EXPECT_THAT(decided.decision.decisions,
              ElementsAre("Beslutad av Kommunstyrelsen 17 november 2026, § 131."));
}

TEST(DecisionDocument, IsDrawnForOneBodyAndForSeveral) {
  const DecisionOptions options{.period = kYear,
                                .today = On("2026-11-01"),
                                .heard = "Gruppledarna",
                                .reports = true,
                                .dialogues = true};
  const Decided decided(options);
  const auto pdf = [&](const std::vector<BodyDecision>& bodies) {
    const Result<std::string> drawn = DecisionAsPdf(decided.organisation.name, bodies, options);
    EXPECT_TRUE(drawn.ok());
    return drawn.ok() ? drawn.value() : "";
  };
  const std::string one = pdf({decided.decision});
  EXPECT_THAT(one, StartsWith("%PDF"));
  EXPECT_THAT(one, HasSubstr("/Count 1\n"));
  EXPECT_THAT(pdf({decided.decision, decided.decision}), HasSubstr("/Count 2\n"));
}

TEST(ChainTable, PutsStepsInColumnsByHowFarFromTheMeetingTheyAre) {
  const Organisation organisation = Ekeby();
  const Item first = Meeting("ks", "2027-01-13", "13:00");
  Item second = Meeting("ks", "2027-02-10", "13:00");
  second.cancelled = true;
  const Text notice("Kallelse");
  const Text minutes("Justering");
  const Plan plan = PlanOf({first, second, Step(first, "minutes", minutes, "2027-01-20", kInside),
                            Step(first, "notice", notice, "2026-12-30", kEverybody),
                            Step(second, "notice", notice, "2027-02-03", kEverybody)});
  const Body& body = *organisation.FindBody("ks");
  const std::vector<ChainRow> chains = ChainsOf(plan, body, 2027, Language::kSwedish);
  const MeetingTable words = ChainTable(chains, 2027, DaysAs::kWords, Language::kSwedish);
  EXPECT_THAT(words.columns, ElementsAre("Sammanträde", "Kallelse", "Justering"));
  EXPECT_THAT(words.rows,
              ElementsAre(ElementsAre("ons 13 jan\nkl. 13.00", "ons 30 dec 2026", "ons 20 jan"),
                          ElementsAre("ons 10 feb\nkl. 13.00, inställt", "ons 3 feb", "")));
  const MeetingTable numbers = ChainTable(chains, 2027, DaysAs::kNumbers, Language::kEnglish);
  EXPECT_THAT(numbers.rows[0], ElementsAre("2027-01-13 13:00", "2026-12-30", "2027-01-20"));
  EXPECT_THAT(ChainsOf(plan, body, 2028, Language::kSwedish), IsEmpty());
}

TEST(ChainTable, ThePublicSeesPublicStepsOnly) {
  Publications publications(Ekeby());
  const Item meeting = Meeting("ks", "2027-01-13", "13:00");
  publications.Publish(
      {meeting, Step(meeting, "notice", Text("Kallelse"), "2027-01-06", kEverybody),
       Step(meeting, "draft", Text("Utkast"), "2027-01-04", kInside)},
      "2026-11-23T14:00:00Z");
  const Body& body = *publications.organisation().FindBody("ks");
  const std::vector<ChainRow> chains = PublicChains(publications.All(), body, Language::kSwedish);
  ASSERT_EQ(1U, chains.size());
  ASSERT_EQ(1U, chains[0].steps.size());
  EXPECT_EQ("Kallelse", chains[0].steps[0].name.sv);
  const Body& other = *publications.organisation().FindBody("son");
  EXPECT_THAT(PublicChains(publications.All(), other, Language::kSwedish), IsEmpty());
}

TEST(EditionDocument, IsAsItsSchemaSaysWithoutLinksOrWhatTheSecretariatDoesNotSee) {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-01-13", "13:00");
  meeting.link = "https://moten.ekeby.example/hemlig";
  Item private_talk = Meeting("ks", "2027-01-14", "08:00");
  private_talk.kind = ItemKind::kDialogue;
  private_talk.title = Text("Avstämning");
  private_talk.levels = {Level::kMember};
  publications.Decide({{.number = 1,
                        .body = "ks",
                        .period = kYear,
                        .decided_by = "Kommunstyrelsen",
                        .decided_on = On("2026-11-17"),
                        .author = "p-1"}});
  publications.Publish(
      {meeting, private_talk, Step(meeting, "notice", Text("Kallelse"), "2027-01-06", kEverybody)},
      "2026-11-23T14:00:00Z");
  const Edition& edition = publications.LatestOf("ks");
  const JsonObject json = EditionAsJson(publications.organisation(), edition);
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/schemas/json/edition.json");
  std::ostringstream schema_text;
  schema_text << file.rdbuf();
  const Result<JsonSchema> schema = JsonSchema::Compile(schema_text.str());
  ASSERT_TRUE(schema.ok()) << schema.error().message.en;
  for (const Problem& problem : schema.value().Check(json, ""))
    ADD_FAILURE() << problem.pointer << ": " << problem.what.en;
  const std::string written = WriteJson(json);
  EXPECT_THAT(written, HasSubstr("ekeby.ks.meeting.2027-01-13"));
  EXPECT_THAT(written, HasSubstr("Kallelse"));
  for (const char* hidden : {"hemlig", "Avstämning", "p-1"})
    EXPECT_THAT(written, Not(HasSubstr(hidden)));
  const Result<std::string> pdf =
      EditionAsPdf(publications.organisation(), edition, Language::kSwedish);
  ASSERT_TRUE(pdf.ok());
  EXPECT_THAT(pdf.value(), HasSubstr("/CreationDate (20261123"));
}

}  // namespace
}  // namespace rytm
