// The bytes of a file that somebody saved, as text: the door before everything that reads tables
// and lists made in other programs.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rytm {

// Before UTF-8: what Excel wants before a table, and others leave before any text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252, which Excel
// writes in Sweden. Line breaks and tabs are kept as they are. kBadInput: what is no text (zero
// bytes, broken UTF-16, bytes that Windows-1252 does not have), and UTF-8 with a few broken
// characters, which read as Windows-1252 would come out garbled.
Result<std::string> DecodeText(std::string_view bytes);

}  // namespace rytm
