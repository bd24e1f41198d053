#include "app/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <stdexcept>

#include "base/fold.h"
#include "base/text_check.h"

namespace rytm {
namespace {

// What people write when they are asked for something long: one of these, and digits or signs to
// fill up. Folded, as Core is.
constexpr std::array kObvious{"abcdefghijkl", "administrator", "kommun",     "losenord",
                              "losenordet",   "password",      "qwertyuiop", "qwertyuiopa",
                              "region",       "rytm",          "sommar",     "sommaren",
                              "sverige",      "valkommen",     "vinter",     "vintern"};

// Its letters, without case and marks.
std::string Core(std::string_view text) {
  std::string core = FoldedLetters(text);
  std::erase_if(core, [](char c) { return c >= '0' && c <= '9'; });
  return core;
}

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// Something shorter over and over: "aaaaaaaaaaaa", "hejhejhejhej".
bool Repeats(std::string_view text) {
  for (std::size_t period = 1; period <= text.size() / 2; ++period)
    if (text.substr(period) == text.substr(0, text.size() - period)) return true;
  return false;
}

bool IsObvious(std::string_view password, const std::vector<std::string>& names) {
  std::string core = Core(password);
  const bool obvious = core.empty() || Repeats(password) ||
                       std::find(kObvious.begin(), kObvious.end(), core) != kObvious.end() ||
                       std::any_of(names.begin(), names.end(),
                                   [&](const std::string& name) { return Core(name) == core; });
  Wipe(core);
  return obvious;
}

}  // namespace

Passwords::Passwords(HashCost cost) : cost_(cost) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
  std::string chance(crypto_pwhash_SALTBYTES, '\0');
  randombytes_buf(chance.data(), chance.size());
  nobodys_ = Hash(chance);
}

std::string Passwords::Hash(std::string_view password) const {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost_.passes,
                            cost_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return hash.data();
}

bool Passwords::Matches(std::string_view password, const std::string& hash) const {
  const std::string& compared = hash.empty() ? nobodys_ : hash;
  const bool same =
      crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

bool Passwords::IsOutdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

Result<Secret> AcceptPassword(std::string_view bytes, const std::vector<std::string>& names) {
  Secret password = TypedPassword(bytes);
  if (password.empty() && !bytes.empty())
    return Refuse(ErrorCode::kBadInput, {"Lösenordet är för långt eller inte UTF-8: högst " +
                                             std::to_string(kPasswordBytesMax) + " byte.",
                                         "The password is too long or not UTF-8: at most " +
                                             std::to_string(kPasswordBytesMax) + " bytes."});
  if (Characters(password.bytes()) < kPasswordCharactersMin)
    return Refuse(ErrorCode::kBadInput,
                  {"Lösenordet är för kort: minst " + std::to_string(kPasswordCharactersMin) +
                       " tecken. En mening går bra, med mellanslag.",
                   "The password is too short: at least " + std::to_string(kPasswordCharactersMin) +
                       " characters. A sentence will do, with blanks."});
  if (IsObvious(password.bytes(), names))
    return Refuse(ErrorCode::kBadInput,
                  {"Lösenordet är för lätt att gissa. Välj något som inte är ett namn, ett vanligt "
                   "ord med siffror efter eller samma tecken om och om igen.",
                   "The password is too easy to guess. Choose something that is not a name, a "
                   "common word with digits after it, or the same characters over and over."});
  return password;
}

Secret TypedPassword(std::string_view bytes) {
  Result<std::string> text = AcceptText(bytes, Lines::kOne, kPasswordBytesMax);
  if (!text.ok()) return {};
  Secret password(text.value());
  Wipe(text.value());
  return password;
}

}  // namespace rytm
