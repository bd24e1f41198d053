// The plan and its findings as JSON values, for the API and those who write them out.
#pragma once

#include <vector>

#include "base/json.h"
#include "base/json_reader.h"
#include "pages/plan_listing.h"

namespace rytm {

inline constexpr JsonWord<ItemKind> kItemKindWords[] = {{"meeting", ItemKind::kMeeting},
                                                        {"step", ItemKind::kStep},
                                                        {"hop", ItemKind::kHop},
                                                        {"feedback", ItemKind::kFeedback},
                                                        {"dialogue", ItemKind::kDialogue}};

// ["public", "member"]
JsonArray LevelsAsJson(Levels levels);

// As in PlanAsJson, in the order given.
JsonArray ItemsAsJson(const Organisation& organisation, const std::vector<const Item*>& items,
                      const ListingOptions& options);

// {"key", "check", "severity", "day", "items", "message": {"sv", "en"}, "citation", "suggestion",
// "fix", "accepted"}
JsonObject AsJson(const Finding& finding);

}  // namespace rytm
