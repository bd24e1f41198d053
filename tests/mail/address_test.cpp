#include "mail/address.h"

#include <gtest/gtest.h>

#include <string>

namespace rytm {
namespace {

TEST(Address, IsPlainOrRefused) {
  const std::pair<std::string, bool> cases[] = {
      {"anna@ekeby.example", true},
      {"anna.exempel+kf@post.ekeby.example", true},
      {"o'brien_2@x.example", true},
      {"", false},
      {"anna", false},
      {"@ekeby.example", false},
      {"anna@", false},
      {"anna@.example", false},
      {"anna@ekeby..example", false},
      {"anna@-ekeby.example", false},
      {"anna@ekeby.example.", false},
      {".anna@ekeby.example", false},
      {"anna@@ekeby.example", false},
      {"anna exempel@ekeby.example", false},
      {"\"anna\"@ekeby.example", false},
      {"Anna <anna@ekeby.example>", false},
      {"anna@ekeby.example>\r\nRCPT TO:<eve@example.org", false},
      {"anna\n@ekeby.example", false},
      {std::string("anna\0@ekeby.example", 19), false},
      {"åsa@ekeby.example", false},
      {"anna@[127.0.0.1]", false},
      {std::string(65, 'a') + "@ekeby.example", false},
      {"anna@" + std::string(64, 'a') + ".example", false},
      {"anna@" + std::string(250, 'a'), false},
  };
  for (const auto& [address, good] : cases) EXPECT_EQ(CheckAddress(address).ok(), good) << address;
}

TEST(HeadText, HoldsNoControlCharacter) {
  const std::pair<std::string, bool> cases[] = {
      {"Om en vecka: kommunstyrelsen onsdag 22 september", true},
      {"Åsa Östlund – \"ordförande\" 🎉", true},
      {"", true},
      {"Hej\r\nBcc: eve@example.org", false},
      {"Hej\nBcc: eve@example.org", false},
      {"Hej\rBcc: eve@example.org", false},
      {std::string("Hej\0då", 7), false},
      {"Hej\tdå", false},
      {"Hej\x1b[31m", false},
      {"Hej\x7f", false},
      {"Hej\xc2\x85"
       "Bcc: eve@example.org",
       false},
      {"Hej\xff", false},
  };
  for (const auto& [text, good] : cases)
    EXPECT_EQ(CheckHeadText(text, Text("X")).ok(), good) << text;
}

TEST(Tag, GoesInAndComesOut) {
  EXPECT_EQ(WithTag("kansliet@ekeby.example", "aB-_9"), "kansliet+aB-_9@ekeby.example");
  EXPECT_EQ(WithTag("kansliet@ekeby.example", ""), "kansliet@ekeby.example");
  EXPECT_EQ(TagOf("kansliet+aB-_9@ekeby.example"), "aB-_9");
  for (const char* none : {"kansliet@ekeby.example", "kansliet+@ekeby.example", "a@b+c", "+", ""})
    EXPECT_EQ(TagOf(none), std::nullopt) << none;
}

TEST(Answer, IsKeptWithoutAddresses) {
  const std::pair<std::string, std::string> cases[] = {
      {"550 5.1.1 <anna@ekeby.example>: Recipient address rejected\r\n",
       "550 5.1.1 <…>: Recipient address rejected"},
      {"anna@ekeby.example unknown; ask postmaster@ekeby.example", "… unknown; ask …"},
      {"@", "…"},
      {"450 try\r\nlater", "450 try later"},
  };
  for (const auto& [said, kept] : cases) EXPECT_EQ(WithoutAddresses(said), kept);
  EXPECT_LE(WithoutAddresses(std::string(100000, 'x')).size(), 300U);
  EXPECT_EQ(DomainOf("Anna@Ekeby.Example"), "ekeby.example");
}

}  // namespace
}  // namespace rytm
