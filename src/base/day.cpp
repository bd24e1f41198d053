#include "base/day.h"

#include <array>
#include <cassert>
#include <cstddef>

#include "base/fold.h"

namespace rytm {
namespace {

constexpr std::array<std::string_view, 7> kWeekdayCodes = {"MO", "TU", "WE", "TH",
                                                           "FR", "SA", "SU"};

// The shape is letters of a pattern: 'd' stands for a digit, all else for itself.
bool HasShape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == 'd' ? !IsDigit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

// The text must be digits, at most nine.
int NumberOf(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

void AppendNumber(std::string& text, int number, std::size_t width) {
  assert(number >= 0);
  const std::string digits = std::to_string(number);
  if (digits.size() < width) text.append(width - digits.size(), '0');
  text += digits;
}

// Takes "12H" off the front when the text begins with digits and that unit; 0 when it does not.
int TakeCount(std::string_view& text, char unit) {
  constexpr std::size_t kDigitsMax = 4;  // 1440 minutes is the longest
  std::size_t digits = 0;
  while (digits < text.size() && digits < kDigitsMax && IsDigit(text[digits])) ++digits;
  if (digits == 0 || digits == text.size() || text[digits] != unit) return 0;
  const int count = NumberOf(text.substr(0, digits));
  text.remove_prefix(digits + 1);
  return count;
}

}  // namespace

std::optional<Day> ParseDay(std::string_view text) {
  if (!HasShape(text, "dddd-dd-dd")) return std::nullopt;
  const date::year_month_day civil{date::year{NumberOf(text.substr(0, 4))},
                                   date::month{static_cast<unsigned>(NumberOf(text.substr(5, 2)))},
                                   date::day{static_cast<unsigned>(NumberOf(text.substr(8, 2)))}};
  if (!civil.ok()) return std::nullopt;
  return Day{civil};
}

std::string FormatDay(Day day) {
  const date::year_month_day civil = CivilOf(day);
  std::string text;
  AppendNumber(text, static_cast<int>(civil.year()), 4);
  text += '-';
  AppendNumber(text, static_cast<int>(static_cast<unsigned>(civil.month())), 2);
  text += '-';
  AppendNumber(text, static_cast<int>(static_cast<unsigned>(civil.day())), 2);
  return text;
}

std::optional<TimeOfDay> ParseTimeOfDay(std::string_view text) {
  if (!HasShape(text, "dd:dd")) return std::nullopt;
  const int hours = NumberOf(text.substr(0, 2));
  const int minutes = NumberOf(text.substr(3, 2));
  if (hours > 23 || minutes > 59) return std::nullopt;
  return std::chrono::hours{hours} + std::chrono::minutes{minutes};
}

std::string FormatTimeOfDay(TimeOfDay time) {
  std::string text;
  AppendNumber(text, static_cast<int>(time.count() / 60), 2);
  text += ':';
  AppendNumber(text, static_cast<int>(time.count() % 60), 2);
  return text;
}

std::optional<Minutes> ParseLength(std::string_view text) {
  if (text.substr(0, 2) != "PT") return std::nullopt;
  text.remove_prefix(2);
  const Minutes hours = std::chrono::hours{TakeCount(text, 'H')};
  const Minutes length = hours + Minutes{TakeCount(text, 'M')};
  if (!text.empty()) return std::nullopt;
  if (length < Minutes{1} || length > std::chrono::hours{24}) return std::nullopt;
  return length;
}

std::string FormatLength(Minutes length) {
  assert(length >= Minutes{1});
  std::string text = "PT";
  const auto hours = length.count() / 60;
  const auto minutes = length.count() % 60;
  if (hours > 0) text += std::to_string(hours) + 'H';
  if (minutes > 0) text += std::to_string(minutes) + 'M';
  return text;
}

std::optional<Instant> ParseInstant(std::string_view text) {
  if (!HasShape(text, "dddd-dd-ddTdd:dd:ddZ")) return std::nullopt;
  const std::optional<Day> day = ParseDay(text.substr(0, 10));
  const std::optional<TimeOfDay> time = ParseTimeOfDay(text.substr(11, 5));
  const int seconds = NumberOf(text.substr(17, 2));
  if (!day || !time || seconds > 59) return std::nullopt;
  // The Z says that these civil fields are UTC: the one place where a day may become a sys day.
  return date::sys_days{day->time_since_epoch()} + *time + std::chrono::seconds{seconds};
}

std::string FormatInstant(Instant instant) {
  const auto day = date::floor<Days>(instant);
  const auto time = date::floor<std::chrono::minutes>(instant - day);
  std::string text = FormatDay(Day{day.time_since_epoch()});
  text += 'T';
  text += FormatTimeOfDay(time);
  text += ':';
  AppendNumber(text, static_cast<int>((instant - day - time).count()), 2);
  text += 'Z';
  return text;
}

std::optional<Weekday> ParseWeekday(std::string_view text) {
  for (std::size_t i = 0; i < kWeekdayCodes.size(); ++i) {
    if (text == kWeekdayCodes.at(i)) return Weekday{static_cast<unsigned>(i + 1)};
  }
  return std::nullopt;
}

std::string_view FormatWeekday(Weekday weekday) {
  assert(weekday.ok());
  return kWeekdayCodes.at(weekday.iso_encoding() - 1);
}

}  // namespace rytm
