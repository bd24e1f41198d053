#include "pages/page_data.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <iterator>

#include "pages/page_addresses.h"

namespace rytm {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

// Lines without their indentation, empty ones left out: templates are laid out for those who read
// them, pages for those who fetch them.
std::string Compact(std::string_view html) {
  std::string compact;
  compact.reserve(html.size());
  while (!html.empty()) {
    const std::size_t end = html.find('\n');
    std::string_view line = html.substr(0, end);
    html.remove_prefix(end == std::string_view::npos ? html.size() : end + 1);
    const std::size_t first = line.find_first_not_of(kBlank);
    if (first == std::string_view::npos) continue;
    line = line.substr(first, line.find_last_not_of(kBlank) + 1 - first);
    compact.append(line).append("\n");
  }
  return compact;
}

// "Kansliet, kansliet@ekeby.example": the address becomes a link.
PageData ContactData(const std::string& contact) {
  PageData data;
  const std::size_t at = contact.find('@');
  std::size_t first = at;
  std::size_t last = at;
  const auto in_address = [&](std::size_t i) {
    const unsigned char c = static_cast<unsigned char>(contact[i]);
    return std::isalnum(c) != 0 || std::string_view(".-_+").find(contact[i]) != std::string::npos;
  };
  if (at != std::string::npos) {
    while (first > 0 && in_address(first - 1)) --first;
    while (last + 1 < contact.size() && in_address(last + 1)) ++last;
    while (last > at && contact[last] == '.') --last;
  }
  const bool linked = first < at && at < last;
  Set(data, "before", linked ? contact.substr(0, first) : contact);
  Set(data, "email", linked ? contact.substr(first, last + 1 - first) : std::string());
  Set(data, "after", linked ? contact.substr(last + 1) : std::string());
  return data;
}

}  // namespace

void Set(PageData& data, const char* name, const std::string& text) {
  data[name] = text.empty() ? PageData(false) : PageData(text);
}

void Set(PageData& data, const char* name, std::string_view text) {
  Set(data, name, std::string(text));
}

void Set(PageData& data, const char* name, bool yes) { data[name] = PageData(yes); }

void Set(PageData& data, const char* name, PageData part) { data[name] = std::move(part); }

void Set(PageData& data, const char* name, PageList list) {
  PageData part(PageData::type::list);
  // The library only copies into a list: each cell of a matrix would be copied once for each part
  // around it. `part` is not const, so its list may be written to.
  const_cast<PageList&>(part.list_value()) = std::move(list);
  data[name] = std::move(part);
}

std::string HtmlEscaped(std::string_view text) {
  return kainjow::mustache::html_escape(std::string(text));
}

std::string Breakable(std::string_view name) {
  constexpr std::string_view kTails[] = {"fullmäktige", "styrelsen", "nämnden", "utskottet",
                                         "beredningen"};
  constexpr std::string_view kSoftHyphen = "\u00AD";
  std::string broken;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool inside = i > 0 && name[i - 1] != ' ' && name[i - 1] != '-';
    const std::string_view rest = name.substr(i);
    const bool parts = inside && std::any_of(std::begin(kTails), std::end(kTails),
                                             [&](auto tail) { return rest.starts_with(tail); });
    if (parts) broken += kSoftHyphen;
    broken += name[i];
  }
  return broken;
}

PageData PartOf(const PublicCalendar& calendar) {
  PageData data;
  Set(data, "sv", calendar.language == Language::kSwedish);
  Set(data, "en", calendar.language == Language::kEnglish);
  Set(data, "organisation", calendar.organisation.name.In(calendar.language));
  Set(data, "home", PageAddress(calendar));
  return data;
}

std::string RenderPart(const PageTemplates& templates, std::string_view name,
                       const PageData& data) {
  const auto found = templates.find(name);
  assert(found != templates.end());
  kainjow::mustache::mustache page{std::string(found->second)};
  assert(page.is_valid());
  return Compact(page.render(data));
}

std::string RenderPage(const PublicCalendar& calendar, const PageTemplates& templates,
                       std::string_view name, const PageData& data, const PageFrame& frame) {
  const bool swedish = calendar.language == Language::kSwedish;
  const std::string& organisation = calendar.organisation.name.In(calendar.language);
  const std::string base(calendar.base_url);
  PageData layout = PartOf(calendar);
  Set(layout, "title", frame.title.empty() ? organisation : frame.title + " – " + organisation);
  Set(layout, "found", frame.found);
  Set(layout, "region", calendar.organisation.template_name.starts_with("sweden-region@"));
  Set(layout, "other", frame.other_address);
  Set(layout, "feed", frame.feed.empty() ? std::string() : LinksOf(calendar, frame.feed, {}).https);
  Set(layout, "here", base + frame.address);
  Set(layout, "in_swedish", base + (swedish ? frame.address : frame.other_address));
  Set(layout, "in_english", base + (swedish ? frame.other_address : frame.address));
  const std::string& contact = calendar.organisation.contact.In(calendar.language);
  Set(layout, "contact", contact.empty() ? PageData(false) : ContactData(contact));
  Set(layout, "statement", AccessibilityAddress(calendar));
  // The address of a page behind a secret link is told to nobody.
  const bool by_mail = !calendar.organisation.accessibility.email.empty();
  Set(layout, "by_mail", by_mail);
  Set(layout, "report",
      by_mail ? BarrierMail(calendar, frame.address.empty() ? frame.title : base + frame.address)
              : ReportAddress(calendar));
  Set(layout, "content", RenderPart(templates, name, data));
  return RenderPart(templates, "layout", layout);
}

PublicCalendar InOtherLanguage(const PublicCalendar& calendar) {
  const bool swedish = calendar.language == Language::kSwedish;
  return {.organisation = calendar.organisation,
          .editions = calendar.editions,
          .today = calendar.today,
          .language = swedish ? Language::kEnglish : Language::kSwedish,
          .base_url = calendar.base_url};
}

}  // namespace rytm
