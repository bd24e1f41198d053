// The rows of a decided plan, one after the other, and what the headings above them have said.
// Private to this room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/csv.h"
#include "organisation/body_names.h"
#include "organisation/day_phrase.h"
#include "organisation/decided_plan.h"
#include "organisation/plan_columns.h"

namespace rytm {

class PlanReader {
 public:
  PlanReader(const Organisation& organisation, const DecidedPlanOptions& options);

  // Whether one of the first rows names the columns of a table.
  bool HasHeading(const std::vector<CsvRow>& rows) const;

  // plan_table.cpp. `counted_blanks`: the columns are told apart by blanks, so that an empty cell
  // cannot be seen.
  void ReadTable(const std::vector<CsvRow>& rows, bool counted_blanks);
  void ReadLines(std::string_view text);  // plan_lines.cpp

  std::vector<DecidedRow> Rows() && { return std::move(rows_); }

 private:
  // Whose days a line tells, and what else it says.
  struct NamedLine {
    const Body* body = nullptr;
    std::string_view strange;  // words before the days that are no body's name
    std::string rest;
  };

  // --- the row at hand (plan_reader.cpp)
  bool Begin(std::size_t line, std::string text);  // false: the row is to be left out
  void End();
  void Tell(Text what, Text instead);
  void Tell(const std::vector<Problem>& problems);
  void TellSameDay(const DecidedMeeting& meeting);
  void TellYear();
  void TellNoBody();
  void TellUnknownBody(std::string_view name);
  void Note(Text note) { row_.note = std::move(note); }
  void Add(const Body& body, const DayPhrase& phrase);  // its days become meetings of the body
  void SetTime(const std::optional<TimeOfDay>& at, const std::optional<Minutes>& lasts);

  // --- whose days they are
  void UseBody(const Body* body, std::string_view strange);
  const Body* CurrentBody() const;

  // --- lines (plan_lines.cpp)
  void ReadLine(const std::string& line);
  void ReadStrangeLine(const std::string& line, const NamedLine& named);
  void ReadHeadingLine(const NamedLine& named, const DayPhrase& phrase);
  NamedLine SplitName(std::string_view line) const;
  const Body* NamedBy(std::string_view text) const;

  // --- tables (plan_table.cpp)
  Text HeadingNote() const;
  void ReadCells(const std::vector<std::string>& cells);
  bool ReadRowName(const std::string& name, PhraseContext& context);
  bool ReadYear(const std::string& cell, PhraseContext& context);
  bool ReadMonth(const std::string& cell, PhraseContext& context);
  void TellStrangeColumn(const PlanColumn& column, const std::string& cell);
  bool ReadDays(const PlanColumn& column, const std::string& cell, PhraseContext context);
  void CheckBeside(const std::string& weekday, const std::string& week);
  void ReadTimes(const std::string& start, const std::string& end);
  void ReadStatus(const std::string& status);

  const DecidedPlanOptions options_;
  const BodyNames names_;
  const Body* const default_;  // whose the days are where nothing says
  std::vector<DecidedRow> rows_;
  std::map<std::pair<std::string, Day>, std::size_t> lines_;  // where a body's day stands

  DecidedRow row_;
  std::string whole_;  // its text, not shortened

  std::optional<int> year_;
  std::optional<unsigned> month_;
  bool month_within_body_ = false;  // the month's heading came below the body's
  const Body* body_ = nullptr;
  std::string strange_;          // the last heading is no body's name: nobody's days follow
  std::optional<TimeOfDay> at_;  // said with the body's heading
  std::optional<Minutes> lasts_;
  std::map<std::string, std::size_t, std::less<>>
      unknown_;                // names of no body, and where first told
  std::size_t year_told_ = 0;  // the line where its lack was told

  std::vector<PlanColumn> columns_;  // empty: no table yet
  bool counted_blanks_ = false;
};

}  // namespace rytm
