#include "base/address.h"

#include <algorithm>

#include "base/limits.h"

namespace rytm {
namespace {

bool IsAlphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Words with dots between, none empty.
template <class IsWord>
bool AreDotted(std::string_view text, std::size_t words_min, const IsWord& is_word) {
  std::size_t words = 0;
  for (;; ++words) {
    const std::size_t dot = text.find('.');
    if (!is_word(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) break;
    text.remove_prefix(dot + 1);
  }
  return words + 1 >= words_min;
}

bool IsLocalWord(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return IsAlphanumeric(c) ||
           std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  });
}

bool IsLabel(std::string_view label) {
  constexpr std::size_t kLabelBytesMax = 63;  // RFC 1035 §2.3.4
  return !label.empty() && label.size() <= kLabelBytesMax && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
           return IsAlphanumeric(c) || c == '-';
         });
}

}  // namespace

bool IsAddress(std::string_view address, std::size_t labels_min) {
  constexpr std::size_t kLocalBytesMax = 64;  // RFC 5321 §4.5.3.1.1
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || at > kLocalBytesMax || address.size() > kAddressBytesMax)
    return false;
  return AreDotted(address.substr(0, at), 1, IsLocalWord) &&
         AreDotted(address.substr(at + 1), labels_min, IsLabel);
}

}  // namespace rytm
