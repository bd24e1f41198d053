// Tables: what a row says is what its columns' headings say it is.
#include <algorithm>

#include "base/fold.h"
#include "base/json_words.h"
#include "base/text_check.h"
#include "organisation/plan_reader.h"

namespace rytm {
namespace {

using Role = PlanColumn::Role;

// The row on one line, for people.
std::string Joined(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    if (!text.empty()) text += "; ";
    text += cell;
  }
  return text;
}

// Only the first cell says anything: a heading in between.
bool IsSingle(const std::vector<std::string>& cells) {
  const auto said = std::count_if(cells.begin(), cells.end(),
                                  [](const std::string& cell) { return !cell.empty(); });
  return said == 1 && !cells.front().empty();
}

// "möte", "sammanträde", or nothing; not "steg".
bool IsMeeting(const std::string& kind) {
  const DayPhrase phrase = ReadDayPhrase(kind, {});
  return phrase.problems.empty() && !phrase.has_days;
}

bool Has(const std::vector<PlanColumn>& columns, Role role) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const PlanColumn& column) { return column.role == role; });
}

}  // namespace

void PlanReader::ReadTable(const std::vector<CsvRow>& rows, bool counted_blanks) {
  counted_blanks_ = counted_blanks;
  for (const CsvRow& row : rows) {
    std::vector<std::string> cells;
    for (const std::string& cell : row.cells)
      cells.emplace_back(Trimmed(NormaliseText(cell, Lines::kOne)));
    if (!Begin(row.line, Joined(cells))) continue;
    if (std::optional<std::vector<PlanColumn>> heading = ReadHeading(cells, names_)) {
      columns_ = *std::move(heading);
      UseBody(nullptr, {});
      month_.reset();
      Note(HeadingNote());
    } else if (columns_.empty() || IsSingle(cells)) {
      ReadLine(whole_);
    } else {
      ReadCells(cells);
    }
    End();
  }
}

Text PlanReader::HeadingNote() const {
  std::string left_out;
  for (const PlanColumn& column : columns_) {
    if (column.role != Role::kIgnored || column.heading.empty()) continue;
    if (!left_out.empty()) left_out += ", ";
    left_out += column.heading;
  }
  if (left_out.empty()) return {"Rubriker.", "Headings."};
  return {"Rubriker. Läses inte: " + left_out + ".", "Headings. Not read: " + left_out + "."};
}

void PlanReader::ReadCells(const std::vector<std::string>& cells) {
  if (counted_blanks_ && cells.size() != columns_.size()) {
    const std::string has = std::to_string(cells.size());
    const std::string asked = std::to_string(columns_.size());
    return Tell({"Raden har " + has + " kolumner, rubriken " + asked +
                     ": det framgår inte vilken som är tom.",
                 "The line has " + has + " columns, the heading " + asked +
                     ": it is not clear which is empty."},
                {"Sätt semikolon mellan kolumnerna, eller streck i de tomma.",
                 "Put a semicolon between the columns, or a dash in the empty ones."});
  }
  const auto cell = [&](Role role) {
    for (std::size_t i = 0; i < columns_.size() && i < cells.size(); ++i)
      if (columns_[i].role == role) return cells[i];
    return std::string();
  };
  const std::string kind = cell(Role::kKind);
  if (!IsMeeting(kind)) return Note({"Inget möte: " + kind + ".", "Not a meeting: " + kind + "."});
  PhraseContext context{.year = year_, .month = month_};
  const std::string name = cell(Role::kRowName);
  if (!ReadRowName(name.empty() ? cell(Role::kBody) : name, context) ||
      !ReadYear(cell(Role::kYear), context) || !ReadMonth(cell(Role::kMonth), context))
    return;
  bool any = false;
  for (std::size_t i = 0; i < columns_.size() && i < cells.size(); ++i)
    any = ReadDays(columns_[i], cells[i], context) || any;
  if (!any) return Note({"Ingen dag på raden.", "No day on the line."});
  CheckBeside(cell(Role::kWeekday), cell(Role::kWeek));
  ReadTimes(cell(Role::kTime), cell(Role::kEnd));
  SetTime(at_, lasts_);
  ReadStatus(cell(Role::kStatus));
  for (DecidedMeeting& meeting : row_.meetings) meeting.place = cell(Role::kPlace);
}

// Whose row it is; in a table whose columns are bodies, of which month. An empty cell is as the one
// above it.
bool PlanReader::ReadRowName(const std::string& name, PhraseContext& context) {
  if (name.empty()) return true;
  if (!Has(columns_, Role::kDaysOf)) {
    const Body* body = names_.Find(name);
    if (body != body_ || body == nullptr) UseBody(body, body == nullptr ? name : "");
    return true;
  }
  const DayPhrase phrase = ReadDayPhrase(name, {});
  Tell(phrase.problems);
  if (phrase.year) context.year = year_ = phrase.year;
  if (phrase.month) context.month = month_ = phrase.month;
  return phrase.problems.empty();
}

