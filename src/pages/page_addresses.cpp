#include "pages/page_addresses.h"

#include <utility>

namespace rytm {
namespace {

// RFC 3986 §2.1: all but unreserved characters, as inside the value of a query.
std::string PercentEncoded(std::string_view text) {
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (kUnreserved.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4U];
    encoded += kHex[byte & 0x0FU];
  }
  return encoded;
}

}  // namespace

std::string PageAddress(const PublicCalendar& calendar, std::string_view body,
                        std::string_view rest) {
  std::string address = calendar.language == Language::kEnglish ? "/en/" : "/";
  address += calendar.organisation.id;
  for (const std::string_view part : {body, rest})
    if (!part.empty()) address.append("/").append(part);
  return address;
}

std::string_view AnchorOf(const Event& event) { return event.id(); }

std::string_view NameInBody(const PublicCalendar& calendar, const Event& event) {
  std::string_view name = AnchorOf(event);
  for (const std::string_view before :
       {std::string_view(calendar.organisation.id), std::string_view(event.body)})
    if (name.starts_with(before) && name.substr(before.size()).starts_with('.'))
      name.remove_prefix(before.size() + 1);
  return name;
}

std::string MeetingAddress(const PublicCalendar& calendar, const Event& event) {
  return PageAddress(calendar, event.body, NameInBody(calendar, event));
}

std::string SubscribeAddress(const PublicCalendar& calendar, std::string_view body) {
  return PageAddress(calendar, body,
                     calendar.language == Language::kSwedish ? "prenumerera" : "subscribe");
}

std::string EmbedAddress(const PublicCalendar& calendar, std::string_view body) {
  return PageAddress(calendar, body,
                     calendar.language == Language::kSwedish ? "inbaddad" : "embed");
}

std::string AccessibilityAddress(const PublicCalendar& calendar) {
  return PageAddress(calendar,
                     calendar.language == Language::kSwedish ? "tillganglighet" : "accessibility");
}

std::string ReportAddress(const PublicCalendar& calendar) {
  return AccessibilityAddress(calendar) + "#report";
}

std::string BarrierMail(const PublicCalendar& calendar, std::string_view where) {
  const std::string_view email = calendar.organisation.accessibility.email;
  const std::size_t at = email.find('@');
  const std::string subject =
      std::string(calendar.language == Language::kSwedish ? "Hinder: " : "Barrier: ").append(where);
  return "mailto:" + PercentEncoded(email.substr(0, at)) + "@" +
         PercentEncoded(email.substr(at + 1)) + "?subject=" + PercentEncoded(subject);
}

std::string WheelAddress(const PublicCalendar& calendar) {
  return PageAddress(calendar, calendar.language == Language::kSwedish ? "arshjul" : "wheel");
}

CalendarLinks LinksOf(const PublicCalendar& calendar, std::string_view body,
                      std::string_view calendar_name) {
  return LinksTo(std::string(calendar.base_url)
                     .append("/feeds/")
                     .append(calendar.organisation.id)
                     .append("/")
                     .append(body)
                     .append(".ics"),
                 calendar_name);
}

CalendarLinks LinksTo(std::string https, std::string_view calendar_name) {
  CalendarLinks links;
  links.https = std::move(https);
  const std::size_t scheme = links.https.find("://");
  if (scheme == std::string::npos) return links;
  links.webcal = "webcal" + links.https.substr(scheme);
  links.google = "https://calendar.google.com/calendar/render?cid=" + PercentEncoded(links.webcal);
  links.outlook =
      "https://outlook.office.com/calendar/addfromweb?url=" + PercentEncoded(links.https) +
      "&name=" + PercentEncoded(calendar_name);
  return links;
}

}  // namespace rytm
