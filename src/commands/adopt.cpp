// rytm adopt: decisions on the bodies' dates, on record.
#include <iostream>
#include <map>
#include <memory>

#include "app/decisions.h"
#include "app/planned.h"
#include "base/json.h"
#include "commands/adoption_option.h"
#include "commands/command.h"
#include "pages/adoption_json.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::vector<std::string> adoptions;
  std::optional<Adoption::Kind> kind;
  std::int64_t replaces = 0;
};

JsonObject AsJson(const Adoption& adoption, bool in_force) {
  JsonObject json = AdoptionAsJson(adoption);
  json["in-force"] = in_force;
  if (!adoption.decided_by.empty()) json["decided-by"] = adoption.decided_by;
  return json;
}

void Tell(CommandContext& context, const std::vector<Adoption>& log) {
  const bool swedish = context.language == Language::kSwedish;
  JsonArray list;
  for (const Adoption& adoption : log) {
    const std::vector<Adoption> standing = InForce(log, adoption.body);
    const bool in_force = std::find(standing.begin(), standing.end(), adoption) != standing.end();
    list.push_back(AsJson(adoption, in_force));
    if (context.format == Format::kJson) continue;
    context.out << adoption.number << "  " << adoption.body << "  "
                << FormatDay(adoption.period.first) << "–" << FormatDay(adoption.period.last)
                << "  " << InWords(adoption).In(context.language);
    if (!in_force) context.out << (swedish ? "; gäller inte längre" : "; no longer in force");
    context.out << "\n";
  }
  if (context.format == Format::kJson)
    context.out << WriteJson(JsonObject{{"adoptions", std::move(list)}});
  else if (log.empty())
    context.out << (swedish ? "Inga beslut är antecknade.\n" : "No decisions are on record.\n");
}

void Adopt(CommandContext& context, const Options& options) {
  Result<std::vector<Adoption>> adoptions = ReadAdoptions(options.adoptions);
  if (!adoptions.ok()) return Refuse(context, adoptions.error());
  for (Adoption& adoption : adoptions.value()) {
    if (options.kind) adoption.kind = *options.kind;
    if (options.replaces != 0) adoption.replaces = options.replaces;
  }
  const Instant now = context.clock.Now();
  Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  auto& [database, planned] = opened.value();
  if (!adoptions.value().empty()) {
    const Result<Revision> recorded =
        RecordAdoptions(*database, planned, std::move(adoptions).value(), "", now);
    if (!recorded.ok()) return Refuse(context, recorded.error());
    Result<Planned> after = LoadPlanned(*database, now, &planned);
    if (!after.ok()) return Refuse(context, after.error());
    planned = std::move(after).value();
  }
  Tell(context, planned.adoptions);
}

}  // namespace

void AddAdopt(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "adopt",
      "anteckna beslut om datumen, eller lista dem / put decisions on record, or list them");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption(
      "decision", options->adoptions,
      "\"ks:2027: Kommunstyrelsen 2026-11-17 § 131\"; utan dag ett förslag / without a "
      "day a proposal");
  std::map<std::string, std::optional<Adoption::Kind>> kinds;
  for (const auto& word : kAdoptionWords) kinds.emplace(word.word, word.value);
  command.AddChoice("--kind", options->kind, kinds, "vad det är / what it is");
  command.AddOption("--replaces", options->replaces,
                    "numret på den anteckning som ersätts / the record it replaces");
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Adopt(context, *options); });
}

}  // namespace rytm
