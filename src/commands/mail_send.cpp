// rytm mail send, send-test: without a server that runs.
#include <iostream>
#include <memory>

#include "app/mail_thread.h"
#include "base/json.h"
#include "commands/command.h"
#include "commands/configuration.h"
#include "commands/letter_making.h"

namespace rytm {
namespace {

struct Options {
  std::string data;
  std::string config;
  std::string address;
  std::string now;
  std::string public_url;
};

struct FixedClock final : Clock {
  explicit FixedClock(Instant instant) : now(instant) {}
  Instant Now() const override { return now; }
  Instant now;
};

Result<MailConfiguration> ReadMailConfiguration(const std::string& path) {
  Result<Configuration> configuration = ReadConfiguration(path);
  if (!configuration.ok()) return configuration.error();
  if (configuration.value().mail) return *configuration.value().mail;
  return Refuse(ErrorCode::kBadInput, Text("Inställningarna har inget avsnitt [mail]: " + path,
                                           "The settings have no section [mail]: " + path));
}

void TellSent(CommandContext& context, const SendReport& report) {
  if (context.format == Format::kJson) {
    context.out << WriteJsonCompact(JsonObject{{"sent", report.sent},
                                               {"to-try-again", report.to_try_again},
                                               {"failed", report.failed},
                                               {"dropped", report.dropped},
                                               {"relay-trouble", report.relay_trouble}})
                << "\n";
    return;
  }
  const bool swedish = context.language == Language::kSwedish;
  context.out << (swedish ? "Skickade: " : "Sent: ") << report.sent
              << (swedish ? ", försöks igen: " : ", to try again: ") << report.to_try_again
              << (swedish ? ", gick inte fram: " : ", failed: ") << report.failed
              << (swedish ? ", för sent: " : ", dropped: ") << report.dropped << "\n";
}

void Send(CommandContext& context, const Options& options) {
  const Result<MailConfiguration> configuration = ReadMailConfiguration(options.config);
  if (!configuration.ok()) return Refuse(context, configuration.error());
  const std::optional<Instant> now = ParseInstant(options.now);
  if (!options.now.empty() && !now)
    return Refuse(context, {.code = ErrorCode::kBadInput,
                            .message = Text("--now: skriv som 2027-01-13T07:00:00Z.",
                                            "--now: write it as 2027-01-13T07:00:00Z."),
                            .problems = {}});
  const FixedClock fixed(now.value_or(context.clock.Now()));
  const Result<SendReport> report = SendOnce(
      options.data, configuration.value(), MakeLetters(options.public_url, configuration.value()),
      now ? static_cast<const Clock&>(fixed) : context.clock);
  if (!report.ok()) return Refuse(context, report.error());
  TellSent(context, report.value());
  if (!report.value().relay_trouble.empty())
    Refuse(context, {.code = ErrorCode::kUnavailable,
                     .message = Text("E-postservern går inte att använda: ",
                                     "The mail server cannot be used: ") +
                                Text(report.value().relay_trouble),
                     .problems = {}});
}

Text StepInWords(SmtpStep step) {
  switch (step) {
    case SmtpStep::kConnect:
      return {"Kontakt", "Connection"};
    case SmtpStep::kHello:
      return {"Hälsning", "Greeting"};
    case SmtpStep::kStartTls:
      return {"Kryptering (STARTTLS)", "Encryption (STARTTLS)"};
    case SmtpStep::kLogin:
      return {"Inloggning", "Login"};
    case SmtpStep::kSender:
      return {"Avsändaren", "The sender"};
    case SmtpStep::kRecipient:
      return {"Mottagaren", "The recipient"};
    case SmtpStep::kData:
      return {"Mejlet erbjuds", "The mail is offered"};
    case SmtpStep::kText:
      return {"Mejlet tas emot", "The mail is taken"};
  }
  return {};
}

// What to look at where it ended at this step.
Text WhatToDo(SmtpStep step) {
  switch (step) {
    case SmtpStep::kConnect:
      return {
          "Servern svarade inte som väntat: se efter relay (namn, port, smtp eller smtps), "
          "brandväggen och certifikatet (ca-file).",
          "The server did not answer as expected: look at relay (name, port, smtp or smtps), "
          "the firewall and the certificate (ca-file)."};
    case SmtpStep::kHello:
    case SmtpStep::kStartTls:
      return {
          "Servern erbjuder ingen kryptering som går att lita på: se efter tls och "
          "certifikatet (ca-file, namnet i relay).",
          "The server offers no encryption to be trusted: look at tls and the certificate "
          "(ca-file, the name in relay)."};
    case SmtpStep::kLogin:
      return {"Inloggningen gick inte: se efter user och password-file.",
              "The login failed: look at user and password-file."};
    case SmtpStep::kSender:
      return {
          "Servern tar inte emot mejl från avsändaren: se efter from, och om servern kräver "
          "inloggning.",
          "The server takes no mail from the sender: look at from, and whether it asks for a "
          "login."};
    case SmtpStep::kRecipient:
      return {
          "Servern tar inte emot mejl till mottagaren: se efter adressen, och om servern får "
          "skicka vidare åt Rytm.",
          "The server takes no mail to the recipient: look at the address, and whether it may "
          "relay for Rytm."};
    case SmtpStep::kData:
    case SmtpStep::kText:
      return {"Servern ville inte ha just det här mejlet.",
              "The server did not want this very mail."};
  }
  return {};
}

void SendTest(CommandContext& context, const Options& options) {
  const Result<MailConfiguration> configuration = ReadMailConfiguration(options.config);
  if (!configuration.ok()) return Refuse(context, configuration.error());
  const Result<MailTrial> trial =
      TryMail(configuration.value(), options.address, context.language, context.clock.Now());
  if (!trial.ok()) return Refuse(context, trial.error());
  SmtpStep step = SmtpStep::kConnect;
  for (const SmtpExchange& exchange : trial.value().dialogue) {
    if (exchange.step != step || &exchange == &trial.value().dialogue.front())
      context.out << StepInWords(exchange.step).In(context.language) << ": " << exchange.answer
                  << "\n";
    step = exchange.step;
  }
  const Delivered& delivered = trial.value().delivered;
  if (delivered.delivery == Delivery::kAccepted) {
    context.out << (context.language == Language::kSwedish
                        ? "Servern tog emot mejlet. Se efter att det kommer fram, och inte som "
                          "skräppost.\n"
                        : "The server took the mail. See that it arrives, and not as spam.\n");
    return;
  }
  Refuse(context,
         {.code = ErrorCode::kUnavailable,
          .message = Text(delivered.answer),
          .problems = {{.file = "", .pointer = "", .what = WhatToDo(step), .instead = {}}}});
}

Command AddWithConfig(Command mail, const char* name, const char* what, Options& options) {
  const Command command = mail.AddSubcommand(name, what);
  command.AddOption("--config", options.config, "inställningarna / the settings").Required();
  return command;
}

}  // namespace

void AddMailSending(Command mail, CommandContext& context) {
  auto options = std::make_shared<Options>();
  const Command send = AddWithConfig(
      mail, "send",
      "skicka det som ska skickas nu, utan server / send what is due now, without a server",
      *options);
  AddDataFolder(send, options->data);
  send.AddOption("--now", options->now,
                 "som om klockan vore så mycket, för prov / as if it were that time, to try");
  send.AddOption("--public-url", options->public_url,
                 "dit länkar i mejlen leder / where links in the mails lead");
  AddFormat(send, context, {Format::kTable, Format::kJson});
  send.Runs([&context, options] { Send(context, *options); });
  const Command test =
      AddWithConfig(mail, "send-test",
                    "skicka ett provmejl och berätta hur det gick / send a trial mail", *options);
  test.AddOption("address", options->address, "till / to").Required();
  test.Runs([&context, options] { SendTest(context, *options); });
}

}  // namespace rytm
