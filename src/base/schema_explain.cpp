#include "base/schema_explain.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/json_words.h"
#include "base/likely_meant.h"
#include "base/limits.h"
#include "base/nearest_word.h"
#include "base/schema_words.h"

namespace rytm {
namespace {

constexpr int kReferencesMax = 16;  // from one $ref to the next, without a value between

std::optional<double> NumberOf(const JsonObject& schema, std::string_view keyword) {
  const auto* number = schema.if_contains(keyword);
  if (number == nullptr || !number->is_number()) return std::nullopt;
  return number->to_number<double>();
}

std::optional<std::size_t> CountOf(const JsonObject& schema, std::string_view keyword) {
  const auto* number = schema.if_contains(keyword);
  const auto* count = number != nullptr ? number->if_int64() : nullptr;
  if (count == nullptr || *count < 0) return std::nullopt;
  return static_cast<std::size_t>(*count);
}

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

void TellCount(std::vector<Violation>& out, const JsonPointer& at, const Text& things,
               const Text& limit_words, std::size_t limit, std::size_t count) {
  const Text limit_number = Grouped(limit);
  const Text number = Grouped(count);
  Tell(
      out, at,
      {things.sv + " " + limit_words.sv + " " + limit_number.sv + "; nu är det " + number.sv + ".",
       things.en + " " + limit_words.en + " " + limit_number.en + "; now it is " + number.en + "."},
      {});
}

const Text kAtLeast{"ska vara minst", "must be at least"};
const Text kAtMost{"får vara högst", "must be at most"};
const Text kElementCount{"Antalet i listan", "The number of elements in the list"};
const Text kKeyCount{"Antalet nycklar", "The number of keys"};
const Text kLength{"Textens längd i tecken", "The length of the text in characters"};

}  // namespace

void Tell(std::vector<Violation>& out, const JsonPointer& at, Text what, Text instead, int weight) {
  if (out.size() >= kProblemsMax) return;
  out.push_back({at.ToString(), std::move(what), std::move(instead), weight});
}

void SchemaExplainer::Explain(const Json& schema, const Json& value, const JsonPointer& at,
                              std::vector<Violation>& out) const {
  if (out.size() >= kProblemsMax) return;
  const Json& resolved = Resolve(schema);
  if (const auto* allowed = resolved.if_bool()) {
    if (!*allowed) Tell(out, at, {"Här får inget stå.", "Nothing may stand here."}, {});
    return;
  }
  const auto* object = resolved.if_object();
  if (object == nullptr) return;
  if (!HasTypeOf(value, *object)) return ExplainType(*object, value, at, out);
  const std::size_t before = out.size();
  ExplainWords(*object, value, at, out);
  if (out.size() > before) return;  // a word that is not known: what else is wrong with it is noise
  if (value.is_number()) ExplainNumber(*object, value, at, out);
  if (value.is_string()) ExplainString(*object, value, at, out);
  if (value.is_array()) ExplainArray(*object, value.get_array(), at, out);
  if (value.is_object()) ExplainObject(*object, value.get_object(), at, out);
  ExplainCombined(*object, value, at, out);
}

void SchemaExplainer::ExplainType(const JsonObject& schema, const Json& value,
                                  const JsonPointer& at, std::vector<Violation>& out) const {
  Tell(out, at, ExpectedButFound(ExpectedWords(schema), value), Instead(schema, value),
       kTypeWeight);
}

// What would be right: how it was likely meant, or the words, or an example.
Text SchemaExplainer::Instead(const JsonObject& schema, const Json& value) const {
  const std::vector<std::string_view> words = AllowedWords(schema);
  const auto* pattern = schema.if_contains("pattern");
  const auto* regex = pattern != nullptr ? pattern->if_string() : nullptr;
  for (const std::string& meant : LikelyMeant(value)) {
    const bool word = std::find(words.begin(), words.end(), meant) != words.end();
    if (!word && (regex == nullptr || !Matches(std::string_view(*regex), meant))) continue;
    return {"Skriv " + Quoted(meant) + ".", "Write " + Quoted(meant) + "."};
  }
  if (!words.empty()) {
    return DidYouMean(value.is_string() ? std::string_view(value.get_string()) : "", words);
  }
  if (value.is_string() && HasTypeOf(Json(0), schema) && schema.contains("type")) {
    return {"Skriv talet utan citattecken.", "Write the number without quotation marks."};
  }
  return ExampleWords(schema);
}

void SchemaExplainer::ExplainWords(const JsonObject& schema, const Json& value,
                                   const JsonPointer& at, std::vector<Violation>& out) const {
  const auto* constant = schema.if_contains("const");
  const auto* values = schema.if_contains("enum");
  const bool constant_ok = constant == nullptr || *constant == value;
  bool among = true;
  if (values != nullptr && values->is_array()) {
    const JsonArray& list = values->get_array();
    among = std::find(list.begin(), list.end(), value) != list.end();
  }
  if (constant_ok && among) return;
  const std::vector<std::string_view> words = AllowedWords(schema);
  const int weight = words.size() == 1 ? kConstantWeight : 1;
  if (!value.is_string() || schema.contains("x-words")) {
    Tell(out, at, ExpectedButFound(ExpectedWords(schema), value), Instead(schema, value), weight);
    return;
  }
  const std::string_view word(value.get_string());
  Tell(out, at,
       {"Ordet " + Quoted(word) + " går inte att använda här.",
        "The word " + Quoted(word) + " cannot be used here."},
       Instead(schema, value), weight);
}

void SchemaExplainer::ExplainNumber(const JsonObject& schema, const Json& value,
                                    const JsonPointer& at, std::vector<Violation>& out) const {
  const double number = value.to_number<double>();
  const auto low = NumberOf(schema, "minimum");
  const auto high = NumberOf(schema, "maximum");
  const auto above = NumberOf(schema, "exclusiveMinimum");
  const auto below = NumberOf(schema, "exclusiveMaximum");
  if ((low && number < *low) || (high && number > *high)) {
    Tell(out, at, ExpectedButFound(ExpectedWords(schema), value), ExampleWords(schema));
  }
  if (above && number <= *above) {
    const std::string limit = Quoted(schema.at("exclusiveMinimum"));
    Tell(out, at,
         {"Talet ska vara större än " + limit + "; det är " + Quoted(value) + ".",
          "The number must be more than " + limit + "; it is " + Quoted(value) + "."},
         ExampleWords(schema));
  }
  if (below && number >= *below) {
    const std::string limit = Quoted(schema.at("exclusiveMaximum"));
    Tell(out, at,
         {"Talet ska vara mindre än " + limit + "; det är " + Quoted(value) + ".",
          "The number must be less than " + limit + "; it is " + Quoted(value) + "."},
         ExampleWords(schema));
  }
}

void SchemaExplainer::ExplainString(const JsonObject& schema, const Json& value,
                                    const JsonPointer& at, std::vector<Violation>& out) const {
  const std::string_view text(value.get_string());
  const std::size_t length = Characters(text);
  if (const auto min = CountOf(schema, "minLength"); min && length < *min) {
    if (length == 0)
      return Tell(out, at, {"Texten är tom.", "The text is empty."}, ExampleWords(schema));
    TellCount(out, at, kLength, kAtLeast, *min, length);
  }
  if (const auto max = CountOf(schema, "maxLength"); max && length > *max) {
    TellCount(out, at, kLength, kAtMost, *max, length);
  }
  const auto* pattern = schema.if_contains("pattern");
  if (pattern == nullptr || !pattern->is_string()) return;
  const std::string_view regex(pattern->get_string());
  if (Matches(regex, text)) return;
  Text instead = Instead(schema, value);
  if (instead.empty() && !schema.contains("x-words")) {
    const std::string shown(regex);
    instead = {"Det ska följa mönstret " + shown + ".",
               "It must follow the pattern " + shown + "."};
  }
  Tell(out, at, ExpectedButFound(ExpectedWords(schema), value), std::move(instead), 2);
}

void SchemaExplainer::ExplainArray(const JsonObject& schema, const JsonArray& array,
                                   const JsonPointer& at, std::vector<Violation>& out) const {
  const auto min = CountOf(schema, "minItems");
  const auto max = CountOf(schema, "maxItems");
  if (min && array.size() < *min) {
    if (array.empty()) {
      Tell(out, at, {"Listan är tom.", "The list is empty."}, ExampleWords(schema));
    } else {
      TellCount(out, at, kElementCount, kAtLeast, *min, array.size());
    }
  }
  if (max && array.size() > *max) TellCount(out, at, kElementCount, kAtMost, *max, array.size());
  const auto* unique = schema.if_contains("uniqueItems");
  if (unique != nullptr && unique->is_bool() && unique->get_bool()) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < array.size(); ++i) {
      if (seen.insert(WriteJsonCompact(array[i])).second) continue;
      Tell(out, at / i,
           {Quoted(array[i]) + " står redan i listan.",
            Quoted(array[i]) + " is in the list already."},
           {"Ta bort den ena.", "Remove one of them."});
    }
  }
  ExplainElements(schema, array, at, out);
}

