#include "commands/adoption_option.h"

#include <string_view>

#include "base/fold.h"

namespace rytm {
namespace {

// What stands before the separator; the text goes on after it.
std::string_view Cut(std::string_view& text, char separator) {
  const std::size_t at = text.find(separator);
  const std::string_view before = Trimmed(text.substr(0, at), " ");
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return before;
}

std::optional<DaySpan> PeriodNamed(std::string_view text) {
  std::string_view rest = text;
  const std::string_view first = Cut(rest, '/');
  const bool year = rest.empty() && text.find('-') == std::string_view::npos;
  const std::optional<Day> from =
      ParseDay(year ? std::string(text) + "-01-01" : std::string(first));
  const std::optional<Day> until =
      ParseDay(year ? std::string(text) + "-12-31" : std::string(Trimmed(rest, " ")));
  if (!from || !until) return std::nullopt;
  return DaySpan{*from, *until};
}

// The first day told in the text, and where it stands.
struct DayInText {
  Day day;
  std::size_t at;
};
std::optional<DayInText> FindDay(std::string_view text) {
  constexpr std::size_t kDayBytes = 10;
  for (std::size_t at = 0; at + kDayBytes <= text.size(); ++at)
    if (const std::optional<Day> day = ParseDay(text.substr(at, kDayBytes)))
      return DayInText{*day, at};
  return std::nullopt;
}

void ReadDecision(std::string_view text, Adoption& adoption) {
  adoption.kind = Adoption::Kind::kProposed;
  const std::optional<DayInText> day = FindDay(text);
  if (!day) return;
  adoption.kind = Adoption::Kind::kAdopted;
  adoption.decided_by = Trimmed(text.substr(0, day->at), " ");
  adoption.decided_on = day->day;
  std::string_view rest = Trimmed(text.substr(day->at + 10), " ");
  adoption.paragraph = Cut(rest, '(');
  adoption.case_number = Cut(rest, ')');
}

}  // namespace

Result<std::vector<Adoption>> ReadAdoptions(const std::vector<std::string>& texts) {
  std::vector<Adoption> adoptions;
  Error error = Refuse(ErrorCode::kBadInput,
                       Text("Beslutet går inte att läsa.", "The decision cannot be read."));
  for (const std::string& text : texts) {
    std::string_view rest = text;
    Adoption adoption{.body = std::string(Cut(rest, ':'))};
    const std::optional<DaySpan> period = PeriodNamed(Cut(rest, ':'));
    const std::string_view decision = Trimmed(rest, " ");
    if (!period || (!decision.empty() && !FindDay(decision))) {
      error.problems.push_back(
          {.file = "",
           .pointer = text,
           .what = period
                       ? Text("Dagen för beslutet saknas.", "The day of the decision is missing.")
                       : Text("Perioden ska vara ett år eller två dagar.",
                              "The period is to be a year or two days."),
           .instead =
               Text("ks:2027: Kommunstyrelsen 2026-11-17 § 131; ks:2027-01-01/2027-06-30: …")});
      continue;
    }
    adoption.period = *period;
    ReadDecision(decision, adoption);
    adoptions.push_back(std::move(adoption));
  }
  if (!error.problems.empty()) return error;
  return adoptions;
}

}  // namespace rytm
