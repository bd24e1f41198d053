// How JSON is called in messages to people.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/text.h"

namespace rytm {

// The value as JSON, cut after some sixty bytes: what a message can quote. Of lists and objects
// only the brackets.
std::string Quoted(const Json& value);
std::string Quoted(std::string_view text);

// "ett tal (42)", "en text ("abc")", "en lista", "ett objekt", "true", "null (inget värde)".
Text FoundWords(const Json& value);

// `Här ska det stå EXPECTED, men det står FOUND.`
Text ExpectedButFound(const Text& expected, const Json& found);

// `Nyckeln "id" saknas.`
Text MissingKey(std::string_view key);
// `Nyckeln "idd" finns inte här.`
Text UnknownKey(std::string_view key);

// "1 234 567" in Swedish (no-break spaces), "1,234,567" in English.
Text Grouped(std::size_t number);

}  // namespace rytm
