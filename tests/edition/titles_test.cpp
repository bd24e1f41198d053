#include "edition/titles.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "base/words.h"

namespace rytm {
namespace {

constexpr Day kApril = MakeDay(2027, 4, 21);

TEST(Titles, AMeetingBeginsWithItsBody) {
  const Text board("Kommunstyrelsen", "Executive Board");
  struct Row {
    Text title;
    Text expected;
  };
  for (const auto& [title, expected] : {
           Row{{"Sammanträde", "Meeting"},
               {"Kommunstyrelsen: Sammanträde", "Executive Board: Meeting"}},
           Row{{"Extra kommunstyrelsen", "Extra"},
               {"Extra kommunstyrelsen", "Executive Board: Extra"}},
           Row{{"Kommunstyrelsens strategidag", "Strategy day"},
               {"Kommunstyrelsens strategidag", "Executive Board: Strategy day"}},
           Row{{"Strategidag", ""},
               {"Kommunstyrelsen: Strategidag", "Executive Board: Strategidag"}},
       }) {
    EXPECT_EQ(TitleOfMeeting(board, title), expected);
  }
}

TEST(Titles, ABodyNamedAfterItsMeetingIsEnough) {
  EXPECT_EQ(TitleOfMeeting(Text("Majoritetens gruppmöte"), Text("Gruppmöte")).sv,
            "Majoritetens gruppmöte");
}

TEST(Titles, TheCaseOfSwedishLettersDoesNotMatter) {
  EXPECT_EQ(TitleOfMeeting(Text("Överförmyndarnämnden"), Text("Extra överförmyndarnämnden")).sv,
            "Extra överförmyndarnämnden");
}

TEST(Titles, AStepNamesItsMeeting) {
  const Text committee("Socialnämnden", "Social Services Committee");
  EXPECT_EQ(TitleOfStep(Text("Ärendestopp", "Item deadline"), committee, kApril),
            Text("Ärendestopp: Socialnämnden 21 april",
                 "Item deadline: Social Services Committee 21 Apr"));
  EXPECT_EQ(TitleOfStep(Text("Ärendestopp", "Item deadline"), committee, std::nullopt).sv,
            "Ärendestopp: Socialnämnden");
}

TEST(Titles, AReportNamesTheBodyOnce) {
  const Text committee("Socialnämnden", "Social Services Committee");
  EXPECT_EQ(TitleOfReport(Text("Årsredovisning 2026 till Socialnämnden"), committee).sv,
            "Årsredovisning 2026 till Socialnämnden");
  EXPECT_EQ(TitleOfReport(Text("Återkoppling: Årsredovisning 2026"), committee).sv,
            "Återkoppling: Årsredovisning 2026, Socialnämnden");
}

TEST(Titles, JoinNamesAndDays) {
  EXPECT_EQ(InOneBreath({Text("A")}).sv, "A");
  EXPECT_EQ(InOneBreath({Text("A"), Text("B")}), Text("A och B", "A and B"));
  EXPECT_EQ(InOneBreath({Text("A"), Text("B"), Text("C")}), Text("A, B och C", "A, B and C"));
  EXPECT_EQ(TitleOfOneDay(Text("Budget"), 2, 3),
            Text("Budget (dag 2 av 3)", "Budget (day 2 of 3)"));
}

TEST(Titles, AreCutBetweenCharacters) {
  std::string at_limit;
  for (std::size_t i = 0; i < kTitleCharactersMax; ++i) at_limit += "å";
  EXPECT_EQ(CutTitle(Text(at_limit)).sv, at_limit);
  const std::string cut = CutTitle(Text(at_limit + "ä")).sv;
  EXPECT_EQ(cut, at_limit.substr(0, 2 * (kTitleCharactersMax - 1)) + "…");
}

}  // namespace
}  // namespace rytm
