#include "server/conditional.h"

#include <array>
#include <charconv>

#include "base/fold.h"

namespace rytm {
namespace {

// Takes what the text begins with, or fails for good.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  void Expect(std::string_view word) {
    ok_ = ok_ && rest_.starts_with(word);
    if (ok_) rest_.remove_prefix(word.size());
  }

  int Number(std::size_t digits) {
    int number = 0;
    if (rest_.size() < digits) ok_ = false;
    if (!ok_) return 0;
    const char* end = rest_.data() + digits;
    const auto [stopped, error] = std::from_chars(rest_.data(), end, number);
    ok_ = error == std::errc() && stopped == end && rest_[0] != '-';
    if (ok_) rest_.remove_prefix(digits);
    return number;
  }

  // asctime writes the day of the month with a space for a leading zero.
  int DayOfMonth() {
    if (rest_.starts_with(' ')) {
      rest_.remove_prefix(1);
      return Number(1);
    }
    return Number(2);
  }

  unsigned Month() {
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (unsigned i = 0; i < kMonths.size(); ++i) {
      if (!rest_.starts_with(kMonths[i])) continue;
      rest_.remove_prefix(3);
      return i + 1;
    }
    ok_ = false;
    return 1;
  }

  std::chrono::seconds Clock() {
    const int hours = Number(2);
    Expect(":");
    const int minutes = Number(2);
    Expect(":");
    const int seconds = Number(2);
    ok_ = ok_ && hours < 24 && minutes < 60 && seconds <= 60;
    return std::chrono::hours{hours} + std::chrono::minutes{minutes} +
           std::chrono::seconds{seconds};
  }

  bool Finished() const { return ok_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

std::optional<Instant> Moment(const DateReader& reader, int year, unsigned month, int day,
                              std::chrono::seconds clock) {
  const date::year_month_day civil =
      date::year{year} / date::month{month} / date::day{static_cast<unsigned>(day)};
  if (!reader.Finished() || !civil.ok()) return std::nullopt;
  return Instant{date::sys_days{civil}} + clock;
}

// "Sun, 06 Nov 1994 08:49:37 GMT"; RFC 850: "Sunday, 06-Nov-94 08:49:37 GMT".
std::optional<Instant> ParseWithComma(std::string_view text, std::size_t comma) {
  DateReader reader(text.substr(comma + 1));
  const bool rfc850 = text.find('-') != std::string_view::npos;
  const std::string_view between = rfc850 ? "-" : " ";
  reader.Expect(" ");
  const int day = reader.Number(2);
  reader.Expect(between);
  const unsigned month = reader.Month();
  reader.Expect(between);
  int year = reader.Number(rfc850 ? 2 : 4);
  if (rfc850) year += year < 70 ? 2000 : 1900;
  reader.Expect(" ");
  const std::chrono::seconds clock = reader.Clock();
  reader.Expect(" GMT");
  return Moment(reader, year, month, day, clock);
}

// "Sun Nov  6 08:49:37 1994".
std::optional<Instant> ParseAsctime(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  DateReader reader(text.substr(3));
  reader.Expect(" ");
  const unsigned month = reader.Month();
  reader.Expect(" ");
  const int day = reader.DayOfMonth();
  reader.Expect(" ");
  const std::chrono::seconds clock = reader.Clock();
  reader.Expect(" ");
  const int year = reader.Number(4);
  return Moment(reader, year, month, day, clock);
}

}  // namespace

std::optional<Instant> ParseHttpDate(std::string_view text) {
  const std::size_t comma = text.find(',');
  return comma == std::string_view::npos ? ParseAsctime(text) : ParseWithComma(text, comma);
}

// One of `*`, `"x"`, `W/"x"` in the list is ours. Opaque tags hold no quote, so a quote ends them.
bool HasTag(std::string_view if_none_match, std::string_view etag) {
  std::string_view list = Trimmed(if_none_match, " \t");
  if (list == "*") return true;
  while (!list.empty()) {
    if (list.starts_with("W/")) list.remove_prefix(2);
    if (!list.starts_with('"')) return false;
    const std::size_t end = list.find('"', 1);
    if (end == std::string_view::npos) return false;
    if (list.substr(0, end + 1) == etag) return true;
    list = Trimmed(list.substr(end + 1), " \t");
    if (list.starts_with(',')) list = Trimmed(list.substr(1), " \t");
  }
  return false;
}

bool NotModified(const HttpRequest& request, std::string_view etag, Instant last_modified) {
  if (!request.if_none_match.empty()) return HasTag(request.if_none_match, etag);
  if (request.if_modified_since.empty()) return false;
  const std::optional<Instant> since = ParseHttpDate(request.if_modified_since);
  return since && last_modified <= *since;
}

}  // namespace rytm
