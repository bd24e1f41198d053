// Meetings as schema.org Events in JSON-LD, for search engines and other programs: what the page
// around it tells people, and nothing else. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "edition/edition.h"
#include "pages/public_pages.h"

namespace rytm {

// The inside of <script type="application/ld+json">: without "<", so that no title can end the
// block. Empty where there is nothing to tell. Reserve and preliminary dates are left out, and
// dates that were let go: schema.org has no word that says so, and none may look promised.
std::string EventsAsJsonLd(const PublicCalendar& calendar, const std::vector<const Event*>& events);

}  // namespace rytm
