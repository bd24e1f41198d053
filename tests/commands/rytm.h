// The program as it is called.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "commands/command.h"

namespace rytm {

struct FixedClock final : Clock {
  Instant Now() const override { return *ParseInstant("2026-11-23T14:02:00Z"); }
};

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

// With what is typed at it.
inline Outcome RytmInAnyLanguage(const std::vector<std::string>& arguments,
                                 const std::string& typed = "") {
  std::vector<const char*> argv{"rytm"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  const FixedClock clock;
  std::istringstream in(typed);
  std::ostringstream out;
  std::ostringstream err;
  const int code =
      RunProgram(static_cast<int>(argv.size()), argv.data(), RYTM_PROGRAM, clock, in, out, err);
  return {code, out.str(), err.str()};
}

inline Outcome Rytm(std::vector<std::string> arguments, const std::string& typed = "") {
  arguments.insert(arguments.begin(), {"--language", "sv"});
  return RytmInAnyLanguage(arguments, typed);
}

}  // namespace rytm
