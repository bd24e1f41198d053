#include "app/permissions.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/cases/case_table.h"

namespace rytm {
namespace {

const std::map<std::string, Action> kActions{{"see-plan", Action::kSeePlan},
                                             {"adjust", Action::kAdjust},
                                             {"publish", Action::kPublish},
                                             {"manage-people", Action::kManagePeople},
                                             {"change-rules", Action::kChangeRules},
                                             {"manage-mail", Action::kManageMail},
                                             {"manage-accounts", Action::kManageAccounts},
                                             {"see-audit", Action::kSeeAudit},
                                             {"back-up", Action::kBackUp}};

struct Column {
  std::vector<Grant> grants;
  std::string body;  // that it is done on; empty: all
};

const std::vector<Column> kColumns{{{{Role::kAdministrator, ""}}, "ks"},
                                   {{{Role::kAdministrator, ""}}, ""},
                                   {{{Role::kPlanner, ""}}, "ks"},
                                   {{{Role::kPlanner, ""}}, ""},
                                   {{{Role::kSecretary, "ks"}}, "ks"},
                                   {{{Role::kSecretary, "ks"}}, "bun"},
                                   {{{Role::kSecretary, "ks"}}, ""},
                                   {{{Role::kReader, ""}}, "ks"},
                                   {{{Role::kReader, ""}}, ""},
                                   {{{Role::kReader, "ks"}}, "ks"},
                                   {{{Role::kReader, "ks"}}, "bun"},
                                   {{{Role::kReader, "ks"}}, ""},
                                   {{}, "ks"}};

TEST(Permissions, CellByCell) {
  std::size_t rows = 0;
  for (const Case& row : ReadCases("permissions.txt", 1 + kColumns.size())) {
    ++rows;
    for (std::size_t i = 0; i < kColumns.size(); ++i)
      EXPECT_EQ(row[i + 1] == "yes", May(kColumns[i].grants, kActions.at(row[0]), kColumns[i].body))
          << row.where << " column " << i + 2;
  }
  EXPECT_EQ(kActions.size(), rows) << "a row for each action";
}

TEST(Permissions, GrantsAddUp) {
  const std::vector<Grant> grants{
      {Role::kSecretary, "ks"}, {Role::kSecretary, "bun"}, {Role::kReader, ""}};
  EXPECT_TRUE(May(grants, Action::kAdjust, "bun"));
  EXPECT_FALSE(May(grants, Action::kAdjust, "soc"));
  EXPECT_TRUE(May(grants, Action::kSeePlan, "soc"));
}

TEST(Permissions, ASecretaryOfNothingMayNothing) {
  const std::vector<Grant> grants{{Role::kSecretary, ""}};
  for (const auto& [name, action] : kActions) EXPECT_FALSE(May(grants, action)) << name;
}

TEST(Permissions, AdministratorsAndPlannersNeedACode) {
  EXPECT_TRUE(NeedsTotp(std::vector<Grant>{{Role::kReader, ""}, {Role::kPlanner, ""}}));
  EXPECT_TRUE(NeedsTotp(std::vector<Grant>{{Role::kAdministrator, ""}}));
  EXPECT_FALSE(NeedsTotp(std::vector<Grant>{{Role::kSecretary, "ks"}, {Role::kReader, ""}}));
}

}  // namespace
}  // namespace rytm