void SchemaExplainer::ExplainElements(const JsonObject& schema, const JsonArray& array,
                                      const JsonPointer& at, std::vector<Violation>& out) const {
  const auto* contains = schema.if_contains("contains");
  if (contains != nullptr && std::none_of(array.begin(), array.end(), [&](const Json& element) {
        return Fits(*contains, element);
      })) {
    const Json& wanted = Resolve(*contains);
    const Text words = wanted.is_object() ? ExpectedWords(wanted.get_object()) : Text("…");
    Tell(out, at,
         {"Listan ska innehålla " + words.sv + ".", "The list must hold " + words.en + "."}, {});
  }
  const auto* items = schema.if_contains("items");
  if (items == nullptr) return;
  const auto* tuple = items->if_array();
  const auto* rest = schema.if_contains("additionalItems");
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (tuple == nullptr) {
      Explain(*items, array[i], at / i, out);
    } else if (i < tuple->size()) {
      Explain((*tuple)[i], array[i], at / i, out);
    } else if (rest != nullptr) {
      Explain(*rest, array[i], at / i, out);
    }
  }
}

void SchemaExplainer::ExplainObject(const JsonObject& schema, const JsonObject& object,
                                    const JsonPointer& at, std::vector<Violation>& out) const {
  const JsonObject* properties = ObjectOf(schema, "properties");
  for (const std::string_view key : StringsOf(schema, "required")) {
    if (object.contains(key)) continue;
    Text instead;
    const auto* property = properties != nullptr ? properties->if_contains(key) : nullptr;
    if (property != nullptr && Resolve(*property).is_object()) {
      instead = ExampleWords(Resolve(*property).get_object());
    }
    Tell(out, at, MissingKey(key), std::move(instead), kMissingWeight);
  }
  if (const auto min = CountOf(schema, "minProperties"); min && object.size() < *min) {
    TellCount(out, at, kKeyCount, kAtLeast, *min, object.size());
  }
  if (const auto max = CountOf(schema, "maxProperties"); max && object.size() > *max) {
    TellCount(out, at, kKeyCount, kAtMost, *max, object.size());
  }
  ExplainKeys(schema, object, at, out);
  for (const auto& member : object) {
    ExplainMember(schema, member.key(), member.value(), at / std::string_view(member.key()), out);
  }
}

