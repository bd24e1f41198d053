// How to get the meetings into one's own calendar, and what to expect of it then.
#include "pages/page_addresses.h"
#include "pages/page_data.h"
#include "pages/public_events.h"
#include "pages/qr_code.h"

namespace rytm {
namespace {

// The line to copy into somebody else's page.
std::string FrameLine(const PublicCalendar& calendar, std::string_view id,
                      const std::string& name) {
  const std::string title =
      name + (calendar.language == Language::kSwedish ? ": nästa möten" : ": next meetings");
  return "<iframe src=\"" + HtmlEscaped(calendar.base_url) + EmbedAddress(calendar, id) +
         "\" title=\"" + HtmlEscaped(title) +
         "\" loading=\"lazy\" style=\"width: 100%; height: 36rem; border: 0\"></iframe>";
}

}  // namespace

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
  Set(data, "embedded", EmbedAddress(calendar, id));
  const bool reachable = !calendar.base_url.empty();
  Set(data, "frame", reachable ? FrameLine(calendar, id, name) : std::string());
  // Of this page: a camera opens a web page on every phone, and from here each goes its own way.
  // webcal: would do on an iPhone only, and the address of the feed shows text to others.
  const std::string_view code_of = swedish ? "QR-kod till den här sidan" : "QR code to this page";
  Set(data, "qr",
      reachable
          ? QrCodeAsSvg(std::string(calendar.base_url) + SubscribeAddress(calendar, id), code_of)
                .value_or("")
          : std::string());
  const std::string subscribe = swedish ? "Prenumerera" : "Subscribe";
  return RenderPage(calendar, templates, "subscribe", data,
                    {.title = all ? subscribe : subscribe + ": " + name,
                     .address = SubscribeAddress(calendar, id),
                     .other_address = SubscribeAddress(InOtherLanguage(calendar), id),
                     .feed = std::string(id)});
}

}  // namespace rytm
