#include "organisation/day_tokens.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/fold.h"
#include "base/read_words.h"

namespace rytm {
namespace {

using Kind = DayToken::Kind;

constexpr std::string_view kDashes[] = {"-", "–", "—", "−", "‑"};
constexpr std::string_view kBlanks[] = {" ", "\n", "\t", "\r", "\u00A0", "\u2009", "\u202F"};
constexpr std::string_view kCommas[] = {",", ";", "|", ":", ".", "•", "·", "+"};

// The bytes of the one of `signs` that the text begins with, or 0.
template <std::size_t N>
std::size_t Begins(std::string_view text, const std::string_view (&signs)[N]) {
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

// Figures joined by single signs without blanks: "3/2-27", "13.00–16.00".
struct Figures {
  struct Part {
    int value = 0;
    std::size_t digits = 0;
  };
  std::vector<Part> parts;
  std::string signs;  // between the parts, each dash as "-"
  std::size_t bytes = 0;

  bool Digits(std::initializer_list<std::size_t> most) const {
    return std::equal(parts.begin(), parts.end(), most.begin(), most.end(),
                      [](const Part& part, std::size_t max) { return part.digits <= max; });
  }
  int operator[](std::size_t part) const { return parts[part].value; }
};

constexpr std::size_t kDigitsMax = 8;  // 20270203
constexpr std::size_t kPartsMax = 5;

Figures FiguresAt(std::string_view text) {
  Figures figures;
  std::size_t at = 0;
  for (;;) {
    Figures::Part part;
    while (at < text.size() && IsDigit(text[at])) {
      if (part.digits < kDigitsMax) part.value = part.value * 10 + (text[at] - '0');
      ++part.digits;
      ++at;
    }
    figures.parts.push_back(part);
    figures.bytes = at;
    if (figures.parts.size() > kPartsMax || at == text.size()) return figures;
    std::size_t sign = Begins(text.substr(at), kDashes);
    const char written = sign > 0 ? '-' : text[at];
    if (sign == 0 && (written == '/' || written == '.' || written == ':')) sign = 1;
    if (sign == 0 || at + sign >= text.size() || !IsDigit(text[at + sign])) return figures;
    figures.signs += written;
    at += sign;
  }
}

DayToken::Date DateOf(int year, int month, int day) {
  return {year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
}

int FullYear(const Figures::Part& year) {
  return year.digits <= 2 ? 2000 + year.value : year.value;
}

std::optional<TimeOfDay> ClockOf(int hours, int minutes) {
  if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0)) return std::nullopt;
  return TimeOfDay{60 * hours + minutes};
}

// Three parts: a day with its year.
std::optional<DayToken::Date> FullDate(const Figures& f) {
  const bool day_first = f.signs == "--" || f.signs == "//" || f.signs == ".." || f.signs == "/-";
  if (!day_first || f.parts[1].digits > 2) return std::nullopt;
  if (f.parts[0].digits == 4 && f.parts[2].digits <= 2 && f.signs != "/-")
    return DateOf(f[0], f[1], f[2]);
  if (f.parts[0].digits > 2) return std::nullopt;
  if (f.parts[2].digits == 4) return DateOf(f[2], f[1], f[0]);
  if (f.parts[2].digits != 2) return std::nullopt;
  // Sweden writes 27-02-03, but 3/2-27 and 3.2.27.
  if (f.signs != "--") return DateOf(FullYear(f.parts[2]), f[1], f[0]);
  if (f.parts[0].digits != 2) return std::nullopt;
  return DateOf(FullYear(f.parts[0]), f[1], f[2]);
}

void SetDays(DayToken& token, DayToken::Date first, DayToken::Date second) {
  token.kind = Kind::kDays;
  token.first = first;
  token.second = second;
}

void SetTime(DayToken& token, std::optional<TimeOfDay> from) {
  if (!from) return;
  token.kind = Kind::kTime;
  token.from = *from;
}

void SetTimes(DayToken& token, std::optional<TimeOfDay> from, std::optional<TimeOfDay> to) {
  if (!from || !to) return;
  token.kind = Kind::kTimes;
  token.from = *from;
  token.to = *to;
}

void ClassifyOne(const Figures& f, DayToken& token) {
  const auto [value, digits] = f.parts[0];
  if (digits == 8) {
    token.kind = Kind::kDay;
    token.first = DateOf(value / 10000, value / 100 % 100, value % 100);
  } else if (digits == 6) {
    token.kind = Kind::kDay;
    token.first = DateOf(2000 + value / 10000, value / 100 % 100, value % 100);
  } else if (digits == 5) {
    token.kind = Kind::kSerial;
    token.serial = value;
  } else if (digits == 4 || digits <= 2) {
    token.kind = Kind::kNumber;
    token.first = digits == 4 ? DateOf(value, 0, 0) : DateOf(0, 0, value);
  }
}

void ClassifyTwo(const Figures& f, DayToken& token) {
  if (!f.Digits({2, 2})) return;
  if (f.signs == "/") {
    token.kind = Kind::kDay;
    token.first = DateOf(0, f[1], f[0]);
  } else if (f.signs == "-") {
    token.kind = Kind::kNumbers;
    token.first = DateOf(0, 0, f[0]);
    token.second = DateOf(0, 0, f[1]);
  } else if (f.signs == ":" && f.parts[1].digits == 2) {
    SetTime(token, ClockOf(f[0], f[1]));
  } else if (f.signs == ".") {
    const std::optional<TimeOfDay> clock =
        f.parts[1].digits == 2 ? ClockOf(f[0], f[1]) : std::nullopt;
    const bool day = f[0] >= 1 && f[0] <= 31 && f[1] >= 1 && f[1] <= 12;
    if (!day) return SetTime(token, clock);
    token.kind = clock ? Kind::kDayOrTime : Kind::kDay;
    token.first = DateOf(0, f[1], f[0]);
    token.from = clock.value_or(TimeOfDay{});
  }
}

void ClassifyThree(const Figures& f, DayToken& token) {
  if (const std::optional<DayToken::Date> date = FullDate(f)) {
    token.kind = Kind::kDay;
    token.first = *date;
  } else if (!f.Digits({2, 2, 2})) {
    return;
  } else if (f.signs == "-/") {
    SetDays(token, DateOf(0, f[2], f[0]), DateOf(0, f[2], f[1]));
  } else if (f.signs == "::") {
    if (f[2] == 0) SetTime(token, ClockOf(f[0], f[1]));
  } else if (f.signs == ".-" || f.signs == ":-") {
    SetTimes(token, ClockOf(f[0], f[1]), ClockOf(f[2], 0));
  } else if (f.signs == "-." || f.signs == "-:") {
    SetTimes(token, ClockOf(f[0], 0), ClockOf(f[1], f[2]));
  }
}

void ClassifyFour(const Figures& f, DayToken& token) {
  if (f.signs == "-//" && f.Digits({2, 2, 2, 4})) {
    SetDays(token, DateOf(FullYear(f.parts[3]), f[2], f[0]),
            DateOf(FullYear(f.parts[3]), f[2], f[1]));
  } else if (f.signs == "-/-" && f.Digits({2, 2, 2, 4})) {
    SetDays(token, DateOf(FullYear(f.parts[3]), f[2], f[0]),
            DateOf(FullYear(f.parts[3]), f[2], f[1]));
  } else if (!f.Digits({2, 2, 2, 2})) {
    return;
  } else if (f.signs == "/-/") {
    SetDays(token, DateOf(0, f[1], f[0]), DateOf(0, f[3], f[2]));
  } else if (f.signs == ".-." || f.signs == ":-:") {
    SetTimes(token, ClockOf(f[0], f[1]), ClockOf(f[2], f[3]));
  }
}

void Classify(const Figures& figures, DayToken& token) {
  switch (figures.parts.size()) {
    case 1:
      return ClassifyOne(figures, token);
    case 2:
      return ClassifyTwo(figures, token);
    case 3:
      return ClassifyThree(figures, token);
    case 4:
      return ClassifyFour(figures, token);
    default:
      return;
  }
}

struct PlanWord {
  std::string_view folded;
  Kind kind;
};
constexpr PlanWord kPlanWords[] = {{"kl", Kind::kAtTime},
                                   {"klockan", Kind::kAtTime},
                                   {"at", Kind::kAtTime},
                                   {"till", Kind::kDash},
                                   {"tom", Kind::kDash},
                                   {"installt", Kind::kCancelled},
                                   {"installd", Kind::kCancelled},
                                   {"installda", Kind::kCancelled},
                                   {"utgar", Kind::kCancelled},
                                   {"cancelled", Kind::kCancelled},
                                   {"canceled", Kind::kCancelled},
                                   {"reserv", Kind::kReserve},
                                   {"reservdag", Kind::kReserve},
                                   {"reservtid", Kind::kReserve},
                                   {"reserve", Kind::kReserve},
                                   {"behov", Kind::kIfNeeded},
                                   {"needed", Kind::kIfNeeded},
                                   {"vid", Kind::kFiller},
                                   {"if", Kind::kFiller},
                                   {"den", Kind::kFiller},
                                   {"d", Kind::kFiller},
                                   {"och", Kind::kFiller},
                                   {"samt", Kind::kFiller},
                                   {"and", Kind::kFiller},
                                   {"dag", Kind::kFiller},
                                   {"dagar", Kind::kFiller},
                                   {"datum", Kind::kFiller},
                                   {"tid", Kind::kFiller},
                                   {"sammantrade", Kind::kFiller},
                                   {"sammantraden", Kind::kFiller},
                                   {"sammantrader", Kind::kFiller},
                                   {"mote", Kind::kFiller},
                                   {"moten", Kind::kFiller},
                                   {"meeting", Kind::kFiller},
                                   {"meetings", Kind::kFiller},
                                   {"the", Kind::kFiller},
                                   {"ordinarie", Kind::kFiller},
                                   {"extra", Kind::kFiller},
                                   {"for", Kind::kFiller},
                                   {"ar", Kind::kFiller},
                                   {"plan", Kind::kFiller},
                                   {"sammantradesplan", Kind::kFiller},
                                   {"sammantradesdagar", Kind::kFiller},
                                   {"sammantradestider", Kind::kFiller},
                                   {"motesdagar", Kind::kFiller},
                                   {"motestider", Kind::kFiller}};

constexpr std::string_view kOrdinalEndings[] = {"e", "a", "de", "st", "nd", "rd", "th"};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<DayToken> Read() {
    while (!Rest().empty()) {
      if (const std::size_t blank = Begins(Rest(), kBlanks)) {
        at_ += blank;
        blank_before_ = true;
        continue;
      }
      DayToken token = Next();
      token.glued = !blank_before_ && !tokens_.empty();
      blank_before_ = false;
      at_ += token.text.size();
      tokens_.push_back(token);
    }
    return std::move(tokens_);
  }

