// Findings: what a person should look at, and those that somebody accepts with a reason.
#include <algorithm>

#include "app/decisions.h"
#include "pages/plan_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"
#include "server/api/seen.h"
#include "server/api/words.h"

namespace rytm {
namespace {

constexpr JsonWord<Severity> kSeverityWords[] = {
    {"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}};

struct FindingsQuery {
  Page page;
  std::optional<std::string> body;
  std::optional<Severity> severity;
  std::optional<bool> accepted;
};

FindingsQuery ReadFindingsQuery(const JsonReader& query) {
  query.OnlyKeys({"limit", "after", "body", "severity", "accepted"});
  return {Page(query), query.OptionalId("body"), query.OptionalWord("severity", kSeverityWords),
          query.OptionalWord("accepted", kYesNo)};
}

// Whoever may adjust a body that the finding is about may decide on it; about none: the whole plan.
Result<Done> MayDecideOn(const Call& call, const Plan& plan, const std::string& key) {
  const auto finding = std::find_if(plan.findings.begin(), plan.findings.end(),
                                    [&](const Finding& one) { return one.key() == key; });
  if (finding == plan.findings.end() || !SeenPlan(call, plan).Sees(*finding)) return NotHere();
  const bool may =
      std::any_of(finding->items.begin(), finding->items.end(), [&](const std::string& id) {
        const Item* item = plan.Find(id);
        return item != nullptr && call.May(Action::kAdjust, item->body);
      });
  return may ? Result<Done>(Done{}) : Require(call.actor, Action::kAdjust);
}

Result<Reply> Decide(Call& call, const FindingDecision& decision) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<Done> may = MayDecideOn(call, planned.value()->plan, decision.finding);
  if (!may.ok()) return may.error();
  const Result<Revision> decided = DecideFinding(call.database(), *planned.value(), decision,
                                                 call.AuthorOf(Action::kAdjust), call.now);
  if (!decided.ok()) return decided.error();
  return Reply{.json = JsonObject{{"revision", decided.value()}},
               .revision = decided.value(),
               .noted = Noted{.what = decision.again ? "finding-reopened" : "finding-accepted",
                              .subject = decision.finding}};
}

}  // namespace

Result<Reply> ListFindings(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<FindingsQuery> query = call.ReadQuery(ReadFindingsQuery);
  if (!query.ok()) return query.error();
  const FindingsQuery& asked = query.value();
  if (asked.body && !call.Sees(*asked.body)) return NotHere();
  const SeenPlan seen(call, planned.value()->plan);
  std::vector<const Finding*> findings;
  for (const Finding& finding : planned.value()->plan.findings)
    if (seen.Sees(finding) && (!asked.body || seen.IsAbout(finding, *asked.body)) &&
        (!asked.severity || finding.severity == *asked.severity) &&
        (!asked.accepted || finding.accepted.has_value() == *asked.accepted))
      findings.push_back(&finding);
  Reply reply = asked.page.Of<const Finding*>(
      call, findings, [](const Finding* finding) { return finding->key(); },
      [](const Finding* finding) { return AsJson(*finding); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> AcceptFinding(Call& call) {
  const Result<std::string> reason = call.ReadBody([](const JsonReader& body) {
    body.OnlyKeys({"reason"});
    return body.ReadString("reason", Lines::kOne, kAcceptedReasonBytesMax);
  });
  if (!reason.ok()) return reason.error();
  return Decide(call, {.finding = call.Part("finding"), .reason = reason.value()});
}

Result<Reply> ReopenFinding(Call& call) {
  return Decide(call, {.finding = call.Part("finding"), .again = true});
}

}  // namespace rytm
