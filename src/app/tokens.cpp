#include "app/tokens.h"

#include <sodium.h>

#include <cstdint>
#include <stdexcept>

namespace rytm {
namespace {

constexpr std::size_t kIdCharacters = 10;

}  // namespace

SystemRandomness::SystemRandomness() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
}

std::string SystemRandomness::Bytes(std::size_t count) {
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

Secret NewToken(Randomness& randomness, std::string_view prefix) {
  std::string bytes = randomness.Bytes(kTokenBytes);
  std::string text = std::string(prefix) + Base64Url(bytes);
  Secret token(text);
  Wipe(bytes);
  Wipe(text);
  return token;
}

std::string HashOf(std::string_view token) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr,
                     0);
  return hash;
}

std::string NewId(Randomness& randomness, std::string_view prefix) {
  constexpr std::string_view kLetters =
      "abcdefghijkmnpqrstuvwxyz23456789";  // none looks like another
  static_assert(kLetters.size() == 32);
  std::string id(prefix);
  for (const char byte : randomness.Bytes(kIdCharacters))
    id += kLetters[static_cast<unsigned char>(byte) % kLetters.size()];
  return id;
}

std::string Base64Url(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), kVariant);
  text.pop_back();  // libsodium ends it with a zero byte
  return text;
}

std::string Base32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t waiting = 0;
  int bits = 0;
  for (const char byte : bytes) {
    waiting = (waiting << 8U | static_cast<unsigned char>(byte)) & 0xFFFFU;
    for (bits += 8; bits >= 5; bits -= 5) text += kLetters[waiting >> (bits - 5) & 31U];
  }
  if (bits > 0) text += kLetters[waiting << (5 - bits) & 31U];
  return text;
}

}  // namespace rytm
