// rytm diff: what differs between two editions of a body, or between one and the plan as it stands.
#include <iostream>
#include <memory>

#include "app/edition_differences.h"
#include "app/planned.h"
#include "base/json.h"
#include "commands/command.h"
#include "pages/difference_listing.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  EditionsAsked asked;
};

std::string NameOf(std::optional<int> number, bool is_plan, Language language) {
  const bool swedish = language == Language::kSwedish;
  if (number) return (swedish ? "utgåva " : "edition ") + std::to_string(*number);
  if (is_plan) return swedish ? "planen" : "the plan";
  return swedish ? "ingen utgåva" : "no edition";
}

void Diff(CommandContext& context, const Options& options) {
  const Instant now = context.clock.Now();
  const Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  const auto& [database, planned] = opened.value();
  const Result<EditionsApart> apart = DiffEditions(*database, planned, options.asked, now);
  if (!apart.ok()) return Refuse(context, apart.error());
  const EditionsApart& found = apart.value();
  if (context.format == Format::kJson) {
    JsonObject json{{"body", found.body}};
    if (found.from) json["from"] = *found.from;
    if (found.to) json["to"] = *found.to;
    json["differences"] = DifferencesAsJson(found.differences, found.name);
    context.out << WriteJson(json);
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << found.name.In(context.language) << ", "
              << NameOf(found.from, false, context.language) << " → "
              << NameOf(found.to, true, context.language) << "\n";
  for (const Difference& difference : found.differences)
    context.out << "  " << InWords(difference, found.name, context.language) << "\n";
  if (found.differences.empty())
    context.out << (swedish ? "  Ingen skillnad.\n" : "  No difference.\n");
}

}  // namespace

void AddDiff(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "diff",
      "vad som skiljer utgåvor, eller en utgåva och planen / what differs between editions");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("--body", options->asked.body, "organet / the body").Required();
  command.AddOption("--from", options->asked.from,
                    "utgåva, annars den senaste / an edition, else the latest");
  command.AddOption("--to", options->asked.to, "utgåva, annars planen / an edition, else the plan");
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Diff(context, *options); });
}

}  // namespace rytm
