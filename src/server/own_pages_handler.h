// People's own pages over HTTP, under /my/: forms that are sent without a script. A GET changes
// nothing; what is sent comes as application/x-www-form-urlencoded.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/tokens.h"
#include "base/clock.h"
#include "base/result.h"
#include "pages/public_pages.h"
#include "server/server.h"

namespace rytm {

// All of it must outlive the handler. `changed` is called from its thread after each POST. Errors
// as OpenDataFolder's.
Result<std::unique_ptr<SlowHandler>> OpenOwnPages(const std::string& folder, std::string public_url,
                                                  const Clock& clock, Randomness& randomness,
                                                  const PageTemplates& templates,
                                                  std::function<void()> changed);

// "a=1&b=%C3%B6+x" → {{"a", "1"}, {"b", "ö x"}}. What cannot be read is left out.
std::vector<std::pair<std::string, std::string>> FormFieldsOf(std::string_view body);

}  // namespace rytm
