// JSON Schema (draft 7), in words people understand. valijson decides what is valid; the
// explanation is ours.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace rytm {

class JsonSchema {
 public:
  // `schema_text` is one of our own files. `$ref` may point inside it only ("#/definitions/day"),
  // and never back to itself without a value between. A subschema may say what it wants in words,
  // "x-words": {"sv": "ett datum", "en": "a date"}, and give "examples"; the messages use both.
  // The definitions of `shared` count as its own, but for those it has itself.
  static Result<JsonSchema> Compile(std::string_view schema_text,
                                    const JsonSchema* shared = nullptr);

  JsonSchema(JsonSchema&&) noexcept;
  JsonSchema& operator=(JsonSchema&&) noexcept;
  ~JsonSchema();

  // All that is wrong, in file order, at most kProblemsMax; empty when valid. Each Problem::pointer
  // is the value that is wrong; for a missing key, the object that lacks it. Where none of several
  // shapes fits, the problems are those of the shape that comes nearest. A text over kTextBytesMax
  // is refused. Safe to call from several threads.
  std::vector<Problem> Check(const Json& value, std::string_view file) const;

 private:
  struct Compiled;
  explicit JsonSchema(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace rytm
