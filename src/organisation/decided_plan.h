// A plan that people have decided, read from the table or the list they keep it in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "organisation/organisation.h"

namespace rytm {

struct DecidedMeeting {
  std::string body;  // id
  Day day{};
  int days = 1;                  // in a row, from `day`
  std::optional<TimeOfDay> at;   // none: the plan does not say
  std::optional<Minutes> lasts;  // only with `at`
  std::string place;             // in the plan's own words, or empty
  MeetingStatus status = MeetingStatus::kRegular;
  bool cancelled = false;
};

// One row of a table, one line of a list, or one event of a calendar.
struct DecidedRow {
  std::size_t line = 0;                  // where it begins, from 1
  std::string text;                      // as it stands, on one line, shortened
  std::vector<DecidedMeeting> meetings;  // none where a problem is told
  std::vector<Problem> problems;         // the pointer is "line 12"
  Text note;  // why nothing was taken though nothing is wrong: a heading, another column
};

struct DecidedPlan {
  std::vector<DecidedRow> rows;
  Text reading;  // how the file was read: "tabell med semikolon"
};

struct DecidedPlanOptions {
  std::optional<int> year;  // of days without one
  std::string body;         // id; whose the days are where nothing says; empty: must be said
  bool known_bodies_only =
      false;  // rows of bodies that the organisation does not have are left out
};

// Reads UTF-8 text of any of these shapes, which calendar/README.md describes:
// - a table with a heading for each column: Organ, Datum, Veckodag, Tid, Slut, Plats, Status ...
// - a table of bodies and months, or of months and bodies, with days in the cells
// - a list: "Kommunstyrelsen: 13 januari, 3 februari", or the days under the body's name
// A row is understood as a whole or not at all, and no body, month or year is guessed: what is not
// understood is a problem of its row, and whoever goes on must look at them. Lines that begin with
// # are left out. The same day of the same body twice is a problem of the second row.
//
// Refused as a whole: quotes that do not match (kBadInput), more than kPlanRowsMax rows
// (kTooLarge), no text at all (kBadInput).
Result<DecidedPlan> ReadDecidedPlan(std::string_view text, const Organisation& organisation,
                                    const DecidedPlanOptions& options);

}  // namespace rytm
