// Where things are on the web: pages, anchors, feeds, and the ways into people's calendars.
#pragma once

#include <string>
#include <string_view>

#include "edition/edition.h"
#include "pages/public_pages.h"

namespace rytm {

// The part of the UID after organisation and body: "meeting.2027-01-20".
std::string_view NameInBody(const PublicCalendar& calendar, const Event& event);
std::string MeetingAddress(const PublicCalendar& calendar, const Event& event);
// The UID without host: the addresses in the feeds point to it on the body's page.
std::string_view AnchorOf(const Event& event);

// How to subscribe to a body, or to "all".
std::string SubscribeAddress(const PublicCalendar& calendar, std::string_view body);

// The next meetings of a body, or of "all", for a frame in somebody else's page.
std::string EmbedAddress(const PublicCalendar& calendar, std::string_view body);

// The annual wheel of this year.
std::string WheelAddress(const PublicCalendar& calendar);

// The accessibility statement, and where it says how to report a barrier.
std::string AccessibilityAddress(const PublicCalendar& calendar);
std::string ReportAddress(const PublicCalendar& calendar);

// A mail about a barrier at `where`, an address or a title, begun (RFC 6068).
std::string BarrierMail(const PublicCalendar& calendar, std::string_view where);

// The feed of a body, or of "all", and the links that hand it to a calendar (feed profile H18).
struct CalendarLinks {
  std::string https;   // whole, if the base is known; else from the root: "/feeds/ekeby/ks.ics"
  std::string webcal;  // this and the rest: empty where the base is not known
  std::string google;
  std::string outlook;  // Microsoft 365 on the web
};
// Of any feed, by its whole address.
CalendarLinks LinksTo(std::string https, std::string_view calendar_name);
CalendarLinks LinksOf(const PublicCalendar& calendar, std::string_view body,
                      std::string_view calendar_name);

}  // namespace rytm
