// How to get the meetings into one's own calendar, and what to expect of it then.
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"

namespace rytm {

std::optional<std::string> SubscribePage(const PublicCalendar& calendar,
                                         const PageTemplates& templates, std::string_view id) {
  const bool all = id == "all";
  const Body* body = all ? nullptr : ListedBody(calendar.organisation, id);
  if (!all && body == nullptr) return std::nullopt;
  const Language language = calendar.language;
  const bool swedish = language == Language::kSwedish;
  const std::string& organisation = calendar.organisation.name.In(language);
  const std::string name =
      all ? (swedish ? "Sammanträden, " : "Meetings, ") + organisation : body->name.In(language);
  const CalendarLinks links = LinksOf(calendar, id, name);
  PageData data = PartOf(calendar);
  Set(data, "all", all);
  Set(data, "body", all ? std::string() : Breakable(body->name.In(language)));
  Set(data, "body_address", PageAddress(calendar, all ? std::string_view() : id));
  Set(data, "calendar_name", name);
  Set(data, "https", links.https);
  Set(data, "webcal", links.webcal);
  Set(data, "google", links.google);
  Set(data, "outlook", links.outlook);
  const std::string subscribe = swedish ? "Prenumerera" : "Subscribe";
  return RenderPage(calendar, templates, "subscribe", data,
                    {.title = all ? subscribe : subscribe + ": " + name,
                     .address = SubscribeAddress(calendar, id),
                     .other_address = SubscribeAddress(InOtherLanguage(calendar), id),
                     .feed = std::string(id)});
}

}  // namespace rytm
