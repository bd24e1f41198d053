// rytm mail: how mail stands, what was sent, and stopping it for a while. Sending: mail_send.cpp.
#include <iostream>
#include <memory>

#include "app/data_folder.h"
#include "app/mail_desk.h"
#include "base/json.h"
#include "commands/account_use.h"
#include "commands/command.h"
#include "commands/configuration.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string config;
  std::int64_t number = 0;
  std::size_t limit = kPageItemsUsual;
  std::int64_t before = 0;  // 0: from the newest
};

Text StateInWords(LetterState state) {
  switch (state) {
    case LetterState::kWaiting:
      return {"väntar", "waiting"};
    case LetterState::kSent:
      return {"skickat", "sent"};
    case LetterState::kFailed:
      return {"gick inte fram", "failed"};
    case LetterState::kStale:
      return {"skickas inte", "dropped"};
  }
  return {};
}

void TellStatus(CommandContext& context, const MailStatus& status) {
  constexpr LetterState kStates[] = {LetterState::kWaiting, LetterState::kSent,
                                     LetterState::kFailed, LetterState::kStale};
  const auto amount = [&](LetterState state) {
    const auto found = status.amounts.find(state);
    return found == status.amounts.end() ? std::size_t{0} : found->second;
  };
  if (context.format == Format::kJson) {
    JsonObject json{{"paused", status.paused}};
    for (const LetterState state : kStates) json[LetterStateWord(state)] = amount(state);
    json["unreachable"] = JsonArray(status.unreachable.begin(), status.unreachable.end());
    context.out << WriteJsonCompact(json) << "\n";
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  if (status.paused)
    context.out << (swedish ? "Utskicken är pausade: rytm mail resume\n"
                            : "Mail is paused: rytm mail resume\n");
  std::vector<std::vector<std::string>> rows;
  for (const LetterState state : kStates)
    rows.push_back({StateInWords(state).In(context.language), std::to_string(amount(state))});
  context.out << Columns(rows);
  for (const std::string& person : status.unreachable)
    context.out << (swedish ? "Adressen används inte längre: " : "The address is used no longer: ")
                << person << "\n";
}

void Status(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<MailStatus> status = StatusOfMail(*database.value(), CommandLine());
  if (!status.ok()) return Refuse(context, status.error());
  TellStatus(context, status.value());
}

JsonObject AsJson(const OutboxLetter& letter, Language language) {
  JsonObject json{{"number", letter.number},
                  {"kind", LetterKindWord(letter.letter.kind)},
                  {"person", letter.letter.person},
                  {"state", LetterStateWord(letter.state)},
                  {"tries", letter.tries},
                  {"made", FormatInstant(letter.made)},
                  {"subject", letter.letter.subject},
                  {"message-id", letter.message_id},
                  {"answer", AnswerInWords(letter.last_answer).In(language)}};
  json[letter.ended ? "ended" : "next-try"] = FormatInstant(letter.ended.value_or(letter.next_try));
  return json;
}

std::vector<std::string> RowOf(const OutboxLetter& letter, Language language) {
  return {std::to_string(letter.number),
          StateInWords(letter.state).In(language),
          FormatInstant(letter.ended.value_or(letter.next_try)),
          letter.letter.person,
          letter.letter.subject,
          AnswerInWords(letter.last_answer).In(language)};
}

void List(CommandContext& context, const Options& options) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<std::vector<OutboxLetter>> letters =
      NewestLetters(*database.value(), CommandLine(), options.limit,
                    options.before > 0 ? std::optional(options.before) : std::nullopt);
  if (!letters.ok()) return Refuse(context, letters.error());
  if (context.format == Format::kJson) {
    JsonArray array;
    for (const OutboxLetter& letter : letters.value())
      array.push_back(AsJson(letter, context.language));
    context.out << WriteJsonCompact(array) << "\n";
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const OutboxLetter& letter : letters.value())
    rows.push_back(RowOf(letter, context.language));
  context.out << Columns(rows);
}

void Preview(CommandContext& context, const Options& options) {
  const Result<Configuration> configuration = ReadConfiguration(options.config);
  if (!configuration.ok()) return Refuse(context, configuration.error());
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const auto& mail = configuration.value().mail;
  const Result<RenderedMail> preview =
      PreviewLetter(*database.value(), options.number,
                    mail ? std::optional(mail->sending) : std::nullopt, context.clock.Now());
  if (!preview.ok()) return Refuse(context, preview.error());
  context.out << preview.value().bytes;
}

void Pause(CommandContext& context, const Options& options, bool paused) {
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  if (!database.ok()) return Refuse(context, database.error());
  const Result<Done> done =
      PauseMail(*database.value(), CommandLine(), paused, context.clock.Now());
  if (!done.ok()) return Refuse(context, done.error());
  Status(context, options);
}

}  // namespace

void AddMail(Command program, CommandContext& context) {
  const Command mail = program.AddSubcommand("mail", "påminnelser och besked per e-post / mail");
  mail.NeedsSubcommand();
  auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* what, const auto& run) {
    const Command command = mail.AddSubcommand(name, what);
    AddDataFolder(command, options->data);
    command.Runs([&context, options, run] { run(context, *options); });
    return command;
  };
  AddFormat(add("status", "hur det står till / how it stands", Status), context,
            {Format::kTable, Format::kJson});
  const Command list = add("list", "mejlen, de nyaste först / the mails, the newest first", List);
  AddFormat(list, context, {Format::kTable, Format::kJson});
  list.AddOption("--limit", options->limit, "så många / so many")
      .Between(std::size_t{1}, kPageItemsMax);
  list.AddOption("--before", options->before, "äldre än det mejlet / older than that mail");
  const Command preview =
      add("preview", "hela mejlet, som det skickas / the whole mail, as it is sent", Preview);
  preview.AddOption("number", options->number, "mejlets nummer / the mail's number").Required();
  preview.AddOption("--config", options->config, "inställningarna / the settings");
  const auto pause = [](CommandContext& in, const Options& given) { Pause(in, given, true); };
  const auto resume = [](CommandContext& in, const Options& given) { Pause(in, given, false); };
  AddFormat(add("pause", "skicka inget tills vidare / send nothing for now", pause), context,
            {Format::kTable, Format::kJson});
  AddFormat(add("resume", "skicka igen / send again", resume), context,
            {Format::kTable, Format::kJson});
  AddMailSending(mail, context);
  AddMailChoices(mail, context);
}

}  // namespace rytm
