// rytm mail-in: one mail on standard input, from a mail server's pipe.
//
// Exit codes are those a mail server understands (sysexits.h): what cannot be taken now is to be
// brought again; what is of no use to us is taken and forgotten, for a refusal would send mail to
// whoever a stranger named as sender.
#include "app/mail_in.h"

#include <iostream>
#include <memory>

#include "app/bound_process.h"
#include "app/data_folder.h"
#include "base/limits.h"
#include "commands/command.h"

namespace rytm {
namespace {

constexpr int kExitBringAgain = 75;  // EX_TEMPFAIL

struct Options {
  std::string data;
  std::string recipient;
};

void MailIn(CommandContext& context, const Options& options) {
  BoundThisProcess(kIncomingMailSecondsMax, kIncomingMailMemoryBytesMax);
  std::string bytes(kIncomingMailBytesMax + 1, '\0');  // one more than may be: its reader tells
  context.in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(context.in.gcount()));
  const Result<std::unique_ptr<Database>> database = OpenDataFolder(options.data);
  Result<MailTaken> taken =
      database.ok() ? TakeMail(*database.value(), bytes, options.recipient, context.clock.Now())
                    : Result<MailTaken>(database.error());
  if (taken.ok()) return;
  Refuse(context, taken.error());
  context.exit_code = kExitBringAgain;
}

}  // namespace

void AddMailIn(Command program, CommandContext& context) {
  const Command command = program.AddSubcommand(
      "mail-in", "ta emot ett mejl från en e-postserver / take one mail from a mail server");
  auto options = std::make_shared<Options>();
  AddDataFolder(command, options->data);
  command.AddOption("--recipient", options->recipient,
                    "adressen det kom till / the address it came to");
  command.Runs([&context, options] { MailIn(context, *options); });
}

}  // namespace rytm
