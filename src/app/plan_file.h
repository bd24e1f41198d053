// A rule file and the plan it gives, for those who look and store nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "organisation/organisation.h"
#include "plan/plan.h"

namespace rytm {

struct PlanFile {
  Organisation organisation;
  Plan plan;
};

// Reads the file and builds its plan, for the whole of its window or the part between `from` and
// `until`, which must lie within. What comes too late `now` is told. Every problem at once, with
// `name` as the file.
Result<PlanFile> ReadPlanFile(std::string_view name, std::string_view text, Instant now,
                              std::optional<Day> from = std::nullopt,
                              std::optional<Day> until = std::nullopt);

struct PlanFeedOptions {
  Level level = Level::kSecretariat;
  Language language = Language::kSwedish;
  std::string body;  // only this body; empty: all
  Instant stamp{};   // DTSTAMP of every event
};

// The plan as iCalendar: the UIDs a first import would give, SEQUENCE 0 (DESIGN §2).
std::string PlanAsFeed(const PlanFile& file, const PlanFeedOptions& options);

}  // namespace rytm
