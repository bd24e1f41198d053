// Random bytes, and what is made of them: tokens of logins, API keys, ids.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/secret.h"

namespace rytm {

inline constexpr std::size_t kTokenBytes = 32;  // 256 bits: never guessed

// Chance enters the program here and nowhere else.
struct Randomness {
  virtual ~Randomness() = default;
  virtual std::string Bytes(std::size_t count) = 0;
};

// The operating system's, through libsodium. From any thread.
struct SystemRandomness final : Randomness {
  SystemRandomness();  // throws if the system has none
  std::string Bytes(std::size_t count) override;
};

// kTokenBytes of randomness after the prefix, as base64url.
Secret NewToken(Randomness& randomness, std::string_view prefix = "");

// What is stored of a token: BLAKE2b, 256 bits. A token has enough randomness to need no salt.
std::string HashOf(std::string_view token);

// "p-" and ten letters and digits: an id that tells nothing.
std::string NewId(Randomness& randomness, std::string_view prefix);

// RFC 4648 §5, without padding.
std::string Base64Url(std::string_view bytes);
// RFC 4648 §6, without padding.
std::string Base32(std::string_view bytes);

}  // namespace rytm
