#include "base/schema_words.h"

#include <algorithm>
#include <utility>

#include "base/json_words.h"

namespace rytm {
namespace {

Text TypeWords(std::string_view type) {
  if (type == "object") return {"ett objekt { … }", "an object { … }"};
  if (type == "array") return {"en lista [ … ]", "a list [ … ]"};
  if (type == "string") return {"en text", "a text"};
  if (type == "integer") return {"ett heltal", "a whole number"};
  if (type == "number") return {"ett tal", "a number"};
  if (type == "boolean") return {"true eller false", "true or false"};
  return {"null", "null"};
}

std::string MemberText(const JsonObject& object, std::string_view key) {
  const auto* member = object.if_contains(key);
  const auto* text = member != nullptr ? member->if_string() : nullptr;
  return text != nullptr ? std::string(std::string_view(*text)) : std::string();
}

Text WithLimits(Text words, const JsonObject& schema) {
  const auto* low = schema.if_contains("minimum");
  const auto* high = schema.if_contains("maximum");
  if (low != nullptr) {
    words.sv += " från " + Quoted(*low);
    words.en += " from " + Quoted(*low);
  }
  if (high != nullptr) {
    words.sv += (low != nullptr ? " till " : ", högst ") + Quoted(*high);
    words.en += (low != nullptr ? " to " : ", at most ") + Quoted(*high);
  }
  return words;
}

std::vector<Text> Types(const Json& type) {
  std::vector<Text> words;
  if (const auto* one = type.if_string()) words.push_back(TypeWords(std::string_view(*one)));
  if (const auto* many = type.if_array()) {
    for (const Json& each : *many) {
      if (const auto* one = each.if_string()) words.push_back(TypeWords(std::string_view(*one)));
    }
  }
  return words;
}

bool HasType(const Json& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_int64();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_bool();
  return type == "null" && value.is_null();
}

}  // namespace

bool HasTypeOf(const Json& value, const JsonObject& schema) {
  const auto* type = schema.if_contains("type");
  const auto* words = schema.if_contains("enum");
  if (type == nullptr && words != nullptr && words->is_array()) {
    const JsonArray& list = words->get_array();
    return std::any_of(list.begin(), list.end(),
                       [&](const Json& word) { return word.kind() == value.kind(); });
  }
  if (type == nullptr) return true;
  if (const auto* one = type->if_string()) return HasType(value, std::string_view(*one));
  const auto* many = type->if_array();
  return many == nullptr || std::any_of(many->begin(), many->end(), [&](const Json& each) {
           return each.is_string() && HasType(value, std::string_view(each.get_string()));
         });
}

std::vector<std::string_view> StringsOf(const JsonObject& schema, std::string_view keyword) {
  std::vector<std::string_view> strings;
  const auto* list = schema.if_contains(keyword);
  if (list == nullptr || !list->is_array()) return strings;
  for (const Json& each : list->get_array()) {
    if (const auto* one = each.if_string()) strings.emplace_back(*one);
  }
  return strings;
}

const JsonObject* ObjectOf(const JsonObject& schema, std::string_view keyword) {
  const auto* member = schema.if_contains(keyword);
  return member != nullptr ? member->if_object() : nullptr;
}

std::vector<std::string_view> KeysOf(const JsonObject* object) {
  std::vector<std::string_view> keys;
  if (object == nullptr) return keys;
  for (const auto& member : *object) keys.emplace_back(member.key());
  return keys;
}

Text AnyOf(const std::vector<Text>& alternatives) {
  Text joined;
  for (std::size_t i = 0; i < alternatives.size(); ++i) {
    const bool last = i + 1 == alternatives.size();
    if (i > 0) {
      joined.sv += last ? " eller " : ", ";
      joined.en += last ? " or " : ", ";
    }
    joined.sv += alternatives[i].sv;
    joined.en += alternatives[i].In(Language::kEnglish);
  }
  return joined;
}

Text AnyOf(const std::vector<std::string>& alternatives) {
  std::vector<Text> texts;
  texts.reserve(alternatives.size());
  for (const std::string& alternative : alternatives) texts.emplace_back(alternative);
  return AnyOf(texts);
}

std::vector<std::string_view> AllowedWords(const JsonObject& schema) {
  std::vector<std::string_view> words;
  const auto add = [&words](const Json& value) {
    if (const auto* word = value.if_string()) words.emplace_back(*word);
  };
  if (const auto* constant = schema.if_contains("const")) add(*constant);
  const auto* values = schema.if_contains("enum");
  if (values != nullptr && values->is_array()) {
    for (const Json& value : values->get_array()) add(value);
  }
  return words;
}

Text ExpectedWords(const JsonObject& schema) {
  const auto* words = schema.if_contains("x-words");
  if (words != nullptr && words->is_object()) {
    return {MemberText(words->get_object(), "sv"), MemberText(words->get_object(), "en")};
  }
  std::vector<std::string> values;
  if (const auto* constant = schema.if_contains("const")) values.push_back(Quoted(*constant));
  if (const auto* many = schema.if_contains("enum"); many != nullptr && many->is_array()) {
    for (const Json& value : many->get_array()) values.push_back(Quoted(value));
  }
  if (!values.empty()) return AnyOf(values);
  if (const auto* type = schema.if_contains("type")) {
    const std::vector<Text> types = Types(*type);
    if (!types.empty()) return WithLimits(AnyOf(types), schema);
  }
  return {"något annat", "something else"};
}

Text ExampleWords(const JsonObject& schema) {
  const auto* examples = schema.if_contains("examples");
  if (examples == nullptr || !examples->is_array() || examples->get_array().empty()) return {};
  std::vector<std::string> shown;
  for (const Json& example : examples->get_array()) shown.push_back(Quoted(example));
  const Text list = AnyOf(shown);
  return {"Till exempel " + list.sv + ".", "For example " + list.en + "."};
}

}  // namespace rytm
