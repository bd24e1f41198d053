// What stands on the command line beyond what CLI11 tells: words of a closed list, and what is
// wrong, in the user's language.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace rytm {

// Thrown while CLI11 parses, as its own errors are.
struct WrongWord : CLI::ParseError {
  // `name`: the option, such as "--scope"; `known`: what could have stood there.
  WrongWord(const std::string& name, const std::string& word,
            const std::vector<std::string>& known);
  Problem problem;
};

// An option whose value is one of `words`.
template <class Value>
void AddChoice(CLI::App& command, const std::string& name, Value& value,
               const std::map<std::string, Value>& words, const std::string& description) {
  std::vector<std::string> known;
  for (const auto& [word, meaning] : words) known.push_back(word);
  command
      .add_option_function<std::string>(
          name,
          [&value, words, known, name](const std::string& word) {
            const auto found = words.find(word);
            if (found == words.end()) throw WrongWord(name, word, known);
            value = found->second;
          },
          description)
      ->type_name(CLI::detail::join(known, "|"));
}

// Everything wrong with the command line, after CLI11 gave up with `error`.
Error WrongArguments(const CLI::App& program, const CLI::ParseError& error);

}  // namespace rytm
