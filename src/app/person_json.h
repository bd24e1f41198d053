// People as JSON, for the command line and the API.
#pragma once

#include "base/json.h"
#include "organisation/people_changes.h"

namespace rytm {

// {"id", "name", "address", "language", "hidden", "created", "assignments": [{"body", "post",
// "party", "order", "unit", "function", "from", "until"}]}; what is empty is left out.
JsonObject AsJson(const Person& person);
JsonObject AsJson(const Assignment& assignment);

// Row by row: {"line", "outcome", "person", "name", "assignment", "changes", "problems", "note"}.
JsonArray AsJson(const PeopleChanges& changes);

// "new-person", "new-assignment", "changed", "ended", "unchanged", "refused".
std::string_view OutcomeWord(PeopleOutcome outcome);

}  // namespace rytm
