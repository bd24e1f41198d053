// The command line: one file a subcommand, each adding itself to the program.
#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>
#include <string>

#include "base/clock.h"
#include "base/result.h"

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

void AddGenerate(CLI::App& program, CommandContext& context);
void AddCheck(CLI::App& program, CommandContext& context);
void AddInit(CLI::App& program, CommandContext& context);
void AddImport(CLI::App& program, CommandContext& context);
void AddExtend(CLI::App& program, CommandContext& context);
void AddExport(CLI::App& program, CommandContext& context);
void AddAdjust(CLI::App& program, CommandContext& context);
void AddAdopt(CLI::App& program, CommandContext& context);
void AddDiff(CLI::App& program, CommandContext& context);
void AddMeeting(CLI::App& program, CommandContext& context);
void AddHistory(CLI::App& program, CommandContext& context);
void AddReadCalendar(CLI::App& program, CommandContext& context);
void AddPublish(CLI::App& program, CommandContext& context);
void AddBackup(CLI::App& program, CommandContext& context);
void AddRestore(CLI::App& program, CommandContext& context);
void AddVerify(CLI::App& program, CommandContext& context);
void AddServe(CLI::App& program, CommandContext& context);
void AddUser(CLI::App& program, CommandContext& context);
void AddFeed(CLI::App& program, CommandContext& context);
void AddPeople(CLI::App& program, CommandContext& context);
void AddUserKey(CLI::App& user, CommandContext& context);
void AddMail(CLI::App& program, CommandContext& context);
void AddMailSending(CLI::App& mail, CommandContext& context);
void AddMailIn(CLI::App& program, CommandContext& context);

// What the subcommands share. `--format` with the formats a command has; --data.
void AddFormat(CLI::App& command, CommandContext& context, const std::vector<Format>& formats);
CLI::Option* AddDataFolder(CLI::App& command, std::string& folder);

// Tells the error, with every problem: file, pointer, reason, what would be right. Sets the exit
// code.
void Refuse(CommandContext& context, const Error& error);

// The whole file, bounded by kRuleFileBytesMax; kNotFound or kTooLarge with the file's name.
Result<std::string> ReadWholeFile(const std::string& path);

// The rule file with the calendar files it names read into it (app/external_files.h).
Result<std::string> ReadRuleFile(const CommandContext& context, const std::string& path);

// A day given as an option; kBadInput naming the option.
Result<Day> DayOption(const std::string& option, const std::string& text);

// The program: parses the arguments and runs the subcommand; the exit code. `self` is its own path.
int RunProgram(int argc, const char* const* argv, const std::string& self, const Clock& clock,
               std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace rytm
