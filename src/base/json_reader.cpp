#include "base/json_reader.h"

#include <algorithm>
#include <charconv>

#include "base/json_words.h"
#include "base/likely_meant.h"
#include "base/nearest_word.h"
#include "base/words.h"

namespace rytm {
namespace {

const Text kSomeText{"en text", "a text"};
const Text kSomeObject{"ett objekt { … }", "an object { … }"};
const Text kSomeList{"en lista [ … ]", "a list [ … ]"};
const Text kSomeDay{"ett datum", "a date"};
const Text kSomeMonthDay{"en dag på året", "a day of the year"};
const Text kSomeTime{"ett klockslag", "a time of day"};
const Text kSomeLength{"en längd i tid", "a length of time"};
const Text kSomeWeekday{"en veckodag", "a weekday"};
const Text kTrueOrFalse{"true eller false", "true or false"};

const Text kWriteDay{"Skriv år, månad och dag, till exempel \"2027-02-03\".",
                     "Write year, month and day, for example \"2027-02-03\"."};
const Text kWriteMonthDay{"Skriv månad och dag, till exempel \"--10-15\" för den 15 oktober.",
                          "Write month and day, for example \"--10-15\" for 15 October."};
const Text kWriteTime{"Skriv timmar och minuter, till exempel \"08:30\".",
                      "Write hours and minutes, for example \"08:30\"."};
const Text kWriteLength{"Skriv till exempel \"PT3H\" (tre timmar) eller \"PT1H30M\".",
                        "Write, say, \"PT3H\" (three hours) or \"PT1H30M\"."};
const Text kWriteWeekday{"Skriv MO, TU, WE, TH, FR, SA eller SU.",
                         "Write MO, TU, WE, TH, FR, SA or SU."};

struct Told {
  Text what;
  Text instead;
};

Text Write(std::string_view value) {
  const std::string quoted = Quoted(value);
  return {"Skriv " + quoted + ".", "Write " + quoted + "."};
}

bool AllDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned Number(std::string_view digits) {
  unsigned number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::optional<date::year_month_day> ReadShape(std::string_view text) {
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      AllDigits(text.substr(0, 4)) && AllDigits(text.substr(5, 2)) &&
                      AllDigits(text.substr(8, 2));
  if (!shaped) return std::nullopt;
  return date::year{static_cast<int>(Number(text.substr(0, 4)))} /
         date::month{Number(text.substr(5, 2))} / date::day{Number(text.substr(8, 2))};
}

std::optional<date::month_day> ReadMonthDayShape(std::string_view text) {
  const bool shaped = text.size() == 7 && text.substr(0, 2) == "--" && text[4] == '-' &&
                      AllDigits(text.substr(2, 2)) && AllDigits(text.substr(5, 2));
  if (!shaped) return std::nullopt;
  return date::month{Number(text.substr(2, 2))} / date::day{Number(text.substr(5, 2))};
}

// "2027-02-30": written as a day, but there is none.
Told NoSuchDay(date::year_month_day day) {
  const std::string month = std::to_string(static_cast<unsigned>(day.month()));
  if (!day.month().ok()) {
    return {{"Det finns ingen månad " + month + ".", "There is no month " + month + "."},
            kWriteDay};
  }
  const std::string sv{MonthName(day.month(), Language::kSwedish)};
  const std::string en{MonthName(day.month(), Language::kEnglish)};
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  const std::string year = std::to_string(static_cast<int>(day.year()));
  const date::year_month_day last{day.year() / day.month() / date::last};
  const std::string days = std::to_string(static_cast<unsigned>(last.day()));
  return {{"Den " + number + " " + sv + " " + year + " finns inte: månaden har " + days + " dagar.",
           number + " " + en + " " + year + " does not exist: the month has " + days + " days."},
          Write(FormatDay(Day{day.day() == date::day{0} ? day.year() / day.month() / 1 : last}))};
}

Told OutsideDays(Day day, DaySpan within) {
  const std::string first = FormatDay(within.first);
  const std::string last = FormatDay(within.last);
  Text instead;
  if (day > kLastDay && within.last == kLastDay) {
    instead = {"Rytm planerar till och med " + last + ": efter det är sommartiden inte känd.",
               "Rytm plans until " + last + ": summer time is not known after that."};
  }
  return {{FormatDay(day) + " ligger utanför " + first + "–" + last + ".",
           FormatDay(day) + " is outside " + first + " to " + last + "."},
          instead};
}

bool IsIdCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// `Skriv "18:30".` with the first likely way to write it that is right, or else `otherwise`.
template <class Right>
Text WriteLikely(const Json& value, const Text& otherwise, Right right) {
  for (const std::string& meant : LikelyMeant(value)) {
    if (right(meant)) return Write(meant);
  }
  return otherwise;
}

bool IsId(std::string_view text) {
  return !text.empty() && text.size() <= kIdBytesMax && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), IsIdCharacter);
}

Text IntWords(int min, int max) {
  const std::string low = std::to_string(min);
  const std::string high = std::to_string(max);
  return {"ett heltal från " + low + " till " + high, "a whole number from " + low + " to " + high};
}

}  // namespace

