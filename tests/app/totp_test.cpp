// One-time codes against the vectors of FIPS 180, RFC 2202, 4226, 4648 and 6238.
#include "app/totp.h"

#include <gtest/gtest.h>

#include "app/sha1.h"
#include "app/tokens.h"

namespace rytm {
namespace {

const std::string kRfcSecret = "12345678901234567890";

std::string Hex(const Sha1Digest& digest) {
  std::string hex;
  for (const std::uint8_t byte : digest) {
    hex += "0123456789abcdef"[byte >> 4U];
    hex += "0123456789abcdef"[byte & 15U];
  }
  return hex;
}

Instant At(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

TEST(Sha1, VectorsOfFips180) {
  EXPECT_EQ("a9993e364706816aba3e25717850c26c9cd0d89d", Hex(Sha1("abc")));
  EXPECT_EQ("da39a3ee5e6b4b0d3255bfef95601890afd80709", Hex(Sha1("")));
  EXPECT_EQ("84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            Hex(Sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")));
  EXPECT_EQ("34aa973cd4c4daa4f61eeb2bdbad27316534016f", Hex(Sha1(std::string(1'000'000, 'a'))));
}

TEST(Sha1, VectorsOfRfc2202) {
  EXPECT_EQ("b617318655057264e28bc0b6fb378c8ef146be00",
            Hex(HmacSha1(std::string(20, '\x0b'), "Hi There")));
  EXPECT_EQ("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
            Hex(HmacSha1("Jefe", "what do ya want for nothing?")));
  EXPECT_EQ("aa4ae5e15272d00e95705637ce8a3b55ed402112",
            Hex(HmacSha1(std::string(80, '\xaa'),
                         "Test Using Larger Than Block-Size Key - Hash Key First")));
}

TEST(Totp, VectorsOfRfc4226) {
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                         "254676", "287922", "162583", "399871", "520489"};
  std::int64_t step = 0;
  for (const char* code : codes) EXPECT_EQ(code, TotpCode(kRfcSecret, step++));
}

TEST(Totp, VectorsOfRfc6238) {
  const struct {
    std::int64_t seconds;
    const char* code;
  } cases[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
               {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& c : cases)
    EXPECT_EQ(c.code, TotpCode(kRfcSecret, TotpStep(At(c.seconds)), 8)) << c.seconds;
}

TEST(Totp, ACodeHoldsAStepBeforeAndAfterItsOwn) {
  const Instant now = At(1111111109);
  const std::int64_t step = TotpStep(now);
  for (const std::int64_t beside : {-1, 0, 1})
    EXPECT_EQ(step + beside, MatchTotp(kRfcSecret, TotpCode(kRfcSecret, step + beside), now));
  for (const std::int64_t beside : {-2, 2})
    EXPECT_FALSE(MatchTotp(kRfcSecret, TotpCode(kRfcSecret, step + beside), now).has_value());
  EXPECT_EQ(step, MatchTotp(kRfcSecret, "081 804", now)) << "blanks as the app shows them";
  for (const char* wrong : {"", "81804", "0081804", "08180a", "000000"})
    EXPECT_FALSE(MatchTotp(kRfcSecret, wrong, now).has_value()) << wrong;
}

TEST(Totp, TheAddressForAnApp) {
  EXPECT_EQ(
      "otpauth://totp/Rytm%20%C3%84lvsby:anna%40alvsby.example?secret=GEZDGNBVGY3TQOJQ"
      "GEZDGNBVGY3TQOJQ&issuer=Rytm%20%C3%84lvsby&algorithm=SHA1&digits=6&period=30",
      TotpUri("Rytm Älvsby", "anna@alvsby.example", kRfcSecret));
}

TEST(Tokens, VectorsOfRfc4648) {
  EXPECT_EQ("", Base32(""));
  EXPECT_EQ("MY", Base32("f"));
  EXPECT_EQ("MZXQ", Base32("fo"));
  EXPECT_EQ("MZXW6", Base32("foo"));
  EXPECT_EQ("MZXW6YQ", Base32("foob"));
  EXPECT_EQ("MZXW6YTB", Base32("fooba"));
  EXPECT_EQ("MZXW6YTBOI", Base32("foobar"));
  EXPECT_EQ("Zm9vYg", Base64Url("foob"));
  EXPECT_EQ("-_8", Base64Url("\xfb\xff"));
}

TEST(Tokens, AreLongAndNeverTheSame) {
  SystemRandomness randomness;
  const Secret one = NewToken(randomness, "rytm_");
  const Secret other = NewToken(randomness, "rytm_");
  EXPECT_EQ(5U + 43U, one.bytes().size());
  EXPECT_TRUE(one.bytes().starts_with("rytm_"));
  EXPECT_NE(one.bytes(), other.bytes());
  EXPECT_EQ(32U, HashOf(one.bytes()).size());
  EXPECT_NE(HashOf(one.bytes()), HashOf(other.bytes()));
  EXPECT_EQ(12U, NewId(randomness, "p-").size());
}

TEST(Secrets, AreMovedAndNotLeftBehind) {
  Secret secret("abcdefghijkl");
  Secret moved = std::move(secret);
  EXPECT_EQ("abcdefghijkl", moved.bytes());
  moved = Secret("other");
  EXPECT_EQ("other", moved.bytes());
  std::string text = "abcdefghijkl";
  Wipe(text);
  EXPECT_TRUE(text.empty());
  EXPECT_TRUE(SameBytes("", ""));
  EXPECT_FALSE(SameBytes("a", "b"));
}

}  // namespace
}  // namespace rytm
