// Editions as files for the registry and the archive: of each a PDF and JSON, the schema of the
// JSON, and SHA-256 sums of all (sha256sum -c SHA256SUMS).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"

namespace rytm {

// As one ZIP with the time of the latest publication among them: the same editions give the same
// bytes. kNotFound: there are none; else as EditionAsPdf's and AsZip's.
Result<std::string> ArchiveOf(const Organisation& organisation,
                              const std::vector<Edition>& editions, Language language);

// "ekeby-ks-4" of one, "ekeby-2026-11-26" of several: without an ending.
std::string ArchiveName(const std::vector<Edition>& editions);

}  // namespace rytm
