// Decisions, editions held against each other, findings accepted: as a secretary types them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

using testing::HasSubstr;

// Council and board; the council is called three days before it meets (KL 5:13: a week).
constexpr const char* kRules = R"({
  "organisation": {"id": "alby", "name": "Alby kommun", "host": "alby.example", "zone": "Europe/Stockholm"},
  "window": {"from": "2027-01-01", "until": "2027-12-31"},
  "chains": {"council": [{"id": "notice", "name": "Kungörelse", "days": -3}]},
  "bodies": [
    {"id": "kf", "kind": "council", "name": "Kommunfullmäktige", "series": [{"id": "meeting", "chain": "council",
     "when": {"dates": ["2027-01-25", "2027-08-30"]}, "at": "18:30", "lasts": "PT3H", "open": "public"}]},
    {"id": "ks", "kind": "executive-board", "name": "Kommunstyrelsen", "series": [{"id": "meeting",
     "when": {"dates": ["2027-01-13"]}, "at": "13:30", "lasts": "PT3H"}]}]
})";

class DecisionCommandsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(folder_ / "alby.json") << kRules;
    ASSERT_EQ(0, Run({"init"}, {(folder_ / "alby.json").string()}).code);
  }

  // The command with --data, and what stands after it.
  Outcome Run(std::vector<std::string> command, const std::vector<std::string>& more = {}) {
    command.insert(command.end(), {"--data", (folder_ / "data").string()});
    command.insert(command.end(), more.begin(), more.end());
    return Rytm(command);
  }
  Outcome Publish(const std::vector<std::string>& more = {}) {
    std::vector<std::string> command{"publish", "--until", "2027-12-31"};
    command.insert(command.end(), more.begin(), more.end());
    return Run(command);
  }

  TemporaryFolder folder_;
};

TEST_F(DecisionCommandsTest, AProposalIsAdoptedHalfAYearAtATime) {
  EXPECT_EQ("Inga beslut är antecknade.\n", Run({"adopt"}).out);
  EXPECT_EQ("1  kf  2027-01-01–2027-12-31  Föreslagen\n", Run({"adopt", "kf:2027"}).out);
  EXPECT_EQ(0, Publish().code);
  const Outcome adopted =
      Publish({"--body", "kf", "--adopted",
               "kf:2027-01-01/2027-06-30: Kommunfullmäktige 2026-11-16 § 131 (KS 2026/412)"});
  EXPECT_EQ(
      "Kommunfullmäktige, utgåva 2: 2 ändringar\n"
      "  Bekräftat: Kungörelse: Kommunfullmäktige 25 jan, fre 22 jan\n"
      "  Bekräftat: Kommunfullmäktige: Sammanträde, mån 25 jan kl. 18.30\n",
      adopted.out);
  EXPECT_EQ(
      "1  kf  2027-01-01–2027-12-31  Föreslagen\n"
      "2  kf  2027-01-01–2027-06-30  Beslutad av Kommunfullmäktige 16 november 2026, § 131 (KS "
      "2026/412)\n",
      Run({"adopt"}).out);
  const Outcome withdrawn = Run({"adopt", "kf:2027", "--kind", "withdrawn", "--replaces", "1"});
  EXPECT_THAT(withdrawn.out, HasSubstr("Föreslagen; gäller inte längre\n"));
}

TEST_F(DecisionCommandsTest, WhatIsNotDecidedCanBeLeftOut) {
  const Outcome run = Publish({"--body", "kf", "--withhold-rest", "--adopted",
                               "kf:2027-01-01/2027-06-30: Kommunfullmäktige 2026-11-16 § 131"});
  EXPECT_EQ("Kommunfullmäktige, utgåva 1: 2 ändringar\n", run.out) << "January, not August";
}

