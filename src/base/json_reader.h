// Reads values out of a Json value and tells everything that is wrong, each at its pointer.
//
//   JsonReader reader(json, "ekeby.json", problems);
//   body.id = reader.ReadId("id");                            // required
//   body.from = reader.OptionalDay("from");                   // std::optional
//   body.kind = reader.ReadWord("kind", kBodyKindWords);      // JsonWord<BodyKind>[]
//   for (const JsonReader& series : reader.OptionalArray("series")) ...
//   reader.OnlyKeys({"id", "from", "kind", "series"});
//
// Read…: the member must be there; missing or wrong is a problem, and the result an empty value of
// its type. Optional…: may be missing; wrong is a problem, and the result as if missing. null is
// not missing: it is wrong. As…: the same for the reader's own value, such as an array element. Ask
// SortInFileOrder at the end: problems come in the order they are found. At most kProblemsMax are
// kept.
//
// A reader refers to the Json and the problems, which must outlive it. Cheap to copy.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/result.h"
#include "base/text_check.h"

namespace rytm {

// A word of the file and what it means.
template <class Value>
struct JsonWord {
  std::string_view word;
  Value value;
};

// The words of an enumeration in the order of its values.
template <class Value, std::size_t Count>
constexpr std::array<JsonWord<Value>, Count> JsonWordsOf(
    const std::array<std::string_view, Count>& words) {
  std::array<JsonWord<Value>, Count> of{};
  for (std::size_t i = 0; i < Count; ++i) of[i] = {words[i], static_cast<Value>(i)};
  return of;
}

// How many elements a list may have.
struct ItemCount {
  std::size_t min = 0;
  std::size_t max = std::numeric_limits<std::size_t>::max();
};

inline constexpr DaySpan kPlanDays{kFirstDay, kLastDay};  // days a plan may name

class JsonReader {
 public:
  JsonReader(const Json& value, std::string file, std::vector<Problem>& problems,
             JsonPointer pointer = {});

  const Json& json() const { return *value_; }
  const std::string& file() const { return file_; }
  std::string pointer() const { return pointer_.ToString(); }
  std::string PointerTo(std::string_view key) const { return (pointer_ / key).ToString(); }
  bool IsObject() const { return value_->is_object(); }
  bool IsArray() const { return value_->is_array(); }
  bool IsString() const { return value_->is_string(); }
  bool IsInt() const { return value_->is_int64() || value_->is_uint64(); }
  bool IsBool() const { return value_->is_bool(); }
  bool Has(std::string_view key) const;  // false also where this is no object

  // --- one's own problems
  bool full() const { return problems_->size() >= kProblemsMax; }  // more will not be kept
  void Add(Text what, Text instead = {}) const;
  void AddAt(std::string_view key, Text what,
             Text instead = {}) const;  // at a member, there or not

  // --- the reader's own value
  bool ExpectObject() const;  // tells it if it is something else
  std::optional<std::string> AsString(Lines lines = Lines::kOne,
                                      std::size_t bytes_max = kTextBytesMax) const;
  std::optional<std::string> AsId() const;  // [a-z0-9-], 1..kIdBytesMax, no hyphen first or last
  std::optional<Text> AsText(
      Lines lines = Lines::kOne) const;  // {"sv": …, "en": …} with sv there, or a string
  std::optional<Day> AsDay(DaySpan within = kPlanDays) const;  // "2027-02-03"
  std::optional<date::month_day> AsMonthDay() const;           // "--10-15"; not 29 February
  std::optional<TimeOfDay> AsTimeOfDay() const;                // "18:30"
  std::optional<Minutes> AsLength() const;                     // "PT3H"
  std::optional<Weekday> AsWeekday() const;                    // "WE"
  std::optional<int> AsInt(int min, int max) const;
  std::optional<bool> AsBool() const;
  template <class Words>
  auto AsWord(const Words& words) const -> std::optional<decltype(std::data(words)->value)>;
  std::vector<JsonReader> Elements(ItemCount count = {}) const;  // of an array
  std::vector<JsonReader> OneOrMany(
      ItemCount count = {}) const;  // of an array, or the value itself
  std::vector<std::pair<std::string, JsonReader>> Members() const;  // of an object, file order

