// The plan: its items by day.
#include "organisation/rule_words.h"
#include "pages/plan_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"
#include "server/api/seen.h"
#include "server/api/words.h"

namespace rytm {
namespace {

struct PlanQuery {
  Page page;
  std::optional<Day> from;
  std::optional<Day> until;
  std::optional<ItemKind> kind;
  ListingOptions listing;
};

PlanQuery ReadPlanQuery(const JsonReader& query) {
  query.OnlyKeys({"limit", "after", "from", "until", "body", "kind", "level", "why"});
  return {
      .page = Page(query),
      .from = query.OptionalDay("from"),
      .until = query.OptionalDay("until"),
      .kind = query.OptionalWord("kind", kItemKindWords),
      .listing = {.level = query.OptionalWord("level", kLevelWords).value_or(Level::kSecretariat),
                  .body = query.OptionalId("body").value_or(""),
                  .why = query.OptionalWord("why", kYesNo).value_or(false)}};
}

}  // namespace

Result<Reply> GetPlan(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<PlanQuery> query = call.ReadQuery(ReadPlanQuery);
  if (!query.ok()) return query.error();
  const PlanQuery& asked = query.value();
  const Organisation& organisation = *planned.value()->organisation;
  if (!asked.listing.body.empty() &&
      (organisation.FindBody(asked.listing.body) == nullptr || !call.Sees(asked.listing.body)))
    return NotHere();
  std::vector<const Item*> items = ItemsFor(planned.value()->plan, asked.listing);
  std::erase_if(items, [&](const Item* item) {
    return !Sees(call, *item) || (asked.from && item->last_day() < *asked.from) ||
           (asked.until && item->day > *asked.until) || (asked.kind && item->kind != *asked.kind);
  });
  Reply reply = asked.page.OfParts<const Item*>(
      call, items, [](const Item* item) { return item->id; },
      [&](const std::vector<const Item*>& part) {
        return ItemsAsJson(organisation, part, asked.listing);
      });
  reply.revision = planned.value()->revision();
  return reply;
}

}  // namespace rytm