 private:
  std::string_view Rest() const { return text_.substr(at_); }

  DayToken Next() {
    const std::string_view rest = Rest();
    DayToken token;
    if (IsDigit(rest.front())) {
      const Figures figures = FiguresAt(rest);
      token.text = rest.substr(0, figures.bytes);
      Classify(figures, token);
      return token;
    }
    const auto sign = [&](Kind kind, std::size_t bytes) {
      token.kind = kind;
      token.text = rest.substr(0, bytes);
      return token;
    };
    if (const std::size_t bytes = Begins(rest, kDashes)) return sign(Kind::kDash, bytes);
    if (const std::size_t bytes = Begins(rest, kCommas)) return sign(Kind::kComma, bytes);
    if (rest.front() == '(' || rest.front() == '[') return sign(Kind::kOpen, 1);
    if (rest.front() == ')' || rest.front() == ']') return sign(Kind::kClose, 1);
    if (rest.front() == '/' || rest.front() == '&') return sign(Kind::kFiller, 1);
    return Word();
  }

  DayToken Word() {
    const std::string_view rest = Rest();
    std::size_t bytes = 0;
    while (bytes < rest.size() && IsLetterAt(rest, bytes)) ++bytes;
    DayToken token;
    if (bytes == 0) {
      token.text = rest.substr(0, 1);
      return token;
    }
    const std::string_view word = rest.substr(0, bytes);
    token.text = word;
    if (bytes < rest.size() && rest[bytes] == '.') token.text = rest.substr(0, bytes + 1);
    ClassifyWord(word, token);
    return token;
  }