  // --- members of an object
  std::string ReadString(std::string_view key, Lines lines = Lines::kOne,
                         std::size_t bytes_max = kTextBytesMax) const;
  std::string ReadId(std::string_view key) const;
  Text ReadText(std::string_view key, Lines lines = Lines::kOne) const;
  Day ReadDay(std::string_view key, DaySpan within = kPlanDays) const;
  date::month_day ReadMonthDay(std::string_view key) const;
  TimeOfDay ReadTimeOfDay(std::string_view key) const;
  Minutes ReadLength(std::string_view key) const;
  Weekday ReadWeekday(std::string_view key) const;
  int ReadInt(std::string_view key, int min, int max) const;
  bool ReadBool(std::string_view key) const;
  template <class Words>
  auto ReadWord(std::string_view key, const Words& words) const
      -> decltype(std::data(words)->value);
  std::optional<JsonReader> ReadObject(std::string_view key) const;
  std::vector<JsonReader> ReadArray(std::string_view key, ItemCount count = {1}) const;
  std::vector<JsonReader> ReadOneOrMany(std::string_view key, ItemCount count = {1}) const;

  std::optional<std::string> OptionalString(std::string_view key, Lines lines = Lines::kOne,
                                            std::size_t bytes_max = kTextBytesMax) const;
  std::optional<std::string> OptionalId(std::string_view key) const;
  std::optional<Text> OptionalText(std::string_view key, Lines lines = Lines::kOne) const;
  std::optional<Day> OptionalDay(std::string_view key, DaySpan within = kPlanDays) const;
  std::optional<date::month_day> OptionalMonthDay(std::string_view key) const;
  std::optional<TimeOfDay> OptionalTimeOfDay(std::string_view key) const;
  std::optional<Minutes> OptionalLength(std::string_view key) const;
  std::optional<Weekday> OptionalWeekday(std::string_view key) const;
  std::optional<int> OptionalInt(std::string_view key, int min, int max) const;
  std::optional<bool> OptionalBool(std::string_view key) const;
  template <class Words>
  auto OptionalWord(std::string_view key, const Words& words) const
      -> std::optional<decltype(std::data(words)->value)>;
  std::optional<JsonReader> OptionalObject(std::string_view key) const;
  std::vector<JsonReader> OptionalArray(std::string_view key, ItemCount count = {}) const;
  std::vector<JsonReader> OptionalOneOrMany(std::string_view key, ItemCount count = {}) const;

  // Lists of one kind; elements that are wrong are told and left out. Missing: empty.
  std::vector<std::string> OptionalIds(std::string_view key, ItemCount count = {}) const;
  std::vector<Day> OptionalDays(std::string_view key, ItemCount count = {},
                                DaySpan within = kPlanDays) const;
  std::vector<int> OptionalInts(std::string_view key, int min, int max, ItemCount count = {}) const;
  template <class Words>
  auto OptionalWords(std::string_view key, const Words& words, ItemCount count = {}) const
      -> std::vector<decltype(std::data(words)->value)>;

  // Tells each member with another key, with the nearest known one.
  void OnlyKeys(std::initializer_list<std::string_view> known) const;

  // The member, if it is there. Nothing is told.
  std::optional<JsonReader> Find(std::string_view key) const;

 private:
  std::optional<JsonReader> Require(std::string_view key) const;  // tells it if missing
  std::optional<std::size_t> AsWordIndex(const std::vector<std::string_view>& words) const;
  void ExpectedOther(const Text& expected, Text instead = {}) const;

  const Json* value_;
  std::string file_;
  std::vector<Problem>* problems_;
  JsonPointer pointer_;
};

// --- templates
// ------------------------------------------------------------------------------------------

template <class Words>
auto JsonReader::AsWord(const Words& words) const
    -> std::optional<decltype(std::data(words)->value)> {
  std::vector<std::string_view> known;
  for (const auto& word : words) known.push_back(word.word);
  const std::optional<std::size_t> index = AsWordIndex(known);
  if (!index) return std::nullopt;
  return std::data(words)[*index].value;
}

template <class Words>
auto JsonReader::ReadWord(std::string_view key, const Words& words) const
    -> decltype(std::data(words)->value) {
  const std::optional<JsonReader> member = Require(key);
  const auto value = member ? member->AsWord(words) : std::nullopt;
  return value.value_or(std::data(words)->value);
}

template <class Words>
auto JsonReader::OptionalWord(std::string_view key, const Words& words) const
    -> std::optional<decltype(std::data(words)->value)> {
  const std::optional<JsonReader> member = Find(key);
  return member ? member->AsWord(words) : std::nullopt;
}

template <class Words>
auto JsonReader::OptionalWords(std::string_view key, const Words& words, ItemCount count) const
    -> std::vector<decltype(std::data(words)->value)> {
  std::vector<decltype(std::data(words)->value)> values;
  for (const JsonReader& element : OptionalArray(key, count)) {
    if (const auto value = element.AsWord(words)) values.push_back(*value);
  }
  return values;
}

}  // namespace rytm
