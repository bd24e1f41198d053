// Why a value does not fit a schema, in words: walks the schema beside the value (for schema.cpp).
#pragma once

#include <regex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace rytm {

using Patterns =
    std::unordered_map<std::string, std::regex>;  // by their text, as valijson has them

// One thing a schema does not like about a value.
struct Violation {
  std::string pointer;
  Text what;
  Text instead;
  int weight = 1;  // how much it speaks against this being the shape that was meant
};

// What each kind of violation says against a shape. A wrong constant ("kind": "b" where the shape
// says "a") nearly rules it out.
inline constexpr int kTypeWeight = 4;
inline constexpr int kConstantWeight = 30;
inline constexpr int kMissingWeight = 5;
inline constexpr int kUnknownWeight = 4;

// Appends, up to kProblemsMax.
void Tell(std::vector<Violation>& out, const JsonPointer& at, Text what, Text instead,
          int weight = 1);

class SchemaExplainer {
 public:
  // `patterns` holds every pattern of the schema. Both must outlive the explainer.
  SchemaExplainer(const Json& root, const Patterns& patterns) : root_(root), patterns_(patterns) {}

  // Appends to `out`, which stops growing at kProblemsMax.
  void Explain(const Json& schema, const Json& value, const JsonPointer& at,
               std::vector<Violation>& out) const;

 private:
  void ExplainType(const JsonObject& schema, const Json& value, const JsonPointer& at,
                   std::vector<Violation>& out) const;
  void ExplainWords(const JsonObject& schema, const Json& value, const JsonPointer& at,
                    std::vector<Violation>& out) const;
  Text Instead(const JsonObject& schema, const Json& value) const;
  void ExplainNumber(const JsonObject& schema, const Json& value, const JsonPointer& at,
                     std::vector<Violation>& out) const;
  void ExplainString(const JsonObject& schema, const Json& value, const JsonPointer& at,
                     std::vector<Violation>& out) const;
  void ExplainArray(const JsonObject& schema, const JsonArray& array, const JsonPointer& at,
                    std::vector<Violation>& out) const;
  void ExplainElements(const JsonObject& schema, const JsonArray& array, const JsonPointer& at,
                       std::vector<Violation>& out) const;
  void ExplainObject(const JsonObject& schema, const JsonObject& object, const JsonPointer& at,
                     std::vector<Violation>& out) const;
  void ExplainKeys(const JsonObject& schema, const JsonObject& object, const JsonPointer& at,
                   std::vector<Violation>& out) const;
  void ExplainMember(const JsonObject& schema, std::string_view key, const Json& value,
                     const JsonPointer& at, std::vector<Violation>& out) const;
  void ExplainCombined(const JsonObject& schema, const Json& value, const JsonPointer& at,
                       std::vector<Violation>& out) const;
  void ExplainBranches(const JsonObject& schema, const JsonArray& branches, bool only_one,
                       const Json& value, const JsonPointer& at, std::vector<Violation>& out) const;

  bool Fits(const Json& schema, const Json& value) const;
  bool Matches(std::string_view pattern, std::string_view text) const;
  const Json& Resolve(const Json& schema) const;  // follows $ref
  void Flatten(const JsonArray& branches, std::vector<const Json*>& flat) const;

  const Json& root_;
  const Patterns& patterns_;
};

}  // namespace rytm
