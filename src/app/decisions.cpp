#include "app/decisions.h"

#include <algorithm>
#include <utility>

#include "app/rules.h"
#include "base/limits.h"
#include "store/decision_store.h"

namespace rytm {
namespace {

Error Wrong(const char* pointer, const Text& what, Text instead) {
  return Refuse(ErrorCode::kBadInput, what,
                {{.file = "", .pointer = pointer, .what = what, .instead = std::move(instead)}});
}

Result<Done> CheckReason(const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    return Wrong(
        "/reason",
        {"Den som godtar ett påpekande säger varför.", "Whoever accepts a finding says why."},
        {"Ordföranden är underrättad, beslut KS § 131", "The chair knows, decision KS § 131"});
  if (reason.size() <= kAcceptedReasonBytesMax) return Done{};
  const std::string most = std::to_string(kAcceptedReasonBytesMax);
  return Wrong(
      "/reason",
      {"Skälet är längre än " + most + " byte.", "The reason is longer than " + most + " bytes."},
      {});
}

}  // namespace

Result<std::vector<Adoption>> NumberedAdoptions(const Planned& planned,
                                                std::vector<Adoption> adoptions,
                                                const std::string& author, Instant now) {
  std::vector<std::string> bodies;
  for (const Adoption& adoption : adoptions) bodies.push_back(adoption.body);
  const Result<Done> known = RequireBodies(*planned.organisation, bodies);
  if (!known.ok()) return known.error();
  const Result<Day> today = TodayOf(*planned.organisation, now);
  if (!today.ok()) return today.error();
  const Result<Done> checked = CheckAdoptions(planned.adoptions, adoptions, today.value());
  if (!checked.ok()) return checked.error();
  std::int64_t number = planned.adoptions.empty() ? 0 : planned.adoptions.back().number;
  for (Adoption& adoption : adoptions) {
    adoption.number = ++number;
    adoption.author = author;
    adoption.made = now;
  }
  return adoptions;
}

Result<Revision> RecordAdoptions(Database& database, const Planned& planned,
                                 std::vector<Adoption> adoptions, const std::string& author,
                                 Instant now) {
  const Result<std::vector<Adoption>> numbered =
      NumberedAdoptions(planned, std::move(adoptions), author, now);
  if (!numbered.ok()) return numbered.error();
  return database.decisions().Record(numbered.value(), planned.revision());
}

Result<Revision> DecideFinding(Database& database, const Planned& planned,
                               const FindingDecision& decision, const Author& author, Instant now) {
  const std::vector<Finding>& findings = planned.plan.findings;
  const auto finding = std::find_if(findings.begin(), findings.end(), [&](const Finding& one) {
    return one.key() == decision.finding;
  });
  if (finding == findings.end())
    return Refuse(ErrorCode::kNotFound,
                  Text("Planen har inget sådant påpekande: " + decision.finding,
                       "The plan has no such finding: " + decision.finding));
  if (!decision.again) {
    const Result<Done> checked = CheckReason(decision.reason);
    if (!checked.ok()) return checked.error();
  }
  return database.decisions().Record({Acceptance{.finding = decision.finding,
                                                 .facts = FactsOf(*finding, planned.plan),
                                                 .withdrawn = decision.again,
                                                 .reason = decision.reason,
                                                 .author = author.person,
                                                 .author_role = author.role,
                                                 .made = now}},
                                     planned.revision());
}

}  // namespace rytm
