// rytm verify: whether the data folder is whole and agrees with itself.
#include "app/verify.h"

#include <ostream>

#include "app/data_folder.h"
#include "base/json.h"
#include "base/text_json.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Amount {
  const char* key;
  Text name;
  std::int64_t count;
};

std::vector<Amount> Counted(const StoredAmounts& amounts) {
  return {{"editions", Text("utgåvor", "editions"), amounts.editions},
          {"events", Text("händelser i dem", "events in them"), amounts.events},
          {"feeds", Text("flöden", "feeds"), amounts.feeds},
          {"slots", Text("tillfällen", "slots"), amounts.slots},
          {"adjustments", Text("ändringar", "adjustments"), amounts.adjustments},
          {"batches", Text("ändringssatser", "batches"), amounts.batches}};
}

void TellAsJson(CommandContext& context, const VerifyReport& report) {
  JsonObject told;
  for (const Amount& amount : Counted(report.amounts)) told[amount.key] = amount.count;
  JsonArray faults;
  for (const Text& fault : report.faults) faults.push_back(InBothLanguages(fault));
  told["faults"] = std::move(faults);
  context.out << WriteJsonCompact(told) << "\n";
}

void Tell(CommandContext& context, const VerifyReport& report) {
  if (context.format == Format::kJson) return TellAsJson(context, report);
  const bool swedish = context.language == Language::kSwedish;
  for (const Amount& amount : Counted(report.amounts))
    context.out << amount.count << " " << amount.name.In(context.language) << "\n";
  if (report.faults.empty()) {
    context.out << (swedish ? "Allt är helt: filen, och vad den säger om sig själv.\n"
                            : "All is whole: the file, and what it says of itself.\n");
    return;
  }
  context.out << (swedish ? "Fel:\n" : "Faults:\n");
  for (const Text& fault : report.faults) context.out << "  " << fault.In(context.language) << "\n";
}

void Verify(CommandContext& context, const std::string& data) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<VerifyReport> report = VerifyData(*database.value(), context.clock.Now());
  if (!report.ok()) return Refuse(context, report.error());
  Tell(context, report.value());
  if (!report.value().faults.empty()) context.exit_code = kExitFindings;
}

}  // namespace

void AddVerify(Command program, CommandContext& context) {
  const Command command =
      program.AddSubcommand("verify", "se efter att allt är helt / see that all is whole");
  auto data = std::make_shared<std::string>();
  AddDataFolder(command, *data);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, data] { Verify(context, *data); });
}

}  // namespace rytm
