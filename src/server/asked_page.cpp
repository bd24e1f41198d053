#include "server/asked_page.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "server/target.h"

namespace rytm {
namespace {

std::optional<int> NumberIn(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

bool IsPlainHost(std::string_view host) {
  return !host.empty() && host.size() <= kHostBytesMax &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  std::string_view(".-:[]").find(c) != std::string_view::npos;
         });
}

std::string BaseUrl(std::string_view public_url, std::string_view host) {
  if (!public_url.empty()) return std::string(public_url);
  return IsPlainHost(host) ? "http://" + std::string(host) : std::string();
}

AskedPage AskedPageOf(std::string_view target, const Catalog& catalog, Day today,
                      std::string_view base_url) {
  AskedPage asked{.calendar = {.organisation = catalog.organisation,
                               .editions = catalog.editions,
                               .today = today,
                               .language = Language::kSwedish,
                               .base_url = base_url},
                  .parts = PartsOf(PathOf(target)),
                  .query = {}};
  if (!asked.parts.empty() && asked.parts.front() == "en") {
    asked.calendar.language = Language::kEnglish;
    asked.parts.erase(asked.parts.begin());
  }
  for (auto& [name, value] : QueryOf(target).value_or(decltype(QueryOf(target))::value_type())) {
    if (name == "year") asked.query.year = NumberIn(value);
    if (name == "quarter") asked.query.quarter = NumberIn(value);
    if (name == "body") asked.query.body = std::move(value);
  }
  return asked;
}

}  // namespace rytm
