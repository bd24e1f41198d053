// The plan as text: the year list a secretary reads, a CSV for Excel, JSON for programs.
#pragma once

#include <cstddef>
#include <string>

#include "base/text.h"
#include "organisation/organisation.h"
#include "plan/plan.h"

namespace rytm {

struct ListingOptions {
  Language language = Language::kSwedish;
  Level level = Level::kSecretariat;  // items this level may not see are left out
  std::string body;                   // only this body's items; empty: all
  bool why = false;                   // each day with its reasons
};

// The items the options let through, in the plan's order.
std::vector<const Item*> ItemsFor(const Plan& plan, const ListingOptions& options);

// The item's place id if the level may know it, else empty (DESIGN §5: the public never learns the
// place of a closed meeting).
const std::string& PlaceShown(const Item& item, Level level);

// A list by month: week, day, time, body, what, place; marks for moved, cancelled, reserve. Steps
// say which meeting they are about; what happens at the same time stands by body.
std::string PlanAsTable(const Organisation& organisation, const Plan& plan,
                        const ListingOptions& options);

// As Excel in Swedish reads it: UTF-8 with a byte order mark, semicolons, CRLF. Cells that a
// spreadsheet would take for a formula get an apostrophe before them.
std::string PlanAsCsv(const Organisation& organisation, const Plan& plan,
                      const ListingOptions& options);

// {"organisation", "window", "items": [{"id", "kind", …, "events": [{"uid", "start", "end"}]}]};
// starts and ends are UTC instants, or days where the whole day is meant (the end day not
// included).
std::string PlanAsJson(const Organisation& organisation, const Plan& plan,
                       const ListingOptions& options);

// The findings for a person: severity, day, what, citation, suggestion; and how many of each.
// The accepted ones first, with the reason, and not counted. Their keys are what one accepts them
// by.
enum class FindingKeys { kLeftOut, kShown };
std::string FindingsAsTable(const std::vector<Finding>& findings, Language language,
                            FindingKeys keys = FindingKeys::kLeftOut);
std::string FindingsAsJson(const std::vector<Finding>& findings);

// With blanks after it up to a width in characters, not bytes.
std::string Padded(std::string text, std::size_t width);

}  // namespace rytm
