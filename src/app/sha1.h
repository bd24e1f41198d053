// SHA-1 (FIPS 180-4) and HMAC over it (RFC 2104). For one-time codes only, which is all that
// authenticator apps agree on, and where SHA-1's weakness to collisions does no harm (RFC 6238).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rytm {

using Sha1Digest = std::array<std::uint8_t, 20>;

Sha1Digest Sha1(std::string_view message);
Sha1Digest HmacSha1(std::string_view key, std::string_view message);

}  // namespace rytm
