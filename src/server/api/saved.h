// What a change answers with, whichever way it came: seen first, or saved.
#pragma once

#include "app/change.h"
#include "server/api/call.h"

namespace rytm {

JsonObject AsJson(const Batch& batch);

// {"what-if": …}, as far as the asker may see.
Reply PreviewReply(const Call& call, const Planned& planned, const WhatIf& what_if);

// 201 with the batch, what it did as far as the asker may see, and a line for the audit log called
// `noted`.
Reply SavedReply(const Call& call, const Planned& before, const Batch& batch, const WhatIf& what_if,
                 std::string noted);

}  // namespace rytm