JsonReader::JsonReader(const Json& value, std::string file, std::vector<Problem>& problems,
                       JsonPointer pointer)
    : value_(&value), file_(std::move(file)), problems_(&problems), pointer_(std::move(pointer)) {}

// --- telling
// --------------------------------------------------------------------------------------

void JsonReader::Add(Text what, Text instead) const {
  if (problems_->size() >= kProblemsMax) return;
  problems_->push_back({file_, pointer(), std::move(what), std::move(instead)});
}

void JsonReader::AddAt(std::string_view key, Text what, Text instead) const {
  if (problems_->size() >= kProblemsMax) return;
  problems_->push_back({file_, PointerTo(key), std::move(what), std::move(instead)});
}

void JsonReader::ExpectedOther(const Text& expected, Text instead) const {
  Add(ExpectedButFound(expected, *value_), std::move(instead));
}

void JsonReader::OnlyKeys(std::initializer_list<std::string_view> known) const {
  const auto* object = value_->if_object();
  if (object == nullptr) return;
  for (const auto& member : *object) {
    const std::string_view key = member.key();
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      AddAt(key, UnknownKey(key), DidYouMean(key, known));
    }
  }
}

// --- finding members
// ------------------------------------------------------------------------------

bool JsonReader::Has(std::string_view key) const {
  const auto* object = value_->if_object();
  return object != nullptr && object->contains(key);
}

std::optional<JsonReader> JsonReader::Find(std::string_view key) const {
  const auto* object = value_->if_object();
  if (object == nullptr) return std::nullopt;
  const auto* member = object->if_contains(key);
  if (member == nullptr) return std::nullopt;
  return JsonReader(*member, file_, *problems_, pointer_ / key);
}

std::optional<JsonReader> JsonReader::Require(std::string_view key) const {
  std::optional<JsonReader> member = Find(key);
  // That something else stands where an object should is told once, by ExpectObject.
  if (!member && IsObject()) Add(MissingKey(key));
  return member;
}

// --- the reader's own value
// -----------------------------------------------------------------------

bool JsonReader::ExpectObject() const {
  if (!IsObject()) ExpectedOther(kSomeObject);
  return IsObject();
}

std::optional<std::string> JsonReader::AsString(Lines lines, std::size_t bytes_max) const {
  const auto* raw = value_->if_string();
  if (raw == nullptr) {
    ExpectedOther(kSomeText);
    return std::nullopt;
  }
  std::string text = NormaliseText(std::string_view(*raw), lines);
  if (text.size() <= bytes_max) return text;
  const Text size = Grouped(text.size());
  const Text limit = Grouped(bytes_max);
  Add({"Texten är för lång: " + size.sv + " byte. Gränsen är " + limit.sv + ".",
       "The text is too long: " + size.en + " bytes. The limit is " + limit.en + "."});
  return std::nullopt;
}

