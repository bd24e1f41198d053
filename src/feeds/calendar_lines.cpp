#include "feeds/calendar_lines.h"

#include <algorithm>
#include <optional>

#include "base/decode_text.h"
#include "base/limits.h"
#include "base/text_check.h"

namespace rytm {
namespace {

bool IsNameSign(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

// One logical line before it is taken apart.
struct RawLine {
  std::size_t number = 0;
  std::string text;
};

Error TooLarge(const std::string& sv, const std::string& en) {
  return {ErrorCode::kTooLarge,
          {"Kalenderfilen är för stor: " + sv + ".", "The calendar file is too large: " + en + "."},
          {}};
}

Result<std::vector<RawLine>> Unfold(std::string_view bytes) {
  std::vector<RawLine> lines;
  std::size_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, bytes.size()));
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (folded && !lines.empty()) {
      lines.back().text += line.substr(1);
      if (lines.back().text.size() > kCalendarLineBytesMax)
        return TooLarge("rad " + std::to_string(lines.back().number) + " är för lång",
                        "line " + std::to_string(lines.back().number) + " is too long");
    } else if (!line.empty()) {
      if (lines.size() == kCalendarLinesMax || line.size() > kCalendarLineBytesMax)
        return TooLarge("för många eller för långa rader", "too many lines, or too long ones");
      lines.push_back({number, std::string(line)});
    }
  }
  return lines;
}

// NAME;PARAMETER=value;OTHER="value":value
class LineReader {
 public:
  explicit LineReader(const RawLine& raw) : text_(raw.text) { line_.number = raw.number; }

  std::optional<CalendarLine> Read() {
    line_.name = TakeName();
    if (line_.name.empty()) return std::nullopt;
    while (Take(';'))
      if (!TakeParameter()) return std::nullopt;
    if (!Take(':')) return std::nullopt;
    line_.value = text_;
    return std::move(line_);
  }

 private:
  bool Take(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  std::string TakeName() {
    std::size_t length = 0;
    while (length < text_.size() && IsNameSign(text_[length])) ++length;
    std::string name = Capitals(text_.substr(0, length));
    text_.remove_prefix(length);
    return name;
  }

  bool TakeParameter() {
    std::string name = TakeName();
    if (name.empty() || !Take('=')) return false;
    std::string value;
    do {
      if (!value.empty()) value += ',';
      const bool quoted = Take('"');
      const std::size_t end = std::min(text_.find_first_of(quoted ? "\"" : ",;:\""), text_.size());
      value += text_.substr(0, end);
      text_.remove_prefix(end);
      if (quoted && !Take('"')) return false;
    } while (Take(','));
    line_.parameters.emplace_back(std::move(name), std::move(value));
    return true;
  }

  std::string_view text_;
  CalendarLine line_;
};

}  // namespace

std::string Capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return capitals;
}

std::string_view CalendarLine::Parameter(std::string_view parameter) const {
  for (const auto& [known, text] : parameters)
    if (known == parameter) return text;
  return {};
}

Result<std::vector<CalendarLine>> ReadCalendarLines(std::string_view bytes,
                                                    std::vector<Problem>& problems) {
  if (bytes.size() > kCalendarBytesMax)
    return TooLarge("högst " + std::to_string(kCalendarBytesMax / (1024 * 1024)) + " MiB",
                    "at most " + std::to_string(kCalendarBytesMax / (1024 * 1024)) + " MiB");
  // A fold may stand within a character: lines are joined before they are decoded, unless each sign
  // has two bytes.
  std::string decoded;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    Result<std::string> text = DecodeText(bytes);
    if (!text.ok()) return text.error();
    decoded = std::move(text).value();
    bytes = decoded;
  }
  Result<std::vector<RawLine>> raw = Unfold(bytes);
  if (!raw.ok()) return raw.error();
  std::string joined;
  for (const RawLine& line : raw.value()) joined += line.text + "\n";
  const Result<std::string> text = DecodeText(joined);
  if (!text.ok()) return text.error();
  std::vector<CalendarLine> lines;
  std::string_view rest = text.value();
  for (RawLine& line : raw.value()) {
    const std::size_t end = rest.find('\n');
    line.text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (std::optional<CalendarLine> read = LineReader(line).Read()) {
      lines.push_back(*std::move(read));
    } else if (problems.size() < kProblemsMax) {
      problems.push_back({.file = "",
                          .pointer = "line " + std::to_string(line.number),
                          .what = {"Raden är ingen kalenderrad: NAMN:värde.",
                                   "The line is no calendar line: NAME:value."},
                          .instead = {"En rad som fortsätter börjar med ett blanksteg.",
                                      "A line that goes on begins with a blank."}});
    }
  }
  return lines;
}

std::string ShownInMessage(std::string_view value) {
  constexpr std::size_t kBytesMax = 40;
  if (value.size() <= kBytesMax) return NormaliseText(value, Lines::kOne);
  std::size_t end = kBytesMax;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
  return NormaliseText(value.substr(0, end), Lines::kOne) + "…";
}

std::string UnescapedText(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size()) {
      text += value[i];
      continue;
    }
    ++i;
    text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
  }
  return text;
}

std::vector<std::string> ListOfTexts(std::string_view value) {
  std::vector<std::string> texts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] == '\\') {
      ++i;
    } else if (i >= value.size() || value[i] == ',') {
      texts.push_back(UnescapedText(value.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return texts;
}

}  // namespace rytm
