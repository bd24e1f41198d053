// What changed between two editions of a body, in data and in words.
#pragma once

#include <vector>

#include "edition/edition.h"

namespace rytm {

struct Difference {
  enum class Kind { kNew, kMoved, kCancelled, kRevived, kChanged, kConfirmed, kGone };
  Kind kind = Kind::kNew;
  std::string uid;
  std::optional<Event> before;
  std::optional<Event> after;

  // As it is now, else as it was.
  const Event& latest() const { return after ? *after : *before; }
};

// Sorted by day (of after, else before), time, uid. No difference: nothing a reader could see
// changed.
std::vector<Difference> Compare(const Edition* before, const Edition& after);

// "Flyttat: Socialnämnden: Sammanträde, ons 14 okt → ons 21 okt kl. 13.00". What a public reason
// says comes last. The body's name is put in where the title does not hold it.
std::string InWords(const Difference& difference, const Text& body_name, Language language);

}  // namespace rytm
