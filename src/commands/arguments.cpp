#include "commands/arguments.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/nearest_word.h"

namespace rytm {
namespace {

Error Refusal(const ArgumentsRead& read, std::vector<Problem> problems) {
  const std::string help = read.command + " --help";
  return Refuse(ErrorCode::kBadInput,
                Text("Kommandoraden går inte att använda. Hjälp: " + help,
                     "The command line cannot be used. Help: " + help),
                std::move(problems));
}

Text NearestOf(const std::string& word, const std::vector<std::string>& known) {
  return DidYouMean(word, std::vector<std::string_view>(known.begin(), known.end()));
}

Problem MissingCommand(const ArgumentsRead& read) {
  return {.file = "",
          .pointer = "",
          .what = Text("Det står inte vad Rytm ska göra.", "It does not say what Rytm should do."),
          .instead = NearestOf("", read.subcommands)};
}

Problem UnknownCommand(const ArgumentsRead& read) {
  const std::string& word = read.unknown.front();
  return {.file = "",
          .pointer = word,
          .what = Text("Det kommandot finns inte.", "There is no such command."),
          .instead = NearestOf(word, read.subcommands)};
}

// An option that is not known takes its value with it: only the option is told.
std::vector<Problem> UnknownArguments(const ArgumentsRead& read) {
  const auto is_option = [](const std::string& word) { return word.starts_with('-'); };
  const bool options = std::any_of(read.unknown.begin(), read.unknown.end(), is_option);
  std::vector<Problem> problems;
  for (const std::string& word : read.unknown)
    if (is_option(word))
      problems.push_back({.file = "",
                          .pointer = word,
                          .what = Text("Det alternativet finns inte.", "There is no such option."),
                          .instead = NearestOf(word.substr(0, word.find('=')), read.options)});
    else if (!options)
      problems.push_back({.file = "",
                          .pointer = word,
                          .what = Text("Ett ord för mycket.", "One word too many."),
                          .instead = Text("Sätt citattecken om det som har blanksteg.",
                                          "Put quotes around what holds blanks.")});
  return problems;
}

}  // namespace

Error WrongWord(const ArgumentsRead& read, const std::string& option, const std::string& word,
                const std::vector<std::string>& known) {
  return Refusal(read, {{.file = "",
                         .pointer = option,
                         .what = Text("Ordet \"" + word + "\" går inte att använda här.",
                                      "The word \"" + word + "\" cannot be used here."),
                         .instead = NearestOf(word, known)}});
}

Error WrongNumberOfValues(const ArgumentsRead& read, const std::string& option) {
  return Refusal(read, {{.file = "",
                         .pointer = option,
                         .what = Text("Här ska stå ett värde, varken fler eller färre.",
                                      "One value must stand here, no more and no less."),
                         .instead = {}}});
}

Error WrongArguments(const ArgumentsRead& read, const std::string& told) {
  if (!read.subcommands.empty())
    return Refusal(read, {read.unknown.empty() ? MissingCommand(read) : UnknownCommand(read)});
  std::vector<Problem> problems = UnknownArguments(read);
  for (const MissingArgument& missing : read.missing)
    problems.push_back({.file = "",
                        .pointer = missing.name,
                        .what = Text("Saknas.", "Missing."),
                        .instead = Text(missing.is + ".")});
  if (problems.empty()) problems = {{.file = "", .pointer = "", .what = Text(told), .instead = {}}};
  return Refusal(read, std::move(problems));
}

}  // namespace rytm