std::optional<std::string> JsonReader::AsId() const {
  std::optional<std::string> id = AsString();
  if (!id) return std::nullopt;
  if (IsId(*id)) return id;
  const std::string limit = std::to_string(kIdBytesMax);
  Add({"Ett id har bara små bokstäver a–z, siffror och bindestreck däremellan, högst " + limit +
           " tecken; det står " + Quoted(*id) + ".",
       "An id has only small letters a to z, digits and hyphens between them, " + limit +
           " at most; it is " + Quoted(*id) + "."},
      WriteLikely(*value_, Write("stora-salen"), IsId));
  return std::nullopt;
}

std::optional<Text> JsonReader::AsText(Lines lines) const {
  if (IsString()) {
    std::optional<std::string> both = AsString(lines);
    if (!both) return std::nullopt;
    return Text(*std::move(both));
  }
  if (!IsObject()) {
    ExpectedOther(kSomeText, {"Skriv \"…\", eller {\"sv\": \"…\", \"en\": \"…\"}.",
                              "Write \"…\", or {\"sv\": \"…\", \"en\": \"…\"}."});
    return std::nullopt;
  }
  OnlyKeys({"sv", "en"});
  std::string swedish = ReadString("sv", lines);
  std::string english = OptionalString("en", lines).value_or("");
  return Text(std::move(swedish), std::move(english));
}

std::optional<Day> JsonReader::AsDay(DaySpan within) const {
  const auto* text = value_->if_string();
  if (text == nullptr) {
    ExpectedOther(kSomeDay, kWriteDay);
    return std::nullopt;
  }
  if (const auto day = ParseDay(std::string_view(*text))) {
    if (within.Contains(*day)) return day;
    Told outside = OutsideDays(*day, within);
    Add(std::move(outside.what), std::move(outside.instead));
    return std::nullopt;
  }
  const auto shape = ReadShape(std::string_view(*text));
  if (shape && !shape->ok()) {
    Told none = NoSuchDay(*shape);
    Add(std::move(none.what), std::move(none.instead));
  } else {
    ExpectedOther(kSomeDay, WriteLikely(*value_, kWriteDay, [](const std::string& meant) {
                    return ParseDay(meant).has_value();
                  }));
  }
  return std::nullopt;
}

std::optional<date::month_day> JsonReader::AsMonthDay() const {
  const auto* raw = value_->if_string();
  const std::string_view text = raw != nullptr ? std::string_view(*raw) : std::string_view();
  const std::optional<date::month_day> shape = ReadMonthDayShape(text);
  if (!shape) {
    ExpectedOther(kSomeMonthDay, WriteLikely(*value_, kWriteMonthDay, [](const std::string& meant) {
                    const auto likely = ReadMonthDayShape(meant);
                    return likely && likely->ok();
                  }));
    return std::nullopt;
  }
  if (*shape == date::February / 29) {
    Add({"Den 29 februari finns bara under skottår.", "29 February exists in leap years only."},
        {"Skriv \"--02-28\" eller \"--03-01\".", "Write \"--02-28\" or \"--03-01\"."});
    return std::nullopt;
  }
  if (!shape->ok()) {
    Add({Quoted(text) + " är ingen dag på året.", Quoted(text) + " is no day of the year."},
        kWriteMonthDay);
    return std::nullopt;
  }
  return shape;
}

std::optional<TimeOfDay> JsonReader::AsTimeOfDay() const {
  const auto* text = value_->if_string();
  std::optional<TimeOfDay> time;
  if (text != nullptr) time = ParseTimeOfDay(std::string_view(*text));
  if (time) return time;
  ExpectedOther(kSomeTime, WriteLikely(*value_, kWriteTime, [](const std::string& meant) {
                  return ParseTimeOfDay(meant).has_value();
                }));
  return std::nullopt;
}

