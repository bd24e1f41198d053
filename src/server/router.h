// Request → answer, without a socket: the public calendar, its feeds, the workplace, and whether we
// live.
//
// The feed profile, as far as it is about HTTP (for the rest see tests/feeds/feed_lint.h): H1
// text/calendar in UTF-8. H2 the whole body with its length. H3 never a 200 with anything else. H4
// trouble of ours leaves the last good feed, as some calendars forget one that answers 404 or 410.
// H5 a strong ETag, a Last-Modified that never falls, 304. H6 GET, HEAD and OPTIONS; 405 for the
// rest. H7 no compression. H8 Authorization is ignored. H9 no cookie, script or login; the path
// alone, ending in .ics. H10 no redirect. H12 inline, with a file name. H13 cached for minutes,
// never no-store. H14 no ranges. H15 robots may read. H16 no referrer, no sniffing. H18 links into
// people's calendars. H19 under a mebibyte and a thousand events.
#pragma once

#include <memory>
#include <string>

#include "app/catalog.h"
#include "app/feed_cache.h"
#include "app/private_feeds.h"
#include "base/day.h"
#include "pages/public_pages.h"
#include "server/http.h"
#include "server/workplace.h"

namespace rytm {

struct RouterContext {
  std::shared_ptr<const Catalog> catalog;
  std::shared_ptr<const PrivateFeeds> private_feeds{};
  FeedCache* cache = nullptr;  // of private feeds; with them
  Instant now{};
  Day today{};  // in the organisation's zone
  const PageTemplates& templates;
  std::string_view style;       // the style sheet
  const Workplace& workplace;
  std::string_view public_url;  // "https://rytm.ekeby.example" where the server stands behind a
                                // proxy; empty: by Host
};

// Letters, digits, dots, hyphens, brackets and colons, at most kHostBytesMax of them: a host and
// port that can be repeated in a page.
bool IsPlainHost(std::string_view host);

// Query strings are ignored (DESIGN §6). Never fails: what is not there is a 404 of its kind.
HttpAnswer Route(const HttpRequest& request, const RouterContext& context);

}  // namespace rytm
