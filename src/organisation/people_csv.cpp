#include "organisation/people_csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/csv.h"
#include "base/decode_text.h"
#include "base/fold.h"
#include "base/json_words.h"
#include "base/limits.h"
#include "base/nearest_word.h"
#include "organisation/body_names.h"
#include "organisation/day_phrase.h"
#include "organisation/people_check.h"
#include "organisation/people_columns.h"

namespace rytm {
namespace {

using Column = PeopleColumn;
using Columns = std::vector<std::optional<Column>>;

constexpr std::size_t kHeadingRowsMax = 20;  // titles and remarks above a table

constexpr std::array kWritten = {
    Column::kId,    Column::kName,     Column::kAddress, Column::kBody,     Column::kPost,
    Column::kParty, Column::kOrder,    Column::kUnit,    Column::kFunction, Column::kFrom,
    Column::kUntil, Column::kLanguage, Column::kHidden};

std::size_t PositionOf(const Columns& columns, Column column) {
  return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) -
                                  columns.begin());
}

// An apostrophe that WritePeopleCsv, or a careful spreadsheet, put before a sign.
std::string_view WithoutGuard(std::string_view cell) {
  const bool guarded =
      cell.size() > 1 && cell[0] == '\'' && kFormulaStarts.find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

class PeopleReader {
 public:
  PeopleReader(const Organisation& organisation, const Body* body)
      : names_(organisation), body_(body) {}

  PeopleTable Read(const std::vector<CsvRow>& rows, std::size_t heading, Columns columns) && {
    table_.columns = std::move(columns);
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      if (!table_.columns[i] && !rows[heading].cells[i].empty())
        table_.left_out.push_back(rows[heading].cells[i]);
    for (std::size_t i = heading + 1; i < rows.size(); ++i) {
      cells_ = &rows[i].cells;
      if (std::all_of(cells_->begin(), cells_->end(), [](const std::string& cell) {
            return cell.find_first_not_of(" \t") == std::string::npos;
          }))
        continue;
      row_ = {.line = rows[i].line};
      ReadRow();
      table_.rows.push_back(std::move(row_));
    }
    return std::move(table_);
  }

 private:
  void ReadRow() {
    if (cells_->size() > table_.columns.size())
      Tell(Column::kName,
           {"Raden har " + std::to_string(cells_->size()) + " celler, rubriken " +
                std::to_string(table_.columns.size()) + ".",
            "The row has " + std::to_string(cells_->size()) + " cells, the heading " +
                std::to_string(table_.columns.size()) + "."},
           {"Sätt citattecken runt en cell som innehåller skiljetecknet.",
            "Put quotes around a cell that holds the separator."});
    row_.id = Plain(Column::kId);
    ReadName();
    row_.address = AcceptAddress(Cell(Column::kAddress), At(Column::kAddress));
    ReadBody();
    ReadRole();
    Assignment& assignment = row_.assignment;
    assignment.party = AcceptPostText(Cell(Column::kParty), At(Column::kParty));
    assignment.unit = AcceptPostText(Cell(Column::kUnit), At(Column::kUnit));
    assignment.function = AcceptPostText(Cell(Column::kFunction), At(Column::kFunction));
    ReadOrder();
    ReadDays();
    ReadLanguage();
    ReadHidden();
  }

  void ReadName() {
    std::string name(Cell(Column::kName));
    if (!table_.Has(Column::kName))
      name = Plain(Column::kFirstName) + " " + Plain(Column::kLastName);
    row_.name = AcceptPersonName(name, At(Column::kName));
  }

  void ReadBody() {
    const std::string_view cell = Cell(Column::kBody);
    const Body* body = cell.empty() ? body_ : names_.Find(cell);
    if (body == nullptr) {
      if (cell.empty()) return Tell(Column::kBody, {"Organet saknas.", "The body is missing."}, {});
      return Tell(Column::kBody,
                  {"Det finns inget organ som heter " + Quoted(cell) + ".",
                   "There is no body called " + Quoted(cell) + "."},
                  names_.DidYouMeanBody(cell));
    }
    CheckBodyOfPeople(*body, At(Column::kBody));
    row_.assignment.body = body->id;
  }

  void ReadRole() {
    const std::string_view cell = Cell(Column::kPost);
    if (const std::optional<Post> post = ReadPost(cell)) {
      row_.assignment.post = *post;
    } else if (cell.empty()) {
      Tell(Column::kPost, {"Rollen saknas.", "The role is missing."}, DidYouMeanPost(cell));
    } else {
      Tell(Column::kPost,
           {"Ingen roll heter " + Quoted(cell) + ".", "No role is called " + Quoted(cell) + "."},
           DidYouMeanPost(cell));
    }
  }

  void ReadOrder() {
    const std::string_view cell = Cell(Column::kOrder);
    if (cell.empty()) return;
    int order = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), order);
    if (error == std::errc() && end == cell.data() + cell.size() && order >= 1 &&
        order <= kSubstituteOrderMax) {
      row_.assignment.order = order;
      return;
    }
    const std::string most = std::to_string(kSubstituteOrderMax);
    Tell(Column::kOrder,
         {Quoted(cell) + " är ingen plats i en ordning.",
          Quoted(cell) + " is no place in an order."},
         {"Skriv 1 för den som kallas först, högst " + most + ", eller lämna tomt.",
          "Write 1 for who is called first, at most " + most + ", or leave it empty."});
  }

  void ReadDays() {
    if (const std::optional<Day> from = ReadDay(Column::kFrom)) {
      row_.assignment.from = *from;
      row_.from_is_said = true;
    }
    row_.assignment.until = ReadDay(Column::kUntil);
    if (row_.from_is_said) CheckAssignmentDays(row_.assignment, At(Column::kUntil));
  }

  std::optional<Day> ReadDay(Column column) {
    const std::string_view cell = Cell(column);
    if (cell.empty()) return std::nullopt;
    if (const std::optional<Day> day = ParseDay(cell)) return day;
    const DayPhrase phrase = ReadDayPhrase(cell, {});
    if (phrase.problems.empty() && phrase.meetings.size() == 1 && phrase.meetings[0].days == 1 &&
        !phrase.meetings[0].at)
      return phrase.meetings[0].day;
    if (phrase.problems.empty() || phrase.lacks_year) {
      Tell(column, {Quoted(cell) + " är ingen dag.", Quoted(cell) + " is no day."},
           {"Skriv som 2027-01-31.", "Write it as 2027-01-31."});
    }
    for (const Problem& problem : phrase.problems) Tell(column, problem.what, problem.instead);
    return std::nullopt;
  }

  void ReadLanguage() {
    const std::string letters = FoldedLetters(Cell(Column::kLanguage));
    if (letters.empty()) return;
    if (letters == "sv" || letters == "svenska" || letters == "swedish")
      row_.language = Language::kSwedish;
    else if (letters == "en" || letters == "engelska" || letters == "english")
      row_.language = Language::kEnglish;
    else
      Tell(Column::kLanguage,
           {"Språket är svenska eller engelska.", "The language is Swedish or English."},
           {"Skriv sv eller en.", "Write sv or en."});
  }

  void ReadHidden() {
    const std::string letters = FoldedLetters(Cell(Column::kHidden));
    if (letters.empty()) return;
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), letters) != words.end();
    };
    if (is_one_of({"ja", "j", "x", "yes", "y", "true", "sant", "1"}))
      row_.hidden = true;
    else if (is_one_of({"nej", "n", "no", "false", "falskt", "0"}))
      row_.hidden = false;
    else
      Tell(Column::kHidden, {"Här ska det stå ja eller nej.", "Here it must say yes or no."},
           {"Skriv ja (eller x) för skyddade personuppgifter.",
            "Write yes (or x) for a protected identity."});
  }

  std::string_view Cell(Column column) const {
    const std::size_t position = PositionOf(table_.columns, column);
    if (position >= cells_->size()) return {};
    std::string_view cell = (*cells_)[position];
    const std::size_t begin = std::min(cell.find_first_not_of(" \t"), cell.size());
    cell.remove_prefix(begin);
    cell = cell.substr(0, cell.find_last_not_of(" \t") + 1);
    return WithoutGuard(cell);
  }
  std::string Plain(Column column) const { return std::string(Cell(column)); }

  TellWrong At(Column column) {
    return [this, column](Text what, Text instead) {
      Tell(column, std::move(what), std::move(instead));
    };
  }

  void Tell(Column column, Text what, Text instead) {
    row_.problems.push_back({.file = "",
                             .pointer = table_.PlaceOf(row_.line, column),
                             .what = std::move(what),
                             .instead = std::move(instead)});
  }

  const BodyNames names_;
  const Body* const body_;
  PeopleTable table_;
  const std::vector<std::string>* cells_ = nullptr;
  PeopleRow row_;
};

