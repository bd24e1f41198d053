// rytm restore: the data folder from a backup.
#include <ostream>

#include "app/backup.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string from;
};

JsonArray KeysAsJson(const std::vector<ApiKey>& keys) {
  JsonArray array;
  for (const ApiKey& key : keys) array.push_back(JsonObject{{"id", key.id}, {"label", key.label}});
  return array;
}

JsonArray LinksAsJson(const std::vector<FeedLink>& links) {
  JsonArray array;
  for (const FeedLink& link : links)
    array.push_back(
        JsonObject{{"id", link.id}, {"name", link.name}, {"person", link.choice.person}});
  return array;
}

void TellAsJson(CommandContext& context, const RestoreReport& report) {
  context.out << WriteJsonCompact(
                     JsonObject{{"backed-up", FormatInstant(report.backed_up)},
                                {"bodies", report.bodies},
                                {"feeds", JsonArray(report.feeds.begin(), report.feeds.end())},
                                {"old", report.old},
                                {"old-read", report.old_read},
                                {"keys-lost", KeysAsJson(report.keys_lost)},
                                {"keys-revoked", KeysAsJson(report.keys_revoked)},
                                {"feed-links-lost", LinksAsJson(report.links_lost)},
                                {"feed-links-revoked", report.links_revoked},
                                {"people-erased", report.people_erased}})
              << "\n";
}

void Tell(CommandContext& context, const RestoreReport& report) {
  if (context.format == Format::kJson) return TellAsJson(context, report);
  const auto line = [&](const Text& text) { context.out << text.In(context.language) << "\n"; };
  const std::string moment = FormatInstant(report.backed_up);
  const std::string bodies = std::to_string(report.bodies);
  line(Text("Återställt till " + moment + ". Organ publicerade på nytt: " + bodies +
                ". Alla får logga in igen.",
            "Restored to " + moment + ". Bodies published anew: " + bodies +
                ". Everybody has to log in again."));
  if (!report.old.empty())
    line(Text("Det som fanns här är kvar i ", "What was here is kept in ") + Text(report.old));
  if (!report.old.empty() && !report.old_read)
    line(
        Text("Det gick inte att läsa: vilka nycklar som gjorts eller återkallats sedan "
             "säkerhetskopian är inte känt.",
             "It could not be read: which keys were made or revoked since the backup is not "
             "known."));
  for (const ApiKey& key : report.keys_lost)
    line(Text("Nyckeln är yngre än säkerhetskopian och gäller inte mer: ",
              "The key is younger than the backup and opens nothing any more: ") +
         Text(key.id + " " + key.label));
  for (const ApiKey& key : report.keys_revoked)
    line(Text("Återkallad igen: ", "Revoked again: ") + Text(key.id + " " + key.label));
  for (const FeedLink& link : report.links_lost)
    line(Text("Kalenderlänken är yngre än säkerhetskopian och måste göras om: ",
              "The calendar link is younger than the backup and has to be made anew: ") +
         Text(link.id + " " + link.name + " " + link.choice.person));
  if (report.links_revoked > 0)
    line(Text("Kalenderlänkar återkallade igen: ", "Calendar links revoked again: ") +
         Text(std::to_string(report.links_revoked)));
  if (report.people_erased > 0)
    line(Text("Personer raderade igen: ", "People erased again: ") +
         Text(std::to_string(report.people_erased)));
}

void RestoreData(CommandContext& context, const Options& options) {
  const Result<RestoreReport> report = Restore(options.data, options.from, context.clock.Now());
  if (!report.ok()) return Refuse(context, report.error());
  Tell(context, report.value());
}

}  // namespace

void AddRestore(Command program, CommandContext& context) {
  const Command command =
      program.AddSubcommand("restore", "återställ en säkerhetskopia / restore a backup");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("--from", options->from, "säkerhetskopian / the backup").Required();
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { RestoreData(context, *options); });
}

}  // namespace rytm
