// Text in the two languages of the product. Swedish is always there; English falls back to it.
#pragma once

#include <string>
#include <utility>

namespace rytm {

enum class Language { kSwedish, kEnglish };

struct Text {
  std::string sv;
  std::string en;

  Text() = default;
  explicit Text(std::string both) : sv(std::move(both)) {}
  Text(std::string swedish, std::string english) : sv(std::move(swedish)), en(std::move(english)) {}

  const std::string& In(Language language) const {
    return language == Language::kEnglish && !en.empty() ? en : sv;
  }
  bool empty() const { return sv.empty() && en.empty(); }
  // Each language joined for itself.
  friend Text operator+(const Text& left, const Text& right) {
    return {left.In(Language::kSwedish) + right.In(Language::kSwedish),
            left.In(Language::kEnglish) + right.In(Language::kEnglish)};
  }
  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace rytm
