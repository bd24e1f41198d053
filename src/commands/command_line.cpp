#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "commands/arguments.h"

namespace rytm {
namespace {

template <class Value>
CLI::Option* Add(CLI::App& command, std::string_view name, Value& value,
                 std::string_view description) {
  return command.add_option(std::string(name), value, std::string(description));
}

// Thrown through CLI11 while it reads, as its own errors are.
struct UnknownWord {
  std::string option;
  std::string word;
  std::vector<std::string> known;
};

std::size_t PlaceOf(const std::string& word, const std::string& option,
                    const std::vector<std::string>& known) {
  const auto found = std::find(known.begin(), known.end(), word);
  if (found == known.end()) throw UnknownWord{.option = option, .word = word, .known = known};
  return static_cast<std::size_t>(found - known.begin());
}

ArgumentsRead WhatWasRead(const CLI::App& program) {
  const CLI::App* command = &program;
  ArgumentsRead read{.command = program.get_name()};
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    read.command += " " + command->get_name();
  }
  for (const CLI::App* subcommand : command->get_subcommands(nullptr))
    read.subcommands.push_back(subcommand->get_name());
  for (const CLI::Option* option : command->get_options()) {
    if (option->nonpositional()) read.options.push_back(option->get_name());
    if (option->get_required() && option->count() == 0)
      read.missing.push_back({.name = option->get_name(), .is = option->get_description()});
  }
  read.unknown = program.remaining(/*recurse=*/true);
  return read;
}

}  // namespace

Option Option::Required() const { return Option(*option_->required()); }

Option Option::Needs(Option other) const { return Option(*option_->needs(other.option_)); }

Option Option::Excludes(Option other) const { return Option(*option_->excludes(other.option_)); }

Option Option::InPlaceOf(Option other) const {
  return Option(*option_->each([other](const std::string&) { other.option_->required(false); }));
}

Option Option::Between(int least, int most) const {
  return Option(*option_->check(CLI::Range(least, most)));
}

Option Option::Between(std::size_t least, std::size_t most) const {
  return Option(*option_->check(CLI::Range(least, most)));
}

Option Option::Positive() const { return Option(*option_->check(CLI::PositiveNumber)); }

Option Option::SplitAtCommas() const { return Option(*option_->delimiter(',')); }

Option Option::OneWordEachTime() const { return Option(*option_->allow_extra_args(false)); }

Option Option::TellingDefault() const { return Option(*option_->capture_default_str()); }

bool Option::Given() const { return option_->count() > 0; }

std::string Option::Typed() const { return Given() ? option_->results().front() : ""; }

Command Command::AddSubcommand(std::string_view name, std::string_view description) const {
  return Command(*app_->add_subcommand(std::string(name), std::string(description)));
}

void Command::NeedsSubcommand() const { app_->require_subcommand(1); }

void Command::Hide() const { app_->group(""); }

void Command::Runs(std::function<void()> work) const { app_->callback(std::move(work)); }

Option Command::AddOption(std::string_view name, std::string& value,
                          std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddOption(std::string_view name, std::optional<std::string>& value,
                          std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddOption(std::string_view name, std::vector<std::string>& values,
                          std::string_view description) const {
  return Option(*Add(*app_, name, values, description));
}

Option Command::AddOption(std::string_view name, int& value, std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddOption(std::string_view name, std::optional<int>& value,
                          std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddOption(std::string_view name, std::int64_t& value,
                          std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddOption(std::string_view name, std::size_t& value,
                          std::string_view description) const {
  return Option(*Add(*app_, name, value, description));
}

Option Command::AddFlag(std::string_view name, bool& given, std::string_view description) const {
  return Option(*app_->add_flag(std::string(name), given, std::string(description)));
}

Option Command::AddWord(std::string_view name, const std::vector<std::string>& known,
                        const TakeWord& take, std::string_view description) const {
  const auto read = [option = std::string(name), known, take](const std::string& word) {
    take(PlaceOf(word, option, known));
  };
  return Option(
      *app_->add_option_function<std::string>(std::string(name), read, std::string(description))
           ->type_name(CLI::detail::join(known, "|")));
}

Option Command::AddWords(std::string_view name, const std::vector<std::string>& known,
                         const TakeWord& take, std::string_view description) const {
  const auto read = [option = std::string(name), known,
                     take](const std::vector<std::string>& words) {
    for (const std::string& word : words) take(PlaceOf(word, option, known));
  };
  return Option(*app_->add_option_function<std::vector<std::string>>(std::string(name), read,
                                                                     std::string(description)));
}

Program::Program(std::string_view name, std::string_view description)
    : app_(std::make_unique<CLI::App>(std::string(description), std::string(name))) {
  app_->require_subcommand(1);
  app_->fallthrough();
}

Program::~Program() = default;

void Program::AddHelpFlag(std::string_view description) {
  app_->set_help_flag("-h,--help", std::string(description));
}

void Program::AddVersionFlag(std::string_view version, std::string_view description) {
  app_->set_version_flag("--version", std::string(version), std::string(description));
}

Result<Done> Program::Run(int argc, const char* const* argv, std::ostream& out) {
  try {
    app_->parse(argc, argv);
  } catch (const UnknownWord& wrong) {
    return WrongWord(WhatWasRead(*app_), wrong.option, wrong.word, wrong.known);
  } catch (const CLI::ArgumentMismatch& mismatch) {
    const std::string told = mismatch.what();  // "--from: 1 required TEXT missing"
    return WrongNumberOfValues(WhatWasRead(*app_), told.substr(0, told.find(':')));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success))
      return WrongArguments(WhatWasRead(*app_), error.what());
    app_->exit(error, out);  // --help, --version
  }
  return Done{};
}

}  // namespace rytm
