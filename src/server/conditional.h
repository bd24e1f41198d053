// Conditional requests (RFC 9110 §13; feed profile H5).
#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"
#include "server/http.h"

namespace rytm {

// Whether what the client has is still right: If-None-Match (list, *, weak comparison) decides
// alone where it is sent, else If-Modified-Since. Anything that cannot be read is as if it were not
// sent.
bool NotModified(const HttpRequest& request, std::string_view etag, Instant last_modified);

// The same where there is a tag alone: whether If-None-Match, as it was sent, names it.
bool HasTag(std::string_view if_none_match, std::string_view etag);

// The three forms of RFC 9110 §5.6.7: IMF-fixdate, RFC 850, asctime.
std::optional<Instant> ParseHttpDate(std::string_view text);

}  // namespace rytm
