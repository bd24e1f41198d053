// What an address of the public calendar asks for: the calendar in a language, the parts of the
// path, and the year, body and quarter behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/catalog.h"
#include "pages/public_pages.h"

namespace rytm {

// Letters, digits, dots, hyphens, brackets and colons, at most kHostBytesMax of them: a host and
// port that can be repeated in a page.
bool IsPlainHost(std::string_view host);

// Where readers reach us: `public_url` where the server stands behind a proxy, else by the Host
// field; empty where that cannot be repeated.
std::string BaseUrl(std::string_view public_url, std::string_view host);

struct AskedPage {
  PublicCalendar calendar;              // points into the catalog
  std::vector<std::string_view> parts;  // without "en"; points into the target
  PageQuery query;                      // what cannot be read is left out
};

AskedPage AskedPageOf(std::string_view target, const Catalog& catalog, Day today,
                      std::string_view base_url);

}  // namespace rytm
