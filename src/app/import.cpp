#include "app/import.h"

#include <map>
#include <tuple>

#include "app/planned.h"
#include "app/rules.h"
#include "base/words.h"

namespace rytm {
namespace {

using ItemsById = std::map<std::string, const Item*, std::less<>>;

ItemsById ById(const Plan& plan) {
  ItemsById items;
  for (const Item& item : plan.items) items.emplace(item.id, &item);
  return items;
}

bool SameTime(const Item& a, const Item& b) {
  return std::tie(a.day, a.days, a.at, a.lasts, a.cancelled) ==
         std::tie(b.day, b.days, b.at, b.lasts, b.cancelled);
}

struct ReadPlan {
  Organisation organisation;
  Plan plan;
};

std::string DayAndTime(const Item& item, Language language) {
  std::string words = ShortDayWithYear(item.day, language);
  if (item.cancelled)
    return words + (language == Language::kSwedish ? ", inställt" : ", cancelled");
  if (!item.at) return words;
  return words + (language == Language::kSwedish ? " kl. " : " ") + ClockTime(*item.at, language);
}

// `before`: the same item as it was, if it was.
ImportLine LineOf(const Organisation& organisation, const Item* before, const Item& item) {
  const Body* body = organisation.FindBody(item.body);
  const auto words = [&](Language language) {
    return (body == nullptr ? item.body : body->name.In(language)) + ": " +
           item.title.In(language) + ", " +
           (before == nullptr ? "" : DayAndTime(*before, language) + " → ") +
           DayAndTime(item, language);
  };
  return {item.id, Text(words(Language::kSwedish), words(Language::kEnglish))};
}

// By day: plan.items is sorted so.
void Compare(const ReadPlan* before, const ReadPlan& after, ImportReport& report) {
  const ItemsById old_items = before != nullptr ? ById(before->plan) : ItemsById();
  const ItemsById new_items = ById(after.plan);
  for (const Item& item : after.plan.items) {
    const auto old = old_items.find(item.id);
    if (old == old_items.end())
      report.appear.push_back(LineOf(after.organisation, nullptr, item));
    else if (!SameTime(*old->second, item))
      report.move.push_back(LineOf(after.organisation, old->second, item));
  }
  if (before == nullptr) return;
  for (const Item& item : before->plan.items)
    if (!new_items.contains(item.id))
      report.disappear.push_back(LineOf(before->organisation, nullptr, item));
}

// The file's plan, with the identities there are already.
Result<ReadPlan> ReadPlanOf(std::string_view name, std::string_view text, const Planned& planned,
                            Instant now) {
  Result<Organisation> organisation = ReadRules(name, text);
  if (!organisation.ok()) return organisation.error();
  Result<Plan> plan =
      CurrentPlan(organisation.value(), *planned.editions, now,
                  {.slots = planned.plan.slots, .adjustments = planned.state.adjustments});
  if (!plan.ok()) return plan.error();
  return ReadPlan{std::move(organisation).value(), std::move(plan).value()};
}

Result<ImportReport> Save(Database& database, std::string_view name, std::string_view text,
                          const ReadPlan& read, const Planned& planned, ImportReport report,
                          Instant now) {
  const Batch by{.made = now,
                 .what = Text("Läste in " + std::string(name), "Read in " + std::string(name))};
  const Change change{.slots = ChangedSlots(planned.state.slots, read.plan.slots),
                      .rules = RulesToStore(name, text, read.organisation, now)};
  const Result<Batch> saved = database.batches().Save(by, change, planned.revision());
  if (!saved.ok()) return saved.error();
  report.revision = saved.value().revision;
  return report;
}

ImportReport ReportOf(const ReadPlan& read, const ReadPlan* before) {
  ImportReport report;
  report.organisation = read.organisation.id;
  report.items = read.plan.items.size();
  report.findings = read.plan.findings;
  Compare(before, read, report);
  return report;
}

Error OfAnother(std::string_view name, const Organisation& was, const Organisation& is) {
  return {
      .code = ErrorCode::kConflict,
      .message = Text(
          "Datamappen hör till " + was.id + "@" + was.host + ", filen till " + is.id + "@" +
              is.host + ". Id och host står i varje publicerad händelse och får inte ändras.",
          "The data folder belongs to " + was.id + "@" + was.host + ", the file to " + is.id + "@" +
              is.host + ". Id and host stand in every published event and must not change."),
      .problems = {
          {.file = std::string(name),
           .pointer = was.id != is.id ? "/organisation/id" : "/organisation/host",
           .what = Text("En annan än den som är publicerad.", "Another than the one published."),
           .instead = Text(was.id != is.id ? was.id : was.host)}}};
}

}  // namespace

Result<ImportReport> ImportFirst(Database& database, std::string_view name, std::string_view text,
                                 Instant now) {
  Planned nothing;
  nothing.editions = std::make_shared<const std::vector<Edition>>();
  const Result<ReadPlan> read = ReadPlanOf(name, text, nothing, now);
  if (!read.ok()) return read.error();
  return Save(database, name, text, read.value(), nothing, ReportOf(read.value(), nullptr), now);
}

Result<ImportReport> Import(Database& database, std::string_view name, std::string_view text,
                            bool preview, Instant now) {
  const Result<Planned> planned = LoadPlanned(database, now);
  if (!planned.ok()) return planned.error();
  const Result<ReadPlan> read = ReadPlanOf(name, text, planned.value(), now);
  if (!read.ok()) return read.error();
  const Organisation& was = *planned.value().organisation;
  const Organisation& is = read.value().organisation;
  if (was.id != is.id || was.host != is.host) return OfAnother(name, was, is);
  const ReadPlan before{*planned.value().organisation, planned.value().plan};
  const ImportReport report = ReportOf(read.value(), &before);
  return preview ? Result<ImportReport>(report)
                 : Save(database, name, text, read.value(), planned.value(), report, now);
}

}  // namespace rytm
