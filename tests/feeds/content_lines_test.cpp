#include "feeds/content_lines.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text_check.h"

namespace rytm {
namespace {

std::string Line(std::string_view value) {
  std::string out;
  ContentLines(out).TextLine("X:", value);
  return out;
}

std::string Unfold(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n ", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

std::vector<std::string> PhysicalLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    if (end == std::string_view::npos) {
      ADD_FAILURE() << "no CRLF at the end of " << text;
      return lines;
    }
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  return lines;
}

TEST(ContentLines, EscapeText) {
  struct Row {
    std::string_view text;
    std::string_view line;
  };
  for (const auto& [text, line] : {
           Row{"Möte", "X:Möte\r\n"},
           Row{R"(a\b)", "X:a\\\\b\r\n"},
           Row{"a;b", "X:a\\;b\r\n"},
           Row{"a,b", "X:a\\,b\r\n"},
           Row{"a\nb", "X:a\\nb\r\n"},
           Row{"a\r\nb", "X:a\\nb\r\n"},
           Row{"a\rb", "X:a\\nb\r\n"},
           Row{"a:b \"c\" ^n ^'", "X:a:b \"c\" ^n ^'\r\n"},  // RFC 5545 §3.3.11: neither is escaped
           Row{"a\\;,\n", "X:a\\\\\\;\\,\\n\r\n"},
           Row{"a\tb", "X:a b\r\n"},
           Row{"a\x07\x1b\x7f"
               "b",
               "X:ab\r\n"},
           Row{std::string_view("a\0b", 3), "X:ab\r\n"},
           Row{"a\u0085b\u2028c\u2029d", "X:a\\nb\\nc\\nd\r\n"},
           Row{"a\u0080\u009fb\ufeffc", "X:abc\r\n"},
           Row{"a\u202ab\u202ec\u2066d\u2069e", "X:abcde\r\n"},
           Row{"é – … ’ \u2060 \u00a0",
               "X:é – … ’ \u2060 \u00a0\r\n"},  // their neighbours in UTF-8 stay
           Row{"👩‍👩‍👧", "X:👩‍👩‍👧\r\n"},
           Row{"a\xC2", "X:a\xC2\r\n"},  // cut short: nothing is read beyond the end
           Row{"a\xE2\x80", "X:a\xE2\x80\r\n"},
       }) {
    EXPECT_EQ(Line(text), line);
  }
  EXPECT_EQ(Line(""), "") << "readers take an empty property for an error";
}

TEST(ContentLines, LetNobodyBreakOutOfTheTitle) {
  const std::string line = Line("Möte\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:x");
  EXPECT_EQ(line, "X:Möte\\nEND:VEVENT\\nBEGIN:VEVENT\\nATTENDEE:x\r\n");
}

// At every position: a letter of two octets, a sign of three, an emoji of four, a family of emojis.
TEST(ContentLines, FoldNoCharacterApart) {
  for (const std::string_view character :
       {"Å", "–", "🙂", "👩‍👩‍👧", "\\", ",", "\n"}) {
    for (std::size_t before = 55; before <= 160; ++before) {
      const std::string text =
          std::string(before, 'a') + std::string(character) + std::string(100, 'b');
      const std::string line = Line(text);
      for (const std::string& physical : PhysicalLines(line)) {
        EXPECT_LE(physical.size(), kLineOctetsMax);
        EXPECT_FALSE(FindInvalidUtf8(physical).has_value()) << before << " before " << character;
      }
      std::string whole;
      ContentLines lines(whole);
      lines.Escaped(text);
      EXPECT_EQ(Unfold(line), "X:" + whole + "\r\n");
    }
  }
}

TEST(ContentLines, FillTheirLinesAndNeverOverflow) {
  EXPECT_EQ(PhysicalLines(Line(std::string(73, 'a'))).size(), 1U);
  EXPECT_EQ(PhysicalLines(Line(std::string(74, 'a'))).size(), 2U);
  EXPECT_EQ(PhysicalLines(Line(std::string(73 + 74, 'a'))).size(), 2U);
  EXPECT_EQ(PhysicalLines(Line(std::string(73 + 75, 'a'))).size(), 3U);
  EXPECT_EQ(PhysicalLines(Line(std::string(73 + 75, 'a')))[1], " " + std::string(74, 'a'));
}

TEST(ContentLines, FoldAwayFromBlanks) {
  for (std::size_t word = 1; word <= 12; ++word) {
    for (std::size_t first = 1; first <= word; ++first) {
      std::string text(first, 'c');
      while (text.size() < 400) text += " " + std::string(word, 'c');
      const std::vector<std::string> lines = PhysicalLines(Line(text));
      for (const std::string& line : lines) {
        // Words of one letter leave no place that is not beside a blank.
        if (word > 1) {
          EXPECT_FALSE(line.ends_with(' ') || line.starts_with("  ")) << word << ": " << line;
        }
        EXPECT_LE(line.size(), kLineOctetsMax);
      }
      EXPECT_EQ(Unfold(Line(text)), "X:" + text + "\r\n");
    }
  }
}

TEST(ContentLines, FoldWhatHasNoGoodPlace) {
  for (const std::string& text :
       {"x" + std::string(500, ' ') + "x", std::string(500, '\x80'), std::string(500, '\xC3')}) {
    const std::string line = Line(text);
    for (const std::string& physical : PhysicalLines(line))
      EXPECT_LE(physical.size(), kLineOctetsMax);
    EXPECT_EQ(Unfold(line), "X:" + text + "\r\n");
  }
}

TEST(ContentLines, WriteDaysTimesAndInstants) {
  std::string out;
  ContentLines lines(out);
  lines.AppendDay(MakeDay(2027, 2, 3));
  lines.AppendTime(TimeOfDay{9 * 60 + 5});
  EXPECT_EQ(out, "20270203T090500");
  out.clear();
  lines.AppendInstant(*ParseInstant("2026-11-23T14:02:09Z"));
  EXPECT_EQ(out, "20261123T140209Z");
  out.clear();
  lines.AppendInstant(*ParseInstant("1999-12-31T23:59:59Z"));
  lines.AppendNumber(1024);
  EXPECT_EQ(out, "19991231T235959Z1024");
}

}  // namespace
}  // namespace rytm
