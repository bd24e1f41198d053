#include "edition/adoption.h"

#include <algorithm>

#include "base/limits.h"
#include "base/words.h"
#include "edition/adoption_words.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

const Adoption* Find(std::span<const Adoption> adoptions, std::int64_t number) {
  const auto found = std::find_if(adoptions.begin(), adoptions.end(),
                                  [&](const Adoption& one) { return one.number == number; });
  return found == adoptions.end() ? nullptr : &*found;
}

Text Beginning(Adoption::Kind kind) {
  switch (kind) {
    case Adoption::Kind::kProposed:
      return {"Föreslagen", "Proposed"};
    case Adoption::Kind::kAdopted:
      return {"Beslutad", "Adopted"};
    case Adoption::Kind::kAmended:
      return {"Ändrad", "Amended"};
    case Adoption::Kind::kCorrected:
      return {"Beslutad", "Adopted"};  // the record was wrong, not the decision
    case Adoption::Kind::kWithdrawn:
      return {"Återtagen", "Withdrawn"};
  }
  return {};
}

class Checking {
 public:
  Checking(std::span<const Adoption> log, Day today) : log_(log), today_(today) {}

  void Look(const Adoption& adoption, std::size_t index) {
    at_ = "/adoptions/" + std::to_string(index) + "/";
    if (adoption.period.first > adoption.period.last)
      Tell("period", {"Perioden slutar innan den börjar.", "The period ends before it begins."});
    LookAtDecision(adoption);
    LookAtReplaced(adoption);
    LookAtLengths(adoption);
  }

  Result<Done> Verdict() {
    if (problems_.empty()) return Done{};
    return Refuse(
        ErrorCode::kBadInput,
        Text("Beslutet kan inte antecknas så.", "The decision cannot be recorded like that."),
        std::move(problems_));
  }

 private:
  void LookAtDecision(const Adoption& adoption) {
    const bool decides = adoption.kind == Adoption::Kind::kAdopted ||
                         adoption.kind == Adoption::Kind::kAmended ||
                         adoption.kind == Adoption::Kind::kCorrected;
    if (decides && adoption.decided_by.empty())
      Tell("decided-by", {"Vem som beslutade saknas.", "Who decided is missing."},
           Text("Kommunstyrelsen"));
    if (decides && !adoption.decided_on)
      Tell("decided-on", {"Dagen för beslutet saknas.", "The day of the decision is missing."},
           Text(FormatDay(today_)));
    if (adoption.decided_on && *adoption.decided_on > today_)
      Tell("decided-on",
           {"Ett beslut kan inte antecknas innan det är fattat.",
            "A decision cannot be recorded before it is made."},
           {"proposed (förslag) tills dess", "proposed until then"});
  }

  void LookAtReplaced(const Adoption& adoption) {
    const bool must =
        adoption.kind == Adoption::Kind::kCorrected || adoption.kind == Adoption::Kind::kWithdrawn;
    if (!adoption.replaces) {
      if (must)
        Tell("replaces",
             {"Vilken anteckning det gäller saknas.", "Which record it is about is missing."},
             Text("1"));
      return;
    }
    const std::vector<Adoption> standing = InForce(log_, adoption.body);
    if (Find(standing, *adoption.replaces) != nullptr) return;
    Text numbers;
    for (const Adoption& one : standing)
      numbers = numbers + Text((numbers.empty() ? "" : ", ") + std::to_string(one.number));
    Tell("replaces",
         {"Organet har ingen gällande anteckning med det numret.",
          "The body has no record in force with that number."},
         numbers);
  }

  void LookAtLengths(const Adoption& adoption) {
    const auto look = [&](const char* key, const std::string& text) {
      if (text.size() <= kAdoptionTextBytesMax) return;
      const std::string most = std::to_string(kAdoptionTextBytesMax);
      Tell(key, {"Texten är längre än " + most + " byte.",
                 "The text is longer than " + most + " bytes."});
    };
    look("decided-by", adoption.decided_by);
    look("paragraph", adoption.paragraph);
    look("case-number", adoption.case_number);
  }

  void Tell(const char* key, Text what, Text instead = {}) {
    problems_.push_back(
        {.file = "", .pointer = at_ + key, .what = std::move(what), .instead = std::move(instead)});
  }

  std::span<const Adoption> log_;
  Day today_;
  std::string at_;
  std::vector<Problem> problems_;
};

}  // namespace

std::string_view AdoptionWord(Adoption::Kind kind) { return WordFor(kAdoptionWords, kind); }

std::optional<Adoption::Kind> AdoptionKindNamed(std::string_view word) {
  for (const auto& known : kAdoptionWords)
    if (known.word == word) return known.value;
  return std::nullopt;
}

std::vector<Adoption> InForce(std::span<const Adoption> log, std::string_view body) {
  std::vector<Adoption> standing;
  for (const Adoption& adoption : log) {
    if (adoption.body != body) continue;
    if (adoption.replaces)
      std::erase_if(standing,
                    [&](const Adoption& one) { return one.number == *adoption.replaces; });
    if (adoption.kind != Adoption::Kind::kWithdrawn) standing.push_back(adoption);
  }
  return standing;
}

DecidedDays::DecidedDays(std::span<const Adoption> log, std::string_view body) {
  for (const Adoption& adoption : InForce(log, body)) {
    recorded_ = true;
    if (adoption.kind != Adoption::Kind::kProposed) periods_.push_back(adoption.period);
  }
}

bool DecidedDays::Contains(Day day) const {
  return !recorded_ || std::any_of(periods_.begin(), periods_.end(),
                                   [&](const DaySpan& period) { return period.Contains(day); });
}

Result<Done> CheckAdoptions(std::span<const Adoption> log, std::span<const Adoption> fresh,
                            Day today) {
  Checking checking(log, today);
  for (std::size_t i = 0; i < fresh.size(); ++i) checking.Look(fresh[i], i);
  return checking.Verdict();
}

Text InWords(const Adoption& adoption) {
  Text words = Beginning(adoption.kind);
  if (!adoption.decided_by.empty())
    words = words + Text(" av ", " by ") + Text(adoption.decided_by);
  if (adoption.decided_on)
    words = words + Text(" " + DateInWords(*adoption.decided_on, Language::kSwedish),
                         " " + DateInWords(*adoption.decided_on, Language::kEnglish));
  if (!adoption.paragraph.empty()) words = words + Text(", " + adoption.paragraph);
  if (!adoption.case_number.empty()) words = words + Text(" (" + adoption.case_number + ")");
  return words;
}

}  // namespace rytm
