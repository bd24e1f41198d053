// The command line as the subcommands see it: what may stand there, and where it goes. CLI11 takes
// seconds to compile in each file that includes it, and so command_line.cpp alone does.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rytm {

// What may stand on a command's line: an option, a flag, or a word at its place. A handle, copied
// as a pointer is; the Program has what it stands for.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  Option Required() const;
  Option Needs(Option other) const;
  Option Excludes(Option other) const;
  Option InPlaceOf(Option other) const;  // where it is given, `other` is not required any more
  Option Between(int least, int most) const;
  Option Between(std::size_t least, std::size_t most) const;
  Option Positive() const;
  Option SplitAtCommas() const;    // "ks,bun" is two values
  Option OneWordEachTime() const;  // "--reader-of ks bun" has one value, and a word stands after it
  Option TellingDefault() const;   // --help tells the value that stands without it

  bool Given() const;
  std::string Typed() const;  // its first value as it was typed; empty where it is not given

 private:
  CLI::Option* option_;
};

// "rytm", "rytm user" or "rytm user add". A handle as Option is.
//
// A name is as it is typed, "--body", or that of a word at its place, "file"; --help tells the
// description. What a value is read into must live until the program has run.
class Command {
 public:
  explicit Command(CLI::App& app) : app_(&app) {}

  Command AddSubcommand(std::string_view name, std::string_view description) const;
  void NeedsSubcommand() const;
  void Hide() const;  // from --help
  void Runs(std::function<void()> work) const;

  Option AddOption(std::string_view name, std::string& value, std::string_view description) const;
  Option AddOption(std::string_view name, std::optional<std::string>& value,
                   std::string_view description) const;
  Option AddOption(std::string_view name, std::vector<std::string>& values,
                   std::string_view description) const;
  Option AddOption(std::string_view name, int& value, std::string_view description) const;
  Option AddOption(std::string_view name, std::optional<int>& value,
                   std::string_view description) const;
  Option AddOption(std::string_view name, std::int64_t& value, std::string_view description) const;
  Option AddOption(std::string_view name, std::size_t& value, std::string_view description) const;
  Option AddFlag(std::string_view name, bool& given, std::string_view description) const;

  // An option whose value is one of a closed list of words.
  template <class Value>
  Option AddChoice(std::string_view name, Value& value, const std::map<std::string, Value>& words,
                   std::string_view description) const {
    std::vector<std::string> known;
    std::vector<Value> meanings;
    for (const auto& [word, meaning] : words) {
      known.push_back(word);
      meanings.push_back(meaning);
    }
    return AddWord(
        name, known, [&value, meanings](std::size_t which) { value = meanings[which]; },
        description);
  }

  // Words of a closed list, one or several: `take` is told which of `known` each of them is.
  using TakeWord = std::function<void(std::size_t which)>;
  Option AddWord(std::string_view name, const std::vector<std::string>& known, const TakeWord& take,
                 std::string_view description) const;
  Option AddWords(std::string_view name, const std::vector<std::string>& known,
                  const TakeWord& take, std::string_view description) const;

 private:
  CLI::App* app_;
};

// The program: the command that all others are subcommands of. Its options may stand after theirs.
class Program {
 public:
  Program(std::string_view name, std::string_view description);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  Command command() const { return Command(*app_); }
  void AddHelpFlag(std::string_view description);  // of the subcommands added after it, too
  void AddVersionFlag(std::string_view version, std::string_view description);

  // Reads the arguments and runs the subcommand that they name; or tells help or the version.
  // kBadInput: all that is wrong with them.
  Result<Done> Run(int argc, const char* const* argv, std::ostream& out);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace rytm
