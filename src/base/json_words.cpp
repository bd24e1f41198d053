#include "base/json_words.h"

namespace rytm {
namespace {

constexpr std::size_t kQuotedBytesMax = 60;

bool ContinuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string Cut(std::string text) {
  if (text.size() <= kQuotedBytesMax) return text;
  std::size_t end = kQuotedBytesMax;
  while (end > 0 && ContinuesCharacter(text[end])) --end;
  text.resize(end);
  return text + "…";
}

}  // namespace

std::string Quoted(std::string_view text) {
  // A value can be the whole file: what will be cut away need not be written first.
  std::string_view start = text.substr(0, kQuotedBytesMax + 4);
  while (start.size() < text.size() && !start.empty() && ContinuesCharacter(text[start.size()])) {
    start.remove_suffix(1);
  }
  return Cut(WriteJsonCompact(Json(start)));
}

std::string Quoted(const Json& value) {
  if (const auto* text = value.if_string()) return Quoted(std::string_view(*text));
  if (value.is_structured()) return value.is_array() ? "[ … ]" : "{ … }";
  return WriteJsonCompact(value);
}

Text FoundWords(const Json& value) {
  if (value.is_object()) return {"ett objekt { … }", "an object { … }"};
  if (value.is_array()) return {"en lista [ … ]", "a list [ … ]"};
  if (value.is_null()) return {"null (inget värde)", "null (no value)"};
  const std::string quoted = Quoted(value);
  if (value.is_string()) return {"texten " + quoted, "the text " + quoted};
  if (value.is_bool()) return Text(quoted);
  return {"talet " + quoted, "the number " + quoted};
}

Text ExpectedButFound(const Text& expected, const Json& found) {
  const Text words = FoundWords(found);
  return {"Här ska det stå " + expected.sv + ", men det står " + words.sv + ".",
          "This should be " + expected.In(Language::kEnglish) + ", but it is " + words.en + "."};
}

Text MissingKey(std::string_view key) {
  const std::string quoted = Quoted(key);
  return {"Nyckeln " + quoted + " saknas.", "The key " + quoted + " is missing."};
}

Text UnknownKey(std::string_view key) {
  const std::string quoted = Quoted(key);
  return {"Nyckeln " + quoted + " finns inte här.", "There is no key " + quoted + " here."};
}

Text Grouped(std::size_t number) {
  const std::string digits = std::to_string(number);
  Text grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      grouped.sv += "\u00A0";
      grouped.en += ',';
    }
    grouped.sv += digits[i];
    grouped.en += digits[i];
  }
  return grouped;
}

}  // namespace rytm
