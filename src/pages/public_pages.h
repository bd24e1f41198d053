// The public pages as HTML: organisation, body, meeting, how to subscribe. Server-rendered, no
// scripts. Shown to anybody, so made from editions by the level public alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "edition/edition.h"
#include "organisation/organisation.h"

namespace rytm {

// Mustache templates by name: those of src/pages/templates, without their ending. All of them must
// be there: "layout", "organisation", "body", "year", "meeting", "meetings", "subscribe",
// "embedded", "wheel", "accessibility", "missing".
using PageTemplates = std::map<std::string, std::string_view, std::less<>>;

struct PublicCalendar {
  const Organisation& organisation;
  const std::map<std::string, Edition, std::less<>>& editions;  // latest, by body id
  Day today;                                                    // in the organisation's zone
  Language language = Language::kSwedish;
  std::string_view
      base_url;  // "https://rytm.ekeby.example", without a slash at the end; where readers reach us
};

// Addresses, without the base: "/ekeby", "/ekeby/ks", "/ekeby/ks/<meeting>",
// "/ekeby/ks/prenumerera", "/ekeby/ks/inbaddad", "/ekeby/arshjul", "/ekeby/tillganglighet"; in
// English "/en/ekeby/ks/subscribe" and so on. The meeting is its UID without host and organisation:
// "meeting.2027-01-20" in
// "/ekeby/ks/meeting.2027-01-20".
std::string PageAddress(const PublicCalendar& calendar, std::string_view body = {},
                        std::string_view rest = {});

std::string OrganisationPage(const PublicCalendar& calendar, const PageTemplates& templates);
// Nullopt where there is no listed body, or no meeting of it that the public may see, by that name.
std::optional<std::string> BodyPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                    std::string_view body);
std::optional<std::string> MeetingPage(const PublicCalendar& calendar,
                                       const PageTemplates& templates, std::string_view body,
                                       std::string_view meeting);
// `body` "all": every listed body in one feed.
std::optional<std::string> SubscribePage(const PublicCalendar& calendar,
                                         const PageTemplates& templates, std::string_view body);
// `body` "all" as above. For a frame in a page of the organisation's own site: in light colours, as
// those are, and its links lead out of the frame.
std::optional<std::string> EmbeddedPage(const PublicCalendar& calendar,
                                        const PageTemplates& templates, std::string_view body);
// Whether it is that page which PageAt shows there, if any: no other may be framed.
bool MayBeFramed(const std::vector<std::string_view>& parts);

std::string AccessibilityPage(const PublicCalendar& calendar, const PageTemplates& templates);

// What stands behind "?" in an address.
struct PageQuery {
  std::optional<int> year{};
  std::string body{};            // an id
  std::optional<int> quarter{};  // of the year, from 1
};

// The annual wheel of a year: this one unless asked for another; of one body where it is named; of
// a quarter alone, so large that a phone shows it, where that is asked for. Nullopt: no such listed
// body, no such quarter, or a year beyond the editions' and the coming one.
std::optional<std::string> WheelPage(const PublicCalendar& calendar, const PageTemplates& templates,
                                     const PageQuery& query);

// The page at an address, by its parts without "en": {"ekeby", "ks"}. Nullopt: there is none.
std::optional<std::string> PageAt(const PublicCalendar& calendar, const PageTemplates& templates,
                                  const std::vector<std::string_view>& parts,
                                  const PageQuery& query = {});

std::string MissingPage(const PublicCalendar& calendar, const PageTemplates& templates);

}  // namespace rytm
