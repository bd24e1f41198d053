// An edition for the registry and the archive: a document to read, and JSON with all of it. Nothing
// of persons, links or ways in: what is kept for ever opens nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"

namespace rytm {

// The form of EditionAsJson, schemas/json/edition.json. Another number for another form.
inline constexpr std::string_view kEditionSchema = "rytm-edition@1";

// Every event that the secretariat sees.
JsonObject EditionAsJson(const Organisation& organisation, const Edition& edition);

// The meetings, the decisions behind them and the comment. Errors as PdfDocument's.
Result<std::string> EditionAsPdf(const Organisation& organisation, const Edition& edition,
                                 Language language);

}  // namespace rytm
