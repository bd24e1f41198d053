// Pictures, documents and tables of the public calendar over HTTP. They take longer to make than an
// I/O thread may wait.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/catalog.h"
#include "server/server.h"

namespace rytm {

// `current` and `today` are called from a thread of its own; an empty catalog answers 503.
std::unique_ptr<SlowHandler> ServePublicFiles(
    std::function<std::shared_ptr<const Catalog>()> current, std::function<Day()> today,
    std::string public_url);

}  // namespace rytm
