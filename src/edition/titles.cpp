#include "edition/titles.h"

#include <cstddef>
#include <string_view>

#include "base/limits.h"
#include "base/words.h"

namespace rytm {
namespace {

template <class Compose>
Text InBoth(Compose compose) {
  return {compose(Language::kSwedish), compose(Language::kEnglish)};
}

// Lower case of a-z and of the letters of Latin-1 (C3 80 to C3 9E in UTF-8, but for the sign ×):
// enough for names here.
std::string Lower(std::string_view text) {
  std::string lower(text);
  unsigned char before = 0;
  for (char& c : lower) {
    const auto byte = static_cast<unsigned char>(c);
    const bool ascii = byte >= 'A' && byte <= 'Z';
    const bool latin = before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if (ascii || latin) c = static_cast<char>(byte + 0x20);
    before = byte;
  }
  return lower;
}

bool Holds(std::string_view title, std::string_view name) {
  return Lower(title).find(Lower(name)) != std::string::npos;
}

std::string Cut(const std::string& title) {
  constexpr std::string_view kMore = "…";
  std::size_t characters = 0;
  std::size_t keep = 0;  // where the last character but one of a title at the limit ends
  for (std::size_t at = 0; at < title.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(title[at]) & 0xC0U) != 0x80U;
    if (!begins) continue;
    if (++characters == kTitleCharactersMax) keep = at;
  }
  if (characters <= kTitleCharactersMax) return title;
  return title.substr(0, keep).append(kMore);
}

}  // namespace

Text TitleOfMeeting(const Text& body, const Text& title) {
  return InBoth([&](Language language) {
    const std::string& name = body.In(language);
    const std::string& called = title.In(language);
    if (Holds(called, name)) return called;
    return Holds(name, called) ? name : name + ": " + called;
  });
}

Text TitleOfStep(const Text& step, const Text& body, std::optional<Day> meeting) {
  return InBoth([&](Language language) {
    std::string title = step.In(language) + ": " + body.In(language);
    if (!meeting) return title;
    const date::year_month_day day = CivilOf(*meeting);
    title += ' ' + std::to_string(static_cast<unsigned>(day.day())) + ' ';
    return title.append(ShortMonthName(day.month(), language));
  });
}

Text TitleOfReport(const Text& title, const Text& body) {
  return InBoth([&](Language language) {
    const std::string& name = body.In(language);
    const std::string& called = title.In(language);
    return Holds(called, name) ? called : called + ", " + name;
  });
}

Text TitleOfOneDay(const Text& title, int day, int days) {
  const std::string number = std::to_string(day);
  const std::string of = std::to_string(days);
  return {title.In(Language::kSwedish) + " (dag " + number + " av " + of + ")",
          title.In(Language::kEnglish) + " (day " + number + " of " + of + ")"};
}

Text CutTitle(const Text& title) { return {Cut(title.sv), Cut(title.en)}; }

}  // namespace rytm
