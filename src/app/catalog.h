// What the server serves: one immutable value for each revision, built by app, swapped in whole (DESIGN §6).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "organisation/organisation.h"
#include "store/store.h"

namespace rytm {

// A feed's whole answer in one buffer: head and body, written once. A 304 and a HEAD send a part of it or its own short one.
struct ServedFeed {
  std::string etag;             // with quotes
  Instant last_modified{};
  std::string response;         // "HTTP/1.1 200 OK\r\n…\r\n\r\n" and the body, ready to be sent
  std::size_t head_bytes = 0;   // length of the head: what HEAD sends
  std::string not_modified;     // the whole 304
};

struct Catalog {
  Revision revision = 0;
  std::shared_ptr<const Organisation> organisation;         // null before the first import
  std::map<std::string, Edition, std::less<>> editions;     // latest, by body id
  std::map<std::string, ServedFeed, std::less<>> feeds;     // by path
};

// Reads everything from the store.
Result<std::shared_ptr<const Catalog>> LoadCatalog(Store& store);

}  // namespace rytm
