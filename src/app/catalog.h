// What the server serves: one immutable value for each revision, built here, swapped in whole
// (DESIGN §6).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "edition/edition.h"
#include "organisation/organisation.h"
#include "store/store.h"

namespace rytm {

// A feed's answer, written once. The server sends the status line and the Date before it, nothing
// after.
struct ServedFeed {
  std::string etag;  // with quotes
  Instant last_modified{};
  std::string answer;          // header fields, an empty line, the body: of a 200
  std::size_t head_bytes = 0;  // how much of it answers a HEAD
  std::string not_modified;    // header fields and the empty line of a 304
};

struct Catalog {
  Revisions of;
  Organisation organisation;
  std::map<std::string, Edition, std::less<>> editions;  // latest, by body id
  std::map<std::string, ServedFeed, std::less<>> feeds;  // by path: "/feeds/ekeby/ks.ics"
};

// The feed as it is served. `cacheability`: "public" or "private".
ServedFeed Served(const StoredFeed& feed, std::string_view cacheability);
// The header fields and the empty line of a 304, which needs no body.
std::string NotModifiedFields(const std::string& etag, Instant last_modified,
                              std::string_view cacheability);

// Everything the store has to serve. kNotFound before the first import.
Result<std::shared_ptr<const Catalog>> LoadCatalog(Store& store);

// "Mon, 23 Nov 2026 14:02:00 GMT" (RFC 9110 §5.6.7).
std::string HttpDate(Instant instant);

}  // namespace rytm
