// Decisions on record: which days are decided, and what cannot be recorded.
#include "edition/adoption.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/edition/ekeby_plan.h"

namespace rytm {
namespace {

using testing::ElementsAre;
using Kind = Adoption::Kind;

Adoption Of(std::int64_t number, Kind kind, const char* first, const char* last,
            std::optional<std::int64_t> replaces = {}) {
  Adoption adoption{.number = number,
                    .body = "ks",
                    .period = {On(first), On(last)},
                    .kind = kind,
                    .replaces = replaces};
  if (kind == Kind::kProposed || kind == Kind::kWithdrawn) return adoption;
  adoption.decided_by = "Kommunstyrelsen";
  adoption.decided_on = On("2026-11-17");
  adoption.paragraph = "§ 131";
  return adoption;
}

TEST(Adoptions, DecideDays) {
  const struct {
    const char* what;
    std::vector<Adoption> log;
    bool june, december;  // 2027-06-15 and 2027-12-15
  } kRows[] = {
      {"nothing on record: whoever publishes decides", {}, true, true},
      {"a proposal decides nothing",
       {Of(1, Kind::kProposed, "2027-01-01", "2027-12-31")},
       false,
       false},
      {"half a year", {Of(1, Kind::kAdopted, "2027-01-01", "2027-06-30")}, true, false},
      {"two halves",
       {Of(1, Kind::kAdopted, "2027-01-01", "2027-06-30"),
        Of(2, Kind::kAdopted, "2027-07-01", "2027-12-31")},
       true,
       true},
      {"a proposal, then the decision on it",
       {Of(1, Kind::kProposed, "2027-01-01", "2027-12-31"),
        Of(2, Kind::kAdopted, "2027-01-01", "2027-12-31", 1)},
       true,
       true},
      {"a change by the chair stands beside the decision",
       {Of(1, Kind::kAdopted, "2027-01-01", "2027-06-30"),
        Of(2, Kind::kAmended, "2027-12-01", "2027-12-31")},
       true,
       true},
      {"a correction takes the record's place",
       {Of(1, Kind::kAdopted, "2027-01-01", "2027-12-31"),
        Of(2, Kind::kCorrected, "2027-07-01", "2027-12-31", 1)},
       false,
       true},
      {"a withdrawn record leaves nothing on record",
       {Of(1, Kind::kAdopted, "2027-01-01", "2027-06-30"),
        Of(2, Kind::kWithdrawn, "2027-01-01", "2027-06-30", 1)},
       true,
       true},
  };
  for (const auto& row : kRows) {
    const DecidedDays days(row.log, "ks");
    EXPECT_EQ(days.Contains(On("2027-06-15")), row.june) << row.what;
    EXPECT_EQ(days.Contains(On("2027-12-15")), row.december) << row.what;
    EXPECT_TRUE(DecidedDays(row.log, "kf").Contains(On("2027-12-15"))) << "of another body";
  }
}

TEST(Adoptions, TellEverythingThatIsWrongAtOnce) {
  const std::vector<Adoption> log = {Of(1, Kind::kAdopted, "2027-01-01", "2027-12-31"),
                                     Of(2, Kind::kCorrected, "2027-01-01", "2027-06-30", 1)};
  const auto pointers = [&](const Adoption& adoption) {
    const Result<Done> checked = CheckAdoptions(log, std::vector{adoption}, On("2026-11-25"));
    std::vector<std::string> all;
    if (!checked.ok())
      for (const Problem& problem : checked.error().problems) all.push_back(problem.pointer);
    return all;
  };
  EXPECT_THAT(pointers(Of(3, Kind::kAdopted, "2027-07-01", "2027-12-31")), ElementsAre());
  EXPECT_THAT(pointers(Of(3, Kind::kProposed, "2027-07-01", "2027-12-31")), ElementsAre());
  EXPECT_THAT(pointers(Of(3, Kind::kWithdrawn, "2027-01-01", "2027-06-30", 2)), ElementsAre());
  EXPECT_THAT(pointers(Of(3, Kind::kCorrected, "2027-01-01", "2027-06-30", 1)),
              ElementsAre("/adoptions/0/replaces"))
      << "taken the place of already";
  EXPECT_THAT(pointers(Of(3, Kind::kWithdrawn, "2027-01-01", "2027-06-30")),
              ElementsAre("/adoptions/0/replaces"));
  Adoption bad = Of(3, Kind::kAdopted, "2027-12-31", "2027-01-01", 4711);
  bad.decided_by.clear();
  bad.decided_on = On("2026-11-26");
  bad.paragraph = std::string(1000, '1');
  EXPECT_THAT(pointers(bad), ElementsAre("/adoptions/0/period", "/adoptions/0/decided-by",
                                         "/adoptions/0/decided-on", "/adoptions/0/replaces",
                                         "/adoptions/0/paragraph"));
  bad = Of(3, Kind::kAmended, "2027-01-01", "2027-12-31");
  bad.decided_on.reset();
  EXPECT_THAT(pointers(bad), ElementsAre("/adoptions/0/decided-on"));
}

TEST(Adoptions, AreToldInWords) {
  Adoption adoption = Of(1, Kind::kAdopted, "2027-01-01", "2027-12-31");
  EXPECT_EQ(InWords(adoption), Text("Beslutad av Kommunstyrelsen 17 november 2026, § 131",
                                    "Adopted by Kommunstyrelsen 17 November 2026, § 131"));
  adoption.case_number = "KS 2026/412";
  adoption.kind = Kind::kAmended;
  adoption.decided_by = "ordföranden";
  EXPECT_EQ(InWords(adoption).sv, "Ändrad av ordföranden 17 november 2026, § 131 (KS 2026/412)");
  EXPECT_EQ(InWords(Of(1, Kind::kProposed, "2027-01-01", "2027-12-31")).sv, "Föreslagen");
}

TEST(Adoptions, HaveWords) {
  for (const Kind kind :
       {Kind::kProposed, Kind::kAdopted, Kind::kAmended, Kind::kCorrected, Kind::kWithdrawn})
    EXPECT_EQ(AdoptionKindNamed(AdoptionWord(kind)), kind);
  EXPECT_EQ(AdoptionKindNamed("decided"), std::nullopt);
}

}  // namespace
}  // namespace rytm
