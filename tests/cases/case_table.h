// Tables of cases as plain text, so that whoever knows the matter can read and add to them.
//
// A line is a case, its cells stand between separators; lines that begin with # and empty lines are
// for people.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace rytm {

struct Case {
  std::string where;  // "tests/cases/notice_days.txt:4", for the message of a failed test
  std::vector<std::string> cells;

  const std::string& operator[](std::size_t column) const { return cells.at(column); }

  rytm::Day Day(std::size_t column) const {
    const auto day = ParseDay(cells.at(column));
    if (!day) ADD_FAILURE() << where << ": not a day: " << cells.at(column);
    return day.value_or(rytm::Day{});
  }
  int Number(std::size_t column) const { return std::stoi(cells.at(column)); }
  rytm::Weekday Weekday(std::size_t column) const {
    const auto weekday = ParseWeekday(cells.at(column));
    if (!weekday) ADD_FAILURE() << where << ": not a weekday: " << cells.at(column);
    return weekday.value_or(rytm::Weekday{0});
  }
};

inline std::vector<std::string> SplitCells(std::string_view line, char separator) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t end = line.find(separator);
    std::string_view cell = line.substr(0, end);
    while (cell.starts_with(' ')) cell.remove_prefix(1);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    cells.emplace_back(cell);
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

// The cases of tests/cases/NAME. Fails the test when there are none, or one has another number of
// columns.
inline std::vector<Case> ReadCases(const std::string& name, std::size_t columns,
                                   char separator = '|') {
  const std::string path = "tests/cases/" + name;
  std::ifstream file(std::string(RYTM_SOURCE_DIR) + "/" + path);
  std::vector<Case> cases;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    Case row{path + ":" + std::to_string(number), SplitCells(line, separator)};
    if (row.cells.size() != columns) {
      ADD_FAILURE() << row.where << ": " << row.cells.size() << " columns, not " << columns;
      continue;
    }
    cases.push_back(std::move(row));
  }
  EXPECT_FALSE(cases.empty()) << path << ": no cases";
  return cases;
}

}  // namespace rytm
