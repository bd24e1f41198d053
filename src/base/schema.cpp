// Without it valijson ends the program where it could throw.
#define VALIJSON_USE_EXCEPTIONS 1

#include "base/schema.h"

#include <algorithm>
#include <exception>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validation_visitor.hpp>

#include "base/json_words.h"
#include "base/schema_explain.h"

namespace rytm {
namespace {

using valijson::adapters::BoostJsonAdapter;

Error BadSchema(const std::string& why) {
  return {ErrorCode::kBadInput,
          {"Schemat går inte att använda: " + why, "The schema cannot be used: " + why},
          {}};
}

// Every "pattern" and every key of "patternProperties". False: one is no regular expression, named
// in `bad`.
bool CompilePatterns(const Json& schema, Patterns& patterns, std::string& bad) {
  const auto compile = [&](const std::string& pattern) {
    if (patterns.contains(pattern)) return true;
    try {
      patterns.emplace(pattern, pattern);
      return true;
    } catch (const std::regex_error&) {
      bad = pattern;
      return false;
    }
  };
  if (const auto* array = schema.if_array()) {
    return std::all_of(array->begin(), array->end(), [&](const Json& element) {
      return CompilePatterns(element, patterns, bad);
    });
  }
  const auto* object = schema.if_object();
  if (object == nullptr) return true;
  for (const auto& member : *object) {
    const auto* pattern = member.key() == "pattern" ? member.value().if_string() : nullptr;
    if (pattern != nullptr && !compile(std::string(*pattern))) return false;
    const auto* keyed = member.key() == "patternProperties" ? member.value().if_object() : nullptr;
    if (keyed != nullptr) {
      for (const auto& property : *keyed) {
        if (!compile(std::string(property.key()))) return false;
      }
    }
    if (!CompilePatterns(member.value(), patterns, bad)) return false;
  }
  return true;
}

// What both define stays as it is.
void AddDefinitions(const Json& from, Json& schema) {
  const JsonObject* source = from.if_object();
  const Json* definitions = source != nullptr ? source->if_contains("definitions") : nullptr;
  if (definitions == nullptr || !definitions->is_object() || !schema.is_object()) return;
  Json& own = schema.get_object()["definitions"];
  if (!own.is_object()) own = JsonObject();
  for (const auto& definition : definitions->get_object()) own.get_object().insert(definition);
}

// std::regex goes a step deeper for each character: a very long text would end the program.
void TellLongTexts(const Json& value, const JsonPointer& at, std::vector<Violation>& out) {
  const auto tell = [&out](const JsonPointer& where, std::size_t bytes) {
    if (out.size() >= kProblemsMax) return;
    const Text size = Grouped(bytes);
    const Text limit = Grouped(kTextBytesMax);
    out.push_back({where.ToString(),
                   {"Texten är för lång: " + size.sv + " byte. Gränsen är " + limit.sv + ".",
                    "The text is too long: " + size.en + " bytes. The limit is " + limit.en + "."},
                   {}});
  };
  if (const auto* text = value.if_string()) {
    if (text->size() > kTextBytesMax) tell(at, text->size());
  } else if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) TellLongTexts((*array)[i], at / i, out);
  } else if (const auto* object = value.if_object()) {
    for (const auto& member : *object) {
      if (member.key().size() > kTextBytesMax) {
        tell(at, member.key().size());  // not put into the pointer, which everybody would print
      } else {
        TellLongTexts(member.value(), at / std::string_view(member.key()), out);
      }
    }
  }
}

// {"<root>", "[bodies]", "[0]"} -> /bodies/0
std::string PointerOf(const std::vector<std::string>& context) {
  JsonPointer pointer;
  for (const std::string& step : context) {
    if (step.size() >= 2 && step.front() == '[' && step.back() == ']') {
      pointer = pointer / std::string_view(step).substr(1, step.size() - 2);
    }
  }
  return pointer.ToString();
}

// For a keyword the explainer has no words for. valijson tells the way up too: only the innermost
// places are kept.
std::vector<Violation> PlainViolations(valijson::ValidationResults& results) {
  std::set<std::string> pointers;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) pointers.insert(PointerOf(error.context));
  if (pointers.empty()) pointers.insert("");
  std::vector<Violation> violations;
  for (auto pointer = pointers.begin(); pointer != pointers.end(); ++pointer) {
    const auto below = pointers.lower_bound(*pointer + "/");
    if (below != pointers.end() && below->starts_with(*pointer + "/")) continue;
    if (violations.size() >= kProblemsMax) break;
    violations.push_back({*pointer,
                          {"Värdet här följer inte filens regler.",
                           "The value here does not follow the rules of the file."},
                          {}});
  }
  return violations;
}

std::vector<Problem> ProblemsOf(std::vector<Violation> violations, const Json& value,
                                std::string_view file) {
  std::vector<Problem> problems;
  problems.reserve(violations.size());
  for (Violation& violation : violations) {
    problems.push_back({std::string(file), std::move(violation.pointer), std::move(violation.what),
                        std::move(violation.instead)});
  }
  SortInFileOrder(value, file, problems);
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
  return problems;
}

}  // namespace

struct JsonSchema::Compiled {
  Json root;
  mutable Patterns patterns;  // valijson may add what it misses: as all are there, it never does
  valijson::Schema schema;

  // valijson throws where a value has not the type a keyword takes for granted; then the value is
  // not valid.
  bool Validates(const Json& value, valijson::ValidationResults* results) const {
    try {
      constexpr bool kStrictTypes = true;
      valijson::ValidationVisitor<BoostJsonAdapter> visitor(BoostJsonAdapter(value), {"<root>"},
                                                            kStrictTypes, results, patterns);
      return visitor.validateSchema(schema);
    } catch (const std::exception&) {
      return false;
    }
  }
};

JsonSchema::JsonSchema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
JsonSchema::JsonSchema(JsonSchema&&) noexcept = default;
JsonSchema& JsonSchema::operator=(JsonSchema&&) noexcept = default;
JsonSchema::~JsonSchema() = default;

Result<JsonSchema> JsonSchema::Compile(std::string_view schema_text, const JsonSchema* shared) {
  Result<Json> root = ParseJson(schema_text, "schema");
  if (!root.ok()) return root.error();
  auto compiled = std::make_unique<Compiled>();
  compiled->root = std::move(root).value();
  if (shared != nullptr) {
    AddDefinitions(shared->compiled_->root, compiled->root);
    compiled->patterns = shared->compiled_->patterns;
  }
  std::string bad;
  if (!CompilePatterns(compiled->root, compiled->patterns, bad)) {
    return BadSchema("the pattern " + bad + " is no regular expression");
  }
  try {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(BoostJsonAdapter(compiled->root), compiled->schema);
  } catch (const std::exception& failure) {
    return BadSchema(failure.what());
  }
  return JsonSchema(std::move(compiled));
}

std::vector<Problem> JsonSchema::Check(const Json& value, std::string_view file) const {
  std::vector<Violation> violations;
  TellLongTexts(value, {}, violations);
  if (violations.empty()) {
    if (compiled_->Validates(value, nullptr)) return {};
    SchemaExplainer(compiled_->root, compiled_->patterns)
        .Explain(compiled_->root, value, {}, violations);
  }
  if (violations.empty()) {
    valijson::ValidationResults results;
    compiled_->Validates(value, &results);
    violations = PlainViolations(results);
  }
  return ProblemsOf(std::move(violations), value, file);
}

}  // namespace rytm
