#include "base/csv.h"

#include <optional>
#include <utility>

#include "base/limits.h"

namespace rytm {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, std::size_t rows_max)
      : text_(text), separator_(separator), rows_max_(rows_max) {}

  Result<std::vector<CsvRow>> Read() {
    while (at_ < text_.size()) {
      if (TakeLineBreak()) continue;
      if (rows_.size() == rows_max_) return TooManyRows();
      ReadRow();
    }
    if (problems_.empty()) return std::move(rows_);
    return Error{ErrorCode::kBadInput,
                 {"Tabellens citattecken går inte ihop.", "The table's quotes do not match."},
                 std::move(problems_)};
  }

 private:
  void ReadRow() {
    CsvRow row{.line = line_, .cells = {}};
    do {
      row.cells.push_back(ReadCell());
    } while (Take(separator_));
    TakeLineBreak();
    rows_.push_back(std::move(row));
  }

  std::string ReadCell() {
    if (!Take('"')) return ReadPlain();
    const std::size_t opened = line_;
    std::string cell;
    for (;;) {
      if (at_ == text_.size()) {
        Tell(
            opened,
            {"Citattecknet som börjar här slutar aldrig.", "The quote that opens here never ends."},
            {"Avsluta det, eller ta bort det.", "Close it, or take it away."});
        return cell;
      }
      if (Take('"')) {
        if (!Take('"')) break;
        cell += '"';
      } else if (TakeLineBreak()) {
        cell += '\n';
      } else {
        cell += text_[at_++];
      }
    }
    if (!ReadPlain().empty()) {
      Tell(line_,
           {"Efter ett avslutande citattecken ska cellen ta slut.",
            "After a closing quote the cell must end."},
           {"Skriv citattecken inne i en cell dubbelt: \"\".",
            "Write quotes within a cell twice: \"\"."});
    }
    return cell;
  }

  std::string ReadPlain() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' &&
           text_[at_] != '\r') {
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool Take(char wanted) {
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool TakeLineBreak() {
    const bool carriage = Take('\r');
    const bool feed = Take('\n');
    if (carriage || feed) ++line_;
    return carriage || feed;
  }

  void Tell(std::size_t line, Text what, Text instead) {
    if (problems_.size() >= kProblemsMax) return;
    problems_.push_back({.file = "",
                         .pointer = "line " + std::to_string(line),
                         .what = std::move(what),
                         .instead = std::move(instead)});
  }

  Error TooManyRows() const {
    const std::string most = std::to_string(rows_max_);
    return {
        ErrorCode::kTooLarge,
        {"Tabellen har fler än " + most + " rader.", "The table has more than " + most + " rows."},
        {}};
  }

  std::string_view text_;
  char separator_;
  std::size_t rows_max_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<CsvRow> rows_;
  std::vector<Problem> problems_;
};

}  // namespace

Result<std::vector<CsvRow>> ReadCsv(std::string_view text, char separator, std::size_t rows_max) {
  return CsvReader(text, separator, rows_max).Read();
}

std::string CsvLine(const std::vector<std::string>& cells, char separator) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += separator;
    std::string cell = cells[i];
    if (!cell.empty() && kFormulaStarts.find(cell[0]) != std::string_view::npos)
      cell.insert(0, "'");
    if (cell.find_first_of(std::string("\"\n\r") + separator) == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace rytm
