// Tables as text (RFC 4180), with the separators that spreadsheets of different countries write.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rytm {

struct CsvRow {
  std::size_t line = 1;  // where in the text it begins, from 1
  std::vector<std::string> cells;
};

// The rows of a table whose cells stand between `separator` (one byte, not a quote or line break).
// Lines end with LF, CR LF or CR. A cell in quotes may hold separators, line breaks, and quotes
// written twice; blanks around cells are kept; a quote within a cell without quotes is a letter.
// Blank lines are no rows.
//
// Refused: a quote that is never closed, letters after a closing quote (kBadInput, all of the
// latter told), more than `rows_max` rows (kTooLarge). Problem::pointer is "line 12".
Result<std::vector<CsvRow>> ReadCsv(std::string_view text, char separator, std::size_t rows_max);

// What a spreadsheet would run as a formula begins with one of these.
inline constexpr std::string_view kFormulaStarts = "=+-@\t\r";

// A row as text, ending in CR LF: in quotes what needs them, and what would be a formula with an
// apostrophe before it.
std::string CsvLine(const std::vector<std::string>& cells, char separator = ';');

}  // namespace rytm
