// Reading rule files with the templates, guides, deadlines and schemas that travel inside the
// program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "organisation/organisation.h"
#include "store/store.h"

namespace rytm {

// A rule file as the user gave it. `name` is what problems call it.
Result<Organisation> ReadRules(std::string_view name, std::string_view text);

// The rule file with its template filled in, as JSON. It has been read without a problem.
Json MergedRules(std::string_view name, std::string_view text);

// The rule file and every text it leaned on, ready to be stored. The file has been read without a
// problem.
StoredRules RulesToStore(std::string_view name, std::string_view text,
                         const Organisation& organisation, Instant now);

// Rules as they were stored: the same plan as on the day they were imported, whatever this program
// brings.
Result<Organisation> ReadStoredRules(const StoredRules& rules);

// Rules as they were stored, with their template filled in, as JSON; and the template itself:
// nullopt where the rules have none.
Json MergedStoredRules(const StoredRules& rules);
std::optional<Json> StoredTemplate(const StoredRules& rules);

// The organisation whose rules are in force. kNotFound before the first import.
Result<Organisation> OrganisationInForce(Store& store);

// The rule file as it was imported; for `rytm export`.
std::string_view ImportedFile(const StoredRules& rules);
std::string_view ImportedFileName(const StoredRules& rules);

// kNotFound with each of the ids that is no body of the organisation, and what was likely meant.
Result<Done> RequireBodies(const Organisation& organisation, const std::vector<std::string>& ids);

}  // namespace rytm
