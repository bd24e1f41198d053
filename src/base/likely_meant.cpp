#include "base/likely_meant.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/day.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/words.h"

namespace rytm {
namespace {

constexpr std::size_t kTextBytesTried = 100;  // nobody means a date by more

// The runs of digits, if there is nothing between them but a separator.
std::vector<std::string> Parts(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (IsDigit(c)) {
      parts.back() += c;
    } else if (std::string_view("-./: ").find(c) != std::string_view::npos) {
      parts.emplace_back();
    } else {
      return {};
    }
  }
  return parts;
}

std::string TwoDigits(const std::string& part) { return part.size() == 1 ? "0" + part : part; }

void AddDaysAndTimes(std::string_view text, std::vector<std::string>& meant) {
  const std::vector<std::string> parts = Parts(text);
  if (parts.size() == 1 && parts[0].size() == 8) {
    meant.push_back(parts[0].substr(0, 4) + "-" + parts[0].substr(4, 2) + "-" + parts[0].substr(6));
  }
  if (parts.size() == 3 && parts[0].size() == 4) {
    meant.push_back(parts[0] + "-" + TwoDigits(parts[1]) + "-" + TwoDigits(parts[2]));
  }
  const bool time = parts.size() >= 2 && parts[1].size() == 2;
  if (time && (parts.size() == 2 || (parts.size() == 3 && parts[2] == "00"))) {
    meant.push_back(TwoDigits(parts[0]) + ":" + parts[1]);
  }
  if (parts.size() == 1 && parts[0].size() == 2) meant.push_back(parts[0] + ":00");
  if (parts.size() == 2 && text.find('-') != std::string_view::npos) {
    meant.push_back("--" + TwoDigits(parts[0]) + "-" + TwoDigits(parts[1]));
  }
  const auto length = ParseTimeOfDay(text);  // "03:00" where a length is asked for
  if (length && length->count() > 0) meant.push_back(FormatLength(*length));
}

// "onsdag", "ons", "On", "Wed": two letters are enough in both languages.
void AddWeekday(std::string_view text, std::vector<std::string>& meant) {
  const std::string lower = LowerAscii(text);
  if (lower.size() < 2) return;
  for (unsigned i = 0; i < 7; ++i) {
    const Weekday weekday{i};
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      if (LowerAscii(WeekdayName(weekday, language)).starts_with(lower)) {
        meant.emplace_back(FormatWeekday(weekday));
      }
    }
  }
}

// "Stora salen" -> "stora-salen".
std::string AsId(std::string_view text) {
  static constexpr std::pair<std::string_view, char> kLetters[] = {
      {"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'},
      {"Å", 'a'}, {"Ä", 'a'}, {"Ö", 'o'}, {"É", 'e'}};
  std::string id;
  for (std::size_t i = 0; i < text.size() && id.size() < kIdBytesMax; ++i) {
    const auto* letter = std::find_if(
        std::begin(kLetters), std::end(kLetters),
        [&](const auto& entry) { return text.substr(i, entry.first.size()) == entry.first; });
    const char c = LowerAscii(text.substr(i, 1)).front();
    if (letter != std::end(kLetters)) {
      id += letter->second;
      i += letter->first.size() - 1;
    } else if ((c >= 'a' && c <= 'z') || IsDigit(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace

std::vector<std::string> LikelyMeant(const Json& value) {
  std::vector<std::string> meant;
  if (const auto* number = value.if_int64()) {
    if (*number > 0 && *number <= 24 * 60) meant.push_back(FormatLength(Minutes{*number}));
    return meant;
  }
  const auto* raw = value.if_string();
  if (raw == nullptr || raw->size() > kTextBytesTried) return meant;
  const std::string_view text = Trimmed(std::string_view(*raw), " ");
  AddDaysAndTimes(text, meant);
  AddWeekday(text, meant);
  meant.emplace_back(text);
  meant.push_back(LowerAscii(text));
  if (const std::string id = AsId(text); !id.empty()) meant.push_back(id);
  meant.push_back("https://" + std::string(text));
  return meant;
}

}  // namespace rytm
