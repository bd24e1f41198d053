#include "app/totp.h"

#include "app/secret.h"
#include "app/sha1.h"
#include "app/tokens.h"

namespace rytm {
namespace {

constexpr std::int64_t kStepSeconds = 30;

std::string PercentEncoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
        c == '.' || c == '_' || c == '~')
      encoded += c;
    else
      ((encoded += '%') += kHex[byte >> 4U]) += kHex[byte & 15U];
  }
  return encoded;
}

}  // namespace

std::string TotpCode(std::string_view secret, std::int64_t step, int digits) {
  std::string counter;
  for (int shift = 56; shift >= 0; shift -= 8)
    counter +=
        static_cast<char>(static_cast<std::uint64_t>(step) >> static_cast<unsigned>(shift) & 0xFFU);
  const Sha1Digest digest = HmacSha1(secret, counter);
  const std::size_t offset = digest.back() & 0x0FU;
  std::uint32_t number = digest[offset] & 0x7FU;
  for (std::size_t i = 1; i < 4; ++i) number = number << 8U | digest[offset + i];
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
    *digit = static_cast<char>('0' + number % 10);
  return code;
}

std::int64_t TotpStep(Instant instant) { return instant.time_since_epoch().count() / kStepSeconds; }

std::optional<std::int64_t> MatchTotp(std::string_view secret, std::string_view code, Instant now) {
  std::string digits;
  for (const char c : code)
    if (c != ' ') digits += c;
  std::optional<std::int64_t> match;
  for (const std::int64_t beside : {-1, 0, 1}) {
    const std::int64_t step = TotpStep(now) + beside;
    if (SameBytes(TotpCode(secret, step), digits)) match = step;
  }
  return match;
}

std::string TotpUri(std::string_view issuer, std::string_view login, std::string_view secret) {
  const std::string by = PercentEncoded(issuer);
  return "otpauth://totp/" + by + ":" + PercentEncoded(login) + "?secret=" + Base32(secret) +
         "&issuer=" + by + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace rytm
