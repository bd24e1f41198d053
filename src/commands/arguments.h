// What is wrong with a command line, in the user's language: CLI11 tells only its own.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace rytm {

struct MissingArgument {
  std::string name;
  std::string is;  // its description
};

// A command line as far as it was read: the command that it names, and what stands there.
struct ArgumentsRead {
  std::string command;                     // "rytm user key add"
  std::vector<std::string> subcommands{};  // that it has
  std::vector<std::string> options{};      // that it has
  std::vector<MissingArgument> missing{};  // required, and not there
  std::vector<std::string> unknown{};      // what stands there and belongs nowhere
};

// At `option` stands a word that is none of those known.
Error WrongWord(const ArgumentsRead& read, const std::string& option, const std::string& word,
                const std::vector<std::string>& known);

Error WrongNumberOfValues(const ArgumentsRead& read, const std::string& option);

// Everything else. `told`: what CLI11 says, for where it alone knows.
Error WrongArguments(const ArgumentsRead& read, const std::string& told);

}  // namespace rytm
