// rytm generate FILE: the plan of a rule file, on paper or for a calendar, without storing
// anything.
#include <iostream>
#include <memory>

#include "app/rules.h"
#include "commands/command.h"
#include "commands/plan_file.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

struct Options {
  PlanFileOptions file;
  std::string stamp;
  ListingOptions listing;
};

void Generate(CommandContext& context, Options options) {
  Instant stamp = context.clock.Now();
  if (!options.stamp.empty()) {
    const std::optional<Instant> given = ParseInstant(options.stamp);
    if (!given)
      return Refuse(context, {.code = ErrorCode::kBadInput,
                              .message = Text("--stamp: skriv som 2026-11-23T14:02:00Z.",
                                              "--stamp: write it as 2026-11-23T14:02:00Z."),
                              .problems = {}});
    stamp = *given;
  }
  Result<PlanFile> read = ReadPlanFile(context, options.file, stamp);
  if (!read.ok()) return Refuse(context, read.error());
  const PlanFile& file = read.value();
  options.listing.language = context.language;
  if (!options.listing.body.empty()) {
    const Result<Done> known = RequireBodies(file.organisation, {options.listing.body});
    if (!known.ok()) return Refuse(context, known.error());
  }
  switch (context.format) {
    case Format::kTable:
      context.out << PlanAsTable(file.organisation, file.plan, options.listing);
      break;
    case Format::kCsv:
      context.out << PlanAsCsv(file.organisation, file.plan, options.listing);
      break;
    case Format::kJson:
      context.out << PlanAsJson(file.organisation, file.plan, options.listing);
      break;
    case Format::kIcs:
      context.out << PlanAsFeed(file, {.level = options.listing.level,
                                       .language = context.language,
                                       .body = options.listing.body,
                                       .stamp = stamp});
      break;
  }
}

}  // namespace

void AddGenerate(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "generate", "visa planen som en regelfil ger / show the plan a rule file gives");
  auto options = std::make_shared<Options>();
  AddPlanFile(command, options->file).Required();
  command.AddOption("--body", options->listing.body, "bara detta organ / only this body");
  const std::map<std::string, Level> levels{{"public", Level::kPublic},
                                            {"member", Level::kMember},
                                            {"management", Level::kManagement},
                                            {"official", Level::kOfficial},
                                            {"secretariat", Level::kSecretariat}};
  command.AddChoice("--scope", options->listing.level, levels,
                    "vad målgruppen får se / what they may see");
  command.AddFlag("--why", options->listing.why, "förklara varje dag / explain every day");
  command.AddOption("--stamp", options->stamp, "DTSTAMP i ics / in ics: 2026-11-23T14:02:00Z");
  AddFormat(command, context, {Format::kTable, Format::kIcs, Format::kCsv, Format::kJson});
  command.Runs([&context, options] { Generate(context, *options); });
}

}  // namespace rytm
