#include "base/read_words.h"

#include <string>

#include "base/fold.h"
#include "base/words.h"

namespace rytm {
namespace {

constexpr std::size_t kWordBytesMax = 20;
constexpr std::size_t kMonthLettersMin = 3;
constexpr std::size_t kWeekdayLettersMin = 2;

// Folded and without a full stop at the end; empty for what is too long to be a name.
std::string PlainName(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return word.size() > kWordBytesMax ? std::string() : Folded(word);
}

}  // namespace

std::optional<date::month> ReadMonthName(std::string_view word) {
  const std::string plain = PlainName(word);
  if (plain.size() < kMonthLettersMin) return std::nullopt;
  for (unsigned i = 1; i <= 12; ++i) {
    const date::month month{i};
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      if (Folded(MonthName(month, language)).starts_with(plain)) return month;
    }
  }
  return std::nullopt;
}

std::optional<Weekday> ReadWeekdayName(std::string_view word) {
  const std::string plain = PlainName(word);
  if (plain.size() < kWeekdayLettersMin) return std::nullopt;
  for (unsigned i = 0; i < 7; ++i) {
    const Weekday weekday{i};
    const std::string swedish = Folded(WeekdayName(weekday, Language::kSwedish));
    if ((swedish + "en").starts_with(plain)) return weekday;
    if (Folded(WeekdayName(weekday, Language::kEnglish)).starts_with(plain)) return weekday;
  }
  return std::nullopt;
}

}  // namespace rytm
