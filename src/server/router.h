// Request → answer, without a socket: the public calendar, its feeds, and whether we live.
#pragma once

#include <memory>
#include <string>

#include "app/catalog.h"
#include "base/day.h"
#include "pages/public_pages.h"
#include "server/http.h"

namespace rytm {

struct RouterContext {
  std::shared_ptr<const Catalog> catalog;
  Day today{};  // in the organisation's zone
  const PageTemplates& templates;
  std::string_view style;       // the style sheet
  std::string_view public_url;  // "https://rytm.ekeby.example" where the server stands behind a
                                // proxy; empty: by Host
};

// Letters, digits, dots, hyphens, brackets and colons, at most kHostBytesMax of them: a host and
// port that can be repeated in a page.
bool IsPlainHost(std::string_view host);

// Query strings are ignored (DESIGN §6). Never fails: what is not there is a 404 of its kind.
HttpAnswer Route(const HttpRequest& request, const RouterContext& context);

}  // namespace rytm
