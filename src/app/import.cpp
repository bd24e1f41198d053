#include "app/import.h"

#include <memory>
#include <utility>

#include "app/rules.h"

namespace rytm {
namespace {

// The file's plan, with the identities there are already.
Result<ImportReport> WorkOut(std::string_view name, std::string_view text, const Planned& planned,
                             Instant now) {
  Result<Organisation> organisation = ReadRules(name, text);
  if (!organisation.ok()) return organisation.error();
  Result<Plan> plan =
      CurrentPlan(organisation.value(), *planned.editions, now,
                  {.slots = planned.plan.slots, .adjustments = planned.state.adjustments});
  if (!plan.ok()) return plan.error();
  return ImportReport{.organisation = std::move(organisation).value(),
                      .plan = std::move(plan).value(),
                      .what_if = {},
                      .batch = {}};
}

Result<ImportReport> Save(Database& database, const NewRules& rules, const Planned& planned,
                          ImportReport report, const Author& author, Instant now) {
  const Batch by{
      .made = now, .author = author.person, .author_role = author.role, .what = rules.what};
  const Change change{.slots = ChangedSlots(planned.state.slots, report.plan.slots),
                      .rules = RulesToStore(rules.name, rules.text, report.organisation, now)};
  Result<Batch> saved = database.batches().Save(by, change, planned.revision());
  if (!saved.ok()) return saved.error();
  report.batch = std::move(saved).value();
  return report;
}

Error OfAnother(std::string_view name, const Organisation& was, const Organisation& is) {
  return Refuse(
      ErrorCode::kConflict,
      Text("Datamappen hör till " + was.id + "@" + was.host + ", filen till " + is.id + "@" +
               is.host + ". Id och host står i varje publicerad händelse och får inte ändras.",
           "The data folder belongs to " + was.id + "@" + was.host + ", the file to " + is.id +
               "@" + is.host + ". Id and host stand in every published event and must not change."),
      {{.file = std::string(name),
        .pointer = was.id != is.id ? "/organisation/id" : "/organisation/host",
        .what = Text("En annan än den som är publicerad.", "Another than the one published."),
        .instead = Text(was.id != is.id ? was.id : was.host)}});
}

Text ReadIn(std::string_view name) {
  return {"Läste in " + std::string(name), "Read in " + std::string(name)};
}

}  // namespace

Result<ImportReport> ImportFirst(Database& database, std::string_view name, std::string_view text,
                                 Instant now) {
  Planned nothing;
  nothing.editions = std::make_shared<const std::vector<Edition>>();
  Result<ImportReport> report = WorkOut(name, text, nothing, now);
  if (!report.ok()) return report.error();
  return Save(database, {name, text, ReadIn(name)}, nothing, std::move(report).value(), {}, now);
}

Result<ImportReport> ImportRules(Database& database, const Planned& planned, const NewRules& rules,
                                 bool preview, const Author& author, Instant now) {
  Result<ImportReport> worked_out = WorkOut(rules.name, rules.text, planned, now);
  if (!worked_out.ok()) return worked_out.error();
  ImportReport report = std::move(worked_out).value();
  const Organisation& was = *planned.organisation;
  if (was.id != report.organisation.id || was.host != report.organisation.host)
    return OfAnother(rules.name, was, report.organisation);
  report.what_if = CompareByItem(planned.plan, report.plan);
  if (preview) return report;
  return Save(database, rules, planned, std::move(report), author, now);
}

Result<ImportReport> Import(Database& database, std::string_view name, std::string_view text,
                            bool preview, Instant now) {
  const Result<Planned> planned = LoadPlanned(database, now);
  if (!planned.ok()) return planned.error();
  return ImportRules(database, planned.value(), {name, text, ReadIn(name)}, preview, {}, now);
}

}  // namespace rytm
