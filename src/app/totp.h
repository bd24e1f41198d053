// One-time codes that an app on somebody's telephone shows: RFC 6238 with SHA-1, 30 seconds, six
// digits. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace rytm {

inline constexpr std::size_t kTotpSecretBytes = 20;  // as long as the hash (RFC 4226 §4)
inline constexpr int kTotpDigits = 6;

// The code of a step (RFC 4226 §5.3), with its leading zeros. At most nine digits.
std::string TotpCode(std::string_view secret, std::int64_t step, int digits = kTotpDigits);

// The step an instant falls in: 30 seconds each, since 1970.
std::int64_t TotpStep(Instant instant);

// The step that the code belongs to, the present one or one beside it: clocks differ. Blanks in the
// code do not matter. That a step is used once is for the store to hold.
std::optional<std::int64_t> MatchTotp(std::string_view secret, std::string_view code, Instant now);

// What an authenticator app reads from a QR code; `issuer` and `login` are shown in the app.
std::string TotpUri(std::string_view issuer, std::string_view login, std::string_view secret);

}  // namespace rytm
