// rytm history: who changed what, newest first.
#include "app/history.h"

#include "app/data_folder.h"
#include "app/rules.h"
#include "base/limits.h"
#include "base/text_json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string slot;
  std::size_t count = 20;
};

JsonObject AsJson(const HistoryEntry& entry) {
  JsonObject json{{"number", entry.number},
                  {"made", FormatInstant(entry.made)},
                  {"author", entry.author},
                  {"what", InBothLanguages(entry.what)}};
  if (entry.undone) json["undone"] = true;
  if (!entry.step.empty()) json["step"] = entry.step;
  if (!entry.sets.empty()) json["set"] = entry.sets;
  return json;
}

void Tell(CommandContext& context, const std::vector<HistoryEntry>& entries) {
  const bool swedish = context.language == Language::kSwedish;
  if (context.format == Format::kJson) {
    JsonArray list;
    for (const HistoryEntry& entry : entries) list.push_back(AsJson(entry));
    context.out << WriteJson(JsonObject{{"changes", std::move(list)}});
    return;
  }
  for (const HistoryEntry& entry : entries) {
    context.out << entry.number << "  " << entry.local << "  ";
    if (!entry.step.empty()) context.out << entry.step << " ";
    if (!entry.sets.empty()) context.out << WriteJsonCompact(entry.sets) << "  ";
    context.out << entry.what.In(context.language)
                << (entry.undone ? (swedish ? " (ångrad)" : " (undone)") : "") << "\n";
  }
  if (entries.empty()) context.out << (swedish ? "Inga ändringar än.\n" : "No changes yet.\n");
}

void History(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<Organisation> organisation = OrganisationInForce(database.value()->store());
  if (!organisation.ok()) return Refuse(context, organisation.error());
  const std::string& zone = organisation.value().zone;
  const Result<std::vector<HistoryEntry>> entries =
      options.slot.empty() ? ChangesOf(*database.value(), zone, options.count)
                           : ChangesOfSlot(*database.value(), zone, options.slot);
  if (!entries.ok()) return Refuse(context, entries.error());
  Tell(context, entries.value());
}

}  // namespace

void AddHistory(Command program, CommandContext& context) {
  const Command command =
      program.AddSubcommand("history", "vad som har ändrats, nyast först / what was changed");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("--slot", options->slot, "ett mötes hela logg / one meeting's whole log");
  command.AddOption("--count", options->count, "hur många / how many")
      .Between(std::size_t{1}, kListItemsMax);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { History(context, *options); });
}

}  // namespace rytm
