#include "app/sha1.h"

#include <bit>
#include <cstddef>
#include <string>

namespace rytm {
namespace {

constexpr std::size_t kBlockBytes = 64;
constexpr std::size_t kRounds = 80;

using State = std::array<std::uint32_t, 5>;

// Big-endian, as everything in SHA-1.
void AppendBytes(std::uint64_t value, int bytes, std::string& out) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
}

void AddBlock(std::string_view block, State& state) {
  std::array<std::uint32_t, kRounds> words{};
  for (std::size_t i = 0; i < kBlockBytes; ++i)
    words[i / 4] = words[i / 4] << 8U | static_cast<unsigned char>(block[i]);
  for (std::size_t t = 16; t < kRounds; ++t)
    words[t] = std::rotl(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1);
  auto [a, b, c, d, e] = state;
  for (std::size_t t = 0; t < kRounds; ++t) {
    std::uint32_t mixed = 0;
    if (t < 20)
      mixed = ((b & c) | (~b & d)) + 0x5A827999U;
    else if (t < 40)
      mixed = (b ^ c ^ d) + 0x6ED9EBA1U;
    else if (t < 60)
      mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDCU;
    else
      mixed = (b ^ c ^ d) + 0xCA62C1D6U;
    const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[t];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

std::string_view AsText(const Sha1Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

Sha1Digest Sha1(std::string_view message) {
  std::string padded(message);
  padded += '\x80';
  while (padded.size() % kBlockBytes != kBlockBytes - 8) padded += '\0';
  AppendBytes(std::uint64_t{message.size()} * 8, 8, padded);
  State state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
  for (std::size_t at = 0; at < padded.size(); at += kBlockBytes)
    AddBlock(std::string_view(padded).substr(at, kBlockBytes), state);
  Sha1Digest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

Sha1Digest HmacSha1(std::string_view key, std::string_view message) {
  std::string block(key.size() > kBlockBytes ? std::string(AsText(Sha1(key))) : std::string(key));
  block.resize(kBlockBytes, '\0');
  std::string inner = block;
  std::string outer = block;
  for (char& byte : inner) byte = static_cast<char>(byte ^ 0x36);
  for (char& byte : outer) byte = static_cast<char>(byte ^ 0x5c);
  const Sha1Digest inside = Sha1(inner.append(message));
  return Sha1(outer.append(AsText(inside)));
}

}  // namespace rytm
