// rytm adopt: decisions on the bodies' dates, on record.
#include <iostream>
#include <map>
#include <memory>

#include "app/data_folder.h"
#include "app/decisions.h"
#include "base/json.h"
#include "commands/adoption_option.h"
#include "commands/arguments.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::vector<std::string> adoptions;
  std::optional<Adoption::Kind> kind;
  std::int64_t replaces = 0;
};

JsonObject AsJson(const Adoption& adoption, bool in_force) {
  JsonObject json{{"number", adoption.number},
                  {"body", adoption.body},
                  {"from", FormatDay(adoption.period.first)},
                  {"until", FormatDay(adoption.period.last)},
                  {"kind", AdoptionWord(adoption.kind)},
                  {"in-force", in_force}};
  if (!adoption.decided_by.empty()) json["decided-by"] = adoption.decided_by;
  if (adoption.decided_on) json["decided-on"] = FormatDay(*adoption.decided_on);
  if (!adoption.paragraph.empty()) json["paragraph"] = adoption.paragraph;
  if (!adoption.case_number.empty()) json["case-number"] = adoption.case_number;
  if (adoption.replaces) json["replaces"] = *adoption.replaces;
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
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Instant now = context.clock.Now();
  Result<Planned> planned = LoadPlanned(*database.value(), now);
  if (!planned.ok()) return Refuse(context, planned.error());
  if (!adoptions.value().empty()) {
    const Result<Revision> recorded =
        RecordAdoptions(*database.value(), planned.value(), std::move(adoptions).value(), "", now);
    if (!recorded.ok()) return Refuse(context, recorded.error());
    planned = LoadPlanned(*database.value(), now, &planned.value());
    if (!planned.ok()) return Refuse(context, planned.error());
  }
  Tell(context, planned.value().adoptions);
}

}  // namespace

void AddAdopt(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "adopt",
      "anteckna beslut om datumen, eller lista dem / put decisions on record, or list them");
  auto options = std::make_shared<Options>();
  AddDataFolder(*command, options->data);
  command->add_option(
      "decision", options->adoptions,
      "\"ks:2027: Kommunstyrelsen 2026-11-17 § 131\"; utan dag ett förslag / without a "
      "day a proposal");
  std::map<std::string, std::optional<Adoption::Kind>> kinds;
  for (const Adoption::Kind kind :
       {Adoption::Kind::kProposed, Adoption::Kind::kAdopted, Adoption::Kind::kAmended,
        Adoption::Kind::kCorrected, Adoption::Kind::kWithdrawn})
    kinds.emplace(AdoptionWord(kind), kind);
  AddChoice(*command, "--kind", options->kind, kinds, "vad det är / what it is");
  command->add_option("--replaces", options->replaces,
                      "numret på den anteckning som ersätts / the record it replaces");
  AddFormat(*command, context, {Format::kTable, Format::kJson});
  command->callback([&context, options] { Adopt(context, *options); });
}

}  // namespace rytm
