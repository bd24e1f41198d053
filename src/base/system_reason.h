// Why the machine refused: a file, a folder or a port.
#pragma once

#include <system_error>

#include "base/text.h"

namespace rytm {

// One sentence: "Behörigheten räcker inte." What a person seldom meets is told in the system's own
// words.
Text SystemReason(const std::error_code& trouble);

}  // namespace rytm
