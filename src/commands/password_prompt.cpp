#include "commands/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <string>

namespace rytm {
namespace {

// What is typed is not shown, and Ctrl-C is read as a character: the terminal is never left without
// its echo.
class NoEcho {
 public:
  NoEcho() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios without = before_;
    without.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &without) == 0;
  }
  ~NoEcho() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

constexpr char kControlC = '\x03';

Error Refused(Text why) { return Refuse(ErrorCode::kBadInput, std::move(why)); }

Result<Secret> ReadLine(std::istream& in) {
  std::string line;
  std::getline(in, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  const bool interrupted = line.find(kControlC) != std::string::npos;
  Secret secret(line);
  Wipe(line);
  if (interrupted) return Refused({"Avbrutet.", "Interrupted."});
  if (secret.empty()) return Refused({"Inget lösenord gavs.", "No password was given."});
  return secret;
}

Result<Secret> Ask(CommandContext& context, const Text& prompt) {
  context.err << prompt.In(context.language) << std::flush;
  const NoEcho no_echo;
  Result<Secret> secret = ReadLine(context.in);
  context.err << std::endl;
  return secret;
}

}  // namespace

Result<Secret> ReadNewPassword(CommandContext& context) {
  const bool at_terminal = &context.in == &std::cin && isatty(STDIN_FILENO) != 0;
  if (!at_terminal) return ReadLine(context.in);
  Result<Secret> password = Ask(context, {"Nytt lösenord: ", "New password: "});
  if (!password.ok()) return password;
  const Result<Secret> again = Ask(context, {"En gång till: ", "Once more: "});
  if (!again.ok()) return again.error();
  if (!SameBytes(password.value().bytes(), again.value().bytes()))
    return Refused({"Det blev två olika lösenord. Försök igen.",
                    "Those were two different passwords. Try again."});
  return password;
}

}  // namespace rytm
