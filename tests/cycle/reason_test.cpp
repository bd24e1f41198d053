#include "cycle/reason.h"

#include <gtest/gtest.h>

#include "tests/cycle/rules.h"

namespace rytm {
namespace {

using Kind = Reason::Kind;

constexpr Day kEpiphany = MakeDay(2027, 1, 6);
constexpr Day kDayAfter = MakeDay(2027, 1, 7);

struct Row {
  Reason reason;
  const char* sv;
  const char* en;
};

TEST(Reason, EveryKindInWords) {
  const Row rows[] = {
      {{.kind = Kind::kRule,
        .to = kEpiphany,
        .note = {"första onsdagen i månaden", "the first Wednesday of the month"}},
       "första onsdagen i månaden: ons 6 jan",
       "the first Wednesday of the month: Wed 6 Jan"},
      {{.kind = Kind::kRule, .to = kEpiphany},
       "regelns dag: ons 6 jan",
       "the rule's day: Wed 6 Jan"},
      {{.kind = Kind::kRule, .from = kDayAfter, .to = kEpiphany},
       "räknat från tors 7 jan: ons 6 jan",
       "counted from Thu 7 Jan: Wed 6 Jan"},
      {{.kind = Kind::kPolicy,
        .from = kEpiphany,
        .to = kDayAfter,
        .condition = Condition::kPublicHoliday,
        .answer = Answer::kNextWorkingDay,
        .note = {"trettondedag jul", "Epiphany"}},
       "trettondedag jul, ons 6 jan: flyttat till nästa arbetsdag, tors 7 jan",
       "Epiphany, Wed 6 Jan: moved to the next working day, Thu 7 Jan"},
      {{.kind = Kind::kPolicy,
        .from = kEpiphany,
        .to = kEpiphany,
        .condition = Condition::kRecess,
        .answer = Answer::kSkip,
        .note = {"Juluppehåll", "Christmas recess"}},
       "uppehåll (Juluppehåll), ons 6 jan: inget möte",
       "recess (Christmas recess), Wed 6 Jan: no meeting"},
      {{.kind = Kind::kGaveUp, .from = kEpiphany, .to = kEpiphany},
       "ingen dag i närheten går att använda: ons 6 jan står kvar",
       "no day nearby will do: Wed 6 Jan stays"},
      {{.kind = Kind::kException,
        .from = kEpiphany,
        .to = kDayAfter,
        .note = Text("Budgetkonferens")},
       "flyttat från ons 6 jan till tors 7 jan: Budgetkonferens",
       "moved from Wed 6 Jan to Thu 7 Jan: Budgetkonferens"},
      {{.kind = Kind::kException, .from = kEpiphany, .to = kEpiphany, .note = Text("Extra möte")},
       "undantag: Extra möte",
       "exception: Extra möte"},
      {{.kind = Kind::kOffset, .from = MakeDay(2027, 1, 20), .to = kEpiphany, .days = -14},
       "14 dagar före mötet ons 20 jan: ons 6 jan",
       "14 days before the meeting Wed 20 Jan: Wed 6 Jan"},
      {{.kind = Kind::kOffset,
        .from = kEpiphany,
        .to = kDayAfter,
        .days = 1,
        .working_days = true,
        .note = {"Justering", "Minutes approved"}},
       "1 arbetsdag efter Justering ons 6 jan: tors 7 jan",
       "1 working day after Minutes approved Wed 6 Jan: Thu 7 Jan"},
      {{.kind = Kind::kOffset, .from = kEpiphany, .to = kEpiphany},
       "samma dag som mötet ons 6 jan: ons 6 jan",
       "the same day as the meeting Wed 6 Jan: Wed 6 Jan"},
      {{.kind = Kind::kMovedToWorkingDay, .from = kEpiphany, .to = MakeDay(2027, 1, 5)},
       "ons 6 jan (trettondedag jul) är ingen arbetsdag: flyttat till tis 5 jan",
       "Wed 6 Jan (Epiphany) is no working day: moved to Tue 5 Jan"},
      {{.kind = Kind::kLatest,
        .from = kEpiphany,
        .to = MakeDay(2027, 1, 5),
        .note = Text("KL 6:35")},
       "ons 6 jan (trettondedag jul) är ingen arbetsdag: flyttat till tis 5 jan, för att hålla "
       "sista dagen enligt KL 6:35",
       "Wed 6 Jan (Epiphany) is no working day: moved to Tue 5 Jan, the last day allowed by KL "
       "6:35"},
      {{.kind = Kind::kOrder, .from = kDayAfter, .to = kEpiphany},
       "flyttat från tors 7 jan till ons 6 jan, så att stegen kommer i ordning",
       "moved from Thu 7 Jan to Wed 6 Jan, to keep the steps in order"},
      {{.kind = Kind::kRoute,
        .to = kEpiphany,
        .note = {"Nämnden, styrelsen", "The committee, the board"}},
       "rapportens väg: Nämnden, styrelsen",
       "the report's route: The committee, the board"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(row.sv, InWords(row.reason, Language::kSwedish));
    EXPECT_EQ(row.en, InWords(row.reason, Language::kEnglish));
  }
}

TEST(Reason, EveryConditionAndAnswerHasWords) {
  for (int condition = 0; condition < kConditionCount; ++condition) {
    for (int answer = 0; answer <= static_cast<int>(Answer::kWeekLater); ++answer) {
      const Reason reason{.kind = Kind::kPolicy,
                          .from = kEpiphany,
                          .to = kDayAfter,
                          .condition = static_cast<Condition>(condition),
                          .answer = static_cast<Answer>(answer)};
      for (const Language language : {Language::kSwedish, Language::kEnglish}) {
        const std::string words = InWords(reason, language);
        EXPECT_NE(0U, words.find(", ")) << words;
        EXPECT_NE(": ", words.substr(words.size() - 2)) << words;
      }
    }
  }
}

// --- rules ------------------------------------------------------------------------------------

Organisation Ekeby() {
  Series meeting;
  meeting.id = "meeting";
  meeting.name = {"Sammanträde", "Meeting"};
  Body council;
  council.id = "kf";
  council.name = {"Kommunfullmäktige", "Municipal Council"};
  council.series = {meeting};
  Deadline deadline;
  deadline.id = "KL 11:20";
  deadline.name = {"Årsredovisningen lämnas över", "The annual report is handed over"};
  deadline.day = date::April / 15;
  Report budget;
  budget.id = "budget";
  budget.name = {"Mål och budget", "Goals and budget"};
  Organisation organisation;
  organisation.bodies = {council};
  organisation.deadlines = {deadline};
  organisation.reports = {budget};
  return organisation;
}

TEST(WhenInWords, CallsThingsByTheirNames) {
  struct RuleRow {
    const char* when;
    const char* sv;
    const char* en;
  };
  const RuleRow rows[] = {
      {R"({"from": "kf/meeting", "weeks": -2, "weekday": "WE"})",
       "onsdagen två veckor före Kommunfullmäktiges sammanträde",
       "the Wednesday two weeks before the meeting of Municipal Council"},
      {R"({"from": "kf/meeting", "days": 1})", "en dag efter Kommunfullmäktiges sammanträde",
       "one day after the meeting of Municipal Council"},
      {R"({"from": "kf/meeting", "days": 0})", "samma dag som Kommunfullmäktiges sammanträde",
       "on the same day as the meeting of Municipal Council"},
      {R"({"law": "KL 11:20"})", "dagen enligt KL 11:20 (Årsredovisningen lämnas över), 15 april",
       "the day of KL 11:20 (The annual report is handed over), 15 April"},
      {R"({"meeting": "every", "n": 3, "from": "kf/meeting", "place": "before"})",
       "före vart tredje sammanträde i Kommunfullmäktige",
       "before every third meeting of Municipal Council"},
      {R"({"meeting": "decides", "report": "budget"})",
       "efter sammanträdet som beslutar Mål och budget",
       "after the meeting that decides Goals and budget"},
      {R"({"dates": ["2027-01-06"]})", "en bestämd dag", "one day decided"}};
  const Organisation organisation = Ekeby();
  for (const RuleRow& row : rows) {
    EXPECT_EQ(row.sv, WhenInWords(WhenFrom(row.when), &organisation).sv);
    EXPECT_EQ(row.en, WhenInWords(WhenFrom(row.when), &organisation).en);
  }
}

}  // namespace
}  // namespace rytm