// Each column by its heading; a second one of the same kind says nothing.
Columns ColumnsOf(const std::vector<std::string>& headings) {
  Columns columns;
  for (const std::string& heading : headings) {
    std::optional<Column> column = ColumnNamed(heading);
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) column.reset();
    columns.push_back(column);
  }
  return columns;
}

// What a text says of whom, if its cells are separated so.
struct Attempt {
  std::vector<CsvRow> rows;
  std::size_t heading = 0;  // the row that looks most like one
  Columns columns;
  std::size_t known = 0;  // how many columns of it
};

Attempt Try(std::vector<CsvRow> rows) {
  Attempt best{.rows = std::move(rows), .columns = {}};
  for (std::size_t i = 0; i < std::min(best.rows.size(), kHeadingRowsMax); ++i) {
    Columns columns = ColumnsOf(best.rows[i].cells);
    const auto known = static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(),
                      [](const std::optional<Column>& column) { return column.has_value(); }));
    if (known <= best.known) continue;
    best.heading = i;
    best.columns = std::move(columns);
    best.known = known;
  }
  return best;
}

Error NoHeading(const Attempt& best, const std::vector<Text>& missing) {
  Error error =
      Refuse(ErrorCode::kBadInput, Text("Tabellen har inte de rubriker som behövs.",
                                        "The table does not have the headings it needs."));
  const std::size_t line = best.rows.empty() ? 1 : best.rows[best.heading].line;
  for (const Text& column : missing)
    error.problems.push_back(
        {.file = "",
         .pointer = "line " + std::to_string(line),
         .what = Text("Kolumnen saknas: ", "The column is missing: ") + column + Text("."),
         .instead = Text("En rad med rubriker överst: Namn;E-post;Organ;Roll;Från;Till",
                         "A row of headings at the top: Name;E-mail;Body;Role;From;Until")});
  return error;
}