std::optional<Minutes> JsonReader::AsLength() const {
  const auto* text = value_->if_string();
  std::optional<Minutes> length;
  if (text != nullptr) length = ParseLength(std::string_view(*text));
  if (length) return length;
  ExpectedOther(kSomeLength, WriteLikely(*value_, kWriteLength, [](const std::string& meant) {
                  return ParseLength(meant).has_value();
                }));
  return std::nullopt;
}

std::optional<Weekday> JsonReader::AsWeekday() const {
  const auto* text = value_->if_string();
  std::optional<Weekday> weekday;
  if (text != nullptr) weekday = ParseWeekday(std::string_view(*text));
  if (weekday) return weekday;
  ExpectedOther(kSomeWeekday, WriteLikely(*value_, kWriteWeekday, [](const std::string& meant) {
                  return ParseWeekday(meant).has_value();
                }));
  return std::nullopt;
}

std::optional<int> JsonReader::AsInt(int min, int max) const {
  const auto* number = value_->if_int64();
  if (number != nullptr && *number >= min && *number <= max) return static_cast<int>(*number);
  Text instead;
  const auto* text = value_->if_string();
  if (text != nullptr && text->size() <= 9 && AllDigits(std::string_view(*text))) {
    instead = {"Skriv talet utan citattecken.", "Write the number without quotation marks."};
  }
  if (value_->is_double()) {
    instead = {"Skriv ett tal utan decimaler.", "Write a number without decimals."};
  }
  ExpectedOther(IntWords(min, max), std::move(instead));
  return std::nullopt;
}

std::optional<bool> JsonReader::AsBool() const {
  if (const auto* flag = value_->if_bool()) return *flag;
  ExpectedOther(kTrueOrFalse, IsString() ? Text{"Skriv true eller false utan citattecken.",
                                                "Write true or false without quotation marks."}
                                         : Text{});
  return std::nullopt;
}

std::optional<std::size_t> JsonReader::AsWordIndex(
    const std::vector<std::string_view>& words) const {
  const auto* raw = value_->if_string();
  if (raw == nullptr) {
    ExpectedOther(kSomeText, DidYouMean("", words));
    return std::nullopt;
  }
  const std::string_view text(*raw);
  const auto found = std::find(words.begin(), words.end(), text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  Add({"Ordet " + Quoted(text) + " går inte att använda här.",
       "The word " + Quoted(text) + " cannot be used here."},
      DidYouMean(text, words));
  return std::nullopt;
}

std::vector<JsonReader> JsonReader::Elements(ItemCount count) const {
  std::vector<JsonReader> elements;
  const auto* array = value_->if_array();
  if (array == nullptr) {
    ExpectedOther(kSomeList);
    return elements;
  }
  const Text size = Grouped(array->size());
  if (array->size() > count.max) {
    const Text limit = Grouped(count.max);
    Add({"Listan är för lång: " + size.sv + ". Gränsen är " + limit.sv + ".",
         "The list is too long: " + size.en + ". The limit is " + limit.en + "."});
    return elements;
  }
  if (array->size() < count.min) {
    const Text limit = Grouped(count.min);
    Add({"Listan är för kort: " + size.sv + ". Den ska ha minst " + limit.sv + ".",
         "The list is too short: " + size.en + ". It needs " + limit.en + " or more."});
  }
  elements.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    elements.emplace_back((*array)[i], file_, *problems_, pointer_ / i);
  }
  return elements;
}

std::vector<JsonReader> JsonReader::OneOrMany(ItemCount count) const {
  if (IsArray()) return Elements(count);
  return {*this};
}

std::vector<std::pair<std::string, JsonReader>> JsonReader::Members() const {
  std::vector<std::pair<std::string, JsonReader>> members;
  if (!ExpectObject()) return members;
  for (const auto& member : value_->get_object()) {
    const std::string key(member.key());
    members.emplace_back(key, JsonReader(member.value(), file_, *problems_, pointer_ / key));
  }
  return members;
}

}  // namespace rytm
