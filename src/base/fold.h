// Words made comparable: how they are typed plays no part.
#pragma once

#include <string>
#include <string_view>

namespace rytm {

// Without case and without marks over letters: "Äldrenämnden", "ÄLDRENÄMNDEN" and "aldrenamnden"
// are one. The text is UTF-8; for what is not, the result is empty.
std::string Folded(std::string_view text);

// Only the letters and digits of the folded text, "&" being "och": "Vård- & omsorgsnämnden" and
// "vård och omsorgsnämnden" are one, and so are "KS AU" and "KSAU".
std::string FoldedLetters(std::string_view text);

constexpr bool IsDigit(char c) { return '0' <= c && c <= '9'; }  // of ASCII

// Without the `blanks` around it.
std::string_view Trimmed(std::string_view text, std::string_view blanks = " \t\r\n");

// A to Z in lower case, all else as it is: for words of protocols, and what stands for them.
std::string LowerAscii(std::string_view text);

}  // namespace rytm
