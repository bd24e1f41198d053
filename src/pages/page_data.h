// Values into mustache templates (HTML-escaped by it) and out as a page. Private to this room.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "pages/public_pages.h"

namespace rytm {

using PageData = kainjow::mustache::data;
using PageList = kainjow::mustache::list;

// Empty text is set to false: {{#name}} leaves it out, and does not find the `name` of a part
// around it.
void Set(PageData& data, const char* name, const std::string& text);
void Set(PageData& data, const char* name, std::string_view text);
void Set(PageData& data, const char* name, const char* text) = delete;
void Set(PageData& data, const char* name, bool yes);
void Set(PageData& data, const char* name, PageData part);
void Set(PageData& data, const char* name, PageList list);

// For a line of HTML that is shown to be copied.
std::string HtmlEscaped(std::string_view text);

// With soft hyphens where long Swedish names of bodies part: no browser but a few knows how to.
std::string Breakable(std::string_view name);

// What every part of a page may ask: {{#sv}}, {{#en}}, {{organisation}}, {{home}}.
PageData PartOf(const PublicCalendar& calendar);

// One template, filled in. Empty lines and indentation are left out.
std::string RenderPart(const PageTemplates& templates, std::string_view name, const PageData& data);

struct PageFrame {
  std::string title;          // before " – Ekeby kommun"; empty: the organisation alone
  std::string address;        // of the page, without the base
  std::string other_address;  // in the other language
  std::string feed;           // body id, or "all": what programs may subscribe to; or empty
  bool found = true;          // false: search engines should not keep it
};

// The template `name` inside the layout.
std::string RenderPage(const PublicCalendar& calendar, const PageTemplates& templates,
                       std::string_view name, const PageData& data, const PageFrame& frame);

// The same calendar in the other language.
PublicCalendar InOtherLanguage(const PublicCalendar& calendar);

}  // namespace rytm
