#include "base/decode_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/text_check.h"

namespace rytm {
namespace {

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9F; 0 where it has no character.
constexpr std::uint16_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned ByteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// A code point of Unicode that is no surrogate.
void AppendUtf8(std::uint32_t point, std::string& text) {
  const auto tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += static_cast<char>(0xC0U | (point >> 6U));
    tail(0);
  } else if (point < 0x10000) {
    text += static_cast<char>(0xE0U | (point >> 12U));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (point >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

// Without its byte order mark. nullopt: half a character somewhere.
std::optional<std::string> FromUtf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t at) {
    const unsigned high = ByteAt(bytes, big_endian ? at : at + 1);
    return (high << 8U) | ByteAt(bytes, big_endian ? at + 1 : at);
  };
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    std::uint32_t point = unit(at);
    if (point >= 0xDC00 && point <= 0xDFFF) return std::nullopt;
    if (point >= 0xD800 && point <= 0xDBFF) {
      at += 2;
      const std::uint32_t low = at < bytes.size() ? unit(at) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
    }
    AppendUtf8(point, text);
  }
  return text;
}

std::optional<std::string> FromWindows1252(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    const std::uint32_t point = code >= 0x80 && code <= 0x9F ? kWindows1252[code - 0x80] : code;
    if (point == 0 && code != 0) return std::nullopt;
    AppendUtf8(point, text);
  }
  return text;
}

// Whether most of what is beyond ASCII is whole characters of UTF-8. Text in Windows-1252 is so
// only by chance: "Ö" and a dash after it.
bool WasMeantAsUtf8(std::string_view bytes) {
  std::ptrdiff_t whole = 0;
  std::ptrdiff_t broken = 0;
  for (;;) {
    const std::string_view valid = bytes.substr(0, FindInvalidUtf8(bytes).value_or(bytes.size()));
    whole += std::count_if(valid.begin(), valid.end(),
                           [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
    if (valid.size() == bytes.size()) return whole > broken;
    ++broken;
    bytes.remove_prefix(valid.size() + 1);
  }
}

Error NoText(const Text& why) {
  return {ErrorCode::kBadInput,
          Text("Filen är ingen text: ", "The file is no text: ") + why +
              Text(". Spara den som CSV (UTF-8) eller som vanlig text.",
                   ". Save it as CSV (UTF-8) or as plain text."),
          {}};
}

}  // namespace

Result<std::string> DecodeText(std::string_view bytes) {
  const bool big_endian = bytes.starts_with("\xFE\xFF");
  if (big_endian || bytes.starts_with("\xFF\xFE")) {
    std::optional<std::string> text = FromUtf16(bytes.substr(2), big_endian);
    if (!text) return NoText({"ett trasigt tecken i UTF-16", "a broken character of UTF-16"});
    if (text->find('\0') != std::string::npos) return NoText({"nollbyte", "zero bytes"});
    return *std::move(text);
  }
  if (bytes.find('\0') != std::string_view::npos) return NoText({"nollbyte", "zero bytes"});
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const std::optional<std::size_t> invalid = FindInvalidUtf8(bytes);
  if (!invalid) return std::string(bytes);
  if (WasMeantAsUtf8(bytes)) {
    const std::string_view before = bytes.substr(0, *invalid);
    const std::string line = std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
    return NoText({"ett trasigt tecken på rad " + line, "a broken character on line " + line});
  }
  std::optional<std::string> text = FromWindows1252(bytes);
  if (!text) return NoText({"byte som inget tecken har", "bytes that no character has"});
  return *std::move(text);
}

}  // namespace rytm