std::string CellOf(Column column, const Person& person, const Assignment& assignment,
                   const Body* body, const BodyNames& names) {
  switch (column) {
    case Column::kId:
      return person.id;
    case Column::kName:
      return person.name;
    case Column::kAddress:
      return person.address;
    case Column::kBody:  // by name where the name says which
      return body != nullptr && names.Find(body->name.sv) == body ? body->name.sv : assignment.body;
    case Column::kPost:
      return PostInWords(assignment.post).sv;
    case Column::kParty:
      return assignment.party;
    case Column::kOrder:
      return assignment.order == 0 ? "" : std::to_string(assignment.order);
    case Column::kUnit:
      return assignment.unit;
    case Column::kFunction:
      return assignment.function;
    case Column::kFrom:
      return FormatDay(assignment.from);
    case Column::kUntil:
      return assignment.until ? FormatDay(*assignment.until) : "";
    case Column::kLanguage:
      return person.language == Language::kEnglish ? "en" : "sv";
    case Column::kHidden:
      return person.hidden ? "ja" : "";
    case Column::kFirstName:
    case Column::kLastName:
      break;
  }
  return {};
}

}  // namespace

bool PeopleTable::Has(PeopleColumn column) const {
  return PositionOf(columns, column) < columns.size();
}

std::string PeopleTable::PlaceOf(std::size_t line, PeopleColumn column) const {
  std::string place = "line " + std::to_string(line);
  if (!Has(column)) return place;
  return place + ", column " + std::to_string(PositionOf(columns, column) + 1);
}

Result<PeopleTable> ReadPeopleTable(std::string_view text, const Organisation& organisation,
                                    std::string_view body) {
  const Body* whose = organisation.FindBody(body);
  Attempt best;
  std::optional<Error> trouble;
  for (const char separator : {';', '\t', ','}) {
    Result<std::vector<CsvRow>> rows = ReadCsv(text, separator, kPeopleRowsMax + kHeadingRowsMax);
    if (!rows.ok()) {
      if (!trouble) trouble = rows.error();
      continue;
    }
    Attempt attempt = Try(std::move(rows).value());
    if (attempt.known > best.known) best = std::move(attempt);
  }
  const std::vector<Text> missing = MissingColumns(best.columns, whose != nullptr);
  if (missing.empty())
    return PeopleReader(organisation, whose).Read(best.rows, best.heading, best.columns);
  if (best.known < 2 && trouble) return *trouble;
  return NoHeading(best, missing);
}

std::string WritePeopleCsv(const std::vector<Person>& people, const Organisation& organisation,
                           const PeopleCsvOptions& options) {
  const BodyNames names(organisation);
  std::string out(kByteOrderMark);
  const auto write_row = [&](const auto& cell_of) {
    std::vector<std::string> cells;
    for (const Column column : kWritten) cells.push_back(cell_of(column));
    out += CsvLine(cells);
  };
  write_row([](Column column) { return std::string(HeadingOf(column)); });
  for (const Person& person : people) {
    if (person.hidden && !options.with_protected) continue;
    for (const Assignment& assignment : person.assignments)
      write_row([&](Column column) {
        return CellOf(column, person, assignment, organisation.FindBody(assignment.body), names);
      });
  }
  return out;
}

}  // namespace rytm
