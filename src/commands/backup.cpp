// rytm backup: a copy of everything, while the server goes on.
#include "app/backup.h"

#include <ostream>

#include "app/data_folder.h"
#include "base/json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string to;
  std::size_t keep = 0;  // 0: all
};

void Tell(CommandContext& context, const BackupReport& report) {
  if (context.format == Format::kJson) {
    context.out << WriteJsonCompact(JsonObject{
                       {"file", report.file},
                       {"bytes", report.bytes},
                       {"removed", JsonArray(report.removed.begin(), report.removed.end())}})
                << "\n";
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << (swedish ? "Säkerhetskopia: " : "Backup: ") << report.file << " ("
              << report.bytes / 1024
              << (swedish ? " KiB), läst tillbaka och hel.\n" : " KiB), read back and whole.\n");
  for (const std::string& removed : report.removed)
    context.out << (swedish ? "Borttagen: " : "Removed: ") << removed << "\n";
}

void BackUpData(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const std::optional<std::size_t> keep =
      options.keep > 0 ? std::optional(options.keep) : std::nullopt;
  const Result<BackupReport> report =
      BackUp(*database.value(), options.to, keep, context.clock.Now());
  if (!report.ok()) return Refuse(context, report.error());
  Tell(context, report.value());
}

}  // namespace

void AddBackup(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand("backup", "säkerhetskopiera / make a backup");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command
      .AddOption("--to", options->to,
                 "en ny fil, eller en mapp för daterade kopior / a new file, or a folder for "
                 "dated copies")
      .Required();
  command
      .AddOption("--keep", options->keep,
                 "så många kopior i mappen, de nyaste / so many copies in the folder, the newest")
      .Positive();
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { BackUpData(context, *options); });
}

}  // namespace rytm
