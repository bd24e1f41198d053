#include "app/import_decided.h"

#include <string>
#include <utility>

#include "app/decided_departures.h"
#include "app/rules.h"

namespace rytm {

Result<DecidedImport> ImportDecided(Database& database, const Planned& planned,
                                    std::string_view plan_name, std::string_view plan,
                                    const ImportPlanOptions& options, bool preview,
                                    const Author& author, Instant now) {
  // Newer rules than `planned` knows are refused when they are saved.
  const Result<std::optional<StoredRules>> rules = database.store().Rules();
  if (!rules.ok()) return rules.error();
  const std::string_view name = ImportedFileName(*rules.value());
  Result<PlanImport> import =
      ImportPlan(plan_name, plan, name, ImportedFile(*rules.value()), options);
  if (!import.ok()) return import.error();
  DecidedImport decided{.plan = std::move(import).value(), .report = {}, .departures = {}};
  if (!decided.plan.problems.empty()) return decided;
  const std::string file(plan_name);
  Result<ImportReport> report =
      ImportRules(database, planned,
                  {.name = name,
                   .text = decided.plan.rule_file,
                   .what = {"Läste in beslutad plan " + file, "Read in the decided plan " + file}},
                  preview, author, now);
  if (!report.ok()) return report.error();
  decided.report = std::move(report).value();
  decided.departures =
      DeparturesFrom(decided.plan.bodies, decided.plan.period, decided.report->plan);
  return decided;
}

}  // namespace rytm