// propertyNames and dependencies.
void SchemaExplainer::ExplainKeys(const JsonObject& schema, const JsonObject& object,
                                  const JsonPointer& at, std::vector<Violation>& out) const {
  if (const auto* names = schema.if_contains("propertyNames")) {
    for (const auto& member : object) {
      std::vector<Violation> wrong;
      Explain(*names, Json(member.key()), at / std::string_view(member.key()), wrong);
      for (Violation& violation : wrong) {
        violation.what.sv = "Nyckeln går inte att använda. " + violation.what.sv;
        violation.what.en = "The key cannot be used. " + violation.what.en;
        if (out.size() < kProblemsMax) out.push_back(std::move(violation));
      }
    }
  }
  const JsonObject* dependencies = ObjectOf(schema, "dependencies");
  if (dependencies == nullptr) return;
  for (const auto& dependency : *dependencies) {
    const std::string_view key(dependency.key());
    if (!object.contains(key)) continue;
    if (!dependency.value().is_array()) {
      Explain(dependency.value(), Json(object), at, out);
      continue;
    }
    for (const std::string_view needed : StringsOf(*dependencies, key)) {
      if (object.contains(needed)) continue;
      Tell(out, at,
           {"Nyckeln " + Quoted(needed) + " saknas: den behövs när " + Quoted(key) + " finns.",
            "The key " + Quoted(needed) + " is missing: it is needed where " + Quoted(key) +
                " stands."},
           {}, kMissingWeight);
    }
  }
}

