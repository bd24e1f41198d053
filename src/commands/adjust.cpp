// rytm adjust: change meetings and talks, see what follows first, undo.
#include "app/change.h"
#include "app/planned.h"
#include "app/proposal.h"
#include "commands/command.h"
#include "pages/what_if_listing.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::vector<std::string> slots;
  std::string series;
  std::string from;
  std::string until;
  std::string add;
  std::string step;
  std::map<std::string, std::string> texts;  // what to set, by the key of the JSON
  std::map<std::string, bool> marks;         // the same, true or false
  std::string reason_kind;
  std::string reason;
  std::string public_reason;
  std::int64_t undo = 0;
  bool preview = false;
};

// The options as the API takes a change, so that both refuse the same.
Json AsJson(const Options& options) {
  JsonObject sets;
  for (const auto& [key, text] : options.texts)
    if (!text.empty()) sets[key] = text;
  for (const auto& [key, mark] : options.marks)
    if (mark) sets[key == "revived" ? "cancelled" : key] = key != "revived";
  JsonObject change;
  const auto put = [&](const char* key, const std::string& text) {
    if (!text.empty()) change[key] = text;
  };
  if (!sets.empty()) change["set"] = std::move(sets);
  if (!options.slots.empty())
    change["slots"] = JsonArray(options.slots.begin(), options.slots.end());
  put("series", options.series);
  put("from", options.from);
  put("until", options.until);
  put("add", options.add);
  put("step", options.step);
  put("reason-kind", options.reason_kind);
  put("reason", options.reason);
  put("public-reason", options.public_reason);
  return JsonObject{{"changes", JsonArray{std::move(change)}}};
}

void Tell(CommandContext& context, const Organisation& organisation, const WhatIf& what_if,
          const std::optional<Batch>& saved) {
  if (context.format == Format::kJson) {
    context.out << WhatIfAsJson(what_if);
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << WhatIfAsTable(organisation, what_if, context.language);
  if (!saved) {
    context.out << (swedish ? "Förhandsvisning: ingenting är sparat.\n"
                            : "Preview: nothing is stored.\n");
    return;
  }
  context.out << (swedish ? "Sparat som ändring " : "Saved as change ") << saved->number
              << (swedish ? ". Prenumeranterna ser den när planen publiceras.\n"
                          : ". Subscribers see it when the plan is published.\n");
}

void Adjust(CommandContext& context, const Options& options) {
  const Instant now = context.clock.Now();
  const Result<OpenedPlan> opened = OpenPlan(options.data, now);
  if (!opened.ok()) return Refuse(context, opened.error());
  const auto& [database, planned] = opened.value();
  const Organisation& organisation = *planned.organisation;
  if (options.undo != 0) {
    const Result<SavedChange> undone = UndoChange(*database, planned, options.undo, {}, now);
    if (!undone.ok()) return Refuse(context, undone.error());
    return Tell(context, organisation, undone.value().what_if, undone.value().batch);
  }
  const Result<Proposal> proposal = ReadProposal(AsJson(options), planned.plan);
  if (!proposal.ok()) return Refuse(context, proposal.error());
  if (options.preview) {
    const Result<WhatIf> what_if = PreviewChange(planned, proposal.value(), now);
    if (!what_if.ok()) return Refuse(context, what_if.error());
    return Tell(context, organisation, what_if.value(), std::nullopt);
  }
  const Result<SavedChange> saved = SaveChange(*database, planned, proposal.value(), {}, now);
  if (!saved.ok()) return Refuse(context, saved.error());
  Tell(context, organisation, saved.value().what_if, saved.value().batch);
}

void AddWhich(Command command, Options& options) {
  command.AddOption("--slot", options.slots,
                    "mötets id, eller organ/serie@dag / a meeting's id, or body/series@day");
  const Option series = command.AddOption(
      "--series", options.series, "organ/serie: alla möten från --from / all meetings from --from");
  command.AddOption("--from", options.from, "från den dagen / from that day").Needs(series);
  command.AddOption("--until", options.until, "till och med / to and including").Needs(series);
  command.AddOption("--add", options.add, "ett extra möte i --series / an extra meeting")
      .Needs(series);
  command.AddOption("--step", options.step, "bara ett steg i kedjan / one step of the chain");
}

void AddWhat(Command command, Options& options) {
  const auto text = [&](const char* name, const char* key, const char* what) {
    command.AddOption(name, options.texts[key], what);
  };
  text("--move,--day", "day", "ny dag / a new day");
  text("--at", "at", "ny tid, 13:00 / a new time");
  text("--lasts", "lasts", "ny längd, PT3H / a new length");
  text("--place", "place", "plats / place");
  text("--link", "link", "videolänk / video link");
  text("--mode", "mode", "on-site, remote, hybrid");
  text("--open", "open", "public, closed, partly");
  text("--status", "status", "regular, reserve, if-needed");
  text("--name", "name", "nytt namn / a new name");
  text("--note", "note", "anteckning för kansliet / a note for the secretariat");
  const auto mark = [&](const char* name, const char* key, const char* what) {
    command.AddFlag(name, options.marks[key], what);
  };
  mark("--cancel", "cancelled", "ställ in / cancel");
  mark("--revive", "revived", "återuppta ett inställt / take back a cancellation");
  mark("--release", "released", "släpp en reservdag / release a reserve date");
  mark("--pin", "pinned", "lås dagen / pin the day");
  mark("--as-ruled", "as-ruled", "följ reglerna igen / follow the rules again");
  command.AddOption("--reason-kind", options.reason_kind, "skäl ur listan / a reason of the list");
  command.AddOption("--reason", options.reason, "skäl, för kansliet / a reason");
  command.AddOption("--public-reason", options.public_reason,
                    "vad alla får läsa om skälet / what everyone may read of it");
}

}  // namespace

void AddAdjust(Command program, CommandContext& context) {
  const Command command =
      program.AddSubcommand("adjust", "ändra möten och samtal / change meetings and talks");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  AddWhich(command, *options);
  AddWhat(command, *options);
  command.AddFlag("--preview", options->preview, "visa följderna, spara inget / store nothing");
  command.AddOption("--undo", options->undo, "ångra den senaste ändringen / undo the latest");
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command.Runs([&context, options] { Adjust(context, *options); });
}

}  // namespace rytm
