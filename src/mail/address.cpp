#include "mail/address.h"

#include <algorithm>

#include "base/address.h"
#include "base/fold.h"
#include "base/limits.h"
#include "base/text_check.h"

namespace rytm {
namespace {

constexpr std::size_t kAnswerBytesMax = 300;  // of a mail server, as it is kept

bool IsControl(unsigned char c, unsigned char next) {
  return c < 0x20 || c == 0x7F || (c == 0xC2 && next >= 0x80 && next < 0xA0);
}

}  // namespace

Result<Done> CheckAddress(std::string_view address) {
  constexpr std::size_t kDomainLabelsMin = 1;  // "localhost" too
  if (IsAddress(address, kDomainLabelsMin)) return Done{};
  return Refuse(ErrorCode::kBadInput,
                Text("Det här är ingen e-postadress som går att använda. Skriv som "
                     "anna@ekeby.example, utan å, ä, ö och blanksteg.",
                     "This is no e-mail address that can be used. Write it as "
                     "anna@ekeby.example, in ASCII, without blanks."));
}

Result<Done> CheckHeadText(std::string_view text, const Text& what) {
  bool fits = !FindInvalidUtf8(text);
  for (std::size_t i = 0; fits && i < text.size(); ++i)
    fits = !IsControl(static_cast<unsigned char>(text[i]),
                      static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0'));
  if (fits) return Done{};
  return Refuse(ErrorCode::kBadInput,
                what + Text(" har en radbrytning eller ett annat styrtecken, och kan inte "
                            "stå i ett mejl.",
                            " holds a line break or another control character, and "
                            "cannot stand in a mail."));
}

std::string DomainOf(std::string_view address) {
  return LowerAscii(address.substr(address.rfind('@') + 1));
}

std::string WithTag(std::string_view address, std::string_view tag) {
  if (tag.empty()) return std::string(address);
  const std::size_t at = address.rfind('@');
  return std::string(address.substr(0, at)) + "+" + std::string(tag) +
         std::string(address.substr(at));
}

std::optional<std::string> TagOf(std::string_view address) {
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t plus = address.find('+');
  if (plus == std::string_view::npos || plus + 1 >= at) return std::nullopt;
  return std::string(address.substr(plus + 1, at - plus - 1));
}

std::string WithoutAddresses(std::string_view answer) {
  std::string clean = NormaliseText(answer.substr(0, kAnswerBytesMax), Lines::kOne);
  constexpr std::string_view kAround = " <>()[]\"',;:";
  for (std::size_t at = clean.find('@'); at != std::string::npos; at = clean.find('@', at)) {
    const std::size_t before = clean.find_last_of(kAround, at);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(clean.find_first_of(kAround, at), clean.size());
    clean.replace(begin, end - begin, "…");
    at = begin;
  }
  while (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return clean;
}

}  // namespace rytm
