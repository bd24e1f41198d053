#include "pages/law_words.h"

#include <algorithm>
#include <utility>

namespace rytm {
namespace {

constexpr std::pair<std::string_view, std::string_view> kLaws[] = {
    {"KL", "Kommunallagen"},
    {"LKBR", "Lagen om kommunal bokföring och redovisning"},
    {"FL", "Förvaltningslagen"}};

bool IsNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string LawInWords(std::string_view citation, Language language) {
  const std::size_t blank = std::min(citation.find(' '), citation.size());
  const std::size_t colon = std::min(citation.find(':'), citation.size());
  const auto law = std::find_if(std::begin(kLaws), std::end(kLaws), [&](const auto& one) {
    return one.first == citation.substr(0, blank);
  });
  if (law == std::end(kLaws) || blank >= colon || colon == citation.size())
    return std::string(citation);
  const std::string_view chapter = citation.substr(blank + 1, colon - blank - 1);
  const std::string section(citation.substr(colon + 1));
  const std::string_view digits =
      std::string_view(section).substr(0, section.find_first_not_of("0123456789"));
  if (!IsNumber(chapter) || !IsNumber(digits)) return std::string(citation);
  const std::string name(law->second);
  if (language == Language::kSwedish)
    return name + " " + std::string(chapter) + " kap. " + section + " §";
  return name + ", chapter " + std::string(chapter) + ", section " + section;
}

}  // namespace rytm
