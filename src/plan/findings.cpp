#include "plan/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace rytm {

Findings FindAll(const FindingFacts& facts, Findings noticed) {
  FindDayTrouble(facts, noticed);
  FindClashes(facts, noticed);
  FindLawTrouble(facts, noticed);
  FindReportTrouble(facts, noticed);
  FindDialogueTrouble(facts, noticed);
  FindLoadTrouble(facts, noticed);
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