TEST_F(DecisionCommandsTest, WhatDoesNotReadIsTold) {
  const struct {
    std::vector<std::string> arguments;
    const char* told;
  } kRows[] = {
      {{"adopt", "kf"}, "Perioden ska vara ett år eller två dagar."},
      {{"adopt", "kf:2027-13-01/2027-12-31"}, "Perioden ska vara ett år eller två dagar."},
      {{"adopt", "kf:2027: Kommunfullmäktige § 131"}, "Dagen för beslutet saknas."},
      {{"adopt", "kf:2027: Kommunfullmäktige 2027-11-16 § 131"}, "innan det är fattat"},
      {{"adopt", "kf:2027: 2026-11-16"}, "Vem som beslutade saknas."},
      {{"adopt", "bun:2027"}, "bun"},
      {{"adopt", "kf:2027", "--kind", "decided"}, "adopted"},
      {{"publish"}, "--until saknas"},
      {{"publish", "--return-to", "1"}, "ange det med --body"},
      {{"publish", "--return-to", "1", "--body", "kf"}, "Det finns ingen utgåva kf 1."},
      {{"diff", "--body", "kf", "--from", "3"}, "Det finns ingen utgåva kf 3."},
      {{"diff", "--body", "bun"}, "bun"},
      {{"check", "--accept", "finns-inte", "--reason", "därför"}, "inget sådant påpekande"},
  };
  for (const auto& row : kRows) {
    const Outcome run = Run(row.arguments);
    EXPECT_EQ(kExitRefused, run.code) << row.told;
    EXPECT_THAT(run.err, HasSubstr(row.told));
  }
}

TEST_F(DecisionCommandsTest, EditionsAreComparedAndReturnedTo) {
  EXPECT_EQ(0, Publish().code);
  EXPECT_EQ("Kommunfullmäktige, utgåva 1 → planen\n  Ingen skillnad.\n",
            Run({"diff", "--body", "kf"}).out);
  ASSERT_EQ(0, Run({"adjust", "--slot", "kf/meeting@2027-08-30", "--move", "2027-09-06"}).code);
  const std::string moved =
      "  Flyttat: Kungörelse: Kommunfullmäktige 6 sep, fre 27 aug → fre 3 sep\n"
      "  Flyttat: Kommunfullmäktige: Sammanträde, mån 30 aug → mån 6 sep kl. 18.30\n";
  EXPECT_EQ("Kommunfullmäktige, utgåva 1 → planen\n" + moved, Run({"diff", "--body", "kf"}).out);
  const Outcome preview = Publish({"--preview"});
  EXPECT_EQ("Kommunfullmäktige, utgåva 2: 2 ändringar\n" + moved +
                "Förhandsvisning: ingenting är publicerat.\n",
            preview.out);
  EXPECT_EQ("Kommunfullmäktige, utgåva 2: 2 ändringar\n" + moved, Publish().out);
  EXPECT_EQ("Kommunfullmäktige, utgåva 1 → utgåva 2\n" + moved,
            Run({"diff", "--body", "kf", "--from", "1", "--to", "2"}).out);
  const Outcome back = Run({"publish", "--return-to", "1", "--body", "kf"});
  EXPECT_THAT(back.out, HasSubstr("utgåva 3: 2 ändringar"));
  EXPECT_EQ("Kommunfullmäktige, utgåva 1 → utgåva 3\n  Ingen skillnad.\n",
            Run({"diff", "--body", "kf", "--from", "1", "--to", "3"}).out);
  EXPECT_THAT(Rytm({"diff", "--data", (folder_ / "data").string(), "--body", "kf", "--from", "1",
                    "--to", "2", "--format", "json"})
                  .out,
              HasSubstr(R"("kind": "moved")"));
}

TEST_F(DecisionCommandsTest, AFindingIsAcceptedWithAReason) {
  const Outcome before = Run({"check"});
  EXPECT_EQ(kExitFindings, before.code);
  const std::size_t at = before.out.find("[council-notice");
  ASSERT_NE(at, std::string::npos) << before.out;
  EXPECT_THAT(before.out, HasSubstr("Att se över: 2 fel"));
  for (const std::string_view meeting : {"2027-01-25", "2027-08-30"}) {
    const std::string key = "council-notice alby.kf.meeting." + std::string(meeting) + ".notice";
    const Outcome accepted = Run({"check", "--accept", key, "--reason", "Kallas i annan ordning"});
    EXPECT_NE(kExitRefused, accepted.code) << accepted.err;
    EXPECT_THAT(accepted.out, HasSubstr("Godtaget: Kallas i annan ordning"));
  }
  EXPECT_EQ(kExitFine, Run({"check"}).code);
  const Outcome again =
      Run({"check", "--again", "council-notice alby.kf.meeting.2027-01-25.notice"});
  EXPECT_EQ(kExitFindings, again.code);
  EXPECT_THAT(again.out, HasSubstr("Att se över: 1 fel"));
}

}  // namespace
}  // namespace rytm
