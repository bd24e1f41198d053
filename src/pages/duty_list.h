// The list of a person's meetings for their employer: days, times, bodies, assignments. Never a
// reason, nor who was there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "base/text.h"

namespace rytm {

struct Duty {
  Day day{};
  std::optional<TimeOfDay> at;  // none: the whole day
  Minutes lasts{};
  Text body;
  Text post;  // "ledamot"
};

struct DutyList {
  std::string name;  // the person's own
  Text organisation;
  DaySpan period{};
  Minutes travel{};            // each way; counted into the times
  std::vector<Duty> duties{};  // by day and time
  Language language = Language::kSwedish;
  Day made{};
};

// Semicolons between, a byte order mark first, so that Excel reads it.
std::string DutyListAsCsv(const DutyList& list);

// A4 with headings that screen readers know. kUnavailable: the machine has no font.
Result<std::string> DutyListAsPdf(const DutyList& list);

}  // namespace rytm
