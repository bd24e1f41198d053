// A decided plan, as a table, a list or a calendar file, put into the rules as one batch.
#include "app/import_decided.h"
#include "base/text_json.h"
#include "server/api/handlers.h"
#include "server/api/saved.h"
#include "server/api/seen.h"
#include "server/api/words.h"

namespace rytm {
namespace {

constexpr std::string_view kName = "plan";  // what problems call the file
constexpr int kFirstYear = 1996;
constexpr int kLastYear = 2037;

ImportPlanOptions ReadOptions(const JsonReader& query) {
  query.OnlyKeys({"year", "body", "known-bodies-only", "from", "until", "rules"});
  return {.reading = {.year = query.OptionalInt("year", kFirstYear, kLastYear),
                      .body = query.OptionalId("body").value_or(""),
                      .known_bodies_only =
                          query.OptionalWord("known-bodies-only", kYesNo).value_or(false)},
          .from = query.OptionalDay("from"),
          .until = query.OptionalDay("until"),
          .rules = query.OptionalWord("rules", kYesNo).value_or(false)};
}

// How each row was read, and what each body gets.
JsonObject ReadingJson(const DecidedImport& import) {
  JsonArray rows;
  for (const DecidedRow& row : import.plan.read.rows) {
    JsonObject json{{"line", row.line}, {"text", row.text}, {"meetings", row.meetings.size()}};
    if (!row.note.empty()) json["note"] = AsWritten(row.note);
    rows.push_back(std::move(json));
  }
  JsonArray bodies;
  for (const BodyPlan& body : import.plan.bodies) {
    JsonObject json{{"body", body.series.body},
                    {"series", body.series.series},
                    {"meetings", body.meetings.size()}};
    if (body.offer)
      json["rule"] = JsonObject{{"words", AsWritten(body.offer->words)},
                                {"exceptions", body.offer->changes.size()},
                                {"in-force", body.offer->in_force}};
    bodies.push_back(std::move(json));
  }
  JsonArray departures;
  for (const Text& departure : import.departures) departures.push_back(AsWritten(departure));
  return {{"reading", AsWritten(import.plan.read.reading)},
          {"from", FormatDay(import.plan.period.first)},
          {"until", FormatDay(import.plan.period.last)},
          {"rows", std::move(rows)},
          {"bodies", std::move(bodies)},
          {"departures", std::move(departures)}};
}

Error InRows(std::vector<Problem> problems) {
  return Refuse(ErrorCode::kBadInput,
                Text("Några rader går inte att läsa. Ingenting är ändrat.",
                     "Some rows cannot be read. Nothing was changed."),
                std::move(problems));
}

Result<Reply> ImportIt(Call& call, bool preview) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Result<ImportPlanOptions> options = call.ReadQuery(ReadOptions);
  if (!options.ok()) return options.error();
  const Result<DecidedImport> import =
      ImportDecided(call.database(), *planned.value(), kName, call.request.body, options.value(),
                    preview, call.AuthorOf(Action::kChangeRules), call.now);
  if (!import.ok()) {
    Error error = import.error();
    if (error.code == ErrorCode::kRefused) error.code = ErrorCode::kConflict;
    return error;
  }
  const std::optional<ImportReport>& report = import.value().report;
  if (!report) return InRows(import.value().plan.problems);
  if (!preview) {
    Reply reply =
        SavedReply(call, *planned.value(), *report->batch, report->what_if, "plan-imported");
    reply.json->as_object()["plan"] = ReadingJson(import.value());
    return reply;
  }
  return call.With(JsonObject{{"what-if", WhatIfSeen(call, planned.value()->plan, report->what_if)},
                              {"plan", ReadingJson(import.value())}},
                   *planned.value());
}

}  // namespace

Result<Reply> PreviewImport(Call& call) { return ImportIt(call, /*preview=*/true); }
Result<Reply> SaveImport(Call& call) { return ImportIt(call, /*preview=*/false); }

}  // namespace rytm
