// iCalendar content lines (RFC 5545 §3.1, §3.3.11): escaped, folded, CRLF. Appends to one string
// and copies runs of plain bytes, so that rendering costs little more than the copy.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace rytm {

inline constexpr std::size_t kLineOctetsMax = 75;  // RFC 5545 §3.1, without CRLF

class ContentLines {
 public:
  // Appends to `out`, which must outlive this and not be changed by others between Begin and End.
  explicit ContentLines(std::string& out) : out_(out) {}

  // Lines that are constants of ours: whole, short, with their CRLF.
  void Constant(std::string_view lines) { out_.append(lines); }

  // One line: its name with parameters and colon, then the parts of its value.
  void Begin(std::string_view name) {
    start_ = out_.size();
    out_.append(name);
  }
  void Raw(std::string_view part) { out_.append(part); }
  // TEXT, escaped (profile S3). Input is normalised when it is read (base/text_check.h); what would
  // break a line or steer a screen is taken away here once more (S5): a line break of any kind
  // becomes \n, a TAB a blank.
  void Escaped(std::string_view part);
  void AppendDay(Day day);              // 20270203
  void AppendTime(TimeOfDay time);      // T133000
  void AppendInstant(Instant instant);  // 20270203T123000Z
  void AppendNumber(int number);
  void End() {
    if (out_.size() - start_ > kLineOctetsMax) Fold();
    out_.append("\r\n");
  }

  // A whole line of words of ours that need no escape and no fold.
  void Plain(std::string_view name, std::string_view value) {
    out_.append(name).append(value).append("\r\n");
  }
  // A whole line of TEXT, trimmed; nothing when the value is empty, which readers take for an
  // error.
  void TextLine(std::string_view name, std::string_view value);

 private:
  // S2: at most kLineOctetsMax octets, never inside a character, beside a blank only where nothing
  // else is near.
  void Fold();

  std::string& out_;
  std::string unfolded_;
  std::size_t start_ = 0;
  // An event ends on the day it starts, and most were last changed by one publication.
  std::optional<Day> last_day_;
  std::array<char, 8> last_day_digits_{};
  std::optional<Instant> last_instant_;
  std::array<char, 16> last_instant_digits_{};
};

}  // namespace rytm
