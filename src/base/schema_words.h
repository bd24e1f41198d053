// What a schema says of itself, in words (for schema_explain.cpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/text.h"

namespace rytm {

// True where "type" allows the value, or is not there. Without it "enum" says which types there
// are.
bool HasTypeOf(const Json& value, const JsonObject& schema);

// The strings of a keyword that is a list, such as "required"; empty if it is something else.
std::vector<std::string_view> StringsOf(const JsonObject& schema, std::string_view keyword);

// The keyword, if it is an object.
const JsonObject* ObjectOf(const JsonObject& schema, std::string_view keyword);
std::vector<std::string_view> KeysOf(const JsonObject* object);  // none of nullptr

// What should stand: "x-words", or else words made of "enum" and "type" and the limits of a number;
// never empty.
Text ExpectedWords(const JsonObject& schema);

// `Till exempel "13:30".`, from "examples"; empty without.
Text ExampleWords(const JsonObject& schema);

// The strings among the values of "enum" and "const".
std::vector<std::string_view> AllowedWords(const JsonObject& schema);

// `"a", "b" eller "c"`, `"a", "b" or "c"`.
Text AnyOf(const std::vector<std::string>& alternatives);
Text AnyOf(const std::vector<Text>& alternatives);

}  // namespace rytm
