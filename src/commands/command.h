// The command line: one file a subcommand, each adding itself to the program.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "commands/command_line.h"

namespace rytm {

// DESIGN §8: 0 all went well; 1 findings at error level; 2 refused, or input with errors.
inline constexpr int kExitFine = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitRefused = 2;

enum class Format { kTable, kIcs, kCsv, kJson };

struct CommandContext {
  const Clock& clock;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::string self;  // path of the program, to read calendar files in a process of its own
  Language language = Language::kSwedish;
  Format format = Format::kTable;
  int exit_code = kExitFine;  // what the chosen subcommand ended with
};

void AddGenerate(Command program, CommandContext& context);
void AddCheck(Command program, CommandContext& context);
void AddInit(Command program, CommandContext& context);
void AddImport(Command program, CommandContext& context);
void AddExtend(Command program, CommandContext& context);
void AddExport(Command program, CommandContext& context);
void AddAdjust(Command program, CommandContext& context);
void AddAdopt(Command program, CommandContext& context);
void AddDiff(Command program, CommandContext& context);
void AddMeeting(Command program, CommandContext& context);
void AddHistory(Command program, CommandContext& context);
void AddReadCalendar(Command program, CommandContext& context);
void AddPublish(Command program, CommandContext& context);
void AddBackup(Command program, CommandContext& context);
void AddRestore(Command program, CommandContext& context);
void AddVerify(Command program, CommandContext& context);
void AddServe(Command program, CommandContext& context);
void AddUser(Command program, CommandContext& context);
void AddFeed(Command program, CommandContext& context);
void AddPeople(Command program, CommandContext& context);
void AddUserKey(Command user, CommandContext& context);
void AddMail(Command program, CommandContext& context);
void AddMailSending(Command mail, CommandContext& context);
void AddMailChoices(Command mail, CommandContext& context);
void AddMailIn(Command program, CommandContext& context);

// What the subcommands share. `--format` with the formats a command has; --data.
void AddFormat(Command command, CommandContext& context, const std::vector<Format>& formats);
Option AddDataFolder(Command command, std::string& folder);

// Tells the error, with every problem: file, pointer, reason, what would be right. Sets the exit
// code.
void Refuse(CommandContext& context, const Error& error);

// The whole file, bounded by kRuleFileBytesMax; kNotFound or kTooLarge with the file's name.
Result<std::string> ReadWholeFile(const std::string& path);

// The whole file or nothing: what stood there stays until the new one is complete. kUnavailable.
Result<Done> WriteWholeFile(const std::string& path, const std::string& bytes);

// The rule file with the calendar files it names read into it (app/external_files.h).
Result<std::string> ReadRuleFile(const CommandContext& context, const std::string& path);

// A day given as an option; kBadInput naming the option.
Result<Day> DayOption(const std::string& option, const std::string& text);

// The program: parses the arguments and runs the subcommand; the exit code. `self` is its own path.
int RunProgram(int argc, const char* const* argv, const std::string& self, const Clock& clock,
               std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace rytm
