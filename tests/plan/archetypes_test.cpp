// The ways to budget and to report that the templates know: each leads to a plan without an error,
// with the report decided once for every year.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "plan/build.h"
#include "tests/plan/rule_cases.h"

namespace rytm {
namespace {

struct Archetype {
  const char* name;
  const char* reports;   // "reports" of the rule file
  const char* report;    // decided by the council …
  unsigned first_month;  // … between these months of the year
  unsigned last_month;
};

// In June the newly elected do not sit yet: in an election year the June budget waits for them.
constexpr Archetype kArchetypes[] = {
    {"BudgetInNovember", "[]", "budget", 11, 11},
    {"BudgetInJune", R"([{"id": "budget", "off": true}, {"id": "budget-june", "off": false}])",
     "budget-june", 6, 11},
    {"BudgetInDecember",
     R"([{"id": "budget", "off": true}, {"id": "budget-december", "off": false},)"
     R"( {"id": "tax-rate", "off": false}])",
     "budget-december", 11, 12},
    {"TaxRateInNovember",
     R"([{"id": "budget", "off": true}, {"id": "budget-december", "off": false},)"
     R"( {"id": "tax-rate", "off": false}])",
     "tax-rate", 10, 11},
    {"InterimReportOfAugust", "[]", "interim-report", 10, 12},
    {"InterimReportOfJune",
     R"([{"id": "interim-report", "off": true}, {"id": "interim-report-june", "off": false}])",
     "interim-report-june", 8, 12},
};

struct Place {
  const char* name;
  const char* from_template;
  const char* bodies;
};

constexpr Place kPlaces[] = {
    {"Municipality", "sweden-municipality@1",
     R"([{"id": "kf"}, {"id": "kf-presidium"}, {"id": "ks"}, {"id": "ksau"}, {"id": "bun"}, {"id": "soc"}])"},
    {"Region", "sweden-region@1",
     R"([{"id": "rf"}, {"id": "rf-presidium"}, {"id": "rs"}, {"id": "rsau"}, {"id": "hsn"}, {"id": "run"}])"}};

class ArchetypeOf : public ::testing::TestWithParam<std::tuple<Place, Archetype>> {
 protected:
  static Plan PlanOf(const Place& place, const Archetype& archetype) {
    testing::RuleFilesFromDisk files;
    files.AddTemplateFile(testing::SourceDir() / "calendar/templates" /
                          (std::string(place.from_template) + ".json"));
    const Result<Organisation> read = files.Read(
        "ekeby.json", std::string(R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": )") +
                          R"("ekeby.example"}, "template": ")" + place.from_template +
                          R"(", "window": {"from": "2026-10-15", "until": "2030-12-31"}, )" +
                          R"("bodies": )" + place.bodies + R"(, "reports": )" + archetype.reports +
                          "}");
    if (read.ok()) return testing::BuildCase(read.value());
    ADD_FAILURE() << testing::InWords(read.error());
    return {};
  }
};

TEST_P(ArchetypeOf, GivesAPlanWithoutErrors) {
  const auto& [place, archetype] = GetParam();
  for (const Finding& finding : PlanOf(place, archetype).findings)
    EXPECT_EQ(finding.severity, Severity::kInfo) << finding.message.sv << " " << finding.citation;
}

TEST_P(ArchetypeOf, IsDecidedInItsMonths) {
  const auto& [place, archetype] = GetParam();
  const Plan plan = PlanOf(place, archetype);
  int decided = 0;
  for (const Item& item : plan.items) {
    const bool here =
        std::any_of(item.business.begin(), item.business.end(),
                    [&, report = std::string(archetype.report)](const Business& business) {
                      return business.decides && business.report == report;
                    });
    if (!here) continue;
    ++decided;
    const auto month = static_cast<unsigned>(CivilOf(item.day).month());
    EXPECT_GE(month, archetype.first_month) << FormatDay(item.day);
    EXPECT_LE(month, archetype.last_month) << FormatDay(item.day);
  }
  EXPECT_GE(decided, 4);
}

INSTANTIATE_TEST_SUITE_P(Templates, ArchetypeOf,
                         ::testing::Combine(::testing::ValuesIn(kPlaces),
                                            ::testing::ValuesIn(kArchetypes)),
                         [](const auto& one) {
                           return std::string(std::get<0>(one.param).name) +
                                  std::get<1>(one.param).name;
                         });

}  // namespace
}  // namespace rytm