bool PlanReader::ReadYear(const std::string& cell, PhraseContext& context) {
  if (cell.empty()) return true;
  context.year = ReadDayPhrase(cell, {}).year;
  if (context.year) return true;
  Tell({Quoted(cell) + " är inget år.", Quoted(cell) + " is no year."},
       {"Skriv till exempel 2027.", "Write, for example, 2027."});
  return false;
}

// "februari", or "2" as Excel has it.
bool PlanReader::ReadMonth(const std::string& cell, PhraseContext& context) {
  if (cell.empty()) return true;
  context.month = ReadDayPhrase(cell, {}).month;
  if (!context.month && cell.find_first_not_of("0123456789") == std::string::npos &&
      cell.size() <= 2) {
    const unsigned number = static_cast<unsigned>(std::stoul(cell));
    if (number >= 1 && number <= 12) context.month = number;
  }
  if (context.month) return true;
  Tell({Quoted(cell) + " är ingen månad.", Quoted(cell) + " is no month."},
       {"Skriv till exempel februari.", "Write, for example, February."});
  return false;
}

// In a table of days, a column that is neither a month nor a body must not hold days: they would be
// lost without a word.
void PlanReader::TellStrangeColumn(const PlanColumn& column, const std::string& cell) {
  const bool of_bodies = Has(columns_, Role::kDaysOf);
  if (!of_bodies && !Has(columns_, Role::kDaysIn)) return;
  if (!ReadDayPhrase(cell, {}).has_days) return;
  if (column.heading.empty())
    return Tell({"Kolumnen med " + Quoted(cell) + " har ingen rubrik.",
                 "The column with " + Quoted(cell) + " has no heading."},
                {"Ge den en rubrik.", "Give it a heading."});
  if (of_bodies) return TellUnknownBody(column.heading);
  Tell({"Kolumnen " + Quoted(column.heading) + " är ingen månad.",
        "The column " + Quoted(column.heading) + " is no month."},
       {"Rätta rubriken, eller ta bort kolumnen.", "Correct the heading, or remove the column."});
}

// Whether the cell says any day, right or wrong.
bool PlanReader::ReadDays(const PlanColumn& column, const std::string& cell,
                          PhraseContext context) {
  const bool of_days =
      column.role == Role::kDay || column.role == Role::kDaysIn || column.role == Role::kDaysOf;
  if (column.role == Role::kIgnored && !cell.empty()) TellStrangeColumn(column, cell);
  if (!of_days || cell.empty()) return false;
  if (column.role == Role::kDaysIn) {
    context.month = column.month;
    if (column.year) context.year = column.year;
  }
  const DayPhrase phrase = ReadDayPhrase(cell, context);
  if (!phrase.has_days && phrase.problems.empty()) return false;
  const Body* body = column.role == Role::kDaysOf ? column.body : body_;
  if (body == nullptr && strange_.empty()) body = default_;
  if (body != nullptr) {
    Add(*body, phrase);
  } else if (row_.problems.empty()) {
    TellNoBody();
  }
  return true;
}

// A weekday and a week in cells of their own.
void PlanReader::CheckBeside(const std::string& weekday, const std::string& week) {
  if (row_.meetings.size() != 1) return;
  const std::string day = FormatDay(row_.meetings[0].day) + " ";
  const bool bare = !week.empty() && week.find_first_not_of("0123456789") == std::string::npos;
  Tell(ReadDayPhrase(day + weekday, {}).problems);
  Tell(ReadDayPhrase(day + (bare ? "v. " : "") + week, {}).problems);
}

void PlanReader::ReadTimes(const std::string& start, const std::string& end) {
  if (start.empty() && end.empty()) return;
  const DayPhrase times = ReadDayPhrase("kl. " + start + (end.empty() ? "" : " – " + end), {});
  if (times.at && !times.has_days) {
    Tell(times.problems);
    return SetTime(times.at, times.lasts);
  }
  Tell({Quoted(start) + " är inget klockslag.", Quoted(start) + " is no time."},
       {"Skriv som 13.00.", "Write it as 13.00."});
}

void PlanReader::ReadStatus(const std::string& status) {
  const bool moved = FoldedLetters(status).starts_with("flytta");  // "flyttat från ons 3 mars"
  if (status.empty() || moved) return;
  const DayPhrase mark = ReadDayPhrase(status, {});
  if (!mark.problems.empty() || mark.has_days) {
    return Tell({"Statusen " + Quoted(status) + " går inte att tolka.",
                 "The status " + Quoted(status) + " cannot be understood."},
                {"Skriv inställt, reserv eller vid behov, eller lämna tomt.",
                 "Write cancelled, reserve or if needed, or leave it empty."});
  }
  for (DecidedMeeting& meeting : row_.meetings) {
    meeting.cancelled = meeting.cancelled || mark.cancelled;
    if (mark.status != MeetingStatus::kRegular) meeting.status = mark.status;
  }
}

}  // namespace rytm
