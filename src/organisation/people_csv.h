// People as a table, one assignment a row: the columns that a secretary keeps in a spreadsheet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/organisation.h"
#include "organisation/people.h"

namespace rytm {

enum class PeopleColumn {
  kId,
  kName,
  kFirstName,
  kLastName,
  kAddress,
  kBody,
  kPost,
  kParty,
  kOrder,
  kUnit,
  kFunction,
  kFrom,
  kUntil,
  kLanguage,
  kHidden
};

// What one row says. An empty cell of a person says nothing: it takes no address or protection
// away.
struct PeopleRow {
  std::size_t line = 0;  // from 1
  std::string id{};
  std::string name{};
  std::string address{};
  std::optional<Language> language{};
  std::optional<bool> hidden{};
  Assignment assignment{};  // `from` only where `from_is_said`
  bool from_is_said = false;
  std::vector<Problem> problems{};  // the pointer is "line 12, column 3"
};

struct PeopleTable {
  std::vector<PeopleRow> rows{};
  std::vector<std::optional<PeopleColumn>> columns{};  // none: it is not read
  std::vector<std::string> left_out{};                 // headings of those

  bool Has(PeopleColumn column) const;
  // "line 12, column 3"; "line 12" where it has no such column.
  std::string PlaceOf(std::size_t line, PeopleColumn column) const;
};

// Reads UTF-8 text: a table with `;`, `,` or tabs between its cells, whose headings say what they
// hold, in Swedish or English; what stands above the headings is left out. `body`: an id, whose
// people they are where there is no column Organ; may be empty.
//
// Everything wrong is told at once, with its row. Refused as a whole: no heading that names the
// columns a table must have, with what lacks (kBadInput); quotes that do not match (kBadInput);
// more than kPeopleRowsMax rows (kTooLarge).
Result<PeopleTable> ReadPeopleTable(std::string_view text, const Organisation& organisation,
                                    std::string_view body = {});

struct PeopleCsvOptions {
  bool with_protected = false;  // those with protected identity too
};

// The table that ReadPeopleTable reads back without a change: with semicolons and a byte order
// mark, as spreadsheets in Sweden want it. A cell that a spreadsheet would take for a formula gets
// an apostrophe before it, which reading takes away again.
std::string WritePeopleCsv(const std::vector<Person>& people, const Organisation& organisation,
                           const PeopleCsvOptions& options);

}  // namespace rytm
