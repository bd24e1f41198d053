#include "app/history.h"

#include "dates/zone.h"
#include "plan/adjustment_json.h"
#include "store/batch_store.h"
#include "store/store.h"

namespace rytm {
namespace {

std::string InWords(Instant instant, const Zone& zone) {
  const LocalTime local = zone.LocalOf(instant);
  return FormatDay(local.day) + " " + FormatTimeOfDay(local.time);
}

}  // namespace

Result<std::vector<HistoryEntry>> ChangesOf(Database& database, const std::string& zone_name,
                                            std::size_t count) {
  const Result<Zone> zone = Zone::Find(zone_name);
  if (!zone.ok()) return zone.error();
  const Result<std::vector<Batch>> batches = database.batches().Batches(std::nullopt, count);
  if (!batches.ok()) return batches.error();
  std::vector<HistoryEntry> entries;
  for (const Batch& batch : batches.value())
    entries.push_back({.number = batch.number,
                       .made = batch.made,
                       .local = InWords(batch.made, zone.value()),
                       .author = batch.author,
                       .what = batch.what,
                       .undone = batch.undone_by.has_value()});
  return entries;
}

Result<std::vector<HistoryEntry>> ChangesOfSlot(Database& database, const std::string& zone_name,
                                                const std::string& slot) {
  const Result<Zone> zone = Zone::Find(zone_name);
  if (!zone.ok()) return zone.error();
  const Result<std::vector<Adjustment>> log = database.batches().AdjustmentsOf(slot);
  if (!log.ok()) return log.error();
  std::vector<HistoryEntry> entries;
  for (const Adjustment& adjustment : log.value())
    entries.push_back({.number = adjustment.number,
                       .made = adjustment.made,
                       .local = InWords(adjustment.made, zone.value()),
                       .author = adjustment.author,
                       .what = ReasonInWords(adjustment),
                       .sets = WriteSets(adjustment),
                       .step = adjustment.step});
  return entries;
}

}  // namespace rytm
