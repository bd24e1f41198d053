// rytm publish: the plan becomes editions and feeds.
#include "app/publish.h"

#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string until;
  std::string note;
  std::vector<std::string> bodies;
};

constexpr std::size_t kDifferencesShown = 20;  // of one body; the rest are counted

Text Changes(std::size_t count) {
  const std::string number = std::to_string(count);
  return {number + (count == 1 ? " ändring" : " ändringar"),
          number + (count == 1 ? " change" : " changes")};
}

void TellAsJson(CommandContext& context, const Publication& publication) {
  JsonArray bodies;
  for (const PublishedBody& body : publication.bodies)
    bodies.push_back(JsonObject{
        {"body", body.body}, {"edition", body.number}, {"differences", body.differences.size()}});
  context.out << WriteJsonCompact(JsonObject{
                     {"revision", publication.revision},
                     {"bodies", std::move(bodies)},
                     {"feeds", JsonArray(publication.feeds.begin(), publication.feeds.end())}})
              << "\n";
}

void Tell(CommandContext& context, const Publication& publication) {
  if (context.format == Format::kJson) return TellAsJson(context, publication);
  const bool swedish = context.language == Language::kSwedish;
  if (publication.bodies.empty()) {
    context.out << (swedish ? "Ingenting har ändrats sedan senaste utgåvan.\n"
                            : "Nothing has changed since the last edition.\n");
    if (!publication.feeds.empty())
      context.out << (swedish ? "Kalenderflöden som ändå ändrats, i namn eller adresser: "
                              : "Calendar feeds changed all the same, in names or addresses: ")
                  << publication.feeds.size() << "\n";
    return;
  }
  for (const PublishedBody& body : publication.bodies) {
    context.out << body.name.In(context.language) << (swedish ? ", utgåva " : ", edition ")
                << body.number << ": " << Changes(body.differences.size()).In(context.language)
                << "\n";
    if (body.number == 1) continue;  // everything is new
    for (std::size_t i = 0; i < body.differences.size() && i < kDifferencesShown; ++i)
      context.out << "  " << InWords(body.differences[i], body.name, context.language) << "\n";
    if (body.differences.size() > kDifferencesShown)
      context.out << "  … " << (swedish ? "och " : "and ")
                  << body.differences.size() - kDifferencesShown
                  << (swedish ? " till\n" : " more\n");
  }
}

void PublishPlan(CommandContext& context, const Options& options) {
  const Result<Day> until = DayOption("--until", options.until);
  if (!until.ok()) return Refuse(context, until.error());
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Instant now = context.clock.Now();
  const Result<Planned> planned = LoadPlanned(*database.value(), now);
  if (!planned.ok()) return Refuse(context, planned.error());
  const Result<Publication> publication =
      Publish(*database.value(), planned.value(),
              {.bodies = options.bodies, .until = until.value(), .note = Text(options.note)}, now);
  if (!publication.ok()) return Refuse(context, publication.error());
  Tell(context, publication.value());
}

}  // namespace

void AddPublish(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand("publish", "publicera planen / publish the plan");
  auto options = std::make_shared<Options>();
  AddDataFolder(*command, options->data);
  command->add_option("--until", options->until, "fastställd till och med / confirmed up to")
      ->required();
  command->add_option("--body", options->bodies, "bara dessa organ / only these bodies");
  command->add_option("--note", options->note, "anteckning till utgåvan / a note with the edition");
  AddFormat(*command, context, {Format::kTable, Format::kJson});
  command->callback([&context, options] { PublishPlan(context, *options); });
}

}  // namespace rytm
