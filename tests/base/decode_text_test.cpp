#include "base/decode_text.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

using namespace std::string_view_literals;

struct Encoded {
  std::string_view name;
  std::string_view bytes;
  std::string_view text;
};

TEST(DecodeText, ReadsWhatProgramsWrite) {
  for (const Encoded& c : std::initializer_list<Encoded>{
           {"empty", "", ""},
           {"one letter", "K", "K"},
           {"UTF-8", "Vård; 3 feb\r\n", "Vård; 3 feb\r\n"},
           {"UTF-8 with a mark", "\xEF\xBB\xBFVård", "Vård"},
           {"a mark alone", "\xEF\xBB\xBF", ""},
           {"Windows-1252 from Excel", "V\xE5rd; 13 \x96 14 m\xE4rs\r\n", "Vård; 13 – 14 märs\r\n"},
           {"Windows-1252 with a dash after a capital", "MILJ\xD6\x96 N\xC4MND", "MILJÖ– NÄMND"},
           {"Windows-1252 with capitals at the end", "N\xC4MND\xC5", "NÄMNDÅ"},
           {"UTF-16, little end first", "\xFF\xFEK\0\xE5\0"sv, "Kå"},
           {"UTF-16, big end first", "\xFE\xFF\0K\0\xE5"sv, "Kå"},
           {"UTF-16 beyond the first plane", "\xFF\xFE\x3D\xD8\x05\xDE"sv, "😅"}}) {
    const Result<std::string> text = DecodeText(c.bytes);
    ASSERT_TRUE(text.ok()) << c.name << ": " << text.error().message.sv;
    EXPECT_EQ(c.text, text.value()) << c.name;
  }
}

TEST(DecodeText, RefusesWhatIsNoText) {
  for (const Encoded& c : std::initializer_list<Encoded>{
           {"a zero byte", "KS\0"sv, "nollbyte"},
           {"gzip", "\x1F\x8B\x08\0\0"sv, "nollbyte"},
           {"UTF-16 without a mark", "K\0S\0"sv, "nollbyte"},
           {"UTF-16 cut in a character", "\xFF\xFEK\0\xE5"sv, "UTF-16"},
           {"UTF-16 with half a pair", "\xFF\xFE\x3D\xD8K\0"sv, "UTF-16"},
           {"UTF-16 with the second half alone", "\xFF\xFE\x05\xDE"sv, "UTF-16"},
           {"UTF-16 with a zero", "\xFF\xFEK\0\0\0"sv, "nollbyte"},
           {"UTF-8 broken on line 2", "Vård och\nskola för små n\xE4mnder", "rad 2"},
           {"a byte without a character", "n\xE4mnd\x81", "inget tecken"}}) {
    const Result<std::string> text = DecodeText(c.bytes);
    ASSERT_FALSE(text.ok()) << c.name;
    EXPECT_EQ(ErrorCode::kBadInput, text.error().code);
    EXPECT_NE(std::string::npos, text.error().message.sv.find(c.text))
        << c.name << ": " << text.error().message.sv;
    EXPECT_FALSE(text.error().message.en.empty());
  }
}

}  // namespace
}  // namespace rytm
