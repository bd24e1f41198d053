// Changing the plan: a batch is previewed, saved as one, undone as one (DESIGN §5).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/planned.h"
#include "base/result.h"
#include "plan/what_if.h"
#include "store/batch_store.h"
#include "store/database.h"

namespace rytm {

// Who changes something. Empty: whoever may use the command line.
struct Author {
  std::string person{};  // id
  std::string role{};
};

// Where in a request a part of a proposal stands, so that what is wrong with it can be pointed at.
struct AskedAt {
  std::string change{};  // "/changes/2"
  std::string slot{};    // "/changes/2/slots/0"
  std::string named{};   // what stands there: "ks/meeting@2027-05-19"
};

// A meeting that a person adds to a series.
struct ExtraMeeting {
  SeriesRef series;
  Day day{};
  Adjustment sets{};  // other time, place, name…; its slot is filled in here
  AskedAt at{};
};

// The meetings of one series from a day on, for an adjustment of them all.
struct SeriesFrom {
  SeriesRef series;
  Day from{};
  std::optional<Day> until{};
  Adjustment sets{};  // the same for each: no day
  AskedAt at{};
};

struct Proposal {
  std::vector<Adjustment> adjustments{};  // of a slot each
  std::vector<AskedAt> at{};              // of each of them, or of none
  std::vector<SeriesFrom> series{};
  std::vector<ExtraMeeting> extras{};
};

// What saving would do. Nothing is stored. Errors as SaveChange's.
Result<WhatIf> PreviewChange(const Planned& planned, const Proposal& proposal, Instant now);

// What a year without the report would be; those that follow it wait for it no longer. Nothing is
// stored. kNotFound: there is no such report.
Result<WhatIf> PreviewWithoutReport(const Planned& planned, std::string_view report, Instant now);

struct SavedChange {
  Batch batch;
  WhatIf what_if;
  std::shared_ptr<const Planned> after;  // for a PlanCache to keep
};

// Refused: (kBadInput) what CheckAdjustments refuses, days no plan can hold, nothing to change;
// (kNotFound) unknown series; (kConflict) the plan is another by now than `planned`: nothing is
// stored then.
Result<SavedChange> SaveChange(Database& database, const Planned& planned, const Proposal& proposal,
                               const Author& author, Instant now);

// Takes back the latest batch that stands. Errors as BatchStore::Undo's.
Result<SavedChange> UndoChange(Database& database, const Planned& planned, std::int64_t number,
                               const Author& author, Instant now);

}  // namespace rytm
