#include "feeds/content_lines.h"

#include <array>

#include "base/fold.h"

namespace rytm {
namespace {

constexpr std::size_t kLookBackOctets = 16;  // how far a fold gives way to stand off a blank

constexpr unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

constexpr bool ContinuesCharacter(char c) { return (Byte(c) & 0xC0U) == 0x80U; }

// Bytes that Escaped must look at: what TEXT escapes, controls, and the lead bytes of C1 controls
// (C2), of line and bidirectional controls (E2) and of the byte order mark (EF).
constexpr std::array<bool, 256> LookedAt() {
  std::array<bool, 256> looked{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) looked[byte] = true;
  for (const unsigned byte :
       {0x5CU /* \ */, 0x3BU /* ; */, 0x2CU /* , */, 0x7FU, 0xC2U, 0xE2U, 0xEFU})
    looked[byte] = true;
  return looked;
}
constexpr std::array<bool, 256> kLookedAt = LookedAt();

// The place of the first of them from `at` on, or the end. Four at a time: most texts have few.
std::size_t NextLookedAt(std::string_view text, std::size_t at) {
  const auto looked = [&](std::size_t ahead) {
    return kLookedAt[Byte(text[at + ahead])] ? 1U : 0U;
  };
  while (at + 4 <= text.size() && (looked(0) | looked(1) | looked(2) | looked(3)) == 0) at += 4;
  while (at < text.size() && looked(0) == 0) ++at;
  return at;
}

// What stands in the feed for the bytes at the beginning of `text`, and how many bytes of it that
// is.
struct Replacement {
  std::string_view with;
  std::size_t bytes;
};

Replacement ReplacementOfSign(std::string_view text) {
  const auto second = text.size() > 1 ? Byte(text[1]) : 0U;
  const auto third = text.size() > 2 ? Byte(text[2]) : 0U;
  switch (Byte(text[0])) {
    case 0xC2:
      if (second == 0x85) return {"\\n", 2};
      if (second >= 0x80 && second <= 0x9F) return {"", 2};
      break;
    case 0xE2:
      if (second == 0x80 && (third == 0xA8 || third == 0xA9)) return {"\\n", 3};
      if (second == 0x80 && third >= 0xAA && third <= 0xAE) return {"", 3};
      if (second == 0x81 && third >= 0xA6 && third <= 0xA9) return {"", 3};
      break;
    case 0xEF:
      if (second == 0xBB && third == 0xBF) return {"", 3};
      break;
    default:
      break;
  }
  return {text.substr(0, 1), 1};
}

Replacement ReplacementOf(std::string_view text) {
  switch (text[0]) {
    case '\\':
      return {"\\\\", 1};
    case ';':
      return {"\\;", 1};
    case ',':
      return {"\\,", 1};
    case '\n':
      return {"\\n", 1};
    case '\r':
      return {"\\n", text.size() > 1 && text[1] == '\n' ? 2U : 1U};
    case '\t':
      return {" ", 1};
    default:
      if (Byte(text[0]) < 0x20 || text[0] == 0x7F) return {"", 1};
      return ReplacementOfSign(text);
  }
}

// Where to cut a line that is longer than `room`.
std::size_t CutAt(std::string_view line, std::size_t room) {
  std::size_t cut = room;
  while (cut + 3 > room && ContinuesCharacter(line[cut])) --cut;
  if (ContinuesCharacter(line[cut]))
    return room;  // no text at all: bytes that never begin a character
  for (std::size_t near = cut; near > 1 && near + kLookBackOctets > cut; --near) {
    const bool beside_blank = line[near] == ' ' || line[near - 1] == ' ';
    if (!beside_blank && !ContinuesCharacter(line[near])) return near;
  }
  return cut;
}

void TwoDigits(unsigned number, char* to) {
  to[0] = static_cast<char>('0' + number / 10);
  to[1] = static_cast<char>('0' + number % 10);
}

}  // namespace

void ContentLines::Escaped(std::string_view part) {
  std::size_t run = 0;
  std::size_t at = 0;
  while (at < part.size()) {
    at = NextLookedAt(part, at);
    if (at == part.size()) break;
    out_.append(part, run, at - run);
    const Replacement replacement = ReplacementOf(part.substr(at));
    out_.append(replacement.with);
    at += replacement.bytes;
    run = at;
  }
  out_.append(part, run, at - run);
}

void ContentLines::AppendDay(Day day) {
  if (last_day_ != day) {
    last_day_ = day;
    char* digits = last_day_digits_.data();
    const date::year_month_day civil = CivilOf(day);
    const auto year = static_cast<unsigned>(static_cast<int>(civil.year()));
    TwoDigits(year / 100, digits);
    TwoDigits(year % 100, digits + 2);
    TwoDigits(static_cast<unsigned>(civil.month()), digits + 4);
    TwoDigits(static_cast<unsigned>(civil.day()), digits + 6);
  }
  out_.append(last_day_digits_.data(), last_day_digits_.size());
}

void ContentLines::AppendTime(TimeOfDay time) {
  char digits[7] = {'T', '0', '0', '0', '0', '0', '0'};
  TwoDigits(static_cast<unsigned>(time.count() / 60), digits + 1);
  TwoDigits(static_cast<unsigned>(time.count() % 60), digits + 3);
  out_.append(digits, sizeof digits);
}

void ContentLines::AppendInstant(Instant instant) {
  if (last_instant_ == instant) {
    out_.append(last_instant_digits_.data(), last_instant_digits_.size());
    return;
  }
  const auto day = date::floor<Days>(instant);
  const auto seconds = static_cast<unsigned>((instant - day).count());
  AppendDay(Day{day.time_since_epoch()});
  char digits[8] = {'T', '0', '0', '0', '0', '0', '0', 'Z'};
  TwoDigits(seconds / 3600, digits + 1);
  TwoDigits(seconds / 60 % 60, digits + 3);
  TwoDigits(seconds % 60, digits + 5);
  out_.append(digits, sizeof digits);
  last_instant_ = instant;
  out_.copy(last_instant_digits_.data(), last_instant_digits_.size(),
            out_.size() - last_instant_digits_.size());
}

void ContentLines::AppendNumber(int number) { out_.append(std::to_string(number)); }

void ContentLines::TextLine(std::string_view name, std::string_view value) {
  value = Trimmed(value, " ");
  if (value.empty()) return;
  Begin(name);
  Escaped(value);
  End();
}

void ContentLines::Fold() {
  unfolded_.assign(out_, start_, std::string::npos);
  out_.resize(start_);
  std::string_view rest = unfolded_;
  std::size_t room = kLineOctetsMax;
  while (rest.size() > room) {
    const std::size_t cut = CutAt(rest, room);
    out_.append(rest.substr(0, cut));
    out_.append("\r\n ");
    rest.remove_prefix(cut);
    room = kLineOctetsMax - 1;  // the blank counts
  }
  out_.append(rest);
}

}  // namespace rytm