  static bool IsLetterAt(std::string_view text, std::size_t at) {
    const char c = text[at];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
    const std::string_view here = text.substr(at);
    return static_cast<unsigned char>(c) >= 0x80 && Begins(here, kDashes) == 0 &&
           Begins(here, kBlanks) == 0 && Begins(here, kCommas) == 0;
  }

  void ClassifyWord(std::string_view word, DayToken& token) {
    const std::string folded = Folded(word);
    const bool after_figures = !tokens_.empty() && !blank_before_;
    if (const auto month = ReadMonthName(word)) {
      token.kind = Kind::kMonth;
      token.month = static_cast<unsigned>(*month);
    } else if (IsOrdinalEnding(folded, after_figures)) {
      token.kind = Kind::kFiller;
    } else if (folded == "t" && after_figures && tokens_.back().kind == Kind::kDay) {
      token.kind = Kind::kFiller;  // 2027-02-03T13:00
    } else if (folded == "v" || folded == "vecka" || folded == "w" || folded == "week") {
      TakeWeek(token);
    } else if (const auto known =
                   std::find_if(std::begin(kPlanWords), std::end(kPlanWords),
                                [&](const PlanWord& one) { return one.folded == folded; });
               known != std::end(kPlanWords)) {
      token.kind = known->kind;
    } else if (const auto weekday = ReadWeekdayName(word)) {
      token.kind = Kind::kWeekday;
      token.weekday = *weekday;
    }
  }