void SchemaExplainer::ExplainMember(const JsonObject& schema, std::string_view key,
                                    const Json& value, const JsonPointer& at,
                                    std::vector<Violation>& out) const {
  bool known = false;
  const JsonObject* properties = ObjectOf(schema, "properties");
  if (const auto* property = properties != nullptr ? properties->if_contains(key) : nullptr) {
    Explain(*property, value, at, out);
    known = true;
  }
  if (const JsonObject* patterns = ObjectOf(schema, "patternProperties")) {
    for (const auto& pattern : *patterns) {
      if (!Matches(pattern.key(), key)) continue;
      Explain(pattern.value(), value, at, out);
      known = true;
    }
  }
  const auto* others = schema.if_contains("additionalProperties");
  if (known || others == nullptr) return;
  if (others->is_bool() && !others->get_bool()) {
    Tell(out, at, UnknownKey(key), DidYouMean(key, KeysOf(properties)), kUnknownWeight);
  } else {
    Explain(*others, value, at, out);
  }
}

void SchemaExplainer::ExplainCombined(const JsonObject& schema, const Json& value,
                                      const JsonPointer& at, std::vector<Violation>& out) const {
  if (const auto* all = schema.if_contains("allOf"); all != nullptr && all->is_array()) {
    for (const Json& each : all->get_array()) Explain(each, value, at, out);
  }
  if (const auto* any = schema.if_contains("anyOf"); any != nullptr && any->is_array()) {
    ExplainBranches(schema, any->get_array(), false, value, at, out);
  }
  if (const auto* one = schema.if_contains("oneOf"); one != nullptr && one->is_array()) {
    ExplainBranches(schema, one->get_array(), true, value, at, out);
  }
  if (const auto* forbidden = schema.if_contains("not");
      forbidden != nullptr && Fits(*forbidden, value)) {
    const Text words = FoundWords(value);
    Tell(out, at,
         {"Just detta får inte stå här: " + words.sv + ".",
          "Just this may not stand here: " + words.en + "."},
         ExampleWords(schema));
  }
  if (const auto* condition = schema.if_contains("if")) {
    const auto* then = schema.if_contains(Fits(*condition, value) ? "then" : "else");
    if (then != nullptr) Explain(*then, value, at, out);
  }
}

bool SchemaExplainer::Fits(const Json& schema, const Json& value) const {
  std::vector<Violation> wrong;
  Explain(schema, value, {}, wrong);
  return wrong.empty();
}

bool SchemaExplainer::Matches(std::string_view pattern, std::string_view text) const {
  const auto regex = patterns_.find(std::string(pattern));
  return regex == patterns_.end() || std::regex_search(text.begin(), text.end(), regex->second);
}

const Json& SchemaExplainer::Resolve(const Json& schema) const {
  const Json* resolved = &schema;
  for (int i = 0; i < kReferencesMax; ++i) {
    const auto* object = resolved->if_object();
    const auto* reference = object != nullptr ? object->if_contains("$ref") : nullptr;
    if (reference == nullptr || !reference->is_string()) break;
    const std::string_view pointer(reference->get_string());
    boost::json::error_code ec;
    const Json* target =
        root_.find_pointer(pointer.substr(std::min<std::size_t>(1, pointer.size())), ec);
    if (target == nullptr) break;
    resolved = target;
  }
  return *resolved;
}

}  // namespace rytm
