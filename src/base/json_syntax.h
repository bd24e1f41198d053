// Where and why a text is not JSON, in words (for json.cpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"

namespace rytm {

// "line 12, column 3": both from 1, columns in characters.
std::string PlaceInText(std::string_view text, std::size_t offset);

// What PlaceInText gives, in both languages: "rad 12, kolumn 3". A JSON pointer stays as it is.
Text PlaceInWords(const std::string& place);

// "rad 12" in Swedish, "line 12" in English.
Text LineWords(std::string_view text, std::size_t offset);

struct SyntaxError {
  std::size_t offset;  // the character to look at; may be moved back from where the parser stopped
  Text what;
  Text instead;
};

// `offset`: the first byte the parser could not take; text.size() if the text ends too early. The
// text before it is the beginning of valid JSON, in UTF-8.
SyntaxError ExplainSyntax(std::string_view text, std::size_t offset);

}  // namespace rytm