  // "3:e februari", "13th".
  bool IsOrdinalEnding(std::string_view folded, bool glued) const {
    if (!glued) return false;
    const DayToken& before = tokens_.back();
    const bool after_number = before.kind == Kind::kNumber;
    const bool after_colon = before.kind == Kind::kComma && before.text == ":" &&
                             tokens_.size() > 1 &&
                             tokens_[tokens_.size() - 2].kind == Kind::kNumber;
    return (after_number || after_colon) &&
           std::find(std::begin(kOrdinalEndings), std::end(kOrdinalEndings), folded) !=
               std::end(kOrdinalEndings);
  }

  // "v. 5", "v5", "vecka 5": the figure is no day.
  void TakeWeek(DayToken& token) {
    std::size_t bytes = token.text.size();
    while (bytes < Rest().size() && Rest()[bytes] == ' ') ++bytes;
    if (bytes == Rest().size() || !IsDigit(Rest()[bytes])) return;
    const Figures figures = FiguresAt(Rest().substr(bytes));
    if (figures.parts.size() != 1 || figures[0] < 1 || figures[0] > 53) return;
    token.kind = Kind::kWeek;
    token.text = Rest().substr(0, bytes + figures.bytes);
    token.first = DateOf(0, 0, figures[0]);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool blank_before_ = true;
  std::vector<DayToken> tokens_;
};

}  // namespace

std::vector<DayToken> TokensOf(std::string_view text) { return Tokenizer(text).Read(); }

}  // namespace rytm
