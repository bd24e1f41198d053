// JsonReader's members of an object: the reader of the member does the work.
#include <utility>

#include "base/json_reader.h"

namespace rytm {
// -------------------------------------------------------------------------

std::string JsonReader::ReadString(std::string_view key, Lines lines, std::size_t bytes_max) const {
  const std::optional<JsonReader> member = Require(key);
  if (!member) return {};
  std::optional<std::string> text = member->AsString(lines, bytes_max);
  if (text && text->find_first_not_of(" \n") == std::string::npos) {
    member->Add({"Texten är tom.", "The text is empty."});
  }
  return std::move(text).value_or("");
}

std::string JsonReader::ReadId(std::string_view key) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsId().value_or("") : std::string();
}

Text JsonReader::ReadText(std::string_view key, Lines lines) const {
  const std::optional<JsonReader> member = Require(key);
  if (!member) return {};
  if (member->IsString()) return Text(ReadString(key, lines));
  return member->AsText(lines).value_or(Text{});
}

Day JsonReader::ReadDay(std::string_view key, DaySpan within) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsDay(within).value_or(Day{}) : Day{};
}

date::month_day JsonReader::ReadMonthDay(std::string_view key) const {
  constexpr date::month_day kNone{date::January, date::day{1}};
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsMonthDay().value_or(kNone) : kNone;
}

TimeOfDay JsonReader::ReadTimeOfDay(std::string_view key) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsTimeOfDay().value_or(TimeOfDay{0}) : TimeOfDay{0};
}

Minutes JsonReader::ReadLength(std::string_view key) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsLength().value_or(Minutes{0}) : Minutes{0};
}

Weekday JsonReader::ReadWeekday(std::string_view key) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsWeekday().value_or(date::Monday) : date::Monday;
}

int JsonReader::ReadInt(std::string_view key, int min, int max) const {
  const std::optional<JsonReader> member = Require(key);
  return member ? member->AsInt(min, max).value_or(min) : min;
}

bool JsonReader::ReadBool(std::string_view key) const {
  const std::optional<JsonReader> member = Require(key);
  return member && member->AsBool().value_or(false);
}

std::optional<JsonReader> JsonReader::ReadObject(std::string_view key) const {
  std::optional<JsonReader> member = Require(key);
  if (member && !member->ExpectObject()) member.reset();
  return member;
}

std::vector<JsonReader> JsonReader::ReadArray(std::string_view key, ItemCount count) const {
  const std::optional<JsonReader> member = Require(key);
  if (!member) return {};
  return member->Elements(count);
}

std::vector<JsonReader> JsonReader::ReadOneOrMany(std::string_view key, ItemCount count) const {
  const std::optional<JsonReader> member = Require(key);
  if (!member) return {};
  return member->OneOrMany(count);
}

std::optional<std::string> JsonReader::OptionalString(std::string_view key, Lines lines,
                                                      std::size_t bytes_max) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsString(lines, bytes_max) : std::nullopt;
}

std::optional<std::string> JsonReader::OptionalId(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsId() : std::nullopt;
}

std::optional<Text> JsonReader::OptionalText(std::string_view key, Lines lines) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsText(lines) : std::nullopt;
}

std::optional<Day> JsonReader::OptionalDay(std::string_view key, DaySpan within) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsDay(within) : std::nullopt;
}

std::optional<date::month_day> JsonReader::OptionalMonthDay(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsMonthDay() : std::nullopt;
}

std::optional<TimeOfDay> JsonReader::OptionalTimeOfDay(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsTimeOfDay() : std::nullopt;
}

std::optional<Minutes> JsonReader::OptionalLength(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsLength() : std::nullopt;
}

std::optional<Weekday> JsonReader::OptionalWeekday(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsWeekday() : std::nullopt;
}

std::optional<int> JsonReader::OptionalInt(std::string_view key, int min, int max) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsInt(min, max) : std::nullopt;
}

std::optional<bool> JsonReader::OptionalBool(std::string_view key) const {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsBool() : std::nullopt;
}

std::optional<JsonReader> JsonReader::OptionalObject(std::string_view key) const {
  std::optional<JsonReader> member = Find(key);
  if (member && !member->ExpectObject()) member.reset();
  return member;
}

std::vector<JsonReader> JsonReader::OptionalArray(std::string_view key, ItemCount count) const {
  const std::optional<JsonReader> member = Find(key);
  if (!member) return {};
  return member->Elements(count);
}

std::vector<JsonReader> JsonReader::OptionalOneOrMany(std::string_view key, ItemCount count) const {
  const std::optional<JsonReader> member = Find(key);
  if (!member) return {};
  return member->OneOrMany(count);
}

std::vector<std::string> JsonReader::OptionalIds(std::string_view key, ItemCount count) const {
  std::vector<std::string> ids;
  for (const JsonReader& element : OptionalArray(key, count)) {
    if (auto id = element.AsId()) ids.push_back(*std::move(id));
  }
  return ids;
}

std::vector<Day> JsonReader::OptionalDays(std::string_view key, ItemCount count,
                                          DaySpan within) const {
  std::vector<Day> days;
  for (const JsonReader& element : OptionalArray(key, count)) {
    if (const auto day = element.AsDay(within)) days.push_back(*day);
  }
  return days;
}

std::vector<int> JsonReader::OptionalInts(std::string_view key, int min, int max,
                                          ItemCount count) const {
  std::vector<int> numbers;
  for (const JsonReader& element : OptionalArray(key, count)) {
    if (const auto number = element.AsInt(min, max)) numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace rytm
