#include "base/text_check.h"

#include <gtest/gtest.h>

#include <string>

namespace rytm {
namespace {

TEST(FindInvalidUtf8, FindsTheFirstByteThatIsNoCharacter) {
  const struct {
    std::string text;
    std::optional<std::size_t> at;
  } cases[] = {
      {"", std::nullopt},
      {"Nämnd 😀", std::nullopt},
      {std::string("a\0b", 3), std::nullopt},
      {"\u007F\u0080\u07FF\u0800\uFFFD\U00010000\U0010FFFF", std::nullopt},
      {"N\xE4mnd", 1},              // Latin-1
      {"ö\x80", 2},                 // a continuation alone
      {"ab\xC3", 2},                // cut off
      {"\xE2\x82", 0},              // cut off
      {"\xC0\xAF", 0},              // overlong
      {"\xE0\x80\xAF", 0},          // overlong
      {"\xF0\x80\x80\xAF", 0},      // overlong
      {"x\xED\xA0\x80", 1},         // a surrogate
      {"\xF4\x90\x80\x80", 0},      // over U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"\xFE", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(c.at, FindInvalidUtf8(c.text)) << c.text;
}

TEST(NormaliseText, ComposesLettersAndTakesAwayWhatDoesNotShow) {
  const struct {
    const char* why;
    std::string text;
    std::string expected;
  } cases[] = {
      {"nothing to do", "Kommunfullmäktige, § 131 😀", "Kommunfullmäktige, § 131 😀"},
      {"a ring of its own becomes å", "Va\u030Agga, A\u0308ppelby, O\u0308", "Vågga, Äppelby, Ö"},
      {"the angstrom sign is Å", "\u212B", "Å"},
      {"line feeds stay", "ett\ntvå\n", "ett\ntvå\n"},
      {"other line ends become line feeds", "a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
      {"two line ends stay two", "a\r\n\r\nb\r\rc", "a\n\nb\n\nc"},
      {"a tab is a blank", "a\tb", "a b"},
      {"BEL, ESC, DEL", "a\a\x1B\x7Fz", "az"},
      {"NUL", std::string("a\0z", 3), "az"},
      {"C1 controls", "a\u0080\u0084\u0086\u009Fz", "az"},
      {"bidirectional controls", "\u202Aa\u202E\u202C\u2066z\u2069", "az"},
      {"directional marks are letters' neighbours and stay", "a\u200Ez", "a\u200Ez"},
      {"a byte order mark inside", "a\uFEFFz", "az"},
      {"marks meet when a control between them goes", "a\u0001\u0308", "ä"},
      {"letters in one piece", "Överklagan: é, ß, ÿ", "Överklagan: é, ß, ÿ"},
      {"a mark after a letter in one piece", "å\u0301", "\u01FB"},
      {"bytes that are no character", "N\xE4mnd", "N\uFFFDmnd"},
      {"half a letter at the end", "n\xC3", "n\uFFFD"},
      {"no-break space stays", "§\u00A05", "§\u00A05"},
  };
  for (const auto& c : cases) {
    const std::string normal = NormaliseText(c.text);
    EXPECT_EQ(c.expected, normal) << c.why;
    EXPECT_EQ(normal, NormaliseText(normal)) << c.why;
  }
}

TEST(NormaliseText, MakesOneLineOfMany) {
  EXPECT_EQ("Stora salen  plan 2", NormaliseText("Stora salen\r\n\u2028plan 2", Lines::kOne));
}

TEST(NormaliseText, LeavesNoControlOfAnyKindBehind) {
  std::string all;
  for (int byte = 0; byte < 0x80; ++byte) all += static_cast<char>(byte);
  for (int byte = 0x80; byte < 0xC0; ++byte) (all += '\xC2') += static_cast<char>(byte);
  const std::string normal = NormaliseText(all);
  EXPECT_EQ(std::nullopt, FindInvalidUtf8(normal));
  for (std::size_t i = 0; i < normal.size(); ++i) {
    const auto byte = static_cast<unsigned char>(normal[i]);
    EXPECT_TRUE(byte == '\n' || (byte >= 0x20 && byte != 0x7F)) << int{byte};
    if (byte == 0xC2) {
      EXPECT_GE(static_cast<unsigned char>(normal[i + 1]), 0xA0);
    }
  }
}

TEST(AcceptText, TakesGoodTextAndRefusesTheRest) {
  EXPECT_EQ("Räfsa", AcceptText("Ra\u0308fsa", Lines::kOne).value());

  const Result<std::string> latin = AcceptText("N\xE4mnd", Lines::kOne);
  ASSERT_FALSE(latin.ok());
  EXPECT_EQ(ErrorCode::kBadInput, latin.error().code);
  EXPECT_EQ("Texten är inte UTF-8: byte 1 hör inte till något tecken.", latin.error().message.sv);

  const Result<std::string> longer = AcceptText("abcdef", Lines::kOne, 5);
  ASSERT_FALSE(longer.ok());
  EXPECT_EQ(ErrorCode::kTooLarge, longer.error().code);
  EXPECT_EQ("Texten är 6 byte lång; gränsen är 5.", longer.error().message.sv);
}

TEST(AcceptText, CountsBytesAfterComposing) {
  EXPECT_TRUE(AcceptText("a\u0308a\u0308", Lines::kOne, 4).ok());  // six bytes become four
  EXPECT_FALSE(AcceptText("\u0958", Lines::kOne, 3).ok());         // three become six
  EXPECT_FALSE(AcceptText(std::string(1'000'000, '\x01'), Lines::kOne).ok());
}

}  // namespace
}  // namespace rytm
