// rytm generate FILE: the plan of a rule file, on paper or for a calendar, without storing
// anything.
#include <iostream>
#include <memory>

#include "app/rules.h"
#include "commands/command.h"
#include "commands/plan_file.h"
#include "edition/freeze.h"
#include "feeds/render.h"
#include "feeds/select.h"
#include "pages/plan_listing.h"
#include "plan/build.h"

namespace rytm {
namespace {

struct Options {
  PlanFileOptions file;
  std::string stamp;
  ListingOptions listing;
};

// What a first import and publication of everything would give subscribers: SEQUENCE 0, DTSTAMP as
// told.
Result<std::string> PlanAsIcs(const PlanFile& read, const ListingOptions& listing, Instant stamp) {
  const std::vector<Edition> editions =
      Freeze(read.organisation, read.plan, {},
             {.bodies = {}, .until = read.plan.window.last, .now = stamp, .note = {}});
  std::vector<std::string> bodies;
  if (!listing.body.empty()) bodies.push_back(listing.body);
  const std::vector<const Event*> events =
      SelectForFeed(editions, listing.level, bodies, read.plan.window.first);
  FeedScope scope;
  scope.level = listing.level;
  scope.language = listing.language;
  scope.name = read.organisation.name;
  scope.zone = read.organisation.zone;
  scope.published = stamp;
  return RenderFeed(events, scope);
}

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
  Result<PlanFile> read = ReadPlanFile(options.file);
  if (!read.ok()) return Refuse(context, read.error());
  const PlanFile& file = read.value();
  options.listing.language = context.language;
  if (!options.listing.body.empty() && file.organisation.FindBody(options.listing.body) == nullptr)
    return Refuse(context,
                  {.code = ErrorCode::kNotFound,
                   .message = Text("Det finns inget organ " + options.listing.body + " i filen.",
                                   "There is no body " + options.listing.body + " in the file."),
                   .problems = {}});
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
    case Format::kIcs: {
      const Result<std::string> ics = PlanAsIcs(file, options.listing, stamp);
      if (!ics.ok()) return Refuse(context, ics.error());
      context.out << ics.value();
    }
  }
}

}  // namespace

void AddGenerate(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "generate", "visa planen som en regelfil ger / show the plan a rule file gives");
  auto options = std::make_shared<Options>();
  AddPlanFile(*command, options->file);
  command->add_option("--body", options->listing.body, "bara detta organ / only this body");
  const std::map<std::string, Level> levels{{"public", Level::kPublic},
                                            {"member", Level::kMember},
                                            {"management", Level::kManagement},
                                            {"official", Level::kOfficial},
                                            {"secretariat", Level::kSecretariat}};
  command
      ->add_option("--scope", options->listing.level,
                   "public, member, management, official, secretariat")
      ->transform(CLI::CheckedTransformer(levels));
  command->add_flag("--why", options->listing.why, "förklara varje dag / explain every day");
  command->add_option("--stamp", options->stamp, "DTSTAMP i ics / in ics: 2026-11-23T14:02:00Z");
  AddFormat(*command, context, {Format::kTable, Format::kIcs, Format::kCsv, Format::kJson});
  command->callback([&context, options] { Generate(context, *options); });
}

}  // namespace rytm
