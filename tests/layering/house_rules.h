// The rules of the house as functions over a file's path and text, so that each can be shown to
// refuse. What the rooms are and may use: DESIGN's table, kept as data in house_rules.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rytm {

// One broken rule. Line 0: the file as a whole.
struct Offence {
  std::string path;
  std::size_t line = 0;
  std::string what;

  friend bool operator==(const Offence&, const Offence&) = default;
};

// "src/plan/build.cpp:12: plan may not include pages"
std::string Tell(const Offence& offence);

// Text by path from the root of the project, with "/" between folders.
using Tree = std::map<std::string, std::string, std::less<>>;

// Includes of a C++ file under src/: rooms only down the data flow, libraries only in their room.
std::vector<Offence> CheckIncludes(std::string_view path, std::string_view text);

// Words that may not stand in a C++ or SQL file: other clocks than Clock, what clang 14 cannot
// compile, work left for later.
std::vector<Offence> CheckWords(std::string_view path, std::string_view text);

// Names that say nothing, and files that nobody stopped from growing.
std::vector<Offence> CheckNameAndLength(std::string_view path, std::string_view text);

// Each .cpp under src/ stands in the CMakeLists.txt of its folder: none is forgotten by the build.
std::vector<Offence> CheckSourcesAreBuilt(const Tree& tree);

// No file of the room `from` reaches a header of the room `hidden`, by however many includes.
std::vector<Offence> CheckNeverSees(const Tree& tree, std::string_view from,
                                    std::string_view hidden);

}  // namespace rytm
