// Slots: meetings and talks with their lasting identity, each with its log; and the adjustments.
#include "app/history.h"
#include "base/text_json.h"
#include "pages/plan_json.h"
#include "plan/adjustment_json.h"
#include "server/api/handlers.h"
#include "server/api/page.h"

namespace rytm {
namespace {

JsonObject SlotJson(const Slot& slot, const Item* item) {
  JsonObject json{{"id", slot.id},
                  {"body", slot.series.body},
                  {"series", slot.series.series},
                  {"nominal", FormatDay(slot.nominal)},
                  {"rule-day", FormatDay(slot.day)},
                  {"extra", slot.extra},
                  {"dropped", slot.dropped}};
  if (item != nullptr) json["day"] = FormatDay(item->day);
  if (slot.frozen_from) json["frozen-from"] = FormatDay(*slot.frozen_from);
  return json;
}

JsonObject AdjustmentJson(const Adjustment& adjustment) {
  JsonObject json{{"number", adjustment.number},
                  {"slot", adjustment.slot},
                  {"set", WriteSets(adjustment)},
                  {"made", FormatInstant(adjustment.made)},
                  {"author", adjustment.author},
                  {"author-role", adjustment.author_role},
                  {"rule-day", FormatDay(adjustment.rule_day)}};
  if (!adjustment.step.empty()) json["step"] = adjustment.step;
  if (!adjustment.reason_kind.empty()) json["reason-kind"] = adjustment.reason_kind;
  if (!adjustment.reason.empty()) json["reason"] = AsWritten(adjustment.reason);
  if (!adjustment.public_reason.empty())
    json["public-reason"] = AsWritten(adjustment.public_reason);
  return json;
}

JsonObject LogEntryJson(const HistoryEntry& entry) {
  JsonObject json{{"number", entry.number},        {"made", FormatInstant(entry.made)},
                  {"local", entry.local},          {"author", entry.author},
                  {"what", AsWritten(entry.what)}, {"set", entry.sets}};
  if (!entry.step.empty()) json["step"] = entry.step;
  return json;
}

// nullptr: there is none, or none for these eyes.
const Slot* SlotSeen(const Call& call, const Plan& plan, std::string_view id) {
  const Slot* slot = plan.FindSlot(id);
  return slot != nullptr && call.Sees(slot->series.body) ? slot : nullptr;
}

}  // namespace

Result<Reply> ListSlots(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  struct Query {
    Page page;
    std::optional<std::string> body;
    std::optional<std::string> series;
  };
  const Result<Query> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"limit", "after", "body", "series"});
    return Query{Page(reader), reader.OptionalId("body"), reader.OptionalId("series")};
  });
  if (!query.ok()) return query.error();
  const auto& [page, body, series] = query.value();
  if (body && !call.Sees(*body)) return NotHere();
  const Plan& plan = planned.value()->plan;
  std::vector<const Slot*> slots;
  for (const Slot& slot : plan.slots)
    if (call.Sees(slot.series.body) && (!body || slot.series.body == *body) &&
        (!series || slot.series.series == *series))
      slots.push_back(&slot);
  Reply reply = page.Of<const Slot*>(
      call, slots, [](const Slot* slot) { return slot->id; },
      [&](const Slot* slot) { return SlotJson(*slot, plan.Find(slot->id)); });
  reply.revision = planned.value()->revision();
  return reply;
}

Result<Reply> GetSlot(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Plan& plan = planned.value()->plan;
  const Slot* slot = SlotSeen(call, plan, call.Part("slot"));
  if (slot == nullptr) return NotHere();
  const Item* item = plan.Find(slot->id);
  JsonObject json = SlotJson(*slot, item);
  if (item != nullptr) {
    std::vector<const Item*> with_chain{item};
    for (const Item& one : plan.items)
      if (one.parent == item->id) with_chain.push_back(&one);
    JsonArray items =
        ItemsAsJson(*planned.value()->organisation, with_chain, {.body = {}, .why = true});
    json["item"] = items.front();
    json["chain"] = JsonArray(items.begin() + 1, items.end());
  }
  const Result<std::vector<HistoryEntry>> entries =
      ChangesOfSlot(call.database(), planned.value()->organisation->zone, slot->id);
  if (!entries.ok()) return entries.error();
  JsonArray log;
  for (const HistoryEntry& entry : entries.value()) log.push_back(LogEntryJson(entry));
  json["log"] = std::move(log);
  return call.With(std::move(json), *planned.value());
}

Result<Reply> ListAdjustments(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  struct Query {
    Page page;
    std::optional<std::string> slot;
  };
  const Result<Query> query = call.ReadQuery([](const JsonReader& reader) {
    reader.OnlyKeys({"limit", "after", "slot"});
    return Query{Page(reader), reader.OptionalString("slot")};
  });
  if (!query.ok()) return query.error();
  const auto& [page, slot] = query.value();
  std::vector<const Adjustment*> adjustments;
  for (const Adjustment& one : planned.value()->state.adjustments)
    if ((!slot || one.slot == *slot) && SlotSeen(call, planned.value()->plan, one.slot) != nullptr)
      adjustments.push_back(&one);
  Reply reply = page.Of<const Adjustment*>(
      call, adjustments, [](const Adjustment* one) { return std::to_string(one->number); },
      [](const Adjustment* one) { return AdjustmentJson(*one); });
  reply.revision = planned.value()->revision();
  return reply;
}

}  // namespace rytm
