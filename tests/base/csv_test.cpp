#include "base/csv.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

constexpr std::size_t kRowsMax = 5;

// "1:[KS][3 feb] 2:[]": each row with its line.
std::string Read(std::string_view text, char separator = ';') {
  const Result<std::vector<CsvRow>> rows = ReadCsv(text, separator, kRowsMax);
  std::string shown;
  if (!rows.ok()) {
    shown = "!";
    for (const Problem& problem : rows.error().problems) shown += " " + problem.pointer;
    return shown;
  }
  for (const CsvRow& row : rows.value()) {
    if (!shown.empty()) shown += ' ';
    shown += std::to_string(row.line) + ":";
    for (const std::string& cell : row.cells) {
      shown += '[';
      shown += cell;
      shown += ']';
    }
  }
  return shown;
}

struct Table {
  std::string_view text;
  std::string_view read;
};

TEST(Csv, ReadsRowsAndCells) {
  for (const Table& c :
       std::initializer_list<Table>{{"", ""},
                                    {"KS", "1:[KS]"},
                                    {"KS;3 feb\r\nKF;4 feb\r\n", "1:[KS][3 feb] 2:[KF][4 feb]"},
                                    {"KS;\n;3 feb\r;", "1:[KS][] 2:[][3 feb] 3:[][]"},
                                    {"\n\nKS\n\nKF\n", "3:[KS] 5:[KF]"},
                                    {" KS ; 3 feb ", "1:[ KS ][ 3 feb ]"},
                                    {"\"a;b\";c", "1:[a;b][c]"},
                                    {"\"13\r\n27\";c\nd", "1:[13\n27][c] 3:[d]"},
                                    {"\"a \"\"b\"\"\"", "1:[a \"b\"]"},
                                    {"a \"b\";c", "1:[a \"b\"][c]"},
                                    {"\"\";\"\"", "1:[][]"}}) {
    EXPECT_EQ(c.read, Read(c.text)) << c.text;
  }
}

TEST(Csv, TakesTheSeparatorItIsTold) {
  EXPECT_EQ("1:[a;b][c,d]", Read("a;b\tc,d", '\t'));
  EXPECT_EQ("1:[a;b\tc][d]", Read("a;b\tc,d", ','));
}

TEST(Csv, RefusesQuotesThatDoNotMatch) {
  for (const Table& c : std::initializer_list<Table>{{"KS\n\"3 feb;\nKF", "! line 2"},
                                                     {"\"a\"b;c\n\"d\" ", "! line 1 line 2"}}) {
    EXPECT_EQ(c.read, Read(c.text)) << c.text;
  }
}

TEST(Csv, RefusesTooManyRows) {
  EXPECT_EQ("1:[a] 2:[a] 3:[a] 4:[a] 5:[a]", Read("a\na\na\na\na\n"));
  EXPECT_EQ("!", Read("a\na\na\na\na\na"));
}

}  // namespace
}  // namespace rytm
