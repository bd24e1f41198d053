// What people write, made safe to store, show and send: valid UTF-8, composed letters (NFC),
// nothing invisible that steers a screen or a calendar reader.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace rytm {

// The first byte that does not begin or continue a character (RFC 3629: no overlong form, no
// surrogate, nothing over U+10FFFF), or nullopt where all is well.
std::optional<std::size_t> FindInvalidUtf8(std::string_view text);

enum class Lines {
  kOne,  // names, places, reasons: a line break becomes a blank
  kMany  // longer texts keep their LF
};

// NFC. CR LF, CR, U+0085, U+2028 and U+2029 become LF; TAB becomes a blank. Taken away: the other
// C0 and C1 controls, DEL, bidirectional controls (U+202A-202E, U+2066-2069) and U+FEFF. Bytes that
// are not UTF-8 become U+FFFD. Does nothing to what it has already done.
std::string NormaliseText(std::string_view text, Lines lines = Lines::kMany);

// The door for text from outside (a form, a CSV cell, a mail): NormaliseText, or a refusal when it
// is not UTF-8 (kBadInput) or longer than `bytes_max` (kTooLarge).
Result<std::string> AcceptText(std::string_view bytes, Lines lines,
                               std::size_t bytes_max = kTextBytesMax);

}  // namespace rytm
