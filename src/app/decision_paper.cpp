#include "app/decision_paper.h"

#include <utility>

#include "app/edition_differences.h"
#include "app/rules.h"

namespace rytm {

Result<std::string> DecisionPaper(Database& database, const Planned& planned,
                                  const std::vector<std::string>& bodies,
                                  const DecisionOptions& options, Instant now) {
  const Organisation& organisation = *planned.organisation;
  if (const Result<Done> known = RequireBodies(organisation, bodies); !known.ok())
    return known.error();
  const ById by_id(organisation, planned.plan);
  std::vector<BodyDecision> decisions;
  for (const std::string& id : bodies) {
    const Result<EditionsApart> apart = DiffEditions(database, planned, {.body = id}, now);
    if (!apart.ok()) return apart.error();
    decisions.push_back(DecisionOf(organisation, planned.plan, by_id, *organisation.FindBody(id),
                                   planned.adoptions, apart.value().from, apart.value().differences,
                                   options));
  }
  return DecisionAsPdf(organisation.name, decisions, options);
}

}  // namespace rytm
