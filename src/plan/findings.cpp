#include "plan/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/limits.h"
#include "plan/checking.h"

namespace rytm {

ById::ById(const Organisation& organisation, const Plan& plan) {
  items_.reserve(plan.items.size());
  for (const Item& item : plan.items) items_.emplace(item.id, &item);
  for (const Body& body : organisation.bodies) bodies_.emplace(body.id, &body);
}

const Item* ById::FindItem(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : found->second;
}

const Body* ById::FindBody(std::string_view id) const {
  const auto found = bodies_.find(id);
  return found == bodies_.end() ? nullptr : found->second;
}

namespace {

Error TooMany() {
  const std::string most = std::to_string(kFindingsMax);
  const Text what("Det finns mer än " + most + " saker att se över.",
                  "There are more than " + most + " things to look at.");
  return {ErrorCode::kTooLarge,
          what,
          {{.file = "",
            .pointer = "",
            .what = what,
            .instead = Text("Pröva en kortare tid först: --from och --until.",
                            "Check a shorter time first: --from and --until.")}}};
}

}  // namespace

std::optional<Adjustment> MoveOf(const FindingFacts& facts, const Item& item,
                                 std::optional<Day> day) {
  if (!day || (facts.today && item.day < *facts.today)) return std::nullopt;
  if (item.kind == ItemKind::kStep)
    return Adjustment{.slot = item.parent, .step = item.origin, .day = day};
  if (item.kind == ItemKind::kMeeting || item.kind == ItemKind::kDialogue)
    return Adjustment{.slot = item.id, .day = day};
  return std::nullopt;
}

Result<Findings> FindAll(const FindingFacts& facts, Findings noticed) {
  for (const auto family : {FindDayTrouble, FindClashes, FindLawTrouble, FindReportTrouble,
                            FindDialogueTrouble, FindLoadTrouble}) {
    family(facts, noticed);
    if (facts.work.used_up()) return facts.work.Refusal();
    if (noticed.size() > kFindingsMax) return TooMany();
  }
  for (Finding& finding : noticed) std::sort(finding.items.begin(), finding.items.end());
  std::sort(noticed.begin(), noticed.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.day, a.severity, a.check, a.items) <
           std::tie(b.day, b.severity, b.check, b.items);
  });
  std::set<std::string> keys;
  std::erase_if(noticed,
                [&](const Finding& finding) { return !keys.insert(finding.key()).second; });
  return noticed;
}

}  // namespace rytm
