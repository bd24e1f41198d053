// What was decided of a body's dates, by whom and when (DESIGN §1 adoption, §5).
//
// Adoptions are a log: none is ever changed, a later one takes an earlier one's place.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"

namespace rytm {

struct Adoption {
  enum class Kind {
    kProposed,   // the dates are on their way to a decision: told as preliminary
    kAdopted,    // decided
    kAmended,    // changed by somebody with the authority to: stands beside the decision
    kCorrected,  // the record was wrong: takes its place
    kWithdrawn   // the record should not be there: takes its place, and decides nothing
  };
  std::int64_t number = 0;  // place in the log, from 1
  std::string body{};       // id
  DaySpan period{};
  Kind kind = Kind::kAdopted;
  std::string decided_by{};  // a body or a function, never a name: "Kommunstyrelsen"
  std::optional<Day> decided_on{};
  std::string paragraph{};                 // "§ 131"
  std::string case_number{};               // "KS 2026/412"
  std::optional<std::int64_t> replaces{};  // an earlier one of the same body
  std::string author{};                    // person id
  Instant made{};

  friend bool operator==(const Adoption&, const Adoption&) = default;
};

// "proposed"…: kAdoptionWords.
std::string_view AdoptionWord(Adoption::Kind kind);
std::optional<Adoption::Kind> AdoptionKindNamed(std::string_view word);

// Those of the body that no later one has taken the place of, in their order.
std::vector<Adoption> InForce(std::span<const Adoption> log, std::string_view body);

// Which of a body's days are decided. A body nobody has recorded anything of is decided by whoever
// publishes it.
class DecidedDays {
 public:
  DecidedDays(std::span<const Adoption> log, std::string_view body);
  bool Contains(Day day) const;

 private:
  bool recorded_ = false;
  std::vector<DaySpan> periods_;
};

// All that is wrong with new records, beside those there are: kBadInput with a problem each, at
// "/adoptions/0/decided-on"… An adoption tells by whom and when; a proposal does not; a correction
// and a withdrawal name a record in force of the same body; nothing is decided in the future.
Result<Done> CheckAdoptions(std::span<const Adoption> log, std::span<const Adoption> fresh,
                            Day today);

// "Beslutad av Kommunstyrelsen 17 november 2026, § 131 (KS 2026/412)".
Text InWords(const Adoption& adoption);

}  // namespace rytm
