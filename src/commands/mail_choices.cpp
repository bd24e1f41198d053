// rytm mail choices: which mails somebody gets, shown and set; and what is usual.
#include "app/mail_choices.h"

#include <array>
#include <memory>
#include <optional>

#include "app/data_folder.h"
#include "base/json.h"
#include "commands/account_use.h"
#include "commands/command.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string whose;
  std::vector<std::size_t> reminders;  // places in kReminderKindWords
  bool no_reminders = false;
  std::optional<bool> digest;
  std::optional<bool> changes;
  std::optional<bool> invitations;
  std::optional<std::string> at;
  std::optional<std::string> quiet_from;
  std::optional<std::string> quiet_until;
};

// What was given, as the API takes it.
JsonObject Asked(const Options& options) {
  JsonObject asked;
  if (options.no_reminders || !options.reminders.empty()) {
    JsonArray kinds;
    for (const std::size_t kind : options.reminders)
      kinds.push_back(Json(kReminderKindWords.at(kind)));
    asked["reminders"] = std::move(kinds);
  }
  if (options.digest) asked["digest"] = *options.digest;
  if (options.changes) asked["changes"] = *options.changes;
  if (options.invitations) asked["invitations"] = *options.invitations;
  if (options.at) asked["at"] = *options.at;
  if (options.quiet_from || options.quiet_until) {
    JsonObject quiet;
    if (options.quiet_from) quiet["from"] = *options.quiet_from;
    if (options.quiet_until) quiet["until"] = *options.quiet_until;
    asked["quiet"] = std::move(quiet);
  }
  return asked;
}

// As the options would be typed to get the same.
std::string AsTyped(const MailChoices& choices) {
  const auto yes = [](bool chosen) { return std::string(chosen ? "yes" : "no"); };
  std::string kinds;
  for (std::size_t i = 0; i < kReminderKindWords.size(); ++i)
    if (choices.reminders.Has(static_cast<ReminderKind>(i)))
      kinds += (kinds.empty() ? "" : ",") + std::string(kReminderKindWords.at(i));
  std::vector<std::vector<std::string>> rows;
  if (kinds.empty())
    rows.push_back({"--no-reminders"});
  else
    rows.push_back({"--reminders", kinds});
  rows.insert(rows.end(), {{"--digest", yes(choices.digest)},
                           {"--changes", yes(choices.changes)},
                           {"--invitations", yes(choices.invitations)},
                           {"--at", FormatTimeOfDay(choices.at)},
                           {"--quiet-from", FormatTimeOfDay(choices.quiet_from)},
                           {"--quiet-until", FormatTimeOfDay(choices.quiet_until)}});
  return Columns(rows);
}

Result<MailChoices> ShowOrSet(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return database.error();
  Result<MailChoices> before = MailChoicesOf(*database.value(), options.whose);
  const JsonObject asked = Asked(options);
  if (!before.ok() || asked.empty()) return before;
  std::vector<Problem> problems;
  const Json json(asked);
  MailChoices chosen = ReadChoices(JsonReader(json, "", problems), before.value());
  if (!problems.empty())
    return Refuse(ErrorCode::kBadInput, Text("Så kan det inte vara.", "It cannot be like that."),
                  std::move(problems));
  const Result<Done> set =
      SetMailChoices(*database.value(), CommandLine(), options.whose, chosen, context.clock.Now());
  if (!set.ok()) return set.error();
  return chosen;
}

void Run(CommandContext& context, const Options& options) {
  const Result<MailChoices> choices = ShowOrSet(context, options);
  if (!choices.ok()) return Refuse(context, choices.error());
  context.out << (context.format == Format::kJson
                      ? WriteJsonCompact(ChoicesAsJson(choices.value())) + "\n"
                      : AsTyped(choices.value()));
}

}  // namespace

void AddMailChoices(Command mail, CommandContext& context) {
  const Command command = mail.AddSubcommand(
      "choices",
      "vilka mejl någon får; med val ändras de / which mails somebody gets; set by options");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  AddFormat(command, context, {Format::kTable, Format::kJson});
  command
      .AddOption(
          "whose", options->whose,
          "en persons id, elected (de förtroendevalda) eller officials (tjänstepersonerna): vad "
          "som är vanligt / a person's id, or what is usual for elected or officials")
      .Required();
  const Option kinds =
      command
          .AddWords(
              "--reminders", {kReminderKindWords.begin(), kReminderKindWords.end()},
              [options](std::size_t kind) { options->reminders.push_back(kind); },
              "påminnelser, med komma emellan / reminders, with commas between")
          .SplitAtCommas();
  command.AddFlag("--no-reminders", options->no_reminders, "inga påminnelser / no reminders")
      .Excludes(kinds);
  const std::map<std::string, std::optional<bool>> yes_no{{"no", false}, {"yes", true}};
  command.AddChoice("--digest", options->digest, yes_no,
                    "ett mejl i veckan i stället / one mail a week instead");
  command.AddChoice("--changes", options->changes, yes_no,
                    "besked om ändringar / notices of change");
  command.AddChoice("--invitations", options->invitations, yes_no,
                    "möten som inbjudningar / meetings as invitations");
  command.AddOption("--at", options->at,
                    "när påminnelser skickas, 08:00 / when reminders are sent");
  const Option from = command.AddOption("--quiet-from", options->quiet_from,
                                        "inget skickas efter, 20:00 / nothing is sent after");
  command
      .AddOption("--quiet-until", options->quiet_until,
                 "inget skickas före, 07:00 / nothing is sent before")
      .Needs(from);
  command.Runs([&context, options] { Run(context, *options); });
}

}  // namespace rytm
