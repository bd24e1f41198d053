// Reads tests/cycle/cases/*.txt: blocks of lines "word value" parted by empty lines.
//
//   # What the file is about.
//   case     Third Wednesday
//   when     {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}
//   window   2027-01-01 2027-03-31
//   days     2027-01-20, 2027-02-17,
//            2027-03-17
//
// A line that begins with blanks goes on with the one before. The words are those of case_test.cpp.
#pragma once

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace rytm {

struct Case {
  std::string file;
  int line = 0;  // where it begins
  std::map<std::string, std::string> values;

  bool Has(const std::string& word) const { return values.count(word) > 0; }
  std::string Value(const std::string& word) const { return Has(word) ? values.at(word) : ""; }
};

// "a, b ,c" → "a" "b" "c"; nothing gives nothing.
inline std::vector<std::string> SplitAt(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::string piece;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) {
      piece += text[i];
      continue;
    }
    const std::size_t first = piece.find_first_not_of(' ');
    if (first != std::string::npos) {
      pieces.push_back(piece.substr(first, piece.find_last_not_of(' ') - first + 1));
    }
    piece.clear();
  }
  return pieces;
}

inline std::vector<Case> ReadCases(const std::string& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  std::string word;
  int number = 0;
  bool between = true;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::string text = line.substr(0, line.find('#'));
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) {
      between = between || line.empty();
      continue;
    }
    if (between) cases.push_back({path, number, {}});
    between = false;
    const bool goes_on = first > 0;
    const std::size_t blank = goes_on ? 0 : text.find(' ');
    if (!goes_on) word = text.substr(0, blank);
    std::string& value = cases.back().values[word];
    const std::size_t begin =
        blank == std::string::npos ? blank : text.find_first_not_of(' ', blank);
    if (begin == std::string::npos) continue;
    value +=
        (value.empty() ? "" : " ") + text.substr(begin, text.find_last_not_of(' ') - begin + 1);
  }
  return cases;
}

}  // namespace rytm
