#include "base/text_check.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace rytm {
namespace {

constexpr utf8proc_int32_t kReplacement = 0xFFFD;

struct Character {
  utf8proc_int32_t code_point;  // kReplacement and one byte where the bytes are no character
  std::size_t bytes;
  bool valid;
};

Character CharacterAt(std::string_view text, std::size_t offset) {
  utf8proc_int32_t code_point = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (length <= 0) return {kReplacement, 1, false};
  return {code_point, static_cast<std::size_t>(length), true};
}

bool IsBidiControl(utf8proc_int32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsLineBreak(utf8proc_int32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsControl(utf8proc_int32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

void AppendCharacter(utf8proc_int32_t code_point, std::string& out) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t length = utf8proc_encode_char(code_point, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

// ASCII and the letters å, ä, ö, é and their like (C3 80 to C3 BF) in one piece, as nearly all
// texts are: there is nothing to take away and nothing to compose.
bool IsNormal(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte != 0xC3 || ++at == text.size()) return false;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return false;
  }
  return true;
}

std::string WithoutControls(std::string_view text, Lines lines) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = CharacterAt(text, at);
    const utf8proc_int32_t c = character.code_point;
    at += character.bytes;
    if (IsLineBreak(c)) {
      if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
      clean += lines == Lines::kMany ? '\n' : ' ';
    } else if (c == '\t') {
      clean += ' ';
    } else if (!IsControl(c) && !IsBidiControl(c) && c != 0xFEFF) {
      AppendCharacter(c, clean);
    }
  }
  return clean;
}

std::string Composed(const std::string& text) {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (ascii) return text;
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  if (length < 0) throw std::bad_alloc();  // the text is valid UTF-8 by now: nothing else can fail
  return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<std::size_t> FindInvalidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Character character = CharacterAt(text, at);
    if (!character.valid) return at;
    at += character.bytes;
  }
  return std::nullopt;
}

std::string NormaliseText(std::string_view text, Lines lines) {
  return IsNormal(text) ? std::string(text) : Composed(WithoutControls(text, lines));
}

Result<std::string> AcceptText(std::string_view bytes, Lines lines, std::size_t bytes_max) {
  // Decomposed letters shrink; nothing shrinks to less than a fourth, so more is refused unread.
  std::string text;
  if (bytes.size() / 4 <= bytes_max) {
    if (const auto bad = FindInvalidUtf8(bytes)) {
      const std::string at = std::to_string(*bad);
      return Error{ErrorCode::kBadInput,
                   {"Texten är inte UTF-8: byte " + at + " hör inte till något tecken.",
                    "The text is not UTF-8: byte " + at + " belongs to no character."},
                   {}};
    }
    text = NormaliseText(bytes, lines);
    if (text.size() <= bytes_max) return text;
  }
  const std::string size = std::to_string(std::max(bytes.size(), text.size()));
  const std::string limit = std::to_string(bytes_max);
  return Error{ErrorCode::kTooLarge,
               {"Texten är " + size + " byte lång; gränsen är " + limit + ".",
                "The text is " + size + " bytes long; the limit is " + limit + "."},
               {}};
}

}  // namespace rytm
