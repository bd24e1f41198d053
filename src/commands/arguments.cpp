#include "commands/arguments.h"

#include <algorithm>

#include "base/nearest_word.h"

namespace rytm {
namespace {

std::vector<std::string> OptionsOf(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    if (option->nonpositional()) names.push_back(option->get_name());
  return names;
}

std::vector<std::string> CommandsOf(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands(nullptr))
    names.push_back(command->get_name());
  return names;
}

Text NearestOf(const std::string& word, const std::vector<std::string>& known) {
  return DidYouMean(word, std::vector<std::string_view>(known.begin(), known.end()));
}

Problem MissingCommand(const CLI::App& program) {
  return {.file = "",
          .pointer = "",
          .what = Text("Det står inte vad Rytm ska göra.", "It does not say what Rytm should do."),
          .instead = NearestOf("", CommandsOf(program))};
}

Problem UnknownCommand(const CLI::App& program, const std::string& word) {
  return {.file = "",
          .pointer = word,
          .what = Text("Det kommandot finns inte.", "There is no such command."),
          .instead = NearestOf(word, CommandsOf(program))};
}

// An option that is not known takes its value with it: only the option is told.
std::vector<Problem> UnknownArguments(const CLI::App& command,
                                      const std::vector<std::string>& words) {
  const auto is_option = [](const std::string& word) { return word.starts_with('-'); };
  const bool options = std::any_of(words.begin(), words.end(), is_option);
  std::vector<Problem> problems;
  for (const std::string& word : words)
    if (is_option(word))
      problems.push_back(
          {.file = "",
           .pointer = word,
           .what = Text("Det alternativet finns inte.", "There is no such option."),
           .instead = NearestOf(word.substr(0, word.find('=')), OptionsOf(command))});
    else if (!options)
      problems.push_back({.file = "",
                          .pointer = word,
                          .what = Text("Ett ord för mycket.", "One word too many."),
                          .instead = Text("Sätt citattecken om det som har blanksteg.",
                                          "Put quotes around what holds blanks.")});
  return problems;
}

std::vector<Problem> MissingArguments(const CLI::App& command) {
  std::vector<Problem> problems;
  for (const CLI::Option* option : command.get_options())
    if (option->get_required() && option->count() == 0)
      problems.push_back({.file = "",
                          .pointer = option->get_name(),
                          .what = Text("Saknas.", "Missing."),
                          .instead = Text(option->get_description() + ".")});
  return problems;
}

}  // namespace

WrongWord::WrongWord(const std::string& name, const std::string& word,
                     const std::vector<std::string>& known)
    : CLI::ParseError(name, word, CLI::ExitCodes::ValidationError),
      problem{.file = "",
              .pointer = name,
              .what = Text("Ordet \"" + word + "\" går inte att använda här.",
                           "The word \"" + word + "\" cannot be used here."),
              .instead = NearestOf(word, known)} {}

Error WrongArguments(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App* chosen = &program;  // "rytm user key add": the last of them
  std::string help = program.get_name();
  while (!chosen->get_subcommands().empty()) {
    chosen = chosen->get_subcommands().front();
    help += " " + chosen->get_name();
  }
  help += " --help";
  Error refusal{.code = ErrorCode::kBadInput,
                .message = Text("Kommandoraden går inte att använda. Hjälp: " + help,
                                "The command line cannot be used. Help: " + help),
                .problems = {}};
  const std::vector<std::string> unknown = program.remaining(/*recurse=*/true);
  if (const auto* wrong = dynamic_cast<const WrongWord*>(&error)) {
    refusal.problems = {wrong->problem};
  } else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string told = error.what();  // "--from: 1 required TEXT missing"
    refusal.problems = {{.file = "",
                         .pointer = told.substr(0, told.find(':')),
                         .what = Text("Här ska stå ett värde, varken fler eller färre.",
                                      "One value must stand here, no more and no less."),
                         .instead = {}}};
  } else if (!CommandsOf(*chosen).empty()) {
    refusal.problems = {unknown.empty() ? MissingCommand(*chosen)
                                        : UnknownCommand(*chosen, unknown.front())};
  } else {
    refusal.problems = UnknownArguments(*chosen, unknown);
    for (Problem& missing : MissingArguments(*chosen))
      refusal.problems.push_back(std::move(missing));
  }
  if (refusal.problems.empty())
    refusal.problems = {{.file = "", .pointer = "", .what = Text(error.what()), .instead = {}}};
  return refusal;
}

}  // namespace rytm
